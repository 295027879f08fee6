import { type AlertInput, alertFor, alertOfStory, nextAlert, type Read } from "./alert.ts";
import type { Actor } from "./catalog.ts";
import { rightHolders } from "./holder.ts";
import { speaksForState } from "./ladder.ts";
import type { Alert, Coding, Item, Shift, Stance, StanceKey, Story, Verdict } from "./model.ts";
import type { Context, Outcome } from "./ports.ts";
import { type PublisherFamily, type PublisherIndex, provenance, publisherIndex } from "./publisher.ts";
import { type Position, positionsOf, readPosition, stanceOf } from "./shift.ts";
import { chooseStory, factsOf, foundStory, joinStory, likelyStory } from "./story.ts";

const HOUR = 3_600_000;

/** An item dated more than so many hours before (or after) it was first seen rings nobody. */
export const OLD_HOURS = 48;

/** How sure the coder must be of an item whose title does not say what it rings for, where its holder is not followed here yet. */
export const LEAD_SCORE = 0.985;

/** How sure it must be at least of an item that speaks of a holder who is followed here. */
export const FOLLOWED_SCORE = 0.6;

/** The parts of the catalogue that the engine reads. */
export interface Knowledge {
  readonly publishers: PublisherIndex;
  /** Baseline stances under their place. */
  readonly baseline: ReadonlyMap<string, readonly Stance[]>;
  /** States, organisations and missions: their weight, members, owner and places. */
  readonly actors: ReadonlyMap<string, Actor>;
}

/** Prepares what `assess` reads of the catalogue; call it once. */
export function toKnowledge(parts: {
  readonly publishers: readonly PublisherFamily[];
  readonly baseline: readonly Stance[];
  readonly actors: ReadonlyMap<string, Actor>;
}): Knowledge {
  const baseline = new Map<string, Stance[]>();
  const withMembers = (ids: readonly string[]) => [
    ...new Set(ids.flatMap((id) => [id, ...(parts.actors.get(id)?.members ?? [])])),
  ];
  for (const stance of parts.baseline) {
    const known = stance.targets === undefined ? stance : { ...stance, targets: withMembers(stance.targets) };
    baseline.set(stance.place, [...(baseline.get(stance.place) ?? []), known]);
  }
  return {
    publishers: publisherIndex(parts.publishers),
    baseline,
    actors: parts.actors,
  };
}

/** When an item speaks: its own date, or when it was first seen where that date lies ahead; `fit` says whether it may ring. */
export function timeOf(item: Item): { readonly at: Date; readonly fit: "fit" | "old" | "undated" } {
  const { published, firstSeen } = item;
  if (published === undefined || Number.isNaN(published.getTime())) return { at: firstSeen, fit: "undated" };
  const lead = (published.getTime() - firstSeen.getTime()) / HOUR;
  if (lead > OLD_HOURS) return { at: firstSeen, fit: "undated" };
  if (lead < -OLD_HOURS) return { at: published, fit: "old" };
  return { at: lead > 0 ? firstSeen : published, fit: "fit" };
}

/** Standing demands of others at the places of shifts that these meet (`agrees`) or go against. */
export function demandsOn(
  shifts: readonly Shift[],
  stances: readonly Stance[],
  knowledge: Knowledge,
  at: Date,
): Alert["demands"] {
  const found: Alert["demands"][number][] = [];
  for (const shift of shifts) {
    if (shift.direction !== "rollback" && shift.direction !== "advance") continue;
    const here = [...stances, ...(knowledge.baseline.get(shift.place) ?? [])].filter(
      (stance) => stance.place === shift.place && stance.place !== "",
    );
    const answered = new Set<string>();
    for (const demand of here) {
      if (
        demand.actor === shift.actor ||
        demand.presence !== "foreign" ||
        demand.since > at ||
        !speaksForState(demand.level)
      )
        continue;
      if (demand.status === "denied" || demand.status === "retracted" || answered.has(demand.actor)) continue;
      answered.add(demand.actor);
      if (demand.rung > -3 || found.some((one) => one.actor === demand.actor)) continue;
      const targets = demand.targets ?? [];
      if (
        targets.length > 0 &&
        !targets.some((id) => id === shift.actor || knowledge.actors.get(id)?.members.includes(shift.actor))
      )
        continue;
      found.push({
        actor: demand.actor,
        since: demand.since,
        agrees: shift.direction === "rollback",
        ...(demand.url === undefined ? {} : { url: demand.url }),
        note: demand.object,
      });
    }
  }
  return found;
}

/** Whether the ledger (and not the baseline alone) has a position of this holder at this place that stands. */
function followed(key: StanceKey, stances: readonly Stance[]): boolean {
  return stances.some(
    (stance) =>
      stance.source === "ledger" &&
      stance.actor === key.actor &&
      stance.place === key.place &&
      stance.topic === key.topic &&
      stance.level === key.level &&
      stance.status !== "denied" &&
      stance.status !== "retracted",
  );
}

/**
 * Whether a position is told firmly enough to ring and to enter the ledger: the coder is sure of the item and its title says so (or the
 * coder is very sure). One of the two may be weak where the holder is followed here already, not both.
 */
function fitToRing(position: Position, item: Item, coding: Coding, stances: readonly Stance[]): boolean {
  const aside = position.event.evidence.field === "text" && item.title !== "";
  if (coding.sure === false) return !aside && coding.score >= FOLLOWED_SCORE && followed(position.key, stances);
  return !aside || coding.score >= LEAD_SCORE || followed(position.key, stances);
}

