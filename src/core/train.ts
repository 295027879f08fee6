import type { Features, Linear } from "./linear.ts";

/** One example: its features, and every class that is right for it (more than one where readers differ). */
export interface Example {
  readonly features: Features;
  readonly accepted: readonly string[];
  readonly weight?: number;
}

const RATE = 0.25;

/**
 * Fits a softmax (or, for the classes `["no", "yes"]`, a single row) by full-batch AdaGrad on the log of the accepted classes' mass, with an L2
 * penalty. Same examples in the same order give the same weights. Features seen fewer than `least` times are left out.
 */
export function train(
  classes: readonly string[],
  examples: readonly Example[],
  options: { readonly rounds: number; readonly penalty: number; readonly least: number },
): Linear {
  const counts = new Map<string, number>();
  for (const e of examples) for (const name of e.features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts]
    .filter(([, n]) => n >= options.least)
    .map(([name]) => name)
    .sort();
  const index = new Map(names.map((n, i) => [n, i]));
  const k = classes.length;
  const width = names.length + 1;
  const w = new Float64Array(k * width);
  const squares = new Float64Array(k * width).fill(1e-6);
  const rows = examples.map((e) => ({
    at: [...e.features].flatMap(([n, v]) => {
      const i = index.get(n);
      return i === undefined ? [] : [[i, v] as const];
    }),
    ok: classes.map((c) => e.accepted.includes(c)),
    weight: e.weight ?? 1,
  }));
  const total = rows.reduce((n, r) => n + r.weight, 0);
  for (let round = 0; round < options.rounds; round++) {
    const gradient = new Float64Array(k * width);
    for (const row of rows) {
      const raw = classes.map((_, c) => {
        let s = w[c * width + names.length] ?? 0;
        for (const [i, v] of row.at) s += (w[c * width + i] ?? 0) * v;
        return s;
      });
      const top = Math.max(...raw);
      const p = raw.map((s) => Math.exp(s - top));
      const sum = p.reduce((a, b) => a + b, 0);
      const right = p.reduce((a, b, c) => a + (row.ok[c] ? b : 0), 0);
      for (let c = 0; c < k; c++) {
        const got = (p[c] ?? 0) / sum;
        const want = row.ok[c] ? (p[c] ?? 0) / right : 0;
        const g = ((got - want) * row.weight) / total;
        if (g === 0) continue;
        for (const [i, v] of row.at) gradient[c * width + i] = (gradient[c * width + i] ?? 0) + g * v;
        gradient[c * width + names.length] = (gradient[c * width + names.length] ?? 0) + g;
      }
    }
    for (let j = 0; j < gradient.length; j++) {
      const bias = j % width === names.length;
      const g = (gradient[j] ?? 0) + (bias ? 0 : options.penalty * (w[j] ?? 0));
      squares[j] = (squares[j] ?? 0) + g * g;
      w[j] = (w[j] ?? 0) - (RATE * g) / Math.sqrt(squares[j] ?? 1);
    }
  }
  const binary = classes.length === 2 && classes[0] === "no" && classes[1] === "yes";
  const value = (c: number, i: number) => {
    const x = binary ? (w[width + i] ?? 0) - (w[i] ?? 0) : (w[c * width + i] ?? 0);
    return Math.round(x * 1000) / 1000;
  };
  const out = binary ? [1] : classes.map((_, c) => c);
  const weights: Record<string, number[]> = {};
  names.forEach((name, i) => {
    const row = out.map((c) => value(c, i));
    if (row.some((x) => Math.abs(x) >= 0.01)) weights[name] = row;
  });
  return { classes, bias: out.map((c) => value(c, names.length)), weights };
}
