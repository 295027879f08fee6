import { type Forest, sums } from "./forest.ts";

/** A linear model over named features: one weight row a class (a single row for yes or no). Made by `npm run fit`. */
export interface Linear {
  readonly classes: readonly string[];
  readonly bias: readonly number[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** What `npm run fit` makes for one question: weights, or trees where signs count only together. */
export type Model = Linear | Forest;

/** Named features; a value of 1 for what is just there. */
export type Features = Map<string, number>;

/** Scores of the classes before squashing. */
function scores(model: Model, features: Features): number[] {
  if ("trees" in model) return sums(model, features);
  const out = [...model.bias];
  for (const [name, value] of features) {
    const row = model.weights[name];
    if (row) for (let i = 0; i < out.length; i++) out[i] = (out[i] ?? 0) + (row[i] ?? 0) * value;
  }
  return out;
}

/** Probability of "yes" of a model with one row. */
export function probability(model: Model, features: Features): number {
  return 1 / (1 + Math.exp(-(scores(model, features)[0] ?? 0)));
}

/** Class probabilities, in the order of `model.classes`. */
export function distribution(model: Model, features: Features): number[] {
  const raw = scores(model, features);
  const top = Math.max(...raw);
  const powers = raw.map((s) => Math.exp(s - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((p) => p / sum);
}

/** The likeliest class and its probability. */
export function choose(model: Model, features: Features): { readonly name: string; readonly probability: number } {
  const all = distribution(model, features);
  let best = 0;
  for (let i = 1; i < all.length; i++) if ((all[i] ?? 0) > (all[best] ?? 0)) best = i;
  return { name: model.classes[best] ?? "", probability: all[best] ?? 0 };
}
