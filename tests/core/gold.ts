import type {
  ActorLevel,
  AttributionKind,
  Certainty,
  Coding,
  Direction,
  Presence,
  Rung,
} from "../../src/core/model.ts";

/** What a reader says of an item of a case. */
export interface Gold {
  readonly actors: readonly string[];
  readonly places: readonly string[];
  readonly direction: Direction;
  readonly action: string;
  readonly rung: Rung;
  readonly presence?: Presence;
  readonly level?: ActorLevel;
  readonly attribution?: AttributionKind;
  readonly certainty?: Certainty;
  readonly restated?: boolean;
  readonly background?: boolean;
  readonly relevant?: boolean;
}

/** The coding that a reader's word amounts to: one event for each holder and place. */
export function goldCoding(gold: Gold, title: string, lang = "en"): Coding {
  const places = gold.places.length === 0 ? [undefined] : gold.places;
  return {
    lang,
    relevant: gold.relevant ?? true,
    score: gold.relevant === false ? 0 : 1,
    direction: gold.direction,
    actors: gold.actors,
    places: gold.places,
    background: gold.background ?? false,
    events:
      gold.direction === "none"
        ? []
        : gold.actors.flatMap((actor) =>
            places.map((place) => ({
              topic: "foreign-troops",
              actor,
              actorLevel: gold.level ?? "government_or_igo",
              action: gold.action,
              rung: gold.rung,
              direction: gold.direction,
              presence: gold.presence ?? (actor === place ? "foreign" : "own"),
              object: "contingent",
              ...(place === undefined ? {} : { place }),
              attribution: { kind: gold.attribution ?? "official" },
              certainty: gold.certainty ?? "stated",
              ...(gold.restated ? { restated: true } : {}),
              evidence: { field: "title" as const, sentence: title, start: 0, end: title.length, matched: [] },
            })),
          ),
  };
}
