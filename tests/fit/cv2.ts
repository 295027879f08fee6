import { createHash } from "node:crypto";
import { analyse } from "../../src/core/analysis.ts";
import { choose } from "../../src/core/linear.ts";
import { attributionSignals, certaintySignals, directionSignals, levelSignals } from "../../src/core/signals.ts";
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
  return [{ g, a, fold: (createHash("md5").update(g.id).digest()[0] ?? 0) % 5 }];
});
const LEVELS = [
  "government_or_igo",
  "opposition",
  "legislator",
  "legislature",
  "ex_official",
  "protesters",
  "armed_group",
  "commentator",
];
const KINDS = ["official", "named_person", "anonymous_source", "leaked", "media_report"];
const tasks = {
  direction: {
    classes: ["advance", "rollback", "hold", "none"],
    get: (i: any) => i.g.direction,
    feat: (i: any) => directionSignals(i.a),
  },
  attribution: { classes: KINDS, get: (i: any) => i.g.attribution, feat: (i: any) => attributionSignals(i.a) },
  level: { classes: LEVELS, get: (i: any) => i.g.level, feat: (i: any) => levelSignals(i.a, i.g.actors?.[0]?.[0]) },
};
for (const [name, t] of Object.entries(tasks)) {
  const rows = items
    .filter((i) => t.get(i)?.length)
    .map((i) => ({ f: t.feat(i), ok: t.get(i) as string[], fold: i.fold, rule: i.a.main?.direction ?? "none" }));
  for (const penalty of [0.002, 0.005, 0.01, 0.02, 0.04]) {
    let right = 0,
      rule = 0,
      opp = 0,
      ropp = 0;
    const per: Record<string, [number, number]> = {};
    for (let k = 0; k < 5; k++) {
      const m = fit(
        t.classes,
        rows.filter((r) => r.fold !== k).map((r) => ({ features: r.f, accepted: r.ok })),
        { rounds: 300, penalty, least: 3 },
      );
      for (const r of rows.filter((r) => r.fold === k)) {
        const g = choose(m, r.f).name;
        if (r.ok.includes(g)) right++;
        if (r.ok.includes(r.rule)) rule++;
        if (r.ok.length === 1 && [g, r.ok[0]].sort().join() === "advance,rollback") opp++;
        if (r.ok.length === 1 && [r.rule, r.ok[0]].sort().join() === "advance,rollback") ropp++;
        const c = (per[r.ok[0]!] ??= [0, 0]);
        c[1]++;
        if (r.ok.includes(g)) c[0]++;
      }
    }
    console.log(
      name,
      penalty,
      (right / rows.length).toFixed(3),
      "opp",
      opp,
      name === "direction" ? `rule ${(rule / rows.length).toFixed(3)} opp ${ropp}` : "",
      rows.length,
      JSON.stringify(per),
    );
  }
}
