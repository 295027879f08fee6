import { describe, expect, it } from "vitest";
import { openPoliteness } from "../../src/feeds/politeness.ts";

describe("openPoliteness", () => {
  it("keeps two hits of one host apart, and lets another host in at once", async () => {
    const politeness = openPoliteness({ gapMs: 120, connections: 2, maxWaitMs: 5000 });
    const start = performance.now();
    const took = await Promise.all(
      ["a", "a", "a", "b"].map(async (host) => {
        const turn = await politeness.turn(host);
        const at = performance.now() - start;
        if (turn.status === "go") turn.leave();
        return at;
      }),
    );
    const [first = 0, second = 0, third = 0, other = 0] = took;
    expect(second - first).toBeGreaterThan(100);
    expect(third - second).toBeGreaterThan(100);
    expect(other).toBeLessThan(second);
  });

  it("lets no more than its connections in at a time", async () => {
    const politeness = openPoliteness({ gapMs: 0, connections: 1, maxWaitMs: 5000 });
    const first = await politeness.turn("a");
    let second = false;
    const waiting = politeness.turn("a").then((turn) => {
      second = true;
      return turn;
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(second).toBe(false);
    if (first.status === "go") first.leave();
    expect((await waiting).status).toBe("go");
  });

  it("defers instead of queueing for longer than it may, and while the host wants rest", async () => {
    const politeness = openPoliteness({ gapMs: 1000, connections: 2, maxWaitMs: 500 });
    await politeness.turn("a");
    expect(await politeness.turn("a")).toMatchObject({ status: "deferred" });
    politeness.rest("b", 60_000);
    const turn = await politeness.turn("b");
    expect(turn.status === "deferred" && turn.deferredMs).toBeGreaterThan(59_000);
  });
});
