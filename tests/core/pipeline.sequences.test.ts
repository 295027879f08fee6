import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toKnowledge } from "../../src/core/pipeline.ts";
import { type Gold, goldCoding } from "./gold.ts";
import { itemOf, openMemory } from "./memory.ts";

interface Step {
  readonly id: string;
  readonly date: string;
  readonly lang: string;
  readonly title: string;
  readonly text: string;
  readonly publisher: string;
  readonly gold: Omit<Gold, "actors" | "places"> & { readonly holder: string; readonly place: string };
  readonly expect: string;
}
interface Sequence {
  readonly id: string;
  readonly actor: string;
  readonly place: string;
  readonly steps: readonly Step[];
}

const sequences: readonly Sequence[] = JSON.parse(
  readFileSync(new URL("../cases/sequences.json", import.meta.url), "utf8"),
);
const knowledge = toKnowledge({ publishers: [], baseline: [], actors: new Map() });

describe("a sequence of positions, read as a reader reads them", () => {
  it.each(sequences.map((sequence) => [sequence.id, sequence] as const))(
    "%s rings where it should and nowhere else",
    (_, sequence) => {
      const memory = openMemory(knowledge);
      const heard = sequence.steps.map((step, k) => {
        const { holder, place, ...gold } = step.gold;
        const item = itemOf({ ...step, date: `${step.date}T${String(6 + k).padStart(2, "0")}:00:00Z` });
        const { alert, verdict } = memory.tell(
          item,
          goldCoding(
            {
              ...gold,
              actors: gold.direction === "none" ? [] : [holder],
              places: [place],
              background: gold.action === "none",
            },
            step.title,
            step.lang,
          ),
        );
        const mine =
          alert !== undefined &&
          alert.cause !== "edited" &&
          (alert.newShifts.some((shift) => shift.actor === sequence.actor) || alert.cause === "confirmed");
        return [
          step.id,
          mine
            ? verdict.stage === "level"
              ? "level"
              : alert.cause === "founded" || alert.cause === "reversed"
                ? "ring"
                : alert.cause
            : "silent",
        ];
      });
      const wanted = sequence.steps.map((step) => [
        step.id,
        { first: "ring", shift: "ring", confirmed: "confirmed", denied: "denied", level: "level" }[step.expect] ??
          "silent",
      ]);
      expect(heard).toEqual(wanted);
    },
  );
});
