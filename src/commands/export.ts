import { line } from "../core/message.ts";
import type { Command } from "./command.ts";

/** `/export`: a chat's subscriptions and settings as JSON. */
export const exportCommand: Command = {
  name: "export",
  audience: "settings",
  options: [{ name: "in", kind: "chat" }],
  async run(asked, tools) {
    const { phrases, target } = asked;
    const all = await tools.store.subscriptions(target.chat);
    if (all.length === 0) return { blocks: [line(phrases.say("export-none"))], discreet: true };
    const { language, timeZone, confirmations, quiet, digest } = target.settings;
    const kept = all.map(({ id: _id, chat: _chat, createdBy: _by, ...rest }) => rest);
    const text = JSON.stringify(
      { shiftwire: 1, settings: { language, timeZone, confirmations, quiet, digest }, subscriptions: kept },
      undefined,
      2,
    );
    return {
      blocks: [line(phrases.say("export-title"))],
      file: { name: "shiftwire-subscriptions.json", text },
      discreet: true,
    };
  },
};
