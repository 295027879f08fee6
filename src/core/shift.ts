import { classDistance, classOf, ledgerLevel, moveDirection, side } from "./ladder.ts";
import type { ActorLevel, ClaimStatus, CodedEvent, Coding, Shift, Stance, StanceKey, Story } from "./model.ts";

const HOUR = 3_600_000;

/** A step of one class is a wobble, and no shift, for so many hours after the standing stance was taken. */
export const WOBBLE_HOURS = 48;

/** So many positions of one holder at one place are told within those hours; while readings contradict each other, a further one waits. */
export const TURNS = 2;

/** A position as an item gives it: whose, where, and the event that says so. */
export interface Position {
  readonly key: StanceKey;
  readonly event: CodedEvent;
}

/** What a position means against what is known of its holder. `restores` is the stance that stands again after a denial. */
export type Reading =
  | { readonly kind: "first"; readonly shift: Shift }
  | { readonly kind: "quiet"; readonly why: string }
  | { readonly kind: "known"; readonly standing: Stance; readonly why: string }
  | { readonly kind: "confirmed"; readonly standing: Stance }
  | { readonly kind: "shift"; readonly standing: Stance; readonly shift: Shift }
  | { readonly kind: "denied"; readonly standing: Stance; readonly shift: Shift; readonly restores?: Stance }
  | { readonly kind: "late"; readonly standing: Stance };

/** Whether a position on such a word is only a report until somebody confirms it. */
export function provisional(event: CodedEvent): boolean {
  return (
    event.attribution.kind === "anonymous_source" ||
    event.attribution.kind === "leaked" ||
    event.attribution.kind === "media_report"
  );
}

/** What only a sender does: at home there is nobody to send, to keep or to withdraw. */
const SENDS: ReadonlySet<string> = new Set(["deploy", "commit", "extend", "support", "withdraw", "drop", "suspend"]);

/** What is known of an item beside an event when its key is made: its story, whom it names, and where its holders stand already. */
export interface Surroundings {
  readonly story?: Story;
  readonly named: readonly string[];
  readonly holds: (actor: string, place: string) => boolean;
}

/** The level that an event is kept under: what a person says in a legislature is a legislator's word, what it decides the state's. */
function levelOf(event: CodedEvent): ActorLevel {
  if (event.actorLevel === "legislature" && event.attribution.kind === "named_person") return "legislator";
  return ledgerLevel(event.actorLevel);
}

/** The place that an event is kept under: its own, unless that is the holder's own state and the story or the ledger knows better; the story's where it has none. */
function placeOf(event: CodedEvent, { story, named, holds }: Surroundings): string {
  const lead = story?.places[0];
  const abroad = story?.places.find((id) => id !== event.actor);
  if (event.place === undefined) return story?.places.length === 1 ? (lead ?? "") : "";
  if (event.place !== event.actor) return event.place;
  if (abroad !== undefined && SENDS.has(event.action)) return abroad;
  const known = named.filter((id) => id !== event.actor && holds(event.actor, id));
  return known.length === 1 ? (known[0] ?? event.place) : event.place;
}

/** The key under which an event's position is kept. */
export function keyOf(event: CodedEvent, around: Surroundings): StanceKey {
  const place = placeOf(event, around);
  return {
    topic: event.topic,
    actor: event.actor,
    level: levelOf(event),
    place,
    presence: event.actor === place ? "foreign" : event.place === event.actor ? "own" : event.presence,
  };
}

/** Whether two keys are the same. */
export function sameKey(a: StanceKey, b: StanceKey): boolean {
  return (
    a.topic === b.topic &&
    a.actor === b.actor &&
    a.level === b.level &&
    a.place === b.place &&
    a.presence === b.presence
  );
}

/** Whose soldiers a position about foreign ones names, where it names them. */
function targetOf({ key, event }: Position): string | undefined {
  return key.presence === "foreign" && event.target !== key.actor && event.target !== key.place
    ? event.target
    : undefined;
}