/** What a silent outcome is called, by what stopped it. */
function verdictOf(
  reads: readonly Read[],
  joined: Story | undefined,
  alert: Alert | undefined,
  fit: "fit" | "old" | "undated",
  coding: Coding,
  why: string,
): Verdict {
  if (alert?.rings) return { stage: "alerted", reason: `${alert.cause}: ${alert.id} revision ${alert.revision}` };
  if (alert && alert.cause !== "edited") {
    const levels = (alert.newShifts.length > 0 ? alert.newShifts : alert.shifts).map((shift) => shift.level);
    return { stage: "level", reason: [...new Set(levels)].join(", ") };
  }
  if (coding.sure === false) return { stage: "abstained", reason: "on topic, but not sure enough to ring" };
  if (coding.background) return { stage: "background", reason: "opinion, history, poll or overview" };
  if (fit === "undated") return { stage: "undated", reason: "no date, or one far ahead" };
  if (reads.length === 0)
    return joined
      ? { stage: "joined", reason: `${joined.id}: ${why}` }
      : { stage: "no_stance", reason: "no position of an identified holder" };
  if (fit === "old") return { stage: "old", reason: `dated more than ${OLD_HOURS} hours before it was first seen` };
  if (alert) return { stage: "edited", reason: `${alert.id} revision ${alert.revision}: ${why}` };
  const reading = reads[0]?.reading;
  if (reading?.kind === "late") return { stage: "old", reason: "an earlier word than the one that stands" };
  const known = reading && "why" in reading ? reading.why : why;
  return { stage: "known_stance", reason: known };
}

/**
 * Judges one coded item against what is known: its story, the positions it gives, the alert it founds or revises. Pure: the same
 * arguments give the same outcome. `earlier` is the story of an item that was seen before in other words: it stays in it.
 */
export function assess(
  item: Item,
  coded: Coding,
  context: Context,
  now: Date,
  knowledge: Knowledge,
  earlier?: string,
): Outcome {
  const coding = rightHolders(coded, knowledge.actors);
  const source = provenance(item, coding, knowledge.publishers);
  const { at, fit } = timeOf(item);
  const facts = factsOf(item, coding, source.title, (id) => {
    const actor = knowledge.actors.get(id);
    return actor?.kind === "mission" ? actor.places : undefined;
  });
  const nothing = { item, coding, merged: [], stances: [], touched: [] };
  if (!coding.relevant) {
    const like = likelyStory(facts, coding.score, context.stories, at);
    if (!like) return { ...nothing, verdict: { stage: "not_relevant", reason: `score ${coding.score.toFixed(2)}` } };
    const story = joinStory(like.story, { ...facts, actors: [], places: [], objects: [] }, at);
    return { ...nothing, story, verdict: { stage: "joined", reason: `${story.id}: ${like.why}` } };
  }

  // an item that comes back in other words may found a second time what it founded before
  const key = earlier === undefined ? item.id : `${item.id}-${now.getTime().toString(36)}`;
  const kept = earlier === undefined ? undefined : context.stories.find((story) => story.id === earlier);
  const choice = kept
    ? { joined: kept, merged: [], why: "seen before in other words" }
    : chooseStory(facts, context.stories, at);
  const story = choice.joined
    ? joinStory(choice.joined, facts, at, kept !== undefined)
    : foundStory(`s-${key}`, facts, at);
  const told = alertOfStory(story.id, facts.loud !== false, context.alerts);
  const from = { item: item.id, story: story.id, ...(item.url === undefined ? {} : { url: item.url }) };

  const reads: Read[] = [];
  const stances: Stance[] = [];
  let previous: Alert | undefined;
  if (!coding.background && fit !== "undated") {
    const holds = (actor: string, place: string) =>
      [...context.stances, ...(knowledge.baseline.get(place) ?? [])].some(
        (stance) => stance.actor === actor && stance.place === place && stance.presence === "own",
      );
    for (const position of positionsOf(coding, { story, named: facts.named, holds })) {
      const here = alertFor(position.key, context.alerts, now);
      const independent =
        here !== undefined && source.id !== "" && !source.borrowed && !here.publishers.includes(source.name);
      const baseline = knowledge.baseline.get(position.key.place) ?? [];
      if (!fitToRing(position, item, coding, context.stances)) continue;
      const reading = readPosition(position, context.stances, baseline, at, independent, story.id);
      reads.push({ position, reading });
      if (reading.kind === "first" || reading.kind === "shift" || reading.kind === "quiet" || reading.kind === "late")
        stances.push(stanceOf(position, at, from));
      if (reading.kind === "confirmed")
        stances.push({ ...reading.standing, status: "confirmed", attribution: position.event.attribution });
      if (reading.kind === "denied") {
        if (reading.standing.status === "reported") stances.push({ ...reading.standing, status: "denied" });
        const again = reading.restores ? { rung: reading.restores.rung, action: reading.restores.action } : {};
        stances.push({ ...stanceOf(position, at, from, "confirmed"), ...again });
      }
      if (reading.kind !== "known" && reading.kind !== "quiet" && reading.kind !== "late") previous ??= here;
    }
  }

  const input: AlertInput = {
    id: `a-${key}`,
    item,
    coding,
    story,
    source,
    reads: fit === "fit" ? reads : [],
    demands: demandsOn(
      reads.flatMap(({ reading }) => ("shift" in reading ? [reading.shift] : [])),
      context.stances,
      knowledge,
      at,
    ),
    weightOf: (actor) => knowledge.actors.get(actor)?.weight ?? 1,
    at,
    now,
  };
  const alert = coding.background || fit === "undated" ? undefined : nextAlert(input, previous ?? told);
  return {
    item,
    coding,
    verdict: verdictOf(reads, choice.joined, alert, fit, coding, choice.why),
    story,
    merged: choice.merged.map((one) => one.id),
    stances,
    ...(alert ? { alert } : {}),
    touched: [],
  };
}
