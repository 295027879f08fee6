import { describe, expect, it } from "vitest";
import { classOf } from "../../src/core/ladder.ts";
import type { Alert, Rung } from "../../src/core/model.ts";
import { toKnowledge } from "../../src/core/pipeline.ts";
import { type Gold, goldCoding } from "./gold.ts";
import { itemOf, openMemory } from "./memory.ts";

/** A small generator of numbers, the same for the same seed. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const ACTIONS: readonly (readonly [string, Rung])[] = [
  ["deploy", 4],
  ["extend", 4],
  ["commit", 3],
  ["support", 2],
  ["propose", 1],
  ["condition", 0],
  ["suspend", -1],
  ["drop", -2],
  ["rule_out", -3],
  ["withdraw", -4],
];
const WORDS = ["official", "named_person", "anonymous_source", "leaked", "media_report"] as const;
const LEVELS = ["government_or_igo", "government_or_igo", "government_or_igo", "legislature", "opposition"] as const;

/** Tells a memory some hundreds of items of every kind, out of order, undated, doubled and contradictory among them. */
function run(seed: number) {
  const pick = random(seed);
  const one = <T>(list: readonly T[]): T => list[pick(list.length)] as T;
  const memory = openMemory(toKnowledge({ publishers: [], baseline: [], actors: new Map() }));
  const heard: { readonly alert: Alert; readonly id: string }[] = [];
  const storyOf = new Map<string, string>();
  for (let n = 0; n < 400; n++) {
    const [action, rung] = one(ACTIONS);
    const direction = rung === 1 || rung === 0 ? "hold" : rung > 0 ? "advance" : "rollback";
    const gold: Gold = {
      actors: pick(12) === 0 ? [] : pick(6) === 0 ? ["FR", "DE"] : [one(["FR", "DE", "PL"])],
      places: pick(8) === 0 ? [] : [one(["ML", "UA"])],
      direction: pick(10) === 0 ? "none" : direction,
      action,
      rung,
      attribution: one(WORDS),
      level: one(LEVELS),
      certainty: pick(9) === 0 ? "denied" : "stated",
      restated: pick(9) === 0,
      background: pick(15) === 0,
      relevant: pick(15) !== 0,
    };
    const again = pick(20) === 0 && n > 0;
    const id = again ? `i${pick(n)}` : `i${n}`;
    const shown = itemOf({
      id,
      title: `Item ${pick(40)} of ${gold.actors.join(" ")}`,
      date: new Date(1.7e12 + n * 3.6e6 * 5).toISOString(),
      publisher: one(["A", "B", "C", ""]),
    });
    const { published: _, ...undated } = shown;
    const wrong = [
      undated,
      { ...shown, published: new Date(Number.NaN) },
      { ...shown, published: new Date(+shown.firstSeen - 8.64e7 * pick(9)) },
      { ...shown, published: new Date(+shown.firstSeen + 8.64e7 * pick(9)) },
    ];
    const item = pick(6) === 0 ? one(wrong) : shown;
    const outcome = memory.tell(item, goldCoding(gold, item.title), item.firstSeen, storyOf.get(id));
    if (outcome.story) storyOf.set(id, outcome.story.id);
    if (outcome.alert) heard.push({ alert: outcome.alert, id });
    expect(outcome.verdict.reason).not.toBe("");
  }
  return { memory, heard };
}

describe.each([1, 2, 3, 4, 5])("whatever comes in (seed %i)", (seed) => {
  const { memory, heard } = run(seed);

  it("counts the revisions of each alert without a gap, and the item that caused one is its last", () => {
    const last = new Map<string, number>();
    for (const { alert, id } of heard) {
      expect(alert.revision).toBe((last.get(alert.id) ?? 0) + 1);
      expect(alert.items.at(-1)).toBe(id);
      expect(new Set(alert.items).size).toBe(alert.items.length);
      last.set(alert.id, alert.revision);
    }
  });

  it("rings only for a move between classes, a first sighting, or a confirmation", () => {
    for (const { alert } of heard) {
      if (!alert.rings) continue;
      if (alert.cause === "confirmed") expect(alert.newShifts).toEqual([]);
      else expect(alert.newShifts.length).toBeGreaterThan(0);
      for (const shift of alert.newShifts)
        if (shift.from) expect(classOf(shift.from.rung)).not.toBe(classOf(shift.to.rung));
    }
  });

  it("never rings for levels that move nobody", () => {
    for (const { alert } of heard)
      if (alert.rings && alert.cause !== "confirmed")
        expect(alert.newShifts.some((shift) => shift.level === "government_or_igo")).toBe(true);
  });

  it("confirms an alert no more than once for each claim", () => {
    const open = new Map<string, boolean>();
    for (const { alert } of heard) {
      if (alert.cause === "confirmed") expect(open.get(alert.id)).toBe(true);
      if (alert.cause === "confirmed") open.set(alert.id, alert.shifts.length > 1);
      else if (alert.cause !== "edited") open.set(alert.id, true);
    }
  });

  it("keeps one direction and one lead in a story", () => {
    for (const story of memory.stories.values()) {
      expect(story.id).toMatch(/^s-i\d+(-\w+)?$/);
      expect(story.terms.length).toBeLessThanOrEqual(64);
      if (story.mergedInto !== undefined) expect(memory.stories.has(story.mergedInto)).toBe(true);
    }
  });
});
