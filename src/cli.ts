import { createInterface } from "node:readline";
import { identify, openCatalog } from "./data.ts";
import { openCoder } from "./core/coder.ts";

const verb = process.argv[2] ?? "";
if (verb === "code") {
  const coder = openCoder(openCatalog(), identify);
  let n = 0;
  let bad = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    n++;
    if (line.trim() === "") continue;
    try {
      const item = JSON.parse(line);
      const { coding, analysis } = coder.explain({ title: item.title ?? "", text: item.text ?? "", date: item.date, lang: item.lang });
      process.stdout.write(`${JSON.stringify({ id: item.id, ...coding })}\n`);
      if (process.argv.includes("--explain") && analysis) {
        for (const s of analysis.scenes) {
          console.error(`[${s.sentence.field}] ${s.sentence.text}`);
          console.error(`  names ${s.mentions.map((m) => `${m.id}/${m.field}/${m.role}`).join(" ")}`);
          console.error(`  forces ${s.forces.map((m) => `${m.mission ?? m.concept}${m.negated ? "!" : ""}@${m.start}`).join(" ")}`);
          console.error(`  acts ${s.acts.map((m) => `${m.concept}${m.noun ? "(n)" : ""}${m.negated ? "!" : ""}@${m.start}`).join(" ")}  ops ${s.operators.map((m) => `${m.concept}${m.negated ? "!" : ""}@${m.start}`).join(" ")}`);
        }
        for (const f of analysis.frames) console.error(`  frame ${f === analysis.main ? "*" : ""} ${f.scene.sentence.field} ${f.act} ${f.mode} ${f.direction} sign ${f.sign} q ${f.quality.toFixed(2)} ops ${f.operators.map((o) => o.concept)}`);
      }
    } catch (error) {
      bad++;
      console.error(`line ${n}: ${error instanceof Error ? error.stack : error}`);
    }
  }
  if (bad) process.exitCode = 1;
}
