import { nearestWord } from "../core/line.ts";
import { type Block, bold, heading, line } from "../core/message.ts";
import { type Command, given, mistake } from "./command.ts";

/** `/help`: every command the caller may use, or one in detail. */
export const help: Command = {
  name: "help",
  audience: "everyone",
  options: [{ name: "command", kind: "command" }],
  words: "command",
  example: "/help subscribe",
  async run(asked, tools) {
    const { phrases } = asked;
    const offered = tools.commands.filter((c) => c.audience !== "operator" || asked.operator);
    const wanted = given(asked, "command")?.replace(/^\//, "").toLowerCase();
    if (wanted === undefined) {
      const list = (audience: Command["audience"]): readonly Block[] =>
        offered
          .filter((c) => c.audience === audience)
          .map((c) => line({ text: `/${c.name}` }, ` – ${phrases.say(`cmd-${c.name}`)}`));
      return {
        blocks: [
          heading(phrases.say("help-title")),
          ...list("everyone"),
          { kind: "gap" },
          heading(phrases.say("help-settings")),
          ...list("settings"),
          ...(asked.operator
            ? [{ kind: "gap" } as const, heading(phrases.say("help-operator")), ...list("operator")]
            : []),
          { kind: "gap" },
          line(phrases.say("help-more")),
        ],
        discreet: true,
      };
    }
    const found = offered.find((c) => c.name === wanted);
    if (!found) {
      const near = nearestWord(
        wanted,
        offered.map((c) => c.name),
      );
      throw mistake(phrases, "unknown-command", { word: `/${wanted}` }, near && `/${near}`);
    }
    return {
      blocks: [
        line(bold(`/${found.name}`), ` – ${phrases.say(`cmd-${found.name}`)}`),
        ...(found.options.length > 0 ? [line(phrases.say("help-options"))] : []),
        ...found.options.map((o) =>
          line(
            "• ",
            { text: `${o.name}:`, style: "code" },
            ` ${phrases.say(`opt-${o.describes ?? o.name}`)}${o.required ? ` (${phrases.say("help-required")})` : ""}`,
          ),
        ),
        ...(found.example ? [line(phrases.say("help-example", { example: found.example }))] : []),
      ],
      discreet: true,
    };
  },
};
