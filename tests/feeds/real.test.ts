import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FeedReading } from "../../src/core/ports.ts";
import { openReader } from "../../src/feeds/reader.ts";
import { FRESH, feedAt, NOW, serve } from "./server.ts";

const ROOT = new URL("../../../shared/feeds/", import.meta.url).pathname;
const here = existsSync(ROOT);
if (!here) console.log("skipped: ../shared/feeds is absent, real documents are not read");

/** Languages that a catalogue would give these documents; the others are taken for English. */
const LANGUAGES: readonly (readonly [RegExp, string])[] = [
  [/1251|koi8/, "uk"],
  [/8859-2/, "pl"],
];

/** Serves each document of a folder from loopback and reads it once. */
async function readAll(folder: string): Promise<ReadonlyMap<string, FeedReading>> {
  const root = join(ROOT, folder);
  const names = (readdirSync(root, { recursive: true }) as string[])
    .filter((name) => statSync(join(root, name)).isFile())
    .sort();
  const site = await serve((request, response) =>
    response.end(readFileSync(join(root, names[Number(request.url?.slice(1))] ?? ""))),
  );
  const reader = openReader({ allowPrivate: true });
  const readings = new Map<string, FeedReading>();
  for (const [index, name] of names.entries()) {
    const language = LANGUAGES.find(([pattern]) => pattern.test(name))?.[1] ?? "en";
    readings.set(name, await reader.read(feedAt(`${site.origin}/${index}`, { id: name, language }), FRESH, NOW));
  }
  await reader.close();
  await site.close();
  return readings;
}

function report(folder: string, readings: ReadonlyMap<string, FeedReading>): readonly string[] {
  const all = [...readings];
  const read = all.flatMap(([, reading]) => (reading.status === "read" ? [reading] : []));
  const items = read.flatMap((reading) => reading.items);
  const salvaged = read.filter((reading) => reading.broken.length > 0).length;
  const failed = all.flatMap(([name, reading]) =>
    reading.status === "failed" ? [`${name}: ${reading.errorClass} (${reading.reason})`] : [],
  );
  console.log(
    [
      `${folder}: ${all.length} documents, ${read.length} read (${salvaged} with losses), ${items.length} items, ${items.filter((item) => !item.published).length} undated`,
      ...failed.map((line) => `  ${line}`),
    ].join("\n"),
  );
  return failed;
}

describe.skipIf(!here)("real documents", () => {
  it("reads every news document", async () => {
    const readings = await readAll("news");
    expect(readings.size).toBeGreaterThan(100);
    expect(report("news", readings)).toEqual([]);
    const texts = [...readings.values()]
      .flatMap((reading) => (reading.status === "read" ? reading.items : []))
      .map((item) => `${item.title} ${item.text}`);
    expect(texts.filter((text) => /&(?:amp|lt|gt|quot|#\d+);|<\/?(?:p|br|a|b)\b/i.test(text))).toEqual([]);
  });

  it("reads or names at least 95 in 100 of the nasty ones", async () => {
    const readings = await readAll("nasty");
    const failed = report("nasty", readings);
    const unnamed = failed.filter((line) => !/: (?:blocked|html|consent|not_a_feed) \(/.test(line));
    expect(unnamed.length / readings.size).toBeLessThanOrEqual(0.05);
  });

  it("loses no entry of a day's polls and gives none a second id", async () => {
    const root = join(ROOT, "news", "news-havannaa-2026-08");
    const series = new Map<string, string[]>();
    for (const name of readdirSync(root).sort()) {
      const outlet = name.split(".")[0] ?? "";
      series.set(outlet, [...(series.get(outlet) ?? []), name]);
    }
    const reader = openReader({ allowPrivate: true });
    for (const [outlet, names] of series) {
      let version = 0;
      const site = await serve((_, response) => response.end(readFileSync(join(root, names[version] ?? ""))));
      const feed = feedAt(site.origin, { id: outlet });
      const ids = new Set<string>();
      const links = new Set<string>();
      const wanted = new Set<string>();
      let state = FRESH;
      for (version = 0; version < names.length; version += 1) {
        const now = new Date(NOW.getTime() + version * 600_000);
        const reading = await reader.read(feed, state, now);
        state = { ...state, ...reading.state };
        const alone = await reader.read(feed, FRESH, now);
        if (alone.status === "read") for (const item of alone.items) wanted.add(item.id);
        if (reading.status !== "read") continue;
        for (const item of reading.items) {
          ids.add(item.id);
          links.add((item.url ?? item.id).replace(/[?#].*$/, ""));
        }
      }
      expect(ids, outlet).toEqual(wanted);
      expect(ids.size, outlet).toBe(links.size);
      await site.close();
    }
    await reader.close();
    expect(series.size).toBeGreaterThan(4);
  });
});
