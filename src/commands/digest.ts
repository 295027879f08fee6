import { line } from "../core/message.ts";
import { type Command, mistake } from "./command.ts";
import { timeOf } from "./quiet.ts";

/** `/digest`: a daily or weekly summary at a time of day. */
export const digest: Command = {
  name: "digest",
  audience: "settings",
  shows: true,
  words: "every",
  options: [
    { name: "every", kind: "word", choices: ["daily", "weekly", "off"] },
    { name: "at", kind: "word" },
    { name: "in", kind: "chat" },
  ],
  example: "/digest daily at:08:00",
  async run(asked, tools) {
    const { phrases, target, options } = asked;
    const { digest: now, ...rest } = target.settings;
    const said = (d: { every: string; at: string } | undefined) =>
      d ? phrases.say("digest-now", d) : phrases.say("digest-off");
    const every = (options.every ?? asked.words[0])?.toLowerCase();
    if (every === undefined && options.at === undefined) return { blocks: [line(said(now))], discreet: true };
    if (every === "off") {
      await tools.store.saveChat(rest);
      return { blocks: [line(said(undefined))], discreet: true };
    }
    const at =
      timeOf(
        options.at ??
          asked.words
            .slice(1)
            .filter((word) => word !== "at")
            .join("") ??
          "",
      ) ?? (options.at === undefined && asked.words.length <= 1 ? "08:00" : undefined);
    const kind = every === undefined ? (now?.every ?? "daily") : every;
    if ((kind !== "daily" && kind !== "weekly") || at === undefined) throw mistake(phrases, "digest-wrong");
    const wanted = { every: kind, at } as const;
    await tools.store.saveChat({ ...rest, digest: wanted });
    return { blocks: [line(said(wanted))], discreet: true };
  },
};
