import type { Forest, Tree } from "./forest.ts";
import type { Example } from "./train.ts";

/** How a forest grows. `least`: examples that a feature must be seen in; `leaf`: weight of examples that a leaf must hold. */
export interface Growth {
  readonly rounds: number;
  readonly rate: number;
  readonly leaves: number;
  readonly leaf: number;
  readonly penalty: number;
  readonly least: number;
}

interface Row {
  /** Bins, one a feature that is not 0. */
  readonly bins: Int32Array;
  readonly ok: readonly boolean[];
  readonly weight: number;
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly threshold: number;
}

interface Leaf {
  readonly node: number;
  readonly rows: Int32Array;
  readonly g: Float64Array;
  readonly h: Float64Array;
  readonly gSum: number;
  readonly hSum: number;
  readonly weight: Float64Array;
  readonly wSum: number;
  readonly split: Split | undefined;
}

const BINS = 8;

/** Thresholds of one feature: a single one for what is there or not, up to `BINS` between the values that occur. */
function thresholds(values: readonly number[]): number[] {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  const first = distinct[0] ?? 1;
  const between = [first / 2];
  for (let i = 1; i < distinct.length; i++) between.push(((distinct[i - 1] ?? 0) + (distinct[i] ?? 0)) / 2);
  if (between.length <= BINS) return between;
  return Array.from({ length: BINS }, (_, i) => between[Math.floor((i * between.length) / BINS)] ?? 0);
}

/**
 * Fits gradient-boosted trees, grown leaf by leaf on the second-order gain (T. Chen, C. Guestrin: XGBoost, KDD 2016, eq. 7), on the log of the accepted classes' mass.
 * The classes `["no", "yes"]` make a single row. Same examples in the same order give the same forest. Feature values must not be negative.
 */
