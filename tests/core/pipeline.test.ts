import { describe, expect, it } from "vitest";
import type { Actor } from "../../src/core/catalog.ts";
import type { Stance } from "../../src/core/model.ts";
import { toKnowledge } from "../../src/core/pipeline.ts";
import { type Gold, goldCoding } from "./gold.ts";
import { itemOf, openMemory } from "./memory.ts";

const actor = (id: string, weight: number, members: readonly string[] = []): Actor => ({
  id,
  kind: "state",
  weight,
  places: [],
  members,
});
const actors = new Map(
  [actor("GB", 3), actor("FR", 3), actor("PL", 2), actor("RU", 3), actor("NATO", 3, ["GB", "FR", "PL"])].map((one) => [
    one.id,
    one,
  ]),
);
const baseline: readonly Stance[] = [
  {
    topic: "foreign-troops",
    actor: "RU",
    level: "government_or_igo",
    place: "UA",
    presence: "foreign",
    rung: -3,
    action: "oppose",
    object: "NATO contingents",
    since: new Date("2022-03-29"),
    status: "confirmed",
    attribution: { kind: "official" },
    url: "https://example.org/demand",
    targets: ["NATO"],
    source: "baseline",
  },
  {
    topic: "foreign-troops",
    actor: "GB",
    level: "government_or_igo",
    place: "UA",
    presence: "own",
    rung: 2,
    action: "support",
    object: "force",
    since: new Date("2025-03-02"),
    status: "confirmed",
    attribution: { kind: "official" },
    source: "baseline",
  },
];
const empty = toKnowledge({ publishers: [{ id: "reuters", name: "Reuters", kind: "wire" }], baseline: [], actors });
const full = toKnowledge({ publishers: [{ id: "reuters", name: "Reuters", kind: "wire" }], baseline, actors });

const support: Gold = { actors: ["GB"], places: ["UA"], direction: "advance", action: "support", rung: 2 };
const drop: Gold = { ...support, direction: "rollback", action: "drop", rung: -2 };
const withdraw: Gold = { ...support, direction: "rollback", action: "withdraw", rung: -4 };

interface Said {
  readonly gold: Gold;
  readonly day: string;
  readonly title?: string;
  readonly text?: string;
  readonly publisher?: string;
  readonly seen?: string;
  readonly lang?: string;
  readonly undated?: boolean;
}

/** Tells a memory a list of items; each answer is cause, ring and verdict. */
function tellAll(said: readonly Said[], knowledge = empty) {
  const memory = openMemory(knowledge);
  const heard = said.map((one, k) => {
    const title = one.title ?? `${one.gold.actors.join(" and ")} speaks of ${one.gold.places.join(" ")}, item ${k}`;
    const { published, ...rest } = itemOf({
      id: `i${k}`,
      title,
      text: one.text ?? "",
      date: one.day,
      publisher: one.publisher ?? `Outlet ${k}`,
    });
    const seen = one.seen === undefined ? rest.firstSeen : new Date(one.seen);
    const item =
      one.undated || published === undefined ? { ...rest, firstSeen: seen } : { ...rest, published, firstSeen: seen };
    const outcome = memory.tell(item, goldCoding(one.gold, title, one.lang));
    return {
      cause: outcome.alert?.rings ? outcome.alert.cause : undefined,
      alert: outcome.alert,
      stage: outcome.verdict.stage,
      story: outcome.story?.id,
      outcome,
    };
  });
  return { memory, heard, causes: heard.map((one) => one.cause), stages: heard.map((one) => one.stage) };
}

