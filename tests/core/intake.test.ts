import { expect, test } from "vitest";
import { type IntakeParts, intake } from "../../src/core/intake.ts";
import type { Coding, Item } from "../../src/core/model.ts";
import type { Context, Outcome, Sighting } from "../../src/core/ports.ts";
import { alert, at, coding, irrelevant, item, outcome, stance } from "../store/values.ts";

const empty: Context = { stories: [], stances: [], alerts: [] };

function parts(over: {
  readonly sighting?: Sighting;
  readonly code?: (item: Item) => Coding;
  readonly assess?: (item: Item, coding: Coding, context: Context, now: Date, earlier?: string) => Outcome;
}) {
  const recorded: Outcome[] = [];
  const asked: string[] = [];
  const logged: string[] = [];
  const made: IntakeParts = {
    store: {
      sight: async () => over.sighting ?? { status: "new" },
      context: async (one) => {
        asked.push(one.id);
        return empty;
      },
      record: async (one) => void recorded.push(one),
    },
    code: over.code ?? (() => coding()),
    assess: over.assess ?? ((one) => outcome({ item: one, stances: [stance()], alert: alert() })),
    log: (_, event) => void logged.push(event),
  };
  return { made, recorded, asked, logged };
}

test("a new item is coded, judged and written", async () => {
  const { made, recorded } = parts({});
  const result = await intake(item("i1"), made, { now: at });
  expect(recorded).toEqual([outcome({ stances: [stance()], alert: alert() })]);
  expect(result).toBe(recorded[0]);
});

test("an item that is known as it is brings nothing", async () => {
  const { made, recorded } = parts({ sighting: { status: "unchanged", id: "i1" } });
  expect(await intake(item("i1"), made, { now: at })).toBeUndefined();
  expect(recorded).toEqual([]);
});

test("an item in other words is judged under its first name, with the story that it is in", async () => {
  const seen: unknown[] = [];
  const { made, recorded } = parts({
    sighting: { status: "changed", id: "first", story: "s1" },
    assess: (one, _coding, _context, _now, earlier) => {
      seen.push([one.id, earlier]);
      return outcome({ item: one });
    },
  });
  await intake(item("later"), made, { now: at });
  expect(seen).toEqual([["first", "s1"]]);
  expect(recorded[0]?.item.id).toBe("first");
});

test("an item that is clearly off topic asks nothing of the past", async () => {
  const { made, recorded, asked } = parts({ code: () => irrelevant });
  await intake(item("i1"), made, { now: at });
  expect(asked).toEqual([]);
  expect(recorded[0]?.verdict).toEqual({ stage: "not_relevant", reason: "score 0.02" });
});

test("an item that may belong to a story is judged with the past, though it is off topic by itself", async () => {
  const { made, asked } = parts({ code: () => ({ ...irrelevant, score: 0.3 }) });
  await intake(item("i1"), made, { now: at });
  expect(asked).toEqual(["i1"]);
});

test("at the first contact nothing rings, and the ledger is filled", async () => {
  const { made, recorded } = parts({});
  await intake(item("i1"), made, { now: at, silent: true });
  expect(recorded[0]?.alert).toBeUndefined();
  expect(recorded[0]?.verdict.stage).toBe("silent_start");
  expect(recorded[0]?.stances).toEqual([stance()]);
});

test("at the first contact a later turn of a known alert brings its card up to date without ringing", async () => {
  const turn = alert({ revision: 2, cause: "confirmed", status: "confirmed" });
  const { made, recorded } = parts({
    assess: (one) => outcome({ item: one, alert: turn, touched: [alert({ id: "a0", revision: 3 })] }),
  });
  await intake(item("i1"), made, { now: at, silent: true });
  expect(recorded[0]?.alert).toEqual({ ...turn, rings: false, cause: "edited" });
  expect(recorded[0]?.touched.map((one) => one.rings)).toEqual([false]);
});

test("at the first contact what would not ring keeps its own reason", async () => {
  const known = outcome({ verdict: { stage: "known_stance", reason: "already against" } });
  const { made, recorded } = parts({ assess: () => known });
  await intake(item("i1"), made, { now: at, silent: true });
  expect(recorded).toEqual([known]);
});

test.each([
  [
    "coding",
    {
      code: () => {
        throw new Error("bad pattern");
      },
    },
  ],
  [
    "judging",
    {
      assess: () => {
        throw new Error("bad pattern");
      },
    },
  ],
])("a fault in %s is noted with the item and stops nothing", async (_, over) => {
  const { made, recorded, logged } = parts(over);
  await intake(item("i1"), made, { now: at });
  expect(recorded[0]?.verdict).toEqual({ stage: "abstained", reason: "could not be judged: bad pattern" });
  expect(logged).toEqual(["an item could not be judged"]);
});