/** An event as the ladder takes it: a withdrawal that hangs on something is a condition. */
function settled(event: CodedEvent): CodedEvent {
  if (event.certainty !== "conditional" || event.rung !== -4) return event;
  return { ...event, action: "condition", rung: 0, direction: "hold" };
}

/** The positions of an item's main holders in its main direction, one a key; the first told counts. A state's soldiers who go to their own country are none. */
export function positionsOf(coding: Coding, around: Surroundings): Position[] {
  const found: Position[] = [];
  for (const event of coding.events) {
    if (event.direction === "none" || event.direction !== coding.direction || !coding.actors.includes(event.actor))
      continue;
    const key = keyOf(event, around);
    if (key.actor === key.place && (event.action === "deploy" || event.action === "commit")) continue;
    if (!found.some((position) => sameKey(position.key, key))) found.push({ key, event: settled(event) });
  }
  return found;
}

const stands = (stance: Stance) => stance.status !== "denied" && stance.status !== "retracted";

/** Whether a stance and a position can be about the same soldiers: a demand that names whose is another position than one that names others'. */
function sameMatter(stance: Stance, target: string | undefined): boolean {
  return (
    target === undefined ||
    stance.targets === undefined ||
    stance.targets.length === 0 ||
    stance.targets.includes(target)
  );
}

/** The stance that stands under a key at a time: the newest of the ledger, else the baseline's where that is older than the item. */
export function standing(
  key: StanceKey,
  stances: readonly Stance[],
  baseline: readonly Stance[],
  at: Date,
  target?: string,
  before?: Stance,
): Stance | undefined {
  let newest: Stance | undefined;
  for (const stance of stances) {
    if (stance.source !== "ledger" || !stands(stance) || !sameKey(stance, key) || !sameMatter(stance, target)) continue;
    if (before && (stance === before || stance.since > before.since || stance.item === before.item)) continue;
    if (!newest || stance.since > newest.since) newest = stance;
  }
  if (newest) return newest;
  for (const stance of [...stances.filter((one) => one.source === "baseline"), ...baseline])
    if (
      sameKey(stance, key) &&
      sameMatter(stance, target) &&
      stance.since < at &&
      (!newest || stance.since > newest.since)
    )
      newest = stance;
  return newest;
}

/** The newest stance that the same story gave of the same holder, where one of the two lacks the place or was read with another presence. */
function sameTold(key: StanceKey, stances: readonly Stance[], story: string | undefined): Stance | undefined {
  return stances.find(
    (stance) =>
      stance.source === "ledger" &&
      stands(stance) &&
      stance.story === story &&
      stance.topic === key.topic &&
      stance.actor === key.actor &&
      stance.level === key.level &&
      (stance.place === key.place || stance.place === "" || key.place === ""),
  );
}

/** The shift between a stance and an event's position. */
function shiftFrom(
  key: StanceKey,
  from: Stance | undefined,
  to: {
    readonly rung: CodedEvent["rung"];
    readonly action: string;
    readonly object: string;
    readonly direction: Shift["direction"];
  },
): Shift {
  return {
    ...key,
    object: to.object,
    ...(from === undefined ? {} : { from: { rung: from.rung, action: from.action, since: from.since } }),
    to: { rung: to.rung, action: to.action },
    direction: from === undefined ? to.direction : moveDirection(from.rung, to.rung),
  };
}

/** Whether a move goes where the item itself points: "ready to send" after a decision to send is no step back, nor is "suspends" after a withdrawal one forward. */
function pointsWithItem(from: Stance, event: CodedEvent): boolean {
  if (event.direction === "hold" || side(from.rung) !== side(event.rung)) return true;
  return moveDirection(from.rung, event.rung) === event.direction;
}