describe("what rings", () => {
  it("a first position founds a story and an alert", () => {
    const { heard } = tellAll([{ gold: support, day: "2025-05-01" }]);
    expect(heard[0]?.alert).toMatchObject({
      cause: "founded",
      rings: true,
      revision: 1,
      status: "confirmed",
      direction: "advance",
    });
    expect(heard[0]?.alert?.shifts[0]?.from).toBeUndefined();
  });

  it.each([
    ["worded as old", { ...support, restated: true }],
    ["a renewal", { ...support, action: "extend", rung: 4 as const }],
  ])("a first position that is %s rings nobody, yet is known from then on", (_, gold) => {
    const { causes, memory } = tellAll([
      { gold, day: "2025-05-01" },
      { gold: { ...gold, restated: false, rung: gold.rung }, day: "2025-06-01" },
    ]);
    expect(causes).toEqual([undefined, undefined]);
    expect(memory.stances).toHaveLength(1);
  });

  it("an item without direction rings nobody", () => {
    expect(tellAll([{ gold: { ...support, direction: "none", actors: [] }, day: "2025-05-01" }]).stages).toEqual([
      "no_stance",
    ]);
  });

  it("a change of class against the ledger is the next revision while the last alert is young, and a new alert later", () => {
    const { heard } = tellAll([
      { gold: support, day: "2025-05-01" },
      { gold: withdraw, day: "2025-05-20" },
      { gold: support, day: "2025-08-01" },
    ]);
    expect(heard.map((one) => [one.cause, one.alert?.id, one.alert?.revision])).toEqual([
      ["founded", "a-i0", 1],
      ["reversed", "a-i0", 2],
      ["founded", "a-i2", 1],
    ]);
    expect(heard[1]?.alert?.newShifts[0]).toMatchObject({ from: { rung: 2 }, to: { rung: -4 }, direction: "rollback" });
    expect(new Set(heard.map((one) => one.story)).size).toBe(3);
  });

  it("a change against the baseline rings, and the baseline is silent on what it already knows", () => {
    const { heard } = tellAll(
      [
        { gold: support, day: "2025-05-01" },
        { gold: drop, day: "2025-05-02" },
      ],
      full,
    );
    expect(heard.map((one) => one.cause)).toEqual([undefined, "founded"]);
    expect(heard[1]?.alert?.newShifts[0]?.from).toMatchObject({ rung: 2, since: new Date("2025-03-02") });
  });

  it("the baseline says nothing of items dated before its day", () => {
    expect(tellAll([{ gold: support, day: "2025-01-10" }], full).causes).toEqual(["founded"]);
  });

  it("the same class again edits silently, whatever the outlet or language", () => {
    const { heard } = tellAll([
      { gold: support, day: "2025-05-01" },
      { gold: support, day: "2025-05-02", lang: "uk" },
      { gold: support, day: "2025-05-20" },
    ]);
    expect(heard.map((one) => one.cause)).toEqual(["founded", undefined, undefined]);
    expect(heard[1]?.alert).toMatchObject({
      revision: 2,
      languages: ["en", "uk"],
      publishers: ["Outlet 0", "Outlet 1"],
      items: ["i0", "i1"],
    });
    expect(heard[0]?.story).toBe(heard[1]?.story);
    expect(heard[2]?.stage).toBe("known_stance");
  });

  it("thirty outlets that wobble by one class make one alert", () => {
    const said = Array.from({ length: 30 }, (_, k) => ({
      gold: k % 2 === 0 ? support : { ...support, action: "commit", rung: 3 as const },
      day: `2025-05-01T${String(6 + Math.floor(k / 2)).padStart(2, "0")}:00:00Z`,
    }));
    expect(tellAll(said).causes.filter((cause) => cause !== undefined)).toEqual(["founded"]);
  });

  it("readings that contradict each other ring twice at most, and again when two days have passed", () => {
    const said = Array.from({ length: 12 }, (_, k) => ({
      gold: k % 2 === 0 ? support : withdraw,
      day: `2025-05-01T${String(6 + k).padStart(2, "0")}:00:00Z`,
    }));
    const { causes } = tellAll([...said, { gold: support, day: "2025-05-04" }]);
    expect(causes.filter((cause) => cause !== undefined)).toEqual(["founded", "reversed", "reversed"]);
    expect(causes.at(-1)).toBe("reversed");
  });

  it("an official word against a report rings however soon", () => {
    const report = { ...withdraw, attribution: "anonymous_source" as const };
    const { causes } = tellAll([
      { gold: support, day: "2025-05-01T06:00:00Z" },
      { gold: report, day: "2025-05-01T09:00:00Z" },
      { gold: support, day: "2025-05-01T12:00:00Z" },
    ]);
    expect(causes).toEqual(["founded", "reversed", "reversed"]);
  });

  it.each([
    ["an official word", { ...drop, attribution: "official" as const }],
    ["a second publisher", { ...drop, attribution: "anonymous_source" as const }],
  ])("a report is confirmed once, by %s", (_, second) => {
    const first = { ...drop, attribution: "anonymous_source" as const };
    const { heard, causes, memory } = tellAll([
      { gold: first, day: "2025-05-01" },
      { gold: second, day: "2025-05-02" },
      { gold: second, day: "2025-05-02" },
    ]);
    expect(causes).toEqual(["founded", "confirmed", undefined]);
    expect(heard[0]?.alert?.status).toBe("reported");
    expect(heard[1]?.alert).toMatchObject({ status: "confirmed", revision: 2, newShifts: [] });
    expect(memory.stances.map((stance) => stance.status)).toEqual(["confirmed"]);
  });

  it("twenty copies of one agency's words do not confirm its report", () => {
    const gold = { ...drop, attribution: "anonymous_source" as const };
    const said = Array.from({ length: 20 }, () => ({ gold, day: "2025-05-01", text: "LONDON (Reuters) - It is off." }));
    expect(tellAll(said).causes.filter((cause) => cause !== undefined)).toEqual(["founded"]);
  });

  it("unknown publishers do not confirm a report", () => {
    const gold = { ...drop, attribution: "anonymous_source" as const };
    expect(
      tellAll([
        { gold, day: "2025-05-01" },
        { gold, day: "2025-05-01", publisher: "" },
      ]).causes,
    ).toEqual(["founded", undefined]);
  });

  it("a denial takes back the report, and the old stance stands again", () => {
    const { heard, memory } = tellAll([
      { gold: support, day: "2025-03-01" },
      { gold: { ...drop, attribution: "anonymous_source" }, day: "2025-05-01" },
      { gold: { ...support, certainty: "denied" }, day: "2025-05-02" },
      { gold: support, day: "2025-05-03" },
    ]);
    expect(heard.map((one) => one.cause)).toEqual(["founded", "founded", "denied", undefined]);
    expect(heard[2]?.alert).toMatchObject({ id: "a-i1", revision: 2, status: "denied" });
    expect(heard[2]?.alert?.newShifts[0]).toMatchObject({ from: { rung: -2 }, to: { rung: 2 }, direction: "advance" });
    expect(heard[2]?.story).not.toBe(heard[1]?.story);
    expect(memory.stances.find((stance) => stance.item === "i1")?.status).toBe("denied");
  });

  it("a denial of what was never told is a known stance where it is one", () => {
    expect(tellAll([{ gold: { ...support, certainty: "denied" }, day: "2025-05-01" }], full).stages).toEqual([
      "known_stance",
    ]);
  });

  it("a new actor with the old one joins the story and rings for the new one alone", () => {
    const { heard } = tellAll([
      { gold: support, day: "2025-05-01" },
      { gold: { ...support, actors: ["GB", "FR"] }, day: "2025-05-02" },
    ]);
    expect(heard[1]).toMatchObject({ cause: "joined", story: heard[0]?.story });
    expect(heard[1]?.alert).toMatchObject({ id: "a-i0", revision: 2 });
    expect(heard[1]?.alert?.newShifts.map((shift) => shift.actor)).toEqual(["FR"]);
  });

  it.each([
    ["another actor", { ...support, actors: ["FR"] }],
    ["another place", { ...support, places: ["LB"] }],
  ])("%s founds its own", (_, gold) => {
    const { heard } = tellAll([
      { gold: support, day: "2025-05-01" },
      { gold, day: "2025-05-01" },
    ]);
    expect(heard[1]?.alert).toMatchObject({ id: "a-i1", cause: "founded" });
    expect(heard[1]?.story).not.toBe(heard[0]?.story);
  });

  it.each(["opposition", "legislator", "ex_official", "commentator", "protesters", "armed_group"] as const)(
    "%s does not move the government",
    (level) => {
      const { heard, stages, causes } = tellAll([
        { gold: support, day: "2025-05-01" },
        { gold: { ...drop, level }, day: "2025-05-02" },
        { gold: support, day: "2025-05-03" },
      ]);
      expect(stages[1]).toBe("level");
      expect(heard[1]?.alert).toMatchObject({ cause: "founded", rings: false });
      expect(heard[1]?.alert?.newShifts.map((shift) => shift.level)).toEqual([level]);
      expect(causes[2]).toBeUndefined();
    },
  );

  it("a legislature that decides moves the government", () => {
    expect(
      tellAll([
        { gold: support, day: "2025-05-01" },
        { gold: { ...withdraw, level: "legislature" }, day: "2025-05-09" },
      ]).causes,
    ).toEqual(["founded", "reversed"]);
  });

  it("a position without a place is kept under its actor alone", () => {
    const { causes } = tellAll([
      { gold: { ...support, places: [] }, day: "2025-05-01" },
      { gold: { ...withdraw, places: [] }, day: "2025-06-09" },
    ]);
    expect(causes).toEqual(["founded", "founded"]);
  });
});

