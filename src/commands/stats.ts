import { heading, line } from "../core/message.ts";
import type { Command } from "./command.ts";

/** `/stats`: figures for the operator. */
export const stats: Command = {
  name: "stats",
  audience: "operator",
  options: [],
  async run(asked, tools) {
    const figures = Object.entries(await tools.operator.stats(asked.now));
    return {
      blocks: [
        heading("Shiftwire"),
        ...figures.map(([name, value]) => line(`${name}: ${asked.phrases.number(value)}`)),
      ],
      discreet: true,
    };
  },
};
