import { line } from "../core/message.ts";
import { type Command, given, mistake } from "./command.ts";

const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

/** A time of day as `HH:MM`, or undefined. */
export function timeOf(text: string): string | undefined {
  const found = TIME.exec(text.trim());
  return found ? `${(found[1] ?? "").padStart(2, "0")}:${found[2]}` : undefined;
}

/** `/quiet`: hours in which nothing makes a sound, but for the severe. */
export const quiet: Command = {
  name: "quiet",
  audience: "settings",
  shows: true,
  words: "between",
  options: [
    { name: "between", kind: "word" },
    { name: "in", kind: "chat" },
  ],
  example: "/quiet 23:00-07:00",
  async run(asked, tools) {
    const { phrases, target } = asked;
    const wanted = given(asked, "between");
    const { quiet: now, ...rest } = target.settings;
    const said = (q: { from: string; to: string } | undefined) =>
      q ? phrases.say("quiet-now", q) : phrases.say("quiet-off");
    if (wanted === undefined) return { blocks: [line(said(now))], discreet: true };
    if (wanted.toLowerCase() === "off") {
      await tools.store.saveChat(rest);
      return { blocks: [line(said(undefined))], discreet: true };
    }
    const [from, to] = wanted.split(/\s*[-–—]\s*/).map(timeOf);
    if (from === undefined || to === undefined || from === to) throw mistake(phrases, "quiet-wrong");
    await tools.store.saveChat({ ...rest, quiet: { from, to } });
    return { blocks: [line(said({ from, to }))], discreet: true };
  },
};
