import { writeFileSync } from "node:fs";
import { type Analysis, analyse } from "../../src/core/analysis.ts";
import { boost } from "../../src/core/boost.ts";
import { castOf } from "../../src/core/election.ts";
import type { Features, Model } from "../../src/core/linear.ts";
import { type Candidates, candidates } from "../../src/core/roles.ts";
import {
  attributionSignals,
  certaintySignals,
  levelSignals,
  positionSignals,
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
/** How the trees for holders, places and sources grow (compared by cross-validation on the tuned part). */
const TREES = { rounds: 150, rate: 0.07, leaves: 12, leaf: 10, penalty: 1, least: 6 };
const weightOf = (g: Gold) => (g.id.startsWith("h-") ? REAL : 1);
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
const positions: { readonly a: Analysis; readonly cast: Candidates; readonly g: Gold }[] = [];
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
  if (g.direction) positions.push({ a, cast, g });
  const weight = weightOf(g);
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
const persons: Record<string, Model> = {
  holder: boost(yesNo, holder, TREES),
  place: boost(yesNo, place, TREES),
};
// relevance asks who and where first
const relevance: Example[] = judged.map((j) => ({
  features: relevanceSignals(j.a, catalog, castOf(persons, j.cast)),
  accepted: [j.yes ? "yes" : "no"],
}));
const direction: Example[] = positions.map((p) => ({
  features: positionSignals(p.a, relevanceSignals(p.a, catalog, castOf(persons, p.cast))),
  accepted: p.g.direction ?? [],
  weight: weightOf(p.g),
}));
const weights: Record<string, Model> = {
  relevance: train(yesNo, relevance, { rounds: 400, penalty: 0.0005, least: 3 }),
  ...persons,
  direction: train(["advance", "rollback", "hold", "none"], direction, { rounds: 400, penalty: 0.002, least: 3 }),
  attribution: boost(KINDS, attribution, { ...TREES, rounds: 100 }),
  certainty: train(["stated", "conditional", "planned", "reported", "denied"], certainty, {
    rounds: 400,
    penalty: 0.002,
    least: 2,
  }),
  level: train(LEVELS, level, { rounds: 400, penalty: 0.003, least: 3 }),
};
const one = (value: unknown) => JSON.stringify(value);
const written = (m: Model) =>
  "trees" in m
    ? `    "features": [\n${m.features.map((f) => `      ${one(f)}`).join(",\n")}\n    ],\n    "trees": [\n${m.trees.map((t) => `      ${one(t)}`).join(",\n")}\n    ]`
    : `    "weights": {\n${Object.entries(m.weights)
        .map(([k, v]) => `      ${one(k)}: ${one(v)}`)
        .join(",\n")}\n    }`;
const body = Object.entries(weights)
  .map(
    ([name, m]) =>
      `  ${one(name)}: {\n    "classes": ${one(m.classes)},\n    "bias": ${one(m.bias)},\n${written(m)}\n  }`,
  )
  .join(",\n");
writeFileSync(new URL(`../../data/topics/${topic}.weights.json`, import.meta.url), `{\n${body}\n}\n`);
for (const [name, n] of Object.entries({ relevance, direction, holder, place, attribution, level, certainty })) {
  const m = weights[name];
  const size = !m ? 0 : "trees" in m ? `${m.trees.length} trees` : `${Object.keys(m.weights).length} weights`;
  console.log(`${name}: ${n.length} examples, ${size}`);
}
