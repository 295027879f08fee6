import { line, shorten } from "../core/message.ts";
import { type Command, given, mistake } from "./command.ts";

/** `/feedback`: a false alert or a missed story, kept for the operator. */
export const feedback: Command = {
  name: "feedback",
  audience: "everyone",
  words: "text",
  options: [{ name: "text", kind: "text", required: true }],
  example: "/feedback The alert on Mali was an old story",
  async run(asked, tools) {
    const text = given(asked, "text");
    if (text === undefined) throw mistake(asked.phrases, "feedback-asked");
    const alert = asked.replyTo === undefined ? undefined : await tools.store.alertOf(asked.chat, asked.replyTo);
    await tools.operator.feedback({
      chat: asked.chat,
      user: asked.user,
      text: shorten(text, 2000),
      ...(alert ? { alert: alert.id } : {}),
      at: asked.now,
    });
    return { blocks: [line(asked.phrases.say("feedback-thanks"))], discreet: true };
  },
};
