import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { frames } from "../../src/core/frames.ts";
import { scene } from "../../src/core/grammar.ts";
import { sentences, tokenize } from "../../src/core/text.ts";
import { openCatalog, readData } from "../../src/data.ts";

type Cell = Readonly<Record<string, readonly string[]>>;

interface LanguageFile {
  readonly code: string;
  readonly suffix: number;
  readonly words: Cell;
  readonly topics: Readonly<Record<string, Cell>>;
}

const topics = ["foreign-troops", "arms-deliveries"] as const;
const codes = readdirSync(new URL("../../data/languages/", import.meta.url)).map((name) => name.replace(/\.json$/, ""));
const read = (code: string) => readData<LanguageFile>(`languages/${code}.json`);
const cells = (code: string): readonly (readonly [string, string, readonly string[]])[] => {
  const file = read(code);
  const more = topics.map((topic) => {
    const own = readData<{ readonly languages?: Readonly<Record<string, Cell>> }>(`topics/${topic}.json`);
    return [topic, own.languages?.[code] ?? {}] as const;
  });
  return [["words", file.words] as const, ...Object.entries(file.topics), ...more].flatMap(([cell, concepts]) =>
    Object.entries(concepts).map(([concept, patterns]) => [cell, concept, patterns] as const),
  );
};
/** Forces that a topic has for itself. */
const objects = new Set(
  topics.flatMap((topic) => Object.keys(readData<{ readonly objects: object }>(`topics/${topic}.json`).objects)),
);
const catalogs = new Map(topics.map((topic) => [topic, openCatalog(topic)]));

/** The concepts of the tables of data/README.md: what stands in the first column. */
const documented = new Set(
  readFileSync(new URL("../../data/README.md", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .flatMap((line) => [...(line.split("|")[1] ?? "").matchAll(/`([\w.]+)`/g)].map((m) => m[1] ?? "")),
);

describe.each(codes)("data/languages/%s.json", (code) => {
  it("is named by its code, and its stars add a few letters at most", () => {
    expect(read(code).code).toBe(code);
    expect(read(code).suffix).toBeGreaterThan(0);
    expect(read(code).suffix).toBeLessThanOrEqual(10);
  });

  it("compiles, pattern by pattern, for every topic that has words in it", () => {
    const sizes = topics.map((topic) => catalogs.get(topic)?.tongues.get(code)?.lexicon.size ?? 0);
    expect(sizes[0]).toBeGreaterThan(2000);
  });

  it("uses concepts that data/README.md explains, and no others", () => {
    const base = (concept: string) => concept.replace(/\.(?:not|noun|vague)\b/g, "");
    expect(
      cells(code).flatMap(([cell, concept]) =>
        documented.has(base(concept)) || objects.has(concept) ? [] : [`${cell} ${concept}`],
      ),
    ).toEqual([]);
  });

  it("writes no pattern twice under one concept", () => {
    const twice = cells(code).flatMap(([cell, concept, patterns]) =>
      patterns.filter((p, i) => patterns.indexOf(p) !== i).map((p) => `${cell} ${concept} ${p}`),
    );
    expect(twice).toEqual([]);
  });

  it("leaves no concept empty and no pattern with spaces at its ends", () => {
    const wrong = cells(code).flatMap(([cell, concept, patterns]) =>
      patterns.filter((p) => p.trim() === "" || p !== p.trim()).map((p) => `${cell} ${concept} “${p}”`),
    );
    expect(wrong).toEqual([]);
  });
});

/** Every phrase that a pattern stands for: each listed ending once, a gap with one word in it. */
function spelled(pattern: string): readonly string[] {
  return pattern.split("|").flatMap((alternative) => {
    let phrases: string[][] = [[]];
    for (const written of alternative.trim().split(/\s+/)) {
      const listed = /^([^(]*)\(([^()]*)\)\*?$/.exec(written.replace(/^=/, ""));
      const words = listed
        ? (listed[2] ?? "").split(",").map((ending) => (listed[1] ?? "") + ending.trim())
        : [written === ".." ? "qqq" : written.replace(/^=|\*/g, "")];
      // all endings of one word, the first of the others: enough to find a broken one
      const [first = ""] = words;
      phrases = [...phrases.map((p) => [...p, first]), ...words.slice(1).map((w) => [...(phrases[0] ?? []), w])];
    }
    return phrases.map((p) => p.join(" "));
  });
}

const ACTS = ["go", "leave", "stay", "end", "expel", "admit"];
describe.each(["en", "uk"])("generated sentences in %s", (code) => {
  const catalog = catalogs.get("foreign-troops");
  const tongue = catalog?.tongues.get(code);
  const acts = cells(code).filter(
    ([cell, concept]) => cell === "foreign-troops" && ACTS.includes(concept.replace(/\.(?:not|noun)/g, "")),
  );

  it.each(acts.map(([, concept, patterns]) => [concept, patterns] as const))(
    "every spelling of %s is marked as such",
    (concept, patterns) => {
      if (!tongue) throw new Error(`${code} is not read`);
      const missed = patterns.flatMap((pattern) =>
        spelled(pattern).filter((phrase) => {
          const found = tongue.lexicon.find(tokenize(`qqq ${phrase} qqq`, tongue.writing));
          return !found.some(
            (m) => m.concept === concept.replace(/\.(?:not|noun)/g, "") && m.not === concept.includes(".not"),
          );
        }),
      );
      expect(missed).toEqual([]);
    },
  );

  const FRAME: Readonly<Record<string, (verb: string) => string>> = {
    en: (verb) => `France will ${verb} soldiers in Mali`,
    uk: (verb) => `Франція ${verb} своїх солдатів із Малі`,
  };
  it.each([
    ["go", "rollback"],
    ["leave", "advance"],
    ["expel", "advance"],
    ["end", "advance"],
  ])("no single word of %s reads as %s", (concept, opposite) => {
    if (!tongue || !catalog) throw new Error(`${code} is not read`);
    const verbs = acts.filter(([, c]) => c === concept).flatMap(([, , patterns]) => patterns.flatMap(spelled));
    const turned = verbs
      .filter((verb) => !verb.includes(" "))
      .filter((verb) => {
        const [sentence] = sentences("title", FRAME[code]?.(verb) ?? "", tongue.writing, 1);
        if (!sentence) return true;
        const composed = frames(scene(sentence, 0, tongue, catalog, "2026-01-01"), catalog.topic, true);
        return composed.length === 0 || composed.some((f) => f.direction === opposite);
      });
    expect(turned).toEqual([]);
  });
});
