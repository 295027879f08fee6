import { speaksForState } from "./ladder.ts";
import { figures, likeness, rarity, STORY_TERMS, terms } from "./likeness.ts";
import type { Coding, Direction, Item, Presence, Story } from "./model.ts";

/** How long after its last item a story still takes new ones, and how long after its first, in hours. */
export const GAP_HOURS = 72;
export const SPAN_HOURS = 168;

/** What an item says that decides which story it belongs to; `loud` tells positions of a state or body from those of parties, armed groups and others. */
export interface Facts {
  readonly topic: string;
  readonly direction: Direction;
  readonly actors: readonly string[];
  readonly places: readonly string[];
  readonly objects: readonly string[];
  readonly presence?: Presence;
  readonly loud?: boolean;
  readonly figures: readonly number[];
  readonly terms: readonly string[];
  readonly title: string;
}

/** The story that an item joins, those found to be the same as it, and why; `joined` is absent where it founds one. */
export interface StoryChoice {
  readonly joined?: Story;
  readonly merged: readonly Story[];
  readonly why: string;
}

/** Likeness needed to join, by what the item's and the story's coding leave open. */
const NEEDED = { place: 0.16, actor: 0.22, actorAndPlace: 0.3, direction: 0.34, nothing: 0.42 } as const;

/** Reads an item's facts from its coding; `title` is the title without the outlet's name. */
export function factsOf(item: Item, coding: Coding, title: string): Facts {
  const main = coding.events.filter(
    (event) => coding.actors.includes(event.actor) && event.direction === coding.direction,
  );
  const first = main[0];
  return {
    topic: first?.topic ?? coding.events[0]?.topic ?? "foreign-troops",
    direction: coding.direction,
    actors: coding.actors,
    places: coding.places,
    objects: [...new Set(main.map((event) => event.object))],
    ...(first === undefined ? {} : { presence: first.presence, loud: speaksForState(first.actorLevel) }),
    figures: figures(`${title} ${item.text.slice(0, 600)}`),
    terms: terms(title, item.text),
    title,
  };
}

const shares = (a: readonly string[], b: readonly string[]) => a.some((one) => b.includes(one));
const union = <T>(a: readonly T[], b: readonly T[], limit: number) => [...new Set([...a, ...b])].slice(0, limit);

/** What coded facts say of an item and a story: the likeness still needed to join (0 where they agree on all), or undefined where they exclude it. */
export function neededLikeness(facts: Facts, story: Story): number | undefined {
  if (facts.topic !== story.topic) return undefined;
  const oneWithout = facts.direction === "none" || story.direction === "none";
  if (!oneWithout && facts.direction !== story.direction) return undefined;
  const actors = facts.actors.length > 0 && story.actors.length > 0;
  const places = facts.places.length > 0 && story.places.length > 0;
  if (actors && !shares(facts.actors, story.actors)) return undefined;
  if (places && !shares(facts.places, story.places)) return undefined;
  if (oneWithout && !(facts.direction === "none" && story.direction === "none"))
    return actors && places ? NEEDED.direction : NEEDED.nothing;
  if (facts.direction === "none") return NEEDED.nothing;
  if (actors && places) return 0;
  if (actors) return NEEDED.place;
  return places ? NEEDED.actor : NEEDED.actorAndPlace;
}

const hours = (a: Date, b: Date) => Math.abs(a.getTime() - b.getTime()) / 3_600_000;

/** Whether a story still takes an item of this time. */
export function open(story: Story, at: Date): boolean {
  return (
    story.mergedInto === undefined &&
    (hours(story.lastAt, at) <= GAP_HOURS || (at >= story.firstAt && at <= story.lastAt)) &&
    hours(story.firstAt, at) <= SPAN_HOURS
  );
}

/** Chooses the story of an item among those at hand: full agreement of facts first, then the likest of those that facts leave possible. */
export function chooseStory(facts: Facts, stories: readonly Story[], at: Date): StoryChoice {
  const near = stories.filter((story) => open(story, at));
  const weight = rarity(near);
  const candidates: { readonly story: Story; readonly like: number; readonly needed: number }[] = [];
  for (const story of near) {
    const needed = neededLikeness(facts, story);
    if (needed === undefined) continue;
    const like = likeness(facts.terms, story.terms, weight);
    if (like >= needed) candidates.push({ story, like, needed });
  }
  const rank = (c: { readonly like: number; readonly needed: number }) => (c.needed === 0 ? 1 : 0) + c.like;
  candidates.sort((a, b) => rank(b) - rank(a) || a.story.firstAt.getTime() - b.story.firstAt.getTime());
  const best = candidates[0];
  if (!best) return { merged: [], why: "no open story with the same facts" };
  const why =
    best.needed === 0
      ? "same actor, place and direction"
      : `likeness ${best.like.toFixed(2)} of ${best.needed.toFixed(2)} needed`;
  return { joined: best.story, merged: [], why };
}

/** Relevance, and likeness to a story, from which an item that the coder leaves out still counts as a part of that story. */
const HINT = { score: 0.15, like: 0.45 } as const;

/** The story that an item belongs to which is not on topic by itself: nearly the same words and figures, and no coded fact against it. */
export function likelyStory(
  facts: Facts,
  score: number,
  stories: readonly Story[],
  at: Date,
): { readonly story: Story; readonly why: string } | undefined {
  if (score < HINT.score) return undefined;
  const near = stories.filter((story) => open(story, at));
  const weight = rarity(near);
  let best: { readonly story: Story; readonly like: number } | undefined;
  for (const story of near) {
    const like = likeness(facts.terms, story.terms, weight);
    if (like >= HINT.like && (!best || like > best.like)) best = { story, like };
  }
  return best && { story: best.story, why: `not on topic by itself, likeness ${best.like.toFixed(2)}` };
}

/** Founds a story with an item's facts; its id is the item's and never changes. */
export function foundStory(id: string, facts: Facts, at: Date): Story {
  return {
    id,
    topic: facts.topic,
    direction: facts.direction,
    actors: facts.actors,
    places: facts.places,
    objects: facts.objects,
    ...(facts.presence === undefined ? {} : { presence: facts.presence }),
    figures: facts.figures,
    terms: facts.terms.slice(0, STORY_TERMS),
    firstAt: at,
    lastAt: at,
    items: 1,
  };
}

/** A story with one item more: what the item adds to its facts, its terms and its time. */
export function joinStory(story: Story, facts: Facts, at: Date, known = false): Story {
  return {
    ...story,
    direction: story.direction === "none" ? facts.direction : story.direction,
    actors: union(story.actors, facts.actors, 12),
    places: story.places.length === 0 ? facts.places : story.places,
    objects: union(story.objects, facts.objects, 8),
    figures: union(story.figures, facts.figures, 24),
    terms: union(story.terms, facts.terms, STORY_TERMS),
    firstAt: at < story.firstAt ? at : story.firstAt,
    lastAt: at > story.lastAt ? at : story.lastAt,
    items: story.items + (known ? 0 : 1),
  };
}
