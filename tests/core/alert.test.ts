import { describe, expect, it } from "vitest";
import { retract } from "../../src/core/alert.ts";
import type { AttributionKind, Rung, Shift } from "../../src/core/model.ts";
import { toKnowledge } from "../../src/core/pipeline.ts";
import { severity } from "../../src/core/severity.ts";
import { goldCoding } from "./gold.ts";
import { itemOf, openMemory } from "./memory.ts";

const shift = (
  actor: string,
  from: Rung | undefined,
  to: Rung,
  level: Shift["level"] = "government_or_igo",
): Shift => ({
  topic: "foreign-troops",
  actor,
  level,
  place: "UA",
  presence: "own",
  object: "force",
  to: { rung: to, action: "x" },
  direction: "rollback",
  ...(from === undefined ? {} : { from: { rung: from, action: "y", since: new Date(0) } }),
});
const weight = (id: string) => (id === "US" ? 3 : 1);

describe("severity", () => {
  it.each<[string, Shift, AttributionKind, number, number]>([
    ["a party's word", shift("LV", undefined, 2, "opposition"), "anonymous_source", 1, 1],
    ["a small state's rumoured first sighting", shift("LV", undefined, 2), "anonymous_source", 1, 1],
    ["a small state's official first sighting", shift("LV", undefined, 2), "official", 1, 2],
    ["a great power's first sighting", shift("US", undefined, 2), "official", 1, 2],
    ["a great power's two classes", shift("US", 2, -2), "official", 1, 3],
    ["the same from three publishers", shift("US", 2, -2), "official", 3, 4],
    ["a small state's complete turn", shift("LV", 4, -4), "official", 1, 3],
  ])("%s", (_, one, word, publishers, wanted) => {
    expect(severity([one], word, publishers, weight)).toBe(wanted);
  });
});

describe("an alert that the operator takes back", () => {
  it("is told as retracted, lists the shift back and sets the ledger back to before", () => {
    const memory = openMemory(toKnowledge({ publishers: [], baseline: [], actors: new Map() }));
    const gold = { actors: ["GB"], places: ["UA"], direction: "advance", action: "support", rung: 2 } as const;
    memory.tell(itemOf({ id: "a", title: "t", date: "2025-01-01" }), goldCoding(gold, "t"));
    const told = memory.tell(
      itemOf({ id: "b", title: "u", date: "2025-01-09" }),
      goldCoding({ ...gold, direction: "rollback", action: "drop", rung: -2 }, "u"),
    );
    if (!told.alert) throw new Error("no alert");
    const back = retract(told.alert, memory.stances, new Date("2025-01-10"));
    expect(back.alert).toMatchObject({ revision: 3, status: "retracted", cause: "retracted", rings: true });
    expect(back.alert.newShifts).toMatchObject([{ from: { rung: -2 }, to: { rung: 2 }, direction: "advance" }]);
    expect(back.stances.map((stance) => [stance.item, stance.status])).toEqual([["b", "retracted"]]);
  });
});
