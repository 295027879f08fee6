import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { BackgroundFact } from "../../src/commands/command.ts";
import { plainText } from "../../src/core/message.ts";
import { gazetteer, openWorld, strings } from "./world.ts";

const folder = new URL("../../data/background/", import.meta.url);
const files = readdirSync(folder);
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as BackgroundFact[];

describe("the background of places", () => {
  it("stands for the places that are asked about most", () => {
    expect(files.map((file) => file.replace(".json", ""))).toEqual(
      expect.arrayContaining(["UA", "LB", "ML", "CD", "SO", "HT", "XK", "MD", "GE", "PS", "SY", "AF", "NE", "IQ"]),
    );
  });

  it.each(files)("%s is of a known place, in order of date, each fact short and with a source", (file) => {
    expect(gazetteer.find(file.replace(".json", ""), "en")?.kind).toBe("state");
    const facts = read(file);
    const dates = facts.map((fact) => fact.date);
    expect(dates).toEqual(dates.toSorted());
    for (const { date, text, url, title } of facts) {
      expect(date).toMatch(/^\d{4}(-(0[1-9]|1[0-2])(-([0-2]\d|3[01]))?)?$/);
      expect(new URL(url).protocol).toBe("https:");
      expect(title).not.toBe("");
      expect(text.en?.length).toBeGreaterThan(20);
      for (const [language, words] of Object.entries(text)) {
        expect(strings.languages).toContain(language);
        expect(words.length).toBeLessThanOrEqual(300);
      }
    }
  });

  it("is told in the chat's language where every fact is, and says so where it is not", async () => {
    const facts = { UA: read("UA.json"), LB: read("LB.json") } as Record<string, BackgroundFact[]>;
    const world = openWorld({ background: (place) => facts[place] ?? [] });
    const all = async (line: string) => {
      const pages = await Promise.all([1, 2, 3].map((page) => world.ask(`${line} page:${page}`, { language: "uk" })));
      return pages.map(plainText).join("\n");
    };
    expect(await all("/context UA")).toMatch(/Передісторія\n21 бер\. 2014 р\. · 57 держав ОБСЄ/);
    expect(await all("/context LB")).toMatch(/Передісторія \(англійською\)\n/);
  });
});
