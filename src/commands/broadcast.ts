import { line } from "../core/message.ts";
import { type Command, given, mistake } from "./command.ts";

/** `/broadcast`: the operator's words to every chat. */
export const broadcast: Command = {
  name: "broadcast",
  audience: "operator",
  words: "text",
  options: [{ name: "text", kind: "text", required: true }],
  async run(asked, tools) {
    const text = given(asked, "text");
    if (text === undefined) throw mistake(asked.phrases, "feedback-asked");
    const count = await tools.operator.broadcast(text, asked.now);
    return { blocks: [line(asked.phrases.say("broadcast-done", { count }))], discreet: true };
  },
};
