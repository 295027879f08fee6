import { analyse } from "../../src/core/analysis.ts";
import { identify, openCatalog } from "../../src/data.ts";
import { collection, heldBack } from "./gold.ts";

const catalog = openCatalog();
const lang = process.argv[2];
let n = 0;
for (const g of collection("/work/shared/eval")) {
  if (heldBack(g.id) || !g.relevant[0] || !g.direction) continue;
  const tongue = catalog.tongues.get(identify(`${g.title}\n${g.text}`));
  if (!tongue || (lang && tongue.code !== lang)) continue;
  const a = analyse(g.title, g.text, tongue, catalog, g.date?.slice(0, 10));
  const r = a.main?.direction ?? "none";
  const want = g.direction;
  if (!(want.length === 1 && [r, want[0]].sort().join() === "advance,rollback")) continue;
  n++;
  const f = a.main!;
  const w = (s: number, e: number) =>
    f.scene.tokens
      .slice(s, e)
      .map((t) => t.raw)
      .join(" ");
  console.log(
    `${g.id} want ${want} | ${g.title} || ${g.text.slice(0, 200)}\n    ${f.scene.sentence.field}: ${f.act}[${w(f.anchor, f.anchorEnd)}] force[${f.force ? w(f.force.start, f.force.end) : "-"}${f.force?.negated ? "!" : ""}] ops ${f.operators.map((o) => `${o.concept}${o.negated ? "!" : ""}[${w(o.start, o.end)}]`).join(" ")} mode ${f.mode}`,
  );
}
console.log(n);
