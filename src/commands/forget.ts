import { line } from "../core/message.ts";
import { type Command, given } from "./command.ts";

/** `/forget`: deletes everything about a chat, after a yes. */
export const forget: Command = {
  name: "forget",
  audience: "settings",
  words: "sure",
  options: [
    { name: "sure", kind: "word", choices: ["yes"] },
    { name: "in", kind: "chat" },
  ],
  async run(asked, tools) {
    const { phrases, target } = asked;
    if (given(asked, "sure")?.toLowerCase() !== "yes") {
      const elsewhere = target.chat === asked.chat ? "" : ` in:${target.chat.split(":")[1] ?? ""}`;
      return {
        blocks: [line(phrases.say("forget-ask"))],
        buttons: [[{ label: phrases.say("button-forget"), command: `forget sure:yes${elsewhere}`, replaces: true }]],
        discreet: true,
      };
    }
    await tools.store.forget(target.chat);
    return { blocks: [line(phrases.say("forget-done"))], discreet: true };
  },
};
