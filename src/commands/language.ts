import { nearestWord } from "../core/line.ts";
import { type Button, line, type Message } from "../core/message.ts";
import type { Phrases } from "../core/strings.ts";
import { type Asked, type Command, given, mistake, type Tools } from "./command.ts";

function ownName(code: string): string {
  return new Intl.DisplayNames(code, { type: "language" }).of(code) ?? code;
}

function shown(code: string, phrases: Phrases, tools: Tools, asked: Asked): Message {
  const elsewhere = asked.target.chat === asked.chat ? "" : ` in:${asked.target.chat.split(":")[1] ?? ""}`;
  const others = tools.strings.languages.filter((l) => l !== code);
  const buttons = others.map(
    (l): Button => ({ label: ownName(l), command: `language ${l}${elsewhere}`, replaces: true, personal: true }),
  );
  return {
    blocks: [
      line(phrases.say("language-now", { language: ownName(code) })),
      line(phrases.say("language-choose", { list: others.join(", ") })),
    ],
    buttons: [buttons.slice(0, 4), buttons.slice(4)],
    discreet: true,
  };
}

/** `/language`: what this chat is told in. */
export const language: Command = {
  name: "language",
  audience: "settings",
  shows: true,
  words: "language",
  options: [
    { name: "language", kind: "word", choices: ["en", "uk", "de", "fr", "pl", "es", "ru", "tr"] },
    { name: "in", kind: "chat" },
  ],
  example: "/language uk",
  async run(asked, tools) {
    const wanted = given(asked, "language")?.toLowerCase();
    const { settings } = asked.target;
    if (wanted === undefined) return shown(settings.language, asked.phrases, tools, asked);
    const found = tools.strings.languages.find(
      (code) =>
        code === wanted ||
        ownName(code).toLowerCase() === wanted ||
        asked.phrases.languageName(code).toLowerCase() === wanted,
    );
    if (!found) {
      const known = tools.strings.languages;
      throw mistake(
        asked.phrases,
        "unknown-value",
        { word: wanted, option: "language", choices: known.join(", ") },
        nearestWord(wanted, known),
      );
    }
    await tools.store.saveChat({ ...settings, language: found });
    const phrases = asked.target.chat === asked.chat ? tools.strings.phrases(found, settings.timeZone) : asked.phrases;
    return shown(found, phrases, tools, asked);
  },
};
