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
  /** Every state and body that the item names at all. */
  readonly named: readonly string[];
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

/** Likeness needed to join where the coding of the item or the story leaves something open. */
const NEEDED = { named: 0.12, unnamed: 0.3, holder: 0.03, bothPlaces: 0.05, direction: 0.06, nothing: 0.42 } as const;

/** Reads an item's facts from its coding; `title` is the title without the outlet's name; a mission that is named stands for its places. */
export function factsOf(
  item: Item,
  coding: Coding,
  title: string,
  placesOfMission: (id: string) => readonly string[] | undefined = () => undefined,
): Facts {
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
    named: [
      ...new Set((coding.named ?? [...coding.actors, ...coding.places]).flatMap((id) => placesOfMission(id) ?? [id])),
    ],
    figures: figures(`${title} ${item.text.slice(0, 600)}`),
    terms: terms(title, item.text),
    title,
  };
}

const union = <T>(a: readonly T[], b: readonly T[], limit: number) => [...new Set([...a, ...b])].slice(0, limit);

/** How two lists of ids stand to each other, each with its lead first: they agree, one of them is empty, or they speak of others. */
function compare(item: readonly string[], story: readonly string[], part: boolean): "agree" | "open" | "other" {
  const mine = item[0];
  const theirs = story[0];
  if (mine === undefined || theirs === undefined) return "open";
  if (!story.includes(mine)) return "other";
  return item.includes(theirs) || (part && item.every((id) => story.includes(id))) ? "agree" : "other";
}

const namedBy = (story: Story) => [...story.actors, ...story.places, ...(story.named ?? [])];

/** Likeness needed where a list is empty: little where the other side names its lead, much where nobody new is named, and none is enough where others alone are. */
function openNeed(facts: Facts, story: Story, mine: readonly string[], theirs: readonly string[]): number | undefined {
  const lead = theirs[0];
  if (lead !== undefined && facts.named.includes(lead)) return NEEDED.named;
  if (lead === undefined && mine[0] !== undefined && (story.named ?? []).includes(mine[0])) return NEEDED.named;
  const known = namedBy(story);
  return facts.named.every((id) => known.includes(id)) ? NEEDED.unnamed : undefined;
}

/** Likeness needed where two places differ: one of them may have been taken for the other, but only where it is named there too. */
function placeNeed(facts: Facts, story: Story, need: number): number | undefined {
  const here = facts.named.includes(story.places[0] ?? "");
  const there = (story.named ?? []).includes(facts.places[0] ?? "");
  const own = (places: readonly string[], actors: readonly string[]) => places.every((id) => actors.includes(id));
  // a holder's own state is seldom where its soldiers are
  const mineOwn = own(facts.places, facts.actors);
  if ((here && mineOwn) || (there && own(story.places, story.actors))) return need;
  if (mineOwn && facts.named.every((id) => namedBy(story).includes(id))) return Math.max(need, NEEDED.holder);
  return here && there ? Math.max(need, NEEDED.bothPlaces) : undefined;
}

/** Whether an item is about a place that the story knows nothing of: it makes another story, unless the story's place, abroad, is there beside it. */
function elsewhere(facts: Facts, story: Story): boolean {
  const lead = story.places[0];
  if (lead === undefined || (facts.places.includes(lead) && !story.actors.includes(lead))) return false;
  const known = namedBy(story);
  return !facts.places.every((id) => known.includes(id));
}

/** What coded facts say of an item and a story: the likeness still needed to join (0 where they agree on all), or undefined where they exclude it. */
export function neededLikeness(facts: Facts, story: Story): number | undefined {
  if (facts.topic !== story.topic) return undefined;
  const undirected = facts.direction === "none" || story.direction === "none";
  if (!undirected && facts.direction !== story.direction) return undefined;
  if (facts.loud !== undefined && story.loud !== undefined && facts.loud !== story.loud) return undefined;
  const actors = compare(facts.actors, story.actors, false);
  const places = compare(facts.places, story.places, true);
  if (actors === "other") return undefined;
  if (elsewhere(facts, story)) return undefined;
  let need: number | undefined = 0;
  if (actors === "open") need = openNeed(facts, story, facts.actors, story.actors);
  if (need !== undefined && places === "open") {
    // a holder and a direction that agree leave little to likeness
    const more = openNeed(facts, story, facts.places, story.places);
    need = more === undefined ? undefined : Math.max(need, actors === "agree" ? NEEDED.holder : more);
  }
  if (need !== undefined && places === "other") {
    need = placeNeed(facts, story, need);
  }
  if (need !== undefined && undirected)
    need = Math.max(need, actors === "agree" && places === "agree" ? NEEDED.direction : NEEDED.nothing);
  return need;
}

/** The same position at another place is told in nearly the same words; below this likeness, another place beside the story's is one on the way. */
const RETOLD = 0.45;

/** Whether an item may tell the story in other words though its place was read otherwise: same holder and direction, and the story's place is named. */
function retold(facts: Facts, story: Story): boolean {
  const place = story.places[0];
  return (
    facts.topic === story.topic &&
    facts.direction === story.direction &&
    facts.direction !== "none" &&
    facts.loud === story.loud &&
    compare(facts.actors, story.actors, false) === "agree" &&
    place !== undefined &&
    !story.actors.includes(place) &&
    facts.named.includes(place)
  );
}

