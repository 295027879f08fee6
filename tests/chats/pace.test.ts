import { describe, expect, it } from "vitest";
import { openPace } from "../../src/chats/pace.ts";

const LIMIT = { count: 3, ms: 1000 };

/** The moments at which messages leave that all come at once. */
function leaving(count: number, keys: (i: number) => readonly (readonly [string, typeof LIMIT])[]): readonly number[] {
  const pace = openPace();
  return Array.from({ length: count }, (_, i) => pace.take(keys(i), 0, 60_000));
}

describe("pace", () => {
  it("lets a burst through and spreads the rest", () => {
    expect(leaving(7, () => [["chat", LIMIT]])).toEqual([0, 0, 0, 1000, 1000, 1000, 2000]);
  });

  it("keeps every limit in every window, whatever comes when", () => {
    const pace = openPace();
    const left: number[] = [];
    for (let now = 0; now < 9000; now += 130) left.push(now + pace.take([["chat", LIMIT]], now, 60_000));
    for (const at of left)
      expect(left.filter((other) => other >= at && other < at + LIMIT.ms).length).toBeLessThanOrEqual(LIMIT.count);
  });

  it("holds one chat up for itself alone", () => {
    expect(leaving(4, (i) => [[i === 3 ? "other" : "chat", { count: 1, ms: 1000 }]])).toEqual([0, 1000, 2000, 0]);
  });

  it("reserves nothing beyond the patience", () => {
    const pace = openPace();
    pace.take([["chat", { count: 1, ms: 1000 }]], 0, 0);
    expect(pace.take([["chat", { count: 1, ms: 1000 }]], 0, 500)).toBe(1000);
    expect(pace.take([["chat", { count: 1, ms: 1000 }]], 1000, 500)).toBe(0);
  });
});
