import { createHash } from "node:crypto";
import { analyse } from "../../src/core/analysis.ts";
import { probability } from "../../src/core/linear.ts";
import { candidates } from "../../src/core/roles.ts";
import { type Example, fit } from "../../src/core/train.ts";
import { identify, openCatalog } from "../../src/data.ts";
import { collection, heldBack, ownCases } from "./gold.ts";

const catalog = openCatalog();
const items = [
  ...collection("/work/shared/eval").filter((g) => !heldBack(g.id)),
  ...ownCases("foreign-troops"),
].flatMap((g) => {
  if (!g.relevant[0]) return [];
  const tongue = catalog.tongues.get(identify(`${g.title}\n${g.text}`));
  if (!tongue) return [];
  const a = analyse(g.title, g.text, tongue, catalog, g.date?.slice(0, 10));
  return [{ g, fold: (createHash("md5").update(g.id).digest()[0] ?? 0) % 5, cast: candidates(a, a.main, catalog) }];
});
const skip = process.argv[2] ? new RegExp(process.argv[2]) : undefined;
for (const which of ["holders", "places"] as const) {
  for (const penalty of [0.01, 0.02, 0.04]) {
    let right = 0,
      n = 0,
      top = 0;
    for (let k = 0; k < 5; k++) {
      const ex: Example[] = [];
      const strip = (f: Map<string, number>) => (skip ? new Map([...f].filter(([x]) => !skip.test(x))) : f);
      for (const it of items) {
        if (it.fold === k) continue;
        const sets = which === "holders" ? it.g.actors : it.g.places ? [it.g.places] : undefined;
        if (!sets || !sets.some((s) => s.length)) continue;
        for (const [id, f] of it.cast[which]) {
          const inAll = sets.every((s) => s.includes(id));
          const inSome = sets.some((s) => s.includes(id));
          if (inAll || !inSome) ex.push({ features: strip(f), accepted: [inAll ? "yes" : "no"] });
        }
      }
      const m = fit(["no", "yes"], ex, { rounds: 300, penalty, least: 4 });
      for (const it of items) {
        if (it.fold !== k) continue;
        const sets = which === "holders" ? it.g.actors : it.g.places ? [it.g.places] : undefined;
        if (!sets || !sets.some((s) => s.length)) continue;
        const ranked = [...it.cast[which]]
          .map(([id, f]) => ({ id, p: probability(m, strip(f)) }))
          .sort((a, b) => b.p - a.p);
        const got = ranked.filter((r, i) => (i === 0 ? r.p >= 0.15 : r.p >= 0.5)).map((r) => r.id);
        n++;
        if (which === "holders") {
          if (sets.some((s) => s.length === got.length && got.every((x) => s.includes(x)))) right++;
          if (sets.some((s) => got[0] !== undefined && s.includes(got[0]))) top++;
        } else if (got.some((x) => sets[0]?.includes(x))) right++;
      }
    }
    console.log(which, penalty, (right / n).toFixed(3), "top", (top / n).toFixed(3), n);
  }
}