const earlier = (a: Date, b: Date) => (a.getTime() < b.getTime() ? a : b);
const later = (a: Date, b: Date) => (a.getTime() < b.getTime() ? b : a);
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
  const candidates: {
    readonly story: Story;
    readonly like: number;
    readonly needed: number;
    readonly again: boolean;
  }[] = [];
  for (const story of near) {
    const needed = neededLikeness(facts, story);
    const again = needed === undefined && retold(facts, story);
    if (needed === undefined && !again) continue;
    const like = likeness(facts.terms, story.terms, weight);
    if (again ? like < RETOLD : like >= (needed ?? 0))
      candidates.push({ story, like, needed: needed ?? RETOLD, again });
  }
  const rank = (c: { readonly like: number; readonly needed: number }) => (c.needed === 0 ? 1 : 0) + c.like;
  candidates.sort((a, b) => rank(b) - rank(a) || a.story.firstAt.getTime() - b.story.firstAt.getTime());
  const best = candidates[0];
  if (!best) return { merged: [], why: "no open story with the same facts" };
  if (best.needed > 0)
    return {
      joined: best.story,
      merged: [],
      why: best.again
        ? `same holder and direction, names the place, likeness ${best.like.toFixed(2)} below ${RETOLD}`
        : `likeness ${best.like.toFixed(2)} of ${best.needed.toFixed(2)} needed`,
    };
  const same = candidates.filter((one) => one.needed === 0 && agree(one.story, best.story)).map((one) => one.story);
  same.sort((a, b) => a.firstAt.getTime() - b.firstAt.getTime());
  const [oldest = best.story, ...younger] = same;
  return { joined: younger.reduce(absorb, oldest), merged: younger, why: "same actor, place and direction" };
}

/** Whether two stories turn out to be one: each would take the other's facts without a look at their words. */
function agree(a: Story, b: Story): boolean {
  const factsIn = (story: Story): Facts => ({ ...story, named: namedBy(story), title: "" });
  return a.id === b.id || (neededLikeness(factsIn(a), b) === 0 && neededLikeness(factsIn(b), a) === 0);
}

/** A story with all that a younger one has, which is merged into it. */
function absorb(story: Story, younger: Story): Story {
  return {
    ...story,
    actors: union(story.actors, younger.actors, 12),
    places: union(story.places, younger.places, 8),
    objects: union(story.objects, younger.objects, 8),
    figures: union(story.figures, younger.figures, 24),
    terms: union(story.terms, younger.terms, STORY_TERMS),
    named: union(story.named ?? [], younger.named ?? [], 16),
    lastAt: later(younger.lastAt, story.lastAt),
    items: story.items + younger.items,
  };
}

/**
 * From which relevance on an item that the coder leaves out can still be a part of a story, and how alike it may be at most: a
 * paraphrase shares few words, while nearly the same words that are not on topic say something else.
 */
const HINTS = [
  { score: 0.4, like: 0.4 },
  { score: 0.1, like: 0.2 },
] as const;

/** The story that an item belongs to which is nearly on topic by itself: it names holder and place of it, nobody new, and says it in other words. */
export function likelyStory(
  facts: Facts,
  score: number,
  stories: readonly Story[],
  at: Date,
): { readonly story: Story; readonly why: string } | undefined {
  const most = HINTS.find((hint) => score >= hint.score)?.like;
  if (most === undefined) return undefined;
  const near = stories.filter((story) => open(story, at));
  const weight = rarity(near);
  let best: { readonly story: Story; readonly like: number } | undefined;
  for (const story of near) {
    const [actor, place] = [story.actors[0], story.places[0]];
    if (actor === undefined || place === undefined || actor === place) continue;
    const known = namedBy(story);
    if (!facts.named.includes(actor) || !facts.named.includes(place) || !facts.named.every((id) => known.includes(id)))
      continue;
    const like = likeness(facts.terms, story.terms, weight);
    if (like < most && (!best || like > best.like)) best = { story, like };
  }
  return (
    best && { story: best.story, why: `nearly on topic, names its holder and place, likeness ${best.like.toFixed(2)}` }
  );
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
    ...(facts.loud === undefined ? {} : { loud: facts.loud }),
    figures: facts.figures,
    terms: facts.terms.slice(0, STORY_TERMS),
    named: facts.named.slice(0, 16),
    firstAt: at,
    lastAt: at,
    items: 1,
  };
}

/** A story's places with an item's: those of the item are added where the story has none but the holder's own state. */
function placesOf(story: Story, facts: Facts): readonly string[] {
  const own = story.places.every((id) => story.actors.includes(id));
  return own ? union(story.places, facts.places, 8) : story.places;
}

/** A story with one item more: what the item adds to its facts, its terms and its time. */
export function joinStory(story: Story, facts: Facts, at: Date, known = false): Story {
  return {
    ...story,
    direction: story.direction === "none" ? facts.direction : story.direction,
    actors: union(story.actors, facts.actors, 12),
    places: placesOf(story, facts),
    objects: union(story.objects, facts.objects, 8),
    figures: union(story.figures, facts.figures, 24),
    terms: union(story.terms, facts.terms, STORY_TERMS),
    named: union(story.named ?? [], facts.named, 16),
    firstAt: earlier(at, story.firstAt),
    lastAt: later(at, story.lastAt),
    items: story.items + (known ? 0 : 1),
  };
}