describe("items that come at the wrong time", () => {
  it("an item dated more than 48 hours before it was first seen rings nobody", () => {
    expect(tellAll([{ gold: support, day: "2025-05-01", seen: "2025-05-03T09:00:00Z" }]).stages).toEqual(["old"]);
    expect(tellAll([{ gold: support, day: "2025-05-01", seen: "2025-05-03T07:00:00Z" }]).causes).toEqual(["founded"]);
  });

  it("an undated item rings nobody and moves no stance", () => {
    const { stages, memory } = tellAll([{ gold: support, day: "2025-05-01", undated: true }]);
    expect(stages).toEqual(["undated"]);
    expect(memory.stances).toEqual([]);
  });

  it("a date ahead is read as the time of first sight, and one far ahead as none", () => {
    const { heard, memory } = tellAll([{ gold: support, day: "2025-05-02", seen: "2025-05-01T09:00:00Z" }]);
    expect(heard[0]?.cause).toBe("founded");
    expect(memory.stances[0]?.since).toEqual(new Date("2025-05-01T09:00:00Z"));
    expect(tellAll([{ gold: support, day: "2025-07-02", seen: "2025-05-01T09:00:00Z" }]).stages).toEqual(["undated"]);
  });

  it("an earlier word that arrives late does not reverse a later one", () => {
    const { causes, memory } = tellAll([
      { gold: withdraw, day: "2025-05-10T08:00:00Z" },
      { gold: support, day: "2025-05-08T20:00:00Z", seen: "2025-05-10T09:00:00Z" },
      { gold: withdraw, day: "2025-05-10T10:00:00Z" },
    ]);
    expect(causes).toEqual(["founded", undefined, undefined]);
    expect(memory.alerts.size).toBe(1);
  });

  it("opinion, history and overviews ring nobody", () => {
    expect(tellAll([{ gold: { ...support, background: true }, day: "2025-05-01" }]).stages).toEqual(["background"]);
  });

  it("the same item again changes nothing but the revision", () => {
    const memory = openMemory(empty);
    const item = itemOf({ id: "x", title: "United Kingdom ready to send troops", date: "2025-05-01", publisher: "A" });
    const coding = goldCoding(support, item.title);
    const first = memory.tell(item, coding);
    const again = memory.tell(item, coding, item.firstSeen, first.story?.id);
    expect(again.alert).toMatchObject({ rings: false, items: ["x"] });
    expect(again.story?.items).toBe(1);
    expect(again.stances).toEqual([]);
  });

  it("a changed headline stays in its story and may be the news itself", () => {
    const memory = openMemory(empty);
    const item = itemOf({ id: "x", title: "United Kingdom ready to send troops", date: "2025-05-01", publisher: "A" });
    const first = memory.tell(item, goldCoding(support, item.title));
    const turned = memory.tell(
      { ...item, title: "United Kingdom drops plan" },
      goldCoding(withdraw, "United Kingdom drops plan"),
      item.firstSeen,
      first.story?.id,
    );
    expect(turned.story?.id).toBe(first.story?.id);
    expect(turned.alert).toMatchObject({ cause: "reversed", revision: 2 });
  });
});

