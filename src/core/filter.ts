import { speaksForState } from "./ladder.ts";
import type { Alert, ChatId, Shift, Subscription } from "./model.ts";
import type { ChatSettings } from "./ports.ts";

const wants = <T>(list: readonly T[], one: T) => list.length === 0 || list.includes(one);

/** A subscription to everything, as `/subscribe` without filters makes it. */
export function everything(id: string, chat: ChatId, createdAt: Date): Subscription {
  return {
    id,
    chat,
    places: [],
    actors: [],
    directions: [],
    topics: [],
    levels: [],
    languages: [],
    minSeverity: 1,
    certainty: "any",
    createdAt,
  };
}

function tellsOf(subscription: Subscription, shift: Shift): boolean {
  return (
    (speaksForState(shift.level) || subscription.levels.includes(shift.level)) &&
    wants(subscription.places, shift.place) &&
    wants(subscription.actors, shift.actor)
  );
}

/** Whether an alert rests on more than a report: an official word, or two independent publishers. */
function firm(alert: Alert): boolean {
  if (alert.status === "confirmed") return true;
  if (alert.status !== "reversed") return false;
  return (
    alert.attribution.kind === "official" || alert.attribution.kind === "named_person" || alert.publishers.length > 1
  );
}

/**
 * Whether a chat with this subscription is told of an alert: one shift must fit place, actor and level together, the alert must fit the rest.
 * Positions of oppositions, legislators and others reach only those who subscribed to that level.
 */
export function matches(subscription: Subscription, alert: Alert): boolean {
  return (
    !(subscription.pausedUntil && subscription.pausedUntil > alert.at) &&
    wants(subscription.topics, alert.topic) &&
    wants(subscription.stories ?? [], alert.story) &&
    alert.severity >= subscription.minSeverity &&
    (subscription.certainty === "any" || firm(alert)) &&
    (subscription.languages.length === 0 ||
      alert.languages.some((language) => subscription.languages.includes(language))) &&
    (wants(subscription.directions, alert.direction) ||
      alert.shifts.some((shift) => subscription.directions.includes(shift.direction))) &&
    alert.shifts.some((shift) => tellsOf(subscription, shift))
  );
}

/**
 * Whether a revision rings a chat with this subscription: what rings everybody rings all whom the alert fits; a turn of an
 * opposition, a legislator or others rings only those who subscribed to that level.
 */
export function rings(subscription: Subscription, alert: Alert): boolean {
  if (alert.cause === "edited") return false;
  return matches(subscription, alert.rings ? alert : { ...alert, shifts: alert.newShifts });
}

/** Whether an alert revision rings a chat that set no filters. */
export function ringsByDefault(alert: Alert): boolean {
  return alert.rings && matches(everything("", "", alert.at), alert);
}

/** Whether a chat has silenced an alert: itself for a while, its story, or the places or actors of all its shifts. */
export function silenced(settings: Pick<ChatSettings, "mutedUntil" | "muted">, alert: Alert): boolean {
  if (settings.mutedUntil && settings.mutedUntil > alert.at) return true;
  const mutes = (settings.muted ?? []).filter((mute) => mute.until > alert.at);
  const muted = (kind: "story" | "place" | "actor", id: string) =>
    mutes.some((mute) => mute.kind === kind && mute.id === id);
  return (
    muted("story", alert.story) ||
    (alert.shifts.length > 0 &&
      alert.shifts.every((shift) => muted("place", shift.place) || muted("actor", shift.actor)))
  );
}
