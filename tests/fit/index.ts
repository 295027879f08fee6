import { writeFileSync } from "node:fs";
import { type Analysis, analyse } from "../../src/core/analysis.ts";
import { castOf } from "../../src/core/election.ts";
import type { Features, Linear } from "../../src/core/linear.ts";
import { type Candidates, candidates } from "../../src/core/roles.ts";
import {
  attributionSignals,
  certaintySignals,
  directionSignals,
  levelSignals,
  relevanceSignals,
} from "../../src/core/signals.ts";
import { holderSpeaks } from "../../src/core/speaker.ts";
import { type Example, train } from "../../src/core/train.ts";
import { identify, openCatalog } from "../../src/data.ts";
import { collection, type Gold, heldBack, ownCases } from "./gold.ts";

// npm run fit -- FOLDER: fits the weights of the coder on a labelled collection (the two thirds of it that are not held back) and on the project's own cases
const topic = "foreign-troops";
const folder = process.argv[2];
if (!folder) throw new Error("usage: npm run fit -- FOLDER with harvested-dev.jsonl and behaviour-dev.jsonl");
const catalog = openCatalog(topic);
const all: Gold[] = [...collection(folder).filter((g) => !heldBack(g.id)), ...ownCases(topic)];
/** How much an item counts that was rewritten after a real one, for holders, places, sources and levels: written cases are plainer (chosen by cross-validation). */
const REAL = 3;
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

const judged: { readonly a: Analysis; readonly cast: Candidates; readonly yes: boolean }[] = [];
const direction: Example[] = [];
const holder: Example[] = [];
const place: Example[] = [];
const attribution: Example[] = [];
const level: Example[] = [];
const certainty: Example[] = [];
let silent = 0;
for (const g of all) {
  const lang = identify(`${g.title}\n${g.text}`);
  const tongue = catalog.tongues.get(lang);
  if (!tongue || !(catalog.gate(g.title) || catalog.gate(g.text.slice(0, 2000)))) {
    silent += g.relevant[0] ? 1 : 0;
    continue;
  }
  const a = analyse(g.title, g.text, tongue, catalog, g.date?.slice(0, 10));
  if (!a.scenes.some((s) => s.forces.length > 0)) {
    silent += g.relevant[0] ? 1 : 0;
    continue;
  }
  const cast = candidates(a, a.main, catalog);
  if (g.relevant.length === 1) judged.push({ a, cast, yes: g.relevant[0] === true });
  if (!g.relevant[0]) continue;
  if (g.direction) direction.push({ features: directionSignals(a), accepted: g.direction });
  const weight = g.id.startsWith("h-") ? REAL : 1;
  const judge = (map: ReadonlyMap<string, Features>, into: Example[], sets: readonly (readonly string[])[]) => {
    if (sets.length === 0) return;
    for (const [id, features] of map) {
      const inAll = sets.every((s) => s.includes(id));
      const inSome = sets.some((s) => s.includes(id));
      if (inAll || !inSome) into.push({ features, accepted: [inAll ? "yes" : "no"], weight });
    }
  };
  if (g.actors?.some((s) => s.length > 0)) judge(cast.holders, holder, g.actors);
  if (g.places && g.places.length > 0) judge(cast.places, place, [g.places]);
  const first = g.actors?.[0]?.[0];
  if (g.attribution && g.attribution.length > 0)
    attribution.push({ features: attributionSignals(a), accepted: g.attribution, weight });
  if (g.certainty && g.certainty.length > 0)
    certainty.push({
      features: certaintySignals(a, g.attribution?.[0] ?? "official", holderSpeaks(a, first)),
      accepted: g.certainty,
    });
  if (g.level && g.level.length > 0) level.push({ features: levelSignals(a, first), accepted: g.level, weight });
}
console.log(`${all.length} items; relevant ones without any force word: ${silent}`);
const yesNo = ["no", "yes"];
const persons: Record<string, Linear> = {
  holder: train(yesNo, holder, { rounds: 400, penalty: 0.01, least: 4 }),
  place: train(yesNo, place, { rounds: 400, penalty: 0.01, least: 4 }),
};
// relevance asks who and where first
const relevance: Example[] = judged.map((j) => ({
  features: relevanceSignals(j.a, catalog, castOf(persons, j.cast)),
  accepted: [j.yes ? "yes" : "no"],
}));
const weights: Record<string, Linear> = {
  relevance: train(yesNo, relevance, { rounds: 400, penalty: 0.0005, least: 3 }),
  ...persons,
  direction: train(["advance", "rollback", "hold", "none"], direction, { rounds: 400, penalty: 0.01, least: 3 }),
  attribution: train(KINDS, attribution, { rounds: 400, penalty: 0.004, least: 3 }),
  certainty: train(["stated", "conditional", "planned", "reported", "denied"], certainty, {
    rounds: 400,
    penalty: 0.002,
    least: 2,
  }),
  level: train(LEVELS, level, { rounds: 400, penalty: 0.003, least: 3 }),
};
const body = Object.entries(weights)
  .map(
    ([name, m]) =>
      `  ${JSON.stringify(name)}: {\n    "classes": ${JSON.stringify(m.classes)},\n    "bias": ${JSON.stringify(m.bias)},\n    "weights": {\n${Object.entries(
        m.weights,
      )
        .map(([k, v]) => `      ${JSON.stringify(k)}: ${JSON.stringify(v)}`)
        .join(",\n")}\n    }\n  }`,
  )
  .join(",\n");
writeFileSync(new URL(`../../data/topics/${topic}.weights.json`, import.meta.url), `{\n${body}\n}\n`);
for (const [name, n] of Object.entries({ relevance, direction, holder, place, attribution, level, certainty }))
  console.log(`${name}: ${n.length} examples, ${Object.keys(weights[name]?.weights ?? {}).length} weights`);