describe("demands", () => {
  it("a rollback that meets another's standing demand says so, with its date and source", () => {
    const { heard } = tellAll([{ gold: drop, day: "2025-05-01" }], full);
    expect(heard[0]?.alert?.demands).toEqual([
      {
        actor: "RU",
        since: new Date("2022-03-29"),
        agrees: true,
        url: "https://example.org/demand",
        note: "NATO contingents",
      },
    ]);
  });

  it("an advance against it says so as well", () => {
    const { heard } = tellAll([{ gold: { ...support, actors: ["FR"] }, day: "2025-05-01" }], full);
    expect(heard[0]?.alert?.demands).toMatchObject([{ actor: "RU", agrees: false }]);
  });

  it("leaves alone whom it does not name, and who made it", () => {
    const { heard } = tellAll(
      [
        { gold: { ...support, actors: ["KP"] }, day: "2025-05-01" },
        { gold: { ...support, actors: ["RU"] }, day: "2025-05-01" },
      ],
      full,
    );
    expect(heard.map((one) => one.alert?.demands)).toEqual([[], []]);
  });
});

describe("how sure an item must be", () => {
  const tell = (
    memory: ReturnType<typeof openMemory>,
    id: string,
    day: string,
    gold: Gold,
    change: object,
    field: "title" | "text" = "title",
  ) => {
    const coding = goldCoding(gold, `Title of ${id}`);
    const events = coding.events.map((event) => ({ ...event, evidence: { ...event.evidence, field } }));
    const item = itemOf({ id, title: `Title of ${id}`, date: day, publisher: id });
    return memory.tell(item, { ...coding, events, ...change }).alert?.cause;
  };

  it.each<[string, object, "title" | "text", string | undefined]>([
    ["sure, in the title", {}, "title", "founded"],
    ["not sure", { sure: false, score: 0.9 }, "title", undefined],
    ["sure, in the lead", { score: 0.9 }, "text", undefined],
    ["very sure, in the lead", { score: 0.99 }, "text", "founded"],
  ])("a first position: %s", (_, change, field, wanted) => {
    const memory = openMemory(empty);
    expect(tell(memory, "a", "2025-05-01", support, change, field)).toBe(wanted);
    expect(memory.stances).toHaveLength(wanted === undefined ? 0 : 1);
  });

  it.each<[string, object, "title" | "text", string | undefined]>([
    ["not sure, in the title", { sure: false, score: 0.7 }, "title", "reversed"],
    ["hardly sure, in the title", { sure: false, score: 0.5 }, "title", undefined],
    ["not sure, in the lead", { sure: false, score: 0.7 }, "text", undefined],
    ["sure, in the lead", { score: 0.9 }, "text", "reversed"],
  ])("a turn of a holder who is followed: %s", (_, change, field, wanted) => {
    const memory = openMemory(empty);
    tell(memory, "a", "2025-05-01", support, {});
    expect(tell(memory, "b", "2025-05-09", withdraw, change, field)).toBe(wanted);
  });
});
