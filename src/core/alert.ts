import { speaksForState } from "./ladder.ts";
import type { Alert, AttributionKind, ClaimStatus, Coding, Item, Shift, Stance, StanceKey, Story } from "./model.ts";
import type { Provenance } from "./publisher.ts";
import { severity } from "./severity.ts";
import { type Position, provisional, type Reading, sameKey } from "./shift.ts";

const DAY = 86_400_000;

/** An alert of the same actor here is the one that a later turn is told under while it is younger than this, in days. */
export const REPLY_DAYS = 30;

/** A position with what it means. */
export interface Read {
  readonly position: Position;
  readonly reading: Reading;
}

/** What an alert revision is made of. */
export interface AlertInput {
  /** The id of an alert that is founded. */
  readonly id: string;
  readonly item: Item;
  readonly coding: Coding;
  readonly story: Story;
  readonly source: Provenance;
  readonly reads: readonly Read[];
  readonly demands: Alert["demands"];
  readonly weightOf: (actor: string) => number;
  readonly at: Date;
  readonly now: Date;
}

/** Whose newest alert a position belongs under: the same actor, level and presence at the same place, not older than thirty days. */
export function alertFor(key: StanceKey, alerts: readonly Alert[], now: Date): Alert | undefined {
  let newest: Alert | undefined;
  for (const alert of alerts) {
    if (alert.topic !== key.topic || now.getTime() - alert.at.getTime() > REPLY_DAYS * DAY) continue;
    const told = alert.shifts.some(
      (shift) =>
        shift.actor === key.actor &&
        shift.place === key.place &&
        shift.level === key.level &&
        shift.presence === key.presence,
    );
    if (told && (!newest || alert.at > newest.at)) newest = alert;
  }
  return newest;
}

/** The newest alert told under a story, of positions as loud as the item's: a party's word never revises what was told of a government. */
export function alertOfStory(story: string, loud: boolean, alerts: readonly Alert[]): Alert | undefined {
  let newest: Alert | undefined;
  for (const alert of alerts)
    if (
      alert.story === story &&
      alert.shifts.some((shift) => speaksForState(shift.level)) === loud &&
      (!newest || alert.at > newest.at)
    )
      newest = alert;
  return newest;
}

const firmness: Readonly<Record<AttributionKind, number>> = {
  media_report: 0,
  anonymous_source: 1,
  leaked: 2,
  named_person: 3,
  official: 4,
};
const add = (list: readonly string[], one: string) => (one === "" || list.includes(one) ? list : [...list, one]);

/** What a revision tells that was not told before, and why it rings. */
function told(
  input: AlertInput,
  previous: Alert | undefined,
): { readonly cause: Alert["cause"]; readonly shifts: readonly Shift[]; readonly position?: Position } {
  const fresh = input.reads.filter(
    ({ reading }) => reading.kind === "first" || reading.kind === "shift" || reading.kind === "denied",
  );
  const shifts = fresh.flatMap(({ reading }) => ("shift" in reading ? [reading.shift] : []));
  const lead = fresh[0];
  const leadPosition = lead ? { position: lead.position } : {};
  if (fresh.some(({ reading }) => reading.kind === "denied")) return { cause: "denied", shifts, ...leadPosition };
  if (lead && shifts[0]) {
    if (!previous) return { cause: "founded", shifts, ...leadPosition };
    const mine = previous.shifts.some((shift) =>
      shifts.some((one) => one.actor === shift.actor && one.place === shift.place),
    );
    if (!mine) return { cause: "joined", shifts, ...leadPosition };
    return { cause: previous.direction === shifts[0].direction ? "founded" : "reversed", shifts, ...leadPosition };
  }
  const confirmation = input.reads.find(({ reading }) => reading.kind === "confirmed");
  if (confirmation && previous) return { cause: "confirmed", shifts: [], position: confirmation.position };
  return { cause: "edited", shifts: [] };
}

/** The claim status that a revision leaves an alert with. */
function statusOf(cause: Alert["cause"], position: Position | undefined, previous: Alert | undefined): ClaimStatus {
  if (cause === "confirmed" || cause === "denied") return cause;
  if (cause === "edited") return previous?.status ?? "reported";
  if (position && provisional(position.event)) return "reported";
  return cause === "reversed" ? "reversed" : "confirmed";
}

