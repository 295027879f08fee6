import { readdirSync, readFileSync } from "node:fs";
import { openCoder } from "../../src/core/coder.ts";
import { identify, openCatalog, readSamples } from "../../src/data.ts";
import { toItems } from "../../src/feeds/items.ts";
import { parseDocument } from "../../src/feeds/parse.ts";
import { openHouse } from "../../src/house.ts";
import { openStore } from "../../src/store/index.ts";
import { deliveries, growth, kills } from "./store.ts";

// npm run bench: speed on the project's own cases and samples; medians of five rounds, ratios within one run
const ROUNDS = 5;
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function time(work: () => unknown): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await work();
    rounds.push(performance.now() - start);
  }
  return median(rounds);
}

const folder = new URL("../cases/", import.meta.url);
const cases = (pattern: RegExp) =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .flatMap(
      (name) =>
        JSON.parse(readFileSync(new URL(name, folder), "utf8")) as {
          readonly title: string;
          readonly text?: string;
          readonly date?: string;
          readonly expect: { readonly relevant: boolean };
        }[],
    )
    .map((one) => ({
      title: one.title,
      text: one.text ?? "",
      relevant: one.expect.relevant,
      ...(one.date ? { date: one.date } : {}),
    }));

const heap = () => {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed / 1e6;
};
identify("warm the language profiles");
const before = heap();
const start = performance.now();
const catalog = openCatalog();
const opened = Math.round(performance.now() - start);
const languages = [...catalog.tongues.values()].map((tongue) => tongue.lexicon.size);
console.log(
  `lexicons: opened in ${opened} ms, all ${languages.length} compiled (${languages.reduce((a, b) => a + b, 0)} patterns) in ${Math.round(performance.now() - start)} ms, about ${Math.round(heap() - before)} MB of heap`,
);

const coder = openCoder(catalog, identify);
const general = cases(/^general-news\./);
const relevant = cases(/^foreign-troops\./).filter((one) => one.relevant);
const keywords =
  /\b(?:peacekeep\w*|troops?|soldiers?|contingent|Blauhelm\w*|Soldaten|soldats|militaires|żołnierz\w*|soldati|soldados)\b|миротвор|військов|войск|солдат/iu;
const rate = (ms: number, n: number) => Math.round((n / ms) * 1000);
for (const [name, items] of [
  ["military and police news that is off topic", general],
  ["items on topic", relevant],
] as const) {
  const coded = await time(() => items.forEach((item) => void coder.code(item)));
  const matched = await time(() => items.forEach((item) => void keywords.test(`${item.title} ${item.text}`)));
  console.log(
    `${name}: coder ${rate(coded, items.length)} items/s, keyword matcher ${rate(matched, items.length)} items/s, ratio ${(coded / matched).toFixed(1)} (n=${items.length})`,
  );
}

const store = openStore(":memory:");
const house = await openHouse({ store, log: () => {}, now: () => new Date() });
const now = new Date("2026-01-01T00:00:00Z");
let number = 0;
const through = await time(async () => {
  for (const item of general) {
    number++;
    await house.take(
      {
        id: `b${number}`,
        feed: "bench",
        title: `${item.title} ${number}`,
        text: item.text,
        url: `https://bench.example/${number}`,
        publisher: "Bench",
        published: now,
        firstSeen: now,
      },
      { now },
    );
  }
});
console.log(`pipeline, general items into a store in memory: ${rate(through, general.length)} items/s`);

const documents = [...readSamples().values()];
const parsed = await time(async () => {
  for (const text of documents) await parseDocument(text);
});
const whole = await time(async () => {
  for (const text of documents) {
    const result = await parseDocument(text);
    if (result.status !== "read") continue;
    const feed = { id: "bench", url: "https://bench.example/feed", publisher: "Bench", language: "en" };
    for (const item of toItems(result.feed, feed, feed.url, now).items) await house.take(item, { now });
  }
});
console.log(`pipeline from feed bytes to stored decision: ${(whole / parsed).toFixed(2)} times the parsing alone`);
await store.close();

await growth(200_000);
await deliveries();
await kills(200);
