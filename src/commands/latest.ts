import { alertLine } from "../core/card.ts";
import { heading, line } from "../core/message.ts";
import { type Command, several } from "./command.ts";
import { idOf } from "./filters.ts";

const COUNT = 10;

/** `/latest`: the newest alerts, of a place or an actor where one is given. */
export const latest: Command = {
  name: "latest",
  audience: "everyone",
  words: "place",
  options: [
    { name: "place", kind: "place" },
    { name: "actor", kind: "actor" },
  ],
  example: "/latest actor:France",
  async run(asked, tools) {
    const { phrases } = asked;
    const words = asked.options.place ?? asked.words.join(" ");
    const places = several(words).map((text) => idOf(text, "place", tools.gazetteer, phrases));
    const actors = several(asked.options.actor).map((text) => idOf(text, "actor", tools.gazetteer, phrases));
    const found = await tools.store.alerts({
      ...(places[0] === undefined ? {} : { place: places[0] }),
      ...(actors[0] === undefined ? {} : { actor: actors[0] }),
      limit: COUNT,
    });
    if (found.length === 0) return { blocks: [line(phrases.say("latest-none"))] };
    return { blocks: [heading(phrases.say("latest-title")), ...found.map((alert) => alertLine(alert, phrases))] };
  },
};
