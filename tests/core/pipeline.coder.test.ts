import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { type Coder, openCoder } from "../../src/core/coder.ts";
import { type Knowledge, toKnowledge } from "../../src/core/pipeline.ts";
import { identify, openCatalog } from "../../src/data.ts";
import { itemOf, openMemory } from "./memory.ts";

interface Text {
  readonly lang: string;
  readonly title: string;
  readonly text: string;
  readonly kind: string;
}
interface Happening {
  readonly id: string;
  readonly date: string;
  readonly base: Text;
  readonly same: readonly Text[];
  readonly different: readonly Text[];
}
interface Step extends Text {
  readonly id: string;
  readonly date: string;
  readonly publisher: string;
  readonly expect: string;
}

const read = (name: string) => JSON.parse(readFileSync(new URL(`../cases/${name}`, import.meta.url), "utf8"));
const hour = (day: string, k: number) => `${day}T${String(6 + k).padStart(2, "0")}:00:00Z`;
const share = (list: readonly boolean[]) => list.filter(Boolean).length / list.length;

let coder: Coder;
let knowledge: Knowledge;
beforeAll(() => {
  const catalog = openCatalog();
  coder = openCoder(catalog, identify);
  knowledge = toKnowledge({ publishers: [], baseline: [], actors: catalog.actors });
});

describe("stories and shifts of our own cases, read by the coder", () => {
  it("keep all opposites, other actors and other places apart, and join variants and translations", () => {
    const joined: boolean[] = [];
    const translated: boolean[] = [];
    const merged: string[] = [];
    for (const happening of read("pairs.json") as readonly Happening[]) {
      const memory = openMemory(knowledge);
      let k = 0;
      const tell = (text: Text) => {
        const date = hour(happening.date, k);
        const item = itemOf({ id: `${happening.id}-${k}`, ...text, date, publisher: `Outlet ${k++}` });
        return memory.tell(item, coder.code({ title: text.title, text: text.text, date })).story?.id;
      };
      const base = tell(happening.base);
      for (const text of happening.same)
        (text.lang === happening.base.lang ? joined : translated).push(base !== undefined && tell(text) === base);
      for (const text of happening.different)
        if (base !== undefined && tell(text) === base && text.kind !== "reaction")
          merged.push(`${text.kind}: ${text.title}`);
    }
    expect(merged).toEqual([]);
    expect(share(joined)).toBeGreaterThanOrEqual(0.8);
    expect(share(translated)).toBeGreaterThanOrEqual(0.6);
  });

  it("ring for the turns of a holder and for little else", () => {
    let right = 0;
    let wrong = 0;
    let missed = 0;
    for (const sequence of read("sequences.json") as readonly {
      actor: string;
      place: string;
      steps: readonly Step[];
    }[]) {
      const memory = openMemory(knowledge);
      sequence.steps.forEach((step, k) => {
        const date = hour(step.date, k);
        const { alert } = memory.tell(
          itemOf({ ...step, date }),
          coder.code({ title: step.title, text: step.text, date }),
        );
        const rang =
          alert?.rings === true &&
          alert.newShifts.some((shift) => shift.actor === sequence.actor && shift.place === sequence.place);
        const due = step.expect === "shift" || step.expect === "denied";
        if (step.expect === "first" || step.expect === "confirmed") return;
        if (rang && due) right++;
        else if (rang) wrong++;
        else if (due) missed++;
      });
    }
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.8);
    expect(right / (right + missed)).toBeGreaterThanOrEqual(0.7);
  });
});