/** How often a holder's position was taken anew in the last hours. */
function turnsOf(key: StanceKey, stances: readonly Stance[], at: Date): number {
  const since = at.getTime() - WOBBLE_HOURS * HOUR;
  return stances.filter(
    (stance) => stance.source === "ledger" && sameKey(stance, key) && stance.since.getTime() >= since,
  ).length;
}

/** Reads a position against the ledger and the baseline: the table "What rings", one row after the other. */
export function readPosition(
  position: Position,
  stances: readonly Stance[],
  baseline: readonly Stance[],
  at: Date,
  independent: boolean,
  story?: string,
): Reading {
  const { key, event } = position;
  const target = targetOf(position);
  const now = standing(key, stances, baseline, at, target) ?? sameTold(key, stances, story);
  if (!now) {
    const other = standing(
      { ...key, presence: key.presence === "own" ? "foreign" : "own" },
      stances,
      baseline,
      at,
      target,
    );
    if (other && classOf(other.rung) === classOf(event.rung))
      return { kind: "known", standing: other, why: `already ${classOf(other.rung)}, read with other soldiers` };
    if (event.restated || event.action === "extend") return { kind: "quiet", why: "first seen, but worded as old" };
    return { kind: "first", shift: shiftFrom(key, undefined, event) };
  }
  const age = (at.getTime() - now.since.getTime()) / HOUR;
  const distance = classDistance(now.rung, event.rung);
  if (distance === 0) {
    const firm = !provisional(event);
    if (now.source === "ledger" && now.status === "reported" && (firm || independent))
      return { kind: "confirmed", standing: now };
    return { kind: "known", standing: now, why: `already ${classOf(now.rung)}` };
  }
  if (event.restated && event.action !== "extend" && now.status !== "reported" && side(now.rung) !== side(event.rung))
    return { kind: "known", standing: now, why: `worded as old, yet ${classOf(now.rung)} is known` };
  if (!pointsWithItem(now, event))
    return { kind: "known", standing: now, why: `no step back from ${classOf(now.rung)}` };
  if (now.source === "ledger" && age < -24) return { kind: "late", standing: now };
  if (event.certainty === "denied" && now.source === "ledger" && side(now.rung) !== side(event.rung)) {
    const earlier = standing(key, stances, baseline, at, target, now);
    const again = earlier && side(earlier.rung) === side(event.rung) ? earlier : undefined;
    return {
      kind: "denied",
      standing: now,
      shift: shiftFrom(key, now, again ? { ...again, direction: event.direction } : event),
      ...(again ? { restores: again } : {}),
    };
  }
  const firmOverReport = now.status === "reported" && !provisional(event);
  if (!firmOverReport && turnsOf(key, stances, at) >= TURNS)
    return { kind: "known", standing: now, why: `turned ${TURNS} times within ${WOBBLE_HOURS} hours` };
  if (now.source === "ledger" && distance === 1 && age < WOBBLE_HOURS) {
    if (now.status === "reported" && !provisional(event) && side(now.rung) === side(event.rung))
      return { kind: "confirmed", standing: now };
    return { kind: "known", standing: now, why: `one step from ${classOf(now.rung)} within ${WOBBLE_HOURS} hours` };
  }
  return { kind: "shift", standing: now, shift: shiftFrom(key, now, event) };
}

/** The stance that an event's position becomes in the ledger. */
export function stanceOf(
  position: Position,
  at: Date,
  from: { readonly item: string; readonly story: string; readonly url?: string },
  status?: ClaimStatus,
): Stance {
  const { key, event } = position;
  const target = targetOf(position);
  return {
    ...key,
    rung: event.rung,
    action: event.action,
    object: event.object,
    since: at,
    status: status ?? (provisional(event) ? "reported" : "confirmed"),
    attribution: event.attribution,
    item: from.item,
    story: from.story,
    ...(from.url === undefined ? {} : { url: from.url }),
    sentence: event.evidence.sentence,
    ...(target === undefined ? {} : { targets: [target] }),
    source: "ledger",
  };
}