export function boost(classes: readonly string[], examples: readonly Example[], growth: Growth): Forest {
  const seen = new Map<string, number[]>();
  for (const e of examples)
    for (const [name, value] of e.features) {
      if (value === 0) continue;
      const list = seen.get(name);
      if (list) list.push(value);
      else seen.set(name, [value]);
    }
  const names = [...seen].filter(([, v]) => v.length >= growth.least).map(([n]) => n);
  names.sort();
  const cuts = names.map((n) => thresholds(seen.get(n) ?? []));
  const offset = new Int32Array(names.length + 1);
  for (let f = 0; f < names.length; f++) offset[f + 1] = (offset[f] ?? 0) + (cuts[f]?.length ?? 0);
  const size = offset[names.length] ?? 0;
  const featureOf = new Int32Array(size);
  for (let f = 0; f < names.length; f++) featureOf.fill(f, offset[f], offset[f + 1]);
  const index = new Map(names.map((n, i) => [n, i]));
  const binary = classes.length === 2 && classes[0] === "no" && classes[1] === "yes";
  const rows: Row[] = examples.map((e) => {
    const bins: number[] = [];
    for (const [name, value] of e.features) {
      const f = index.get(name);
      if (f === undefined) continue;
      const above = (cuts[f] ?? []).filter((t) => value > t).length;
      if (above > 0) bins.push((offset[f] ?? 0) + above - 1);
    }
    return {
      bins: Int32Array.from(bins),
      ok: classes.map((c) => e.accepted.includes(c)),
      weight: e.weight ?? 1,
    };
  });
  const k = binary ? 1 : classes.length;
  const total = rows.reduce((n, r) => n + r.weight, 0);
  const bias = Array.from({ length: k }, (_, c) => {
    const share = rows.reduce((n, r) => n + (r.ok[binary ? 1 : c] ? r.weight : 0), 0) / total;
    const p = Math.min(0.999, Math.max(0.001, share));
    return binary ? Math.log(p / (1 - p)) : Math.log(p);
  });
  const raw = rows.map(() => Float64Array.from(bias));
  const trees: Tree[] = [];
  const g = new Float64Array(rows.length);
  const h = new Float64Array(rows.length);

  const worth = (gs: number, hs: number) => (gs * gs) / (hs + growth.penalty);
  const bestSplit = (l: Omit<Leaf, "split">): Split | undefined => {
    let best: Split | undefined;
    const whole = worth(l.gSum, l.hSum);
    for (let f = 0; f < names.length; f++) {
      let gs = 0;
      let hs = 0;
      let ws = 0;
      // bins from above: what is over the threshold goes one way, the rest, absent ones too, the other
      for (let b = (offset[f + 1] ?? 0) - 1; b >= (offset[f] ?? 0); b--) {
        gs += l.g[b] ?? 0;
        hs += l.h[b] ?? 0;
        ws += l.weight[b] ?? 0;
        if (ws < growth.leaf || l.wSum - ws < growth.leaf) continue;
        const gain = worth(gs, hs) + worth(l.gSum - gs, l.hSum - hs) - whole;
        if (gain > (best?.gain ?? 1e-6)) best = { gain, feature: f, threshold: b - (offset[f] ?? 0) };
      }
    }
    return best;
  };
  const leafOf = (node: number, members: Int32Array): Leaf => {
    const lg = new Float64Array(size);
    const lh = new Float64Array(size);
    const lw = new Float64Array(size);
    let gSum = 0;
    let hSum = 0;
    let wSum = 0;
    for (const i of members) {
      const row = rows[i] as Row;
      const gi = g[i] ?? 0;
      const hi = h[i] ?? 0;
      gSum += gi;
      hSum += hi;
      wSum += row.weight;
      for (const b of row.bins) {
        lg[b] = (lg[b] ?? 0) + gi;
        lh[b] = (lh[b] ?? 0) + hi;
        lw[b] = (lw[b] ?? 0) + row.weight;
      }
    }
    const leaf = { node, rows: members, g: lg, h: lh, weight: lw, gSum, hSum, wSum };
    return { ...leaf, split: bestSplit(leaf) };
  };
  const over = (row: Row, f: number, threshold: number) =>
    row.bins.some((b) => featureOf[b] === f && b - (offset[f] ?? 0) >= threshold);

  const all = Int32Array.from(rows.keys());
  for (let round = 0; round < growth.rounds; round++) {
    const shares = raw.map((r) => {
      if (binary) return [1 / (1 + Math.exp(-(r[0] ?? 0)))];
      const top = Math.max(...r);
      const p = Array.from(r, (s) => Math.exp(s - top));
      const sum = p.reduce((a, b) => a + b, 0);
      return p.map((x) => x / sum);
    });
    for (let c = 0; c < k; c++) {
      rows.forEach((row, i) => {
        const p = shares[i] ?? [];
        const pc = p[c] ?? 0;
        let want: number;
        if (binary) want = row.ok[0] && row.ok[1] ? pc : row.ok[1] ? 1 : 0;
        else {
          const right = p.reduce((a, b, j) => a + (row.ok[j] ? b : 0), 0);
          want = row.ok[c] ? pc / right : 0;
        }
        g[i] = (pc - want) * row.weight;
        h[i] = Math.max(1e-6, pc * (1 - pc)) * row.weight;
      });
      const split: number[] = [-1];
      const at: number[] = [0];
      const next: number[] = [0];
      const leaves: Leaf[] = [leafOf(0, all)];
      while (leaves.length < growth.leaves) {
        let pick = -1;
        for (let i = 0; i < leaves.length; i++)
          if (leaves[i]?.split && (pick < 0 || (leaves[i]?.split?.gain ?? 0) > (leaves[pick]?.split?.gain ?? 0)))
            pick = i;
        const leaf = leaves[pick];
        if (!leaf?.split) break;
        const { feature, threshold } = leaf.split;
        const low = split.length;
        split[leaf.node] = feature;
        at[leaf.node] = cuts[feature]?.[threshold] ?? 0;
        next[leaf.node] = low;
        split.push(-1, -1);
        at.push(0, 0);
        next.push(0, 0);
        const above = leaf.rows.filter((i) => over(rows[i] as Row, feature, threshold));
        const below = leaf.rows.filter((i) => !over(rows[i] as Row, feature, threshold));
        leaves.splice(pick, 1, leafOf(low, below), leafOf(low + 1, above));
      }
      for (const leaf of leaves) {
        const value = Math.round(((-growth.rate * leaf.gSum) / (leaf.hSum + growth.penalty)) * 10_000) / 10_000;
        at[leaf.node] = value;
        for (const i of leaf.rows) {
          const r = raw[i] as Float64Array;
          r[c] = (r[c] ?? 0) + value;
        }
      }
      trees.push({ row: c, split, at: at.map((x) => Math.round(x * 10_000) / 10_000), next });
    }
  }
  // only the features that some tree asks for
  const used = [...new Set(trees.flatMap((t) => t.split.filter((f) => f >= 0)))].sort((a, b) => a - b);
  const place = new Map(used.map((f, i) => [f, i]));
  return {
    classes,
    bias: bias.map((b) => Math.round(b * 1000) / 1000),
    features: used.map((f) => names[f] ?? ""),
    trees: trees.map((t) => ({ ...t, split: t.split.map((f) => (f < 0 ? -1 : (place.get(f) ?? -1))) })),
  };
}
