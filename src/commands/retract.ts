import { line } from "../core/message.ts";
import { type Command, mistake } from "./command.ts";

/** `/retract`: takes an alert back in every chat that has it. */
export const retract: Command = {
  name: "retract",
  audience: "operator",
  options: [
    { name: "alert", kind: "text" },
    { name: "reason", kind: "text" },
  ],
  async run(asked, tools) {
    const replied = asked.replyTo === undefined ? undefined : await tools.store.alertOf(asked.chat, asked.replyTo);
    const id = asked.options.alert ?? (replied ? replied.id : asked.words[0]);
    const rest = asked.words.slice(asked.options.alert === undefined && !replied ? 1 : 0).join(" ");
    const count =
      id === undefined ? undefined : await tools.operator.retract(id, asked.options.reason ?? rest, asked.now);
    if (count === undefined) throw mistake(asked.phrases, "no-alert");
    return { blocks: [line(asked.phrases.say("retract-done", { count }))], discreet: true };
  },
};
