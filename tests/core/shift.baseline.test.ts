import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { classOf } from "../../src/core/ladder.ts";

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const baseline: readonly Record<string, unknown>[] = read("data/baseline.json");
const actors: Record<string, Record<string, unknown>> = read("data/actors.json");
const ids = new Set(["states", "organisations", "missions"].flatMap((kind) => Object.keys(actors[kind] ?? {})));
const KINDS = ["official", "named_person", "anonymous_source", "leaked", "media_report"];
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
const SIGN: Record<string, readonly number[]> = {
  deploy: [4],
  extend: [4],
  commit: [3],
  support: [2],
  accept: [2],
  propose: [1],
  consider: [1],
  condition: [0],
  suspend: [-1],
  drop: [-2],
  rule_out: [-3],
  oppose: [-3],
  withdraw: [-4],
  end_mission: [-4],
};

describe("the baseline", () => {
  it("has at least sixty positions at twelve places or more", () => {
    expect(baseline.length).toBeGreaterThanOrEqual(60);
    expect(new Set(baseline.map((stance) => stance.place)).size).toBeGreaterThanOrEqual(12);
  });

  it.each(baseline.map((stance) => [`${stance.actor} at ${stance.place}: ${stance.object}`, stance] as const))(
    "%s is well formed",
    (_, stance) => {
      expect(ids).toContain(stance.actor);
      expect(ids).toContain(stance.place);
      expect(LEVELS).toContain(stance.level);
      expect(["own", "foreign"]).toContain(stance.presence);
      expect(SIGN[stance.action as string] ?? []).toContain(stance.rung);
      expect(classOf(stance.rung as 0)).toBeTypeOf("string");
      expect(stance.since).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(new Date(stance.since as string) < new Date("2026-01-01")).toBe(true);
      expect(KINDS).toContain((stance.attribution as { kind: string }).kind);
      expect(new URL(stance.url as string).protocol).toBe("https:");
      expect((stance.sentence as string).length).toBeGreaterThan(20);
      expect(stance.source).toBe("baseline");
      for (const target of (stance.targets as string[] | undefined) ?? []) expect(ids).toContain(target);
    },
  );

  it("says one thing of each holder, place and matter", () => {
    const keys = baseline.map((s) =>
      [s.topic, s.actor, s.level, s.place, s.presence, ((s.targets as string[] | undefined) ?? []).join("+")].join(" "),
    );
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it("knows who leads the plans for Ukraine and what Russia demands there", () => {
    const find = (actor: string, presence: string) =>
      baseline.find((s) => s.actor === actor && s.place === "UA" && s.presence === presence)?.rung;
    expect([find("GB", "own"), find("FR", "own"), find("RU", "foreign")]).toEqual([2, 2, -3]);
  });
});
