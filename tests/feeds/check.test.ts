import { describe, expect, it } from "vitest";
import type { FeedReading } from "../../src/core/ports.ts";
import { checkFeeds, stale } from "../../src/feeds/check.ts";
import { feedAt, NOW } from "./server.ts";

const DAY = 86_400_000;

describe("checkFeeds", () => {
  it("reads each feed once, sixteen at a time, tells of each and keeps their order", async () => {
    let active = 0;
    let most = 0;
    const reader = {
      async read(feed: { readonly id: string }): Promise<FeedReading> {
        active += 1;
        most = Math.max(most, active);
        await new Promise((resolve) => setTimeout(resolve, 5));
        active -= 1;
        if (feed.id === "3") return { status: "failed", errorClass: "blocked", reason: "403" };
        return { status: "read", items: [], state: {}, broken: [] };
      },
    };
    const feeds = Array.from({ length: 40 }, (_, index) => feedAt("https://daily.example/", { id: String(index) }));
    const told: number[] = [];
    const results = await checkFeeds(
      feeds,
      reader,
      (done) => told.push(done),
      () => NOW,
    );
    expect(most).toBe(16);
    expect(told).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(results.map((result) => result.feed.id)).toEqual(feeds.map((feed) => feed.id));
    expect(results[3]).toMatchObject({ status: "failed", errorClass: "blocked" });
    expect(results[4]).toMatchObject({ status: "empty", items: 0 });
  });

  it("comes back to a feed whose host was busy", async () => {
    let asked = 0;
    const reader = {
      async read(): Promise<FeedReading> {
        asked += 1;
        return asked === 1
          ? { status: "unchanged", state: { notBefore: new Date(NOW.getTime() + 20) } }
          : { status: "read", items: [], state: {}, broken: [] };
      },
    };
    expect(
      (
        await checkFeeds(
          [feedAt("https://daily.example/")],
          reader,
          () => undefined,
          () => NOW,
        )
      )[0]?.status,
    ).toBe("empty");
    expect(asked).toBe(2);
  });
});

describe("stale", () => {
  it.each([
    ["a busy feed that has been silent for three days", 3 * DAY, 600_000, true],
    ["a busy feed that has been silent for a day", DAY, 600_000, false],
    ["a weekly feed that has been silent for three weeks", 21 * DAY, 7 * DAY, false],
    ["a feed frozen years ago", 1000 * DAY, 30 * DAY, true],
  ])("judges %s", (_name, age, gap, wanted) => {
    expect(stale(new Date(NOW.getTime() - age), gap, NOW)).toBe(wanted);
  });
});
