import { type Button, heading, line, type Message } from "../core/message.ts";
import type { ChatSettings } from "../core/ports.ts";
import { type Asked, type Command, mistake } from "./command.ts";

function shown(settings: ChatSettings, asked: Asked): Message {
  const { phrases } = asked;
  const on = settings.confirmations ? "on" : "off";
  const elsewhere = asked.target.chat === asked.chat ? "" : ` in:${asked.target.chat.split(":")[1] ?? ""}`;
  const own = new Intl.DisplayNames(settings.language, { type: "language" }).of(settings.language) ?? settings.language;
  const other = settings.confirmations ? "off" : "on";
  const toggle: Button = {
    label: phrases.say("button-confirmations", { on: other }),
    command: `settings confirmations:${other}${elsewhere}`,
    replaces: true,
    personal: true,
  };
  return {
    blocks: [
      heading(phrases.say("settings-title")),
      line(`${phrases.say("language-now", { language: own })} /language`),
      line(`${phrases.say("timezone-now", { zone: settings.timeZone, now: phrases.clock(asked.now) })} /timezone`),
      line(`${settings.quiet ? phrases.say("quiet-now", settings.quiet) : phrases.say("quiet-off")} /quiet`),
      line(`${settings.digest ? phrases.say("digest-now", settings.digest) : phrases.say("digest-off")} /digest`),
      line(phrases.say("settings-confirmations", { on })),
    ],
    buttons: [[toggle]],
    discreet: true,
  };
}

/** `/settings`: everything that a chat has set, and whether confirmations ring. */
export const settings: Command = {
  name: "settings",
  audience: "settings",
  shows: true,
  options: [
    { name: "confirmations", kind: "word", choices: ["on", "off"] },
    { name: "in", kind: "chat" },
  ],
  example: "/settings confirmations:off",
  async run(asked, tools) {
    const wanted = asked.options.confirmations?.toLowerCase();
    if (wanted === undefined) return shown(asked.target.settings, asked);
    if (wanted !== "on" && wanted !== "off") {
      throw mistake(asked.phrases, "unknown-value", { word: wanted, option: "confirmations", choices: "on, off" });
    }
    const changed = { ...asked.target.settings, confirmations: wanted === "on" };
    await tools.store.saveChat(changed);
    return shown(changed, asked);
  },
};
