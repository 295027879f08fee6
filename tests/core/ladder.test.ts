import { describe, expect, it } from "vitest";
import { classDistance, classOf, ledgerLevel, moveDirection, side, speaksForState } from "../../src/core/ladder.ts";
import type { Rung } from "../../src/core/model.ts";

describe("the ladder", () => {
  it.each([
    [4, "present", 1],
    [3, "present", 1],
    [2, "willing", 1],
    [1, "weighing", 0],
    [0, "weighing", 0],
    [-1, "backing_off", -1],
    [-2, "backing_off", -1],
    [-3, "against", -1],
    [-4, "against", -1],
  ] as const)("puts rung %i into %s", (rung, name, points) => {
    expect([classOf(rung), side(rung)]).toEqual([name, points]);
  });

  it.each([
    [4, 3, 0],
    [3, 2, 1],
    [2, -2, 2],
    [4, -4, 4],
    [1, 0, 0],
  ] as const)("counts the classes from %i to %i", (a, b, steps) => {
    expect(classDistance(a as Rung, b as Rung)).toBe(steps);
    expect(classDistance(b as Rung, a as Rung)).toBe(steps);
  });

  it("says which way a move goes", () => {
    expect([moveDirection(2, -2), moveDirection(-3, 0), moveDirection(1, 1)]).toEqual(["rollback", "advance", "none"]);
  });

  it("lets a legislature that decides speak for the state, and an opposition not", () => {
    expect([
      ledgerLevel("legislature"),
      speaksForState("legislature"),
      speaksForState("opposition"),
      speaksForState("legislator"),
    ]).toEqual(["government_or_igo", true, false, false]);
  });
});
