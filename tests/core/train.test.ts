import { describe, expect, it } from "vitest";
import { choose, distribution, type Features, probability } from "../../src/core/linear.ts";
import { type Example, train } from "../../src/core/train.ts";

const features = (...names: readonly string[]): Features => new Map(names.map((name) => [name, 1]));
const OPTIONS = { rounds: 200, penalty: 0.001, least: 2 };

const animals: readonly Example[] = [
  ...Array.from({ length: 6 }, () => ({ features: features("wings", "beak"), accepted: ["bird"] })),
  ...Array.from({ length: 6 }, () => ({ features: features("fins"), accepted: ["fish"] })),
  ...Array.from({ length: 6 }, () => ({ features: features("fur"), accepted: ["mammal"] })),
  { features: features("wings", "fur"), accepted: ["mammal", "bird"] },
  { features: features("once"), accepted: ["fish"] },
];
const classes = ["bird", "fish", "mammal"];

describe("training", () => {
  const model = train(classes, animals, OPTIONS);

  it.each([
    ["bird", ["wings", "beak"]],
    ["fish", ["fins"]],
    ["mammal", ["fur"]],
  ])("learns what makes a %s", (name, seen) => {
    const { name: got, probability: sure } = choose(model, features(...seen));
    expect(got).toBe(name);
    expect(sure).toBeGreaterThan(0.8);
  });

  it("gives the same weights for the same examples, to the last digit", () => {
    expect(JSON.stringify(train(classes, animals, OPTIONS))).toBe(JSON.stringify(model));
  });

  it("leaves out what was seen too seldom", () => {
    expect(Object.keys(model.weights)).not.toContain("once");
    expect(Object.keys(model.weights)).toContain("fins");
  });

  it("gives chances that add up to one", () => {
    expect(distribution(model, features("fur", "fins")).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10);
  });

  it("leans to the commoner class where nothing is known", () => {
    const skewed = [
      ...animals,
      ...Array.from({ length: 30 }, () => ({ features: features("gills"), accepted: ["fish"] })),
    ];
    expect(choose(train(classes, skewed, OPTIONS), features()).name).toBe("fish");
  });

  it("does not push apart two classes that readers both accept", () => {
    const both = Array.from({ length: 8 }, () => ({ features: features("wet"), accepted: ["bird", "fish"] }));
    const [bird = 0, fish = 0, mammal = 0] = distribution(train(classes, both, OPTIONS), features("wet"));
    expect(bird).toBeCloseTo(fish, 5);
    expect(mammal).toBeLessThan(0.1);
  });

  it("heavier examples win", () => {
    const at = (weight: number) =>
      probability(
        train(
          ["no", "yes"],
          [
            { features: features("x"), accepted: ["yes"], weight },
            { features: features("x"), accepted: ["yes"], weight },
            { features: features("x"), accepted: ["no"] },
            { features: features("x"), accepted: ["no"] },
          ],
          OPTIONS,
        ),
        features("x"),
      );
    expect(at(1)).toBeCloseTo(0.5, 2);
    expect(at(9)).toBeGreaterThan(0.8);
  });

  it("yes or no is one row, with a probability", () => {
    const yesNo = train(
      ["no", "yes"],
      ["yes", "no"].flatMap((name) =>
        Array.from({ length: 5 }, () => ({ features: features(`is ${name}`), accepted: [name] })),
      ),
      OPTIONS,
    );
    expect(yesNo.bias).toHaveLength(1);
    expect(probability(yesNo, features("is yes"))).toBeGreaterThan(0.8);
    expect(probability(yesNo, features("is no"))).toBeLessThan(0.2);
  });
});
