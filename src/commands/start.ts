import { type Button, line } from "../core/message.ts";
import type { Command } from "./command.ts";

/** `/start`: what this is, and the deep links `/start context_UA`. */
export const start: Command = {
  name: "start",
  audience: "everyone",
  options: [],
  async run(asked, tools) {
    const { phrases } = asked;
    const deep = /^(context|positions|timeline|why|latest|help|subscribe)(?:_([A-Za-z0-9_-]+))?$/.exec(
      asked.words[0] ?? "",
    );
    const linked = deep ? tools.commands.find((c) => c.name === deep[1]) : undefined;
    if (linked && linked.audience === "everyone") {
      return linked.run({ ...asked, command: linked.name, words: deep?.[2] ? [deep[2]] : [], options: {} }, tools);
    }
    const place = linked && deep?.[2] ? ` place:${deep[2]}` : "";
    const buttons: Button[] = [
      { label: place ? phrases.name(deep?.[2] ?? "") : phrases.say("button-all"), command: `subscribe${place}` },
      { label: phrases.say("button-context"), command: "context UA" },
      { label: phrases.say("button-help"), command: "help" },
    ];
    return {
      blocks: [
        line(phrases.say("greeting")),
        { kind: "gap" },
        line(`• ${phrases.say("greeting-how")}`),
        line(`• ${phrases.say("greeting-ask")}`),
        line(`• ${phrases.say("greeting-channel")}`),
      ],
      buttons: [buttons, [{ label: phrases.say("button-add-channel"), invites: true }]],
    };
  },
};