/** The alert that an item founds, or the next revision of one; undefined where there is nothing to tell and none to edit. */
export function nextAlert(input: AlertInput, previous: Alert | undefined): Alert | undefined {
  const { item, coding, story, source } = input;
  const { cause, shifts, position } = told(input, previous);
  if (cause === "edited" && !previous) return undefined;
  const turned = cause === "denied" || cause === "reversed" || (cause === "founded" && previous !== undefined);
  const old = turned ? undefined : previous;
  const event = position?.event;
  const firmer =
    event && (!old || firmness[event.attribution.kind] > firmness[old.attribution.kind] || cause === "joined");
  const attribution = firmer ? event.attribution : (old?.attribution ?? { kind: "media_report" });
  const publishers = source.borrowed && old ? old.publishers : add(old?.publishers ?? [], source.name);
  const quote = event
    ? { text: event.evidence.sentence, lang: coding.lang }
    : (previous?.quote ?? { text: item.title, lang: coding.lang });
  const all = [...(previous?.shifts ?? []), ...shifts];
  // a party's or an armed group's turn is told to those alone who asked for that level
  const loud =
    cause === "confirmed"
      ? position !== undefined && speaksForState(position.key.level)
      : shifts.some((shift) => speaksForState(shift.level));
  const link = event || !previous ? item.url : previous.url;
  const published = event || !previous ? item.published : previous.published;
  const newest =
    turned || !previous || cause === "joined"
      ? shifts
      : previous.newShifts.length > 0
        ? previous.newShifts
        : previous.shifts.slice(-1);
  return {
    id: previous?.id ?? input.id,
    revision: (previous?.revision ?? 0) + 1,
    topic: story.topic,
    story: story.id,
    status: statusOf(cause, position, previous),
    direction: shifts[0]?.direction ?? previous?.direction ?? coding.direction,
    severity:
      cause === "edited" && previous
        ? previous.severity
        : severity(newest, attribution.kind, publishers.length, input.weightOf),
    rings: cause !== "edited" && loud,
    cause,
    shifts: all,
    newShifts: shifts,
    attribution,
    publishers,
    stateMedia: source.stateMedia ? add(old?.stateMedia ?? [], source.name) : (old?.stateMedia ?? []),
    languages: add(old?.languages ?? [], coding.lang),
    items: [...(previous?.items ?? []).filter((id) => id !== item.id), item.id],
    quote,
    ...(link === undefined ? {} : { url: link }),
    demands: shifts.length > 0 ? input.demands : (previous?.demands ?? []),
    ...(published === undefined ? {} : { published }),
    firstSeen: event || !previous ? item.firstSeen : previous.firstSeen,
    at: input.now,
  };
}

/** The operator's word that what an alert told last was wrong: a last revision for every chat that has it, and the ledger set back to before. */
export function retract(
  alert: Alert,
  stances: readonly Stance[],
  now: Date,
): { readonly alert: Alert; readonly stances: readonly Stance[] } {
  const last = alert.shifts.at(-1);
  const wrong = alert.shifts.filter(
    (shift) =>
      last &&
      shift.direction === last.direction &&
      !alert.shifts.some(
        (later) =>
          later !== shift && sameKey(later, shift) && alert.shifts.indexOf(later) > alert.shifts.indexOf(shift),
      ),
  );
  const back = wrong.flatMap((shift): Shift[] =>
    shift.from === undefined
      ? []
      : [
          {
            ...shift,
            from: { ...shift.to, since: alert.firstSeen },
            to: { rung: shift.from.rung, action: shift.from.action },
            direction: shift.direction === "advance" ? "rollback" : "advance",
          },
        ],
  );
  const newest = wrong.flatMap((shift) => {
    const given = stances.filter(
      (stance) => stance.item !== undefined && alert.items.includes(stance.item) && sameKey(stance, shift),
    );
    given.sort((a, b) => b.since.getTime() - a.since.getTime());
    return given.slice(0, 1);
  });
  return {
    alert: {
      ...alert,
      revision: alert.revision + 1,
      status: "retracted",
      rings: true,
      cause: "retracted",
      newShifts: back,
      at: now,
    },
    stances: newest.map((stance) => ({ ...stance, status: "retracted" })),
  };
}
