import type { MenuEntry, MenuOption } from "../core/ports.ts";

/** Discord's locales of our languages (docs: reference, locales). */
const LOCALES: Readonly<Record<string, readonly string[]>> = {
  en: ["en-US", "en-GB"],
  es: ["es-ES", "es-419"],
};
const STRING = 3;
const CHANNEL = 7;
const MANAGE_GUILD = "32";
/** Text, announcement, threads of both, forum: what alerts can be sent to. */
const POSTABLE = [0, 5, 10, 11, 12, 15];

const short = (text: string) => (text.length <= 100 ? text : `${text.slice(0, 99)}…`);

function localized(describe: (language: string) => string, languages: readonly string[]): Record<string, string> {
  const pairs = languages.flatMap((language) =>
    (LOCALES[language] ?? [language]).map((locale) => [locale, short(describe(language))] as const),
  );
  return Object.fromEntries(pairs);
}

function toOption(option: MenuOption, languages: readonly string[]): object {
  const isChat = option.name === "in";
  return {
    type: isChat ? CHANNEL : STRING,
    name: option.name,
    description: short(option.describe("en")),
    description_localizations: localized((language) => option.describe(language), languages),
    ...(option.required ? { required: true } : {}),
    ...(isChat ? { channel_types: POSTABLE } : { max_length: 6000 }),
    ...(option.choices && !isChat ? { choices: option.choices.map((value) => ({ name: value, value })) } : {}),
    ...(option.completes ? { autocomplete: true } : {}),
  };
}

/** The slash commands of the menu: settings for who may manage the server, all for servers, direct messages and user installs. */
export function toSlashCommands(menu: readonly MenuEntry[], languages: readonly string[]): readonly object[] {
  return menu
    .filter((entry) => entry.audience !== "operator")
    .map((entry) => ({
      name: entry.name,
      type: 1,
      description: short(entry.describe("en")),
      description_localizations: localized((language) => entry.describe(language), languages),
      options: [...entry.options]
        .sort((a, b) => Number(b.required) - Number(a.required))
        .map((o) => toOption(o, languages)),
      default_member_permissions: entry.audience === "settings" ? MANAGE_GUILD : null,
      integration_types: [0, 1],
      contexts: entry.audience === "settings" ? [0, 1] : [0, 1, 2],
    }));
}

/** What of a command decides whether it must be sent again; what Discord adds by itself is left out. */
export function commandKey(commands: readonly object[]): string {
  const kept = [
    "name",
    "type",
    "description",
    "description_localizations",
    "options",
    "default_member_permissions",
    "integration_types",
    "contexts",
    "required",
    "channel_types",
    "choices",
    "autocomplete",
    "max_length",
    "value",
  ];
  const clean = (value: unknown, locale = false): unknown => {
    if (Array.isArray(value)) return value.map((one) => clean(one));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value)
      .filter(
        ([key, v]) =>
          (locale || kept.includes(key)) &&
          v !== null &&
          v !== undefined &&
          v !== false &&
          !(Array.isArray(v) && v.length === 0),
      )
      .map(([key, v]) => [key, clean(v, key === "description_localizations")] as const);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  const byName = (a: object, b: object) =>
    ("name" in a ? String(a.name) : "") < ("name" in b ? String(b.name) : "") ? -1 : 1;
  return JSON.stringify([...commands].sort(byName).map((command) => clean(command)));
}
