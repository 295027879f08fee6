import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

/** What a chat is told in: its language and time zone, with everything that depends on them. */
export interface Phrases {
  readonly language: string;
  readonly timeZone: string;
  /** The sentence with this id; falls back to English, and to the id where no language has it. */
  say(id: string, facts?: Readonly<Record<string, string | number>>): string;
  /** The name of a state, organisation or mission. */
  name(id: string): string;
  /** The name of a language (`uk` → "Ukrainian"). */
  languageName(code: string): string;
  /** `14 Aug 2025` */
  day(date: Date): string;
  /** `14 Aug, 09:12 UTC`; with the year where it is not that of `near`. */
  moment(date: Date, near?: Date): string;
  /** `Aug 2025` */
  month(date: Date): string;
  /** `09:14` */
  clock(date: Date): string;
  list(items: readonly string[]): string;
  number(value: number): string;
}

/** The strings of every language. */
export interface Strings {
  readonly languages: readonly string[];
  phrases(language: string, timeZone?: string): Phrases;
  /** The language that fits an IETF tag (`pt-BR`, `uk`) best, English where none does. */
  nearest(tag: string | undefined): string;
}

const REGIONS: Readonly<Record<string, string>> = { en: "en-GB" };
const RELATED: Readonly<Record<string, string>> = {
  be: "ru",
  kk: "ru",
  ky: "ru",
  uz: "ru",
  tg: "ru",
  hy: "ru",
  ca: "es",
  gl: "es",
  az: "tr",
  tk: "tr",
};

/**
 * Strings from Fluent sources by language. Names of states come from Intl, of organisations from the string `organisation`, of all others from
 * `names`. Throws with the language where a source cannot be read.
 */
export function toStrings(
  sources: ReadonlyMap<string, string>,
  names: (id: string, language: string) => string = (id) => id,
): Strings {
  const bundles = new Map<string, FluentBundle>();
  for (const [language, source] of sources) {
    const bundle = new FluentBundle(REGIONS[language] ?? language, { useIsolating: false });
    const errors = bundle.addResource(new FluentResource(source));
    if (errors.length > 0) throw new Error(`strings "${language}": ${errors.map(String).join("; ")}`);
    bundles.set(language, bundle);
  }
  const languages = [...bundles.keys()];
  const kept = new Map<string, Phrases>();

  return {
    languages,
    phrases(language, timeZone = "UTC") {
      const key = `${language} ${timeZone}`;
      const found = kept.get(key);
      if (found) return found;
      const made = phrasesOf(bundles.has(language) ? language : "en", timeZone, bundles, names);
      // a chat may name any zone, but no chat may fill the memory with them
      if (kept.size > 500) kept.clear();
      kept.set(key, made);
      return made;
    },
    nearest(tag) {
      const base = (tag ?? "en").toLowerCase().split(/[-_]/)[0] ?? "en";
      if (bundles.has(base)) return base;
      const related = RELATED[base];
      return related !== undefined && bundles.has(related) ? related : "en";
    },
  };
}

function phrasesOf(
  language: string,
  timeZone: string,
  bundles: ReadonlyMap<string, FluentBundle>,
  names: (id: string, language: string) => string,
): Phrases {
  const locale = REGIONS[language] ?? language;
  const format = (bundle: FluentBundle | undefined, id: string, facts: Record<string, FluentVariable>) => {
    const message = bundle?.getMessage(id);
    if (!bundle || !message?.value) return undefined;
    const errors: Error[] = [];
    const text = bundle.formatPattern(message.value, facts, errors);
    if (errors.length > 0) throw new Error(`string "${id}" (${language}): ${errors.map(String).join("; ")}`);
    return text;
  };
  const regions = new Intl.DisplayNames(locale, { type: "region", fallback: "none" });
  const tongues = new Intl.DisplayNames(locale, { type: "language", fallback: "none" });
  const list = new Intl.ListFormat(locale, { type: "unit", style: "short" });
  const number = new Intl.NumberFormat(locale);
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone });
  const month = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone });
  const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });
  const parts = {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
    timeZoneName: "short",
  } as const;
  const short = new Intl.DateTimeFormat(locale, parts);
  const long = new Intl.DateTimeFormat(locale, { ...parts, year: "numeric" });
  const year = (date: Date) => new Intl.DateTimeFormat("en", { year: "numeric", timeZone }).format(date);

  const say: Phrases["say"] = (id, facts = {}) =>
    format(bundles.get(language), id, { ...facts }) ?? format(bundles.get("en"), id, { ...facts }) ?? id;
  const organisation = (id: string) => {
    const name = say("organisation", { id });
    return name === "?" ? names(id, language) : name;
  };

  return {
    language,
    timeZone,
    say,
    name: (id) =>
      /^[A-Z]{2}$/.test(id) && id !== "EU" && id !== "UN" ? (regions.of(id) ?? names(id, language)) : organisation(id),
    languageName: (code) => (/^[a-z]{2,3}$/.test(code) ? (tongues.of(code) ?? code) : code),
    day: (date) => day.format(date),
    moment: (date, near) => (near && year(near) === year(date) ? short : long).format(date),
    month: (date) => month.format(date),
    clock: (date) => clock.format(date),
    list: (items) => list.format(items),
    number: (value) => number.format(value),
  };
}
