import { arrow, holder, position, word } from "../core/card.ts";
import { moveDirection } from "../core/ladder.ts";
import { type Block, bold, heading, line } from "../core/message.ts";
import type { Stance } from "../core/model.ts";
import { type Asked, type Command, given, mistake, several } from "./command.ts";
import { idOf } from "./filters.ts";
import { timelinePicture } from "./timeline-picture.ts";

function turn(stance: Stance, before: Stance | undefined, asked: Asked): Block {
  const { phrases } = asked;
  const direction = before
    ? moveDirection(before.rung, stance.rung)
    : stance.rung > 0
      ? "advance"
      : stance.rung < 0
        ? "rollback"
        : "hold";
  const gone = stance.status === "denied" || stance.status === "retracted";
  const said = position(stance, phrases);
  const claim = gone || stance.status === "reported" ? ` · ${phrases.say("claim", { status: stance.status })}` : "";
  return line(
    `${arrow(direction)} ${phrases.day(stance.since)} · `,
    bold(holder(stance, phrases)),
    ": ",
    gone ? { text: said, style: "struck" } : { text: said },
    " · ",
    stance.url
      ? { text: word(stance.attribution, phrases), url: stance.url }
      : { text: word(stance.attribution, phrases) },
    claim,
  );
}

/** `/timeline`: how positions at a place moved, oldest first, in words and as a picture. */
export const timeline: Command = {
  name: "timeline",
  audience: "everyone",
  words: "place",
  options: [
    { name: "place", kind: "place", required: true },
    { name: "actor", kind: "actor" },
  ],
  example: "/timeline place:Ukraine actor:France",
  async run(asked, tools) {
    const { phrases } = asked;
    const wanted = given(asked, "place");
    if (wanted === undefined) throw mistake(phrases, "context-asked");
    const place = idOf(wanted, "place", tools.gazetteer, phrases);
    const actors = several(asked.options.actor).map((text) => idOf(text, "actor", tools.gazetteer, phrases));
    const stances = (await tools.store.stances({ place }))
      .filter((s) => actors.length === 0 || actors.includes(s.actor))
      .toSorted((a, b) => a.since.getTime() - b.since.getTime());
    if (stances.length === 0) return { blocks: [line(phrases.say("timeline-none", { name: phrases.name(place) }))] };
    const last = new Map<string, Stance>();
    const blocks = stances.map((stance) => {
      const key = [stance.actor, stance.level, stance.presence].join("|");
      const block = turn(stance, last.get(key), asked);
      last.set(key, stance);
      return block;
    });
    const image = await timelinePicture(
      phrases.say("timeline-picture", { name: phrases.name(place) }),
      stances,
      phrases,
      asked.now,
    ).catch((error: unknown) => {
      // the words say the same
      tools.log("warn", "timeline not drawn", { error });
      return undefined;
    });
    return {
      ...(image ? { image } : {}),
      blocks: [heading(phrases.say("timeline-title", { name: phrases.name(place) })), ...blocks],
      buttons: [[{ label: phrases.say("button-context"), command: `context ${place}` }]],
      line: `timeline place:${place}${actors.length > 0 ? ` actor:${actors.join(",")}` : ""}`,
    };
  },
};
