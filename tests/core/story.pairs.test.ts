import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toKnowledge } from "../../src/core/pipeline.ts";
import { type Gold, goldCoding } from "./gold.ts";
import { itemOf, openMemory } from "./memory.ts";

interface Text {
  readonly lang: string;
  readonly title: string;
  readonly text: string;
  readonly kind?: string;
  readonly gold?: Gold;
}
interface Happening {
  readonly id: string;
  readonly date: string;
  readonly gold: Gold;
  readonly base: Text;
  readonly same: readonly Text[];
  readonly different: readonly Text[];
}

const happenings: readonly Happening[] = JSON.parse(
  readFileSync(new URL("../cases/pairs.json", import.meta.url), "utf8"),
);
const knowledge = toKnowledge({ publishers: [], baseline: [], actors: new Map() });

/** What a coder leaves out in a paraphrase: nothing, the place, or the holder. */
const gaps: readonly (readonly [string, (gold: Gold) => Gold])[] = [
  ["with every fact coded", (gold) => gold],
  ["with no place coded", (gold) => ({ ...gold, places: [] })],
];

describe("stories of pairs, read as a reader reads them", () => {
  it("has a hundred pairs", () => {
    expect(happenings.reduce((n, h) => n + h.same.length + h.different.length, 0)).toBeGreaterThanOrEqual(100);
  });

  it.each(happenings.map((h) => [h.id, h] as const))(
    "%s keeps opposites, other actors and other places apart",
    (_, happening) => {
      for (const [, gap] of gaps) {
        const memory = openMemory(knowledge);
        const tell = (text: Text, k: number, gold: Gold) =>
          memory.tell(
            itemOf({
              id: `${happening.id}-${k}`,
              ...text,
              date: `${happening.date}T${String(6 + k).padStart(2, "0")}:00:00Z`,
            }),
            goldCoding(gold, text.title, text.lang),
          ).story?.id;
        const base = tell(happening.base, 0, happening.gold);
        for (const [k, text] of happening.same.entries()) tell(text, k + 1, gap(happening.gold));
        const apart = happening.different.map((text, k) => [
          text.kind,
          tell(text, k + 10, text.gold ?? happening.gold) === base,
        ]);
        expect(apart).toEqual(happening.different.map((text) => [text.kind, false]));
      }
    },
  );

  it.each(happenings.map((h) => [h.id, h] as const))("%s joins the variants of one happening", (_, happening) => {
    const memory = openMemory(knowledge);
    const tell = (text: Text, k: number) =>
      memory.tell(
        itemOf({
          id: `${happening.id}-${k}`,
          ...text,
          date: `${happening.date}T${String(6 + k).padStart(2, "0")}:00:00Z`,
        }),
        goldCoding(happening.gold, text.title, text.lang),
      ).story?.id;
    const base = tell(happening.base, 0);
    expect(happening.same.map((text, k) => tell(text, k + 1))).toEqual(happening.same.map(() => base));
  });
});
