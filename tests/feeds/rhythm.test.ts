import { describe, expect, it } from "vitest";
import { backOff, hint, interval, outsideSkipped, pace, rhythm, spread } from "../../src/feeds/rhythm.ts";
import { NOW } from "./server.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const every = (gap: number, count: number, newestAgo = 0) =>
  Array.from({ length: count }, (_, index) => new Date(NOW.getTime() - newestAgo - index * gap));

describe("rhythm", () => {
  it("is the usual gap between entries and the time that they span", () => {
    expect(rhythm(every(10 * MINUTE, 25), NOW)).toEqual({ gapMs: 10 * MINUTE, windowMs: 240 * MINUTE });
  });

  it("slows down with silence, and there is none where all entries carry one date", () => {
    expect(rhythm(every(10 * MINUTE, 25, 80 * HOUR), NOW).gapMs).toBe(10 * HOUR);
    expect(rhythm([NOW, NOW, NOW], NOW)).toEqual({});
    expect(rhythm([undefined, NOW], NOW)).toEqual({});
  });
});

describe("interval", () => {
  const wait = (gap: number, window: number, more: { hot?: boolean; hintMs?: number; floor?: number } = {}) =>
    interval({
      rhythm: { gapMs: gap, windowMs: window },
      pace: pace(more.floor ?? MINUTE),
      hot: more.hot ?? false,
      hintMs: more.hintMs,
    }) / MINUTE;

  it.each([
    ["a busy wire is polled at the floor", wait(1 * MINUTE, 5 * HOUR), 1],
    ["an hourly feed every half hour", wait(1 * HOUR, 48 * HOUR), 30],
    ["a daily feed at the ceiling of six hours", wait(24 * HOUR, 300 * HOUR), 360],
    ["a window of eight hours is never outrun", wait(20 * HOUR, 8 * HOUR), 160],
    ["a hot feed within five minutes", wait(24 * HOUR, 300 * HOUR, { hot: true }), 5],
    [
      "a ttl of an hour is obeyed as far as the rhythm allows",
      wait(30 * MINUTE, 48 * HOUR, { hintMs: 60 * MINUTE }),
      30,
    ],
    ["max-age lengthens up to the gap", wait(90 * MINUTE, 48 * HOUR, { hintMs: 60 * MINUTE }), 60],
    ["the operator's floor stands", wait(1 * MINUTE, 5 * HOUR, { floor: 10 * MINUTE }), 10],
  ])("%s", (_name, found, wanted) => {
    expect(found).toBe(wanted);
  });

  it("is ten minutes or less where nothing is known", () => {
    expect(interval({ rhythm: {}, pace: pace(MINUTE), hot: false })).toBe(10 * MINUTE);
  });
});

describe("hint", () => {
  it("is the longest of ttl and max-age, and nothing beyond a week", () => {
    expect(hint({ ttlMinutes: 15, skipHours: [], skipDays: [] }, 60_000)).toBe(15 * MINUTE);
    expect(hint({ skipHours: [], skipDays: [] }, undefined)).toBeUndefined();
    expect(hint({ ttlMinutes: 100_000, skipHours: [], skipDays: [] }, undefined)).toBeUndefined();
  });
});

describe("outsideSkipped", () => {
  it.each([
    ["an hour that is skipped", { skipHours: [12, 13], skipDays: [] }, "2026-11-24T14:00:00.000Z"],
    [
      "a day that is skipped, but no further than the limit",
      { skipHours: [], skipDays: ["Tuesday"] },
      "2026-11-24T18:00:00.000Z",
    ],
    [
      "all hours, but no further than the limit",
      { skipHours: Array.from({ length: 24 }, (_, index) => index), skipDays: [] },
      "2026-11-24T18:00:00.000Z",
    ],
    ["nothing", { skipHours: [3], skipDays: ["Sunday"] }, "2026-11-24T12:00:00.000Z"],
  ])("moves out of %s", (_name, skipped, wanted) => {
    expect(outsideSkipped(NOW, skipped, 6 * HOUR).toISOString()).toBe(wanted);
  });
});

describe("backOff", () => {
  it("doubles within six hours, spreads feeds, and never undercuts the server", () => {
    const wait = (errors: number, seed = "a", retryAfterMs?: number) =>
      backOff({ errorClass: "timeout", errors, pace: pace(MINUTE), seed, retryAfterMs });
    expect(wait(1)).toBeGreaterThanOrEqual(MINUTE);
    expect(wait(4)).toBeGreaterThan(5 * MINUTE);
    expect(wait(50)).toBeLessThanOrEqual(6 * HOUR);
    expect(new Set(["a", "b", "c", "d"].map((seed) => wait(5, seed))).size).toBe(4);
    expect(wait(1, "a", 20 * HOUR)).toBe(20 * HOUR);
  });

  it("waits longer where asking again is useless", () => {
    const first = (errorClass: string) => backOff({ errorClass, errors: 1, pace: pace(MINUTE), seed: "a" });
    expect(first("blocked")).toBeGreaterThan(first("timeout"));
    expect(first("refused_url")).toBeGreaterThan(first("blocked"));
  });
});

describe("spread", () => {
  it("depends on its seed alone and fills the range evenly", () => {
    expect(spread("feed")).toBe(spread("feed"));
    const values = Array.from({ length: 1000 }, (_, index) => spread(`feed-${index}`));
    expect(Math.min(...values)).toBeLessThan(-0.95);
    expect(Math.max(...values)).toBeGreaterThan(0.95);
    expect(Math.abs(values.reduce((sum, value) => sum + value, 0) / 1000)).toBeLessThan(0.1);
  });
});
