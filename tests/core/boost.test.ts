import { describe, expect, it } from "vitest";
import { boost, type Growth } from "../../src/core/boost.ts";
import { choose, distribution, type Features, probability } from "../../src/core/linear.ts";
import type { Example } from "../../src/core/train.ts";

const growth: Growth = { rounds: 40, rate: 0.2, leaves: 6, leaf: 1, penalty: 1, least: 1 };
const seen = (...names: string[]): Features => new Map(names.map((name) => [name, 1]));
const times = (n: number, one: Example): Example[] => Array.from({ length: n }, () => one);

/** Yes where exactly one of two signs stands: what no sum of weights can tell. */
const either: Example[] = [
  ...times(10, { features: seen(), accepted: ["no"] }),
  ...times(9, { features: seen("a"), accepted: ["yes"] }),
  ...times(8, { features: seen("b"), accepted: ["yes"] }),
  ...times(11, { features: seen("a", "b"), accepted: ["no"] }),
];

describe("boosted trees", () => {
  it("tell signs together from each alone", () => {
    const forest = boost(["no", "yes"], either, growth);
    expect(probability(forest, seen("a"))).toBeGreaterThan(0.9);
    expect(probability(forest, seen("b"))).toBeGreaterThan(0.9);
    expect(probability(forest, seen("a", "b"))).toBeLessThan(0.1);
    expect(probability(forest, seen())).toBeLessThan(0.1);
  });

  it("split a number where it parts the classes", () => {
    const numbers = [1, 2, 3, 4, 5, 6].flatMap((n) =>
      times(4, { features: new Map([["n", n]]), accepted: [n > 3 ? "yes" : "no"] }),
    );
    const forest = boost(["no", "yes"], numbers, growth);
    expect(probability(forest, new Map([["n", 3]]))).toBeLessThan(0.2);
    expect(probability(forest, new Map([["n", 4]]))).toBeGreaterThan(0.8);
  });

  it("choose among several classes, and leave open what was open", () => {
    const examples: Example[] = ["x", "y", "z"].flatMap((c) => times(8, { features: seen(c), accepted: [c] }));
    const forest = boost(
      ["x", "y", "z"],
      [...examples, ...times(8, { features: seen("xy"), accepted: ["x", "y"] })],
      growth,
    );
    expect(["x", "y", "z"].map((c) => choose(forest, seen(c)).name)).toEqual(["x", "y", "z"]);
    const open = distribution(forest, seen("xy"));
    expect((open[0] ?? 0) + (open[1] ?? 0)).toBeGreaterThan(0.9);
    expect(Math.abs((open[0] ?? 0) - (open[1] ?? 0))).toBeLessThan(0.2);
  });

  it("count an example as often as it weighs", () => {
    const torn: Example[] = [
      { features: seen("a"), accepted: ["yes"], weight: 6 },
      ...times(3, { features: seen("a"), accepted: ["no"] }),
    ];
    expect(probability(boost(["no", "yes"], torn, growth), seen("a"))).toBeGreaterThan(0.5);
  });

  it("leave rare signs alone, and are the same for the same examples", () => {
    const rare: Example[] = [...either, { features: seen("rare"), accepted: ["yes"] }];
    const forest = boost(["no", "yes"], rare, { ...growth, least: 2 });
    expect([...forest.features].sort()).toEqual(["a", "b"]);
    expect(JSON.stringify(boost(["no", "yes"], rare, { ...growth, least: 2 }))).toBe(JSON.stringify(forest));
  });
});
