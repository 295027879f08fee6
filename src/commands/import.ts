import { everything } from "../core/filter.ts";
import { line } from "../core/message.ts";
import type { ActorLevel, Direction, Severity, Subscription } from "../core/model.ts";
import { type Command, given, mistake } from "./command.ts";
import { directions, levels, sameFilters } from "./filters.ts";
import { keep, newId } from "./subscribe.ts";

const MOST = 100;

function words<T extends string>(value: unknown, allowed: (word: string) => word is T): readonly T[] | undefined {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > MOST) return undefined;
  const kept = value.filter((one): one is T => typeof one === "string" && allowed(one));
  return kept.length === value.length ? kept : undefined;
}

const isDirection = (word: string): word is Direction => directions.some((d) => d === word);
const isLevel = (word: string): word is ActorLevel => levels.some((l) => l === word);

/** A subscription out of an export, or undefined where a part of it is none of ours. */
function toFilters(
  entry: unknown,
  base: Subscription,
  known: { id(word: string): boolean; topic(word: string): boolean },
): Subscription | undefined {
  if (typeof entry !== "object" || entry === null) return undefined;
  const given = entry as Record<string, unknown>;
  const isId = (word: string): word is string => known.id(word);
  const places = words(given.places, isId);
  const actors = words(given.actors, isId);
  const headed = words(given.directions, isDirection);
  const held = words(given.levels, isLevel);
  const languages = words(given.languages, (word): word is string => /^[a-z]{2,3}$/.test(word));
  const topics = words(given.topics, (word): word is string => known.topic(word));
  const severity = given.minSeverity ?? 1;
  if (!places || !actors || !headed || !held || !languages || !topics) return undefined;
  if (severity !== 1 && severity !== 2 && severity !== 3 && severity !== 4) return undefined;
  const minSeverity: Severity = severity;
  const certainty = given.certainty === "confirmed" ? "confirmed" : "any";
  return { ...base, places, actors, directions: headed, levels: held, languages, topics, minSeverity, certainty };
}

/** `/import`: the subscriptions of an `/export`, beside those that are there. */
export const importCommand: Command = {
  name: "import",
  audience: "settings",
  words: "data",
  options: [
    { name: "data", kind: "text", required: true },
    { name: "in", kind: "chat" },
  ],
  async run(asked, tools) {
    const { phrases, target, now } = asked;
    const wrong = mistake(phrases, "import-wrong");
    let read: unknown;
    try {
      read = JSON.parse(given(asked, "data") ?? "");
    } catch {
      throw wrong;
    }
    const list = (read as { readonly subscriptions?: unknown } | null)?.subscriptions;
    if (!Array.isArray(list) || list.length > MOST) throw wrong;
    const known = {
      id: (word: string) => tools.gazetteer.find(word, "en")?.id === word,
      topic: (word: string) => tools.topics.includes(word),
    };
    const wanted = list.map((entry) =>
      toFilters(entry, { ...everything(newId(), target.chat, now), createdBy: asked.user }, known),
    );
    if (wanted.includes(undefined)) throw wrong;
    const before = [...(await tools.store.subscriptions(target.chat))];
    let count = 0;
    for (const one of wanted) {
      if (!one || before.some((s) => sameFilters(s, one))) continue;
      await keep(one, asked, tools);
      before.push(one);
      count++;
    }
    return { blocks: [line(phrases.say("imported", { count }))], discreet: true };
  },
};
