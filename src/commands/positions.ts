import { classes, classOf } from "../core/ladder.ts";
import { type Block, heading, line } from "../core/message.ts";
import { type Command, given, mistake } from "./command.ts";
import { stanceRow, standing } from "./context.ts";
import { idOf } from "./filters.ts";

/** `/positions`: the stance board of a place, from there to against. */
export const positions: Command = {
  name: "positions",
  audience: "everyone",
  words: "place",
  options: [{ name: "place", kind: "place", required: true }],
  example: "/positions Ukraine",
  async run(asked, tools) {
    const { phrases } = asked;
    const wanted = given(asked, "place");
    if (wanted === undefined) throw mistake(phrases, "context-asked");
    const place = idOf(wanted, "place", tools.gazetteer, phrases);
    const all = standing(await tools.store.stances({ place }));
    if (all.length === 0) return { blocks: [line(phrases.say("positions-none", { name: phrases.name(place) }))] };
    const groups = [...classes].reverse().flatMap((stanceClass): readonly Block[] => {
      const held = all.filter((s) => classOf(s.rung) === stanceClass);
      if (held.length === 0) return [];
      return [
        { kind: "gap" },
        heading(`${phrases.say("position-class", { class: stanceClass })} (${held.length})`),
        ...held.map((s) => stanceRow(s, "holder", asked)),
      ];
    });
    return {
      blocks: [heading(phrases.say("positions-title", { name: phrases.name(place) })), ...groups],
      buttons: [
        [
          { label: phrases.say("button-context"), command: `context ${place}` },
          { label: phrases.say("button-timeline"), command: `timeline ${place}` },
        ],
      ],
      line: `positions ${place}`,
    };
  },
};
