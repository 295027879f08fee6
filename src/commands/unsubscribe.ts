import { line } from "../core/message.ts";
import { type Command, given } from "./command.ts";
import { subscriptionOf } from "./filters.ts";

/** `/unsubscribe`: one subscription by its number, or all. */
export const unsubscribe: Command = {
  name: "unsubscribe",
  audience: "settings",
  words: "id",
  options: [
    { name: "id", kind: "word" },
    { name: "in", kind: "chat" },
  ],
  example: "/unsubscribe 2",
  async run(asked, tools) {
    const which = given(asked, "id");
    const all = which === undefined || which.toLowerCase() === "all";
    const one = all ? undefined : (await subscriptionOf(which, asked, tools)).id;
    const count = await tools.store.unsubscribe(asked.target.chat, one);
    return { blocks: [line(asked.phrases.say("unsubscribed", { count }))], discreet: true };
  },
};
