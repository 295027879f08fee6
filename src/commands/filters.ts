import { speaksForState } from "../core/ladder.ts";
import { nearestWord } from "../core/line.ts";
import type { ActorLevel, Direction, Severity, Subscription } from "../core/model.ts";
import type { Gazetteer } from "../core/ports.ts";
import type { Phrases } from "../core/strings.ts";
import { type Asked, mistake, several, type Tools } from "./command.ts";

/** Directions that can be subscribed. */
export const directions: readonly Direction[] = ["advance", "rollback", "hold"];

/** Levels that can be subscribed beside the government. */
export const levels: readonly ActorLevel[] = [
  "opposition",
  "legislator",
  "ex_official",
  "protesters",
  "armed_group",
  "commentator",
];

const CERTAINTIES = ["any", "confirmed"] as const;
const SEVERITIES: readonly Severity[] = [1, 2, 3, 4];

/** The id that a text names; throws a mistake with the nearest name where it names nothing of the kind. */
export function idOf(text: string, kind: "place" | "actor", gazetteer: Gazetteer, phrases: Phrases): string {
  const found = gazetteer.find(text, phrases.language);
  if (found && (kind === "actor" || found.kind === "state" || found.id === "EU")) return found.id;
  throw mistake(phrases, `unknown-${kind}`, { word: text }, gazetteer.suggest(text, phrases.language));
}

/** A word out of a closed list, by itself or by its name in the chat's language. */
function pick<T extends string>(
  text: string,
  option: string,
  known: readonly T[],
  name: (value: T) => string,
  phrases: Phrases,
): T {
  const wanted = text.toLocaleLowerCase(phrases.language);
  const found = known.find(
    (k) => k === wanted || k.replace("_", "-") === wanted || name(k).toLocaleLowerCase(phrases.language) === wanted,
  );
  if (found !== undefined) return found;
  throw mistake(
    phrases,
    "unknown-value",
    { word: text, option, choices: known.join(", ") },
    nearestWord(wanted, known),
  );
}

/** The subscription that a request describes; words without a key are places (states) or actors (organisations, missions). */
export function toSubscription(asked: Asked, tools: Tools, id: string): Subscription {
  const { phrases, options } = asked;
  const bare = several(asked.words.join(" ")).map((text) => {
    const found = tools.gazetteer.find(text, phrases.language);
    if (!found)
      throw mistake(phrases, "unknown-place", { word: text }, tools.gazetteer.suggest(text, phrases.language));
    return found;
  });
  const severity = options.severity ?? "1";
  const named = SEVERITIES.find(
    (s) => String(s) === severity || phrases.say("severity", { level: s }).toLowerCase() === severity.toLowerCase(),
  );
  if (named === undefined)
    throw mistake(phrases, "unknown-value", { word: severity, option: "severity", choices: "1, 2, 3, 4" });
  const unique = <T>(list: readonly T[]) => [...new Set(list)];
  return {
    id,
    chat: asked.target.chat,
    places: unique([
      ...several(options.place).map((text) => idOf(text, "place", tools.gazetteer, phrases)),
      ...bare.filter((b) => b.kind === "state").map((b) => b.id),
    ]),
    actors: unique([
      ...several(options.actor).map((text) => idOf(text, "actor", tools.gazetteer, phrases)),
      ...bare.filter((b) => b.kind !== "state").map((b) => b.id),
    ]),
    directions: unique(
      several(options.direction).map((text) =>
        pick(text, "direction", directions, (d) => phrases.say("direction", { direction: d }), phrases),
      ),
    ),
    levels: unique(
      several(options.level).map((text) =>
        pick(text, "level", levels, (l) => phrases.say("level", { level: l }), phrases),
      ),
    ),
    languages: unique(several(options.language).map((text) => languageOf(text, phrases))),
    topics: unique(
      several(options.topic).map((text) =>
        pick(text, "topic", tools.topics, (t) => phrases.say("topic", { topic: t }), phrases),
      ),
    ),
    minSeverity: named,
    certainty: pick(
      options.certainty ?? "any",
      "certainty",
      CERTAINTIES,
      (c) => phrases.say("certainty", { certainty: c }),
      phrases,
    ),
    createdAt: asked.now,
    createdBy: asked.user,
  };
}

