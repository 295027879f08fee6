import { classDistance } from "./ladder.ts";
import type { AttributionKind, Severity, Shift } from "./model.ts";

/** Points of the largest move. */
function move(shifts: readonly Shift[]): number {
  let points = 0;
  for (const shift of shifts)
    points = Math.max(points, shift.from ? Math.min(3, classDistance(shift.from.rung, shift.to.rung)) : 1);
  return points;
}

/**
 * Severity of an alert from the shifts that it tells, the word it rests on and the publishers that carry it: the points of four rows are added up.
 *
 * | row | 0 | 1 | 2 | 3 |
 * | --- | --- | --- | --- | --- |
 * | move, the largest told | – | one class, or a first sighting | two classes | three or four |
 * | who moves, the weightiest | a party, an armed group … | a state or body | one of weight 3 in `data/actors.json` | – |
 * | whose word | anonymous, leaked, another outlet's | official, or a named person | – | – |
 * | independent publishers | one or two | three or more | – | – |
 *
 * Up to 2 points are a note (1), 3 and 4 ordinary (2), 5 high (3), 6 and 7 severe (4).
 * The word and the publishers are those of the claim that stands; `weightOf` gives an actor's weight.
 */
export function severity(
  shifts: readonly Shift[],
  word: AttributionKind,
  publishers: number,
  weightOf: (actor: string) => number,
): Severity {
  const loud = shifts.filter((shift) => shift.level === "government_or_igo");
  const who = loud.length === 0 ? 0 : loud.some((shift) => weightOf(shift.actor) >= 3) ? 2 : 1;
  const firm = word === "official" || word === "named_person" ? 1 : 0;
  const points = move(shifts) + who + firm + (publishers >= 3 ? 1 : 0);
  if (points <= 2) return 1;
  if (points <= 4) return 2;
  return points === 5 ? 3 : 4;
}
