import type { Features } from "./linear.ts";

/**
 * Boosted decision trees over named features: for every class a sum of leaves, one of each of its trees. Made by `npm run fit`. A tree is a list of nodes; node `i`
 * asks whether the feature `split[i]` (an index into `features`) is above `at[i]`: if so, `next[i] + 1` comes next, else `next[i]`. A leaf has `split` -1 and its value in `at`.
 */
export interface Forest {
  readonly classes: readonly string[];
  readonly bias: readonly number[];
  readonly features: readonly string[];
  readonly trees: readonly Tree[];
}

/** One tree, of the row `row` of the sums. */
export interface Tree {
  readonly row: number;
  readonly split: readonly number[];
  readonly at: readonly number[];
  readonly next: readonly number[];
}

const indexes = new WeakMap<Forest, ReadonlyMap<string, number>>();

function indexOf(forest: Forest): ReadonlyMap<string, number> {
  let index = indexes.get(forest);
  if (!index) {
    index = new Map(forest.features.map((name, i) => [name, i]));
    indexes.set(forest, index);
  }
  return index;
}

/** Sums of the classes before squashing; a feature that is absent is 0. */
export function sums(forest: Forest, features: Features): number[] {
  const index = indexOf(forest);
  const values = new Float64Array(forest.features.length);
  for (const [name, value] of features) {
    const i = index.get(name);
    if (i !== undefined) values[i] = value;
  }
  const out = [...forest.bias];
  for (const { row, split, at, next } of forest.trees) {
    let node = 0;
    let feature = split[0] ?? -1;
    while (feature >= 0) {
      node = (next[node] ?? 0) + ((values[feature] ?? 0) > (at[node] ?? 0) ? 1 : 0);
      feature = split[node] ?? -1;
    }
    out[row] = (out[row] ?? 0) + (at[node] ?? 0);
  }
  return out;
}
