import type { ActorLevel, Direction, Rung, StanceClass } from "./model.ts";

/** Classes of rungs in order, from leaving to being there; only a change of class is a shift. */
export const classes: readonly StanceClass[] = ["against", "backing_off", "weighing", "willing", "present"];

/** The class that a rung belongs to (present +4 +3, willing +2, weighing +1 0, backing off -1 -2, against -3 -4). */
export function classOf(rung: Rung): StanceClass {
  if (rung >= 3) return "present";
  if (rung === 2) return "willing";
  if (rung >= 0) return "weighing";
  return rung >= -2 ? "backing_off" : "against";
}

/** Steps between two classes, 0 to 4. */
export function classDistance(a: Rung, b: Rung): number {
  return Math.abs(classes.indexOf(classOf(a)) - classes.indexOf(classOf(b)));
}

/** Which way a class points: +1 towards a presence, -1 away from it, 0 for weighing. */
export function side(rung: Rung): -1 | 0 | 1 {
  if (rung >= 2) return 1;
  return rung <= -1 ? -1 : 0;
}

/** The direction of a move from one rung to another; `none` where they are the same rung. */
export function moveDirection(from: Rung, to: Rung): Direction {
  if (from === to) return "none";
  return to > from ? "advance" : "rollback";
}

/** The level under which a position is kept: a legislature that decides counts as the government. */
export function ledgerLevel(level: ActorLevel): ActorLevel {
  return level === "legislature" ? "government_or_igo" : level;
}

/** Whether a holder of this level moves the position of its state or organisation, and so rings a chat without filters. */
export function speaksForState(level: ActorLevel): boolean {
  return ledgerLevel(level) === "government_or_igo";
}