const KNOWN_LANGUAGES = [
  "en",
  "uk",
  "ru",
  "de",
  "fr",
  "pl",
  "es",
  "tr",
  "ar",
  "it",
  "pt",
  "nl",
  "ro",
  "cs",
  "sv",
  "el",
  "hu",
  "fa",
  "he",
  "zh",
  "ja",
];

/** The code of a language given as a code or by its name in the chat's language. */
function languageOf(text: string, phrases: Phrases): string {
  const wanted = text.toLocaleLowerCase(phrases.language);
  const own = (code: string) => new Intl.DisplayNames(code, { type: "language" }).of(code)?.toLocaleLowerCase(code);
  const found = KNOWN_LANGUAGES.find(
    (code) =>
      code === wanted ||
      phrases.languageName(code).toLocaleLowerCase(phrases.language) === wanted ||
      own(code) === wanted,
  );
  if (found !== undefined) return found;
  throw mistake(phrases, "unknown-value", { word: text, option: "language", choices: KNOWN_LANGUAGES.join(", ") });
}

/** A subscription's filters in words; without any: everything. */
export function filterWords(s: Subscription, phrases: Phrases): string {
  const names = (ids: readonly string[]) => phrases.list(ids.map((id) => phrases.name(id)));
  const words = [
    s.places.length > 0 ? phrases.say("filter-places", { list: names(s.places) }) : "",
    s.actors.length > 0 ? phrases.say("filter-actors", { list: names(s.actors) }) : "",
    s.directions.length > 0
      ? phrases.say("filter-directions", {
          list: phrases.list(
            s.directions.map((d) => phrases.say("direction", { direction: d }).toLocaleLowerCase(phrases.language)),
          ),
        })
      : "",
    s.minSeverity > 1
      ? phrases.say("filter-severity", { severity: phrases.say("severity", { level: s.minSeverity }) })
      : "",
    s.certainty === "confirmed" ? phrases.say("certainty", { certainty: "confirmed" }) : "",
    s.levels.length > 0
      ? phrases.say("filter-levels", {
          list: phrases.list(s.levels.filter((l) => !speaksForState(l)).map((l) => phrases.say("level", { level: l }))),
        })
      : "",
    s.languages.length > 0
      ? phrases.say("filter-languages", { list: phrases.list(s.languages.map((l) => phrases.languageName(l))) })
      : "",
    s.topics.length > 0
      ? phrases.say("filter-topics", { list: phrases.list(s.topics.map((t) => phrases.say("topic", { topic: t }))) })
      : "",
    s.stories && s.stories.length > 0 ? phrases.say("filter-story") : "",
  ].filter((word) => word !== "");
  return words.length > 0 ? words.join(" · ") : phrases.say("everything");
}

/** Whether two subscriptions of a chat ask for the same. */
export function sameFilters(a: Subscription, b: Subscription): boolean {
  const key = (s: Subscription) =>
    JSON.stringify(
      [s.places, s.actors, s.directions, s.topics, s.stories ?? [], s.levels, s.languages]
        .map((l) => [...l].sort())
        .concat([[String(s.minSeverity), s.certainty]]),
    );
  return a.chat === b.chat && key(a) === key(b);
}

/** The subscription of the target chat that a number in its list or an id names. */
export async function subscriptionOf(text: string, asked: Asked, tools: Tools): Promise<Subscription> {
  const all = await tools.store.subscriptions(asked.target.chat);
  const found = all.find((s) => s.id === text) ?? (/^\d{1,3}$/.test(text) ? all[Number(text) - 1] : undefined);
  if (!found) throw mistake(asked.phrases, "no-subscription", { word: text });
  return found;
}
