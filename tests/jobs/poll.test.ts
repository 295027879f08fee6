import { expect, test } from "vitest";
import type { Item } from "../../src/core/model.ts";
import type { Feed, FeedReading, FeedState, Outcome } from "../../src/core/ports.ts";
import { openPoll, type PollParts } from "../../src/jobs/poll.ts";
import { alert, at, DAY, feed, HOUR, item, outcome, plus } from "../store/values.ts";

const MINUTE = 60_000;
const nothing: FeedReading = { status: "unchanged", state: {} };
const brought = (...items: Item[]): FeedReading => ({ status: "read", items, broken: [], state: {} });

function polling(over: {
  readonly feeds?: readonly Feed[];
  readonly state?: Partial<FeedState>;
  readonly read?: (feed: Feed) => Promise<FeedReading>;
  readonly take?: PollParts["take"];
  readonly settle?: () => Promise<void>;
  readonly concurrency?: number;
  readonly alerted?: () => void;
  readonly steady?: boolean;
  readonly health?: NonNullable<PollParts["health"]>;
}) {
  const states = new Map<string, FeedState>();
  const feeds = over.feeds ?? [feed("a")];
  for (const one of feeds) states.set(one.id, { errors: 0, firstContact: false, notBefore: at, ...over.state });
  const taken: string[] = [];
  const logged: string[] = [];
  let time = at;
  const poll = openPoll({
    store: {
      dueFeeds: async (now, limit) =>
        feeds
          .map((one) => ({ feed: one, state: states.get(one.id) as FeedState }))
          .filter((one) => one.state.notBefore <= now)
          .slice(0, limit),
      settleFeed: async (id, change) => {
        await over.settle?.();
        states.set(id, { ...(states.get(id) as FeedState), ...change });
      },
    },
    reader: { read: (one) => (over.read ?? (async () => brought(item(`of-${one.id}`))))(one) },
    take:
      over.take ??
      (async (one, { silent }) => {
        taken.push(`${one.id}${silent ? " silently" : ""}`);
        return outcome({ item: one });
      }),
    log: (level, event) => void logged.push(`${level} ${event}`),
    now: () => time,
    intervalMs: MINUTE,
    steady: () => over.steady === true,
    ...(over.health ? { health: over.health } : {}),
    ...(over.concurrency ? { concurrency: over.concurrency } : {}),
    ...(over.alerted ? { alerted: over.alerted } : {}),
  });
  const later = (ms: number) => {
    time = plus(ms);
  };
  return { poll, states, taken, logged, later };
}

const round = async (poll: ReturnType<typeof openPoll>) => {
  await poll.tick();
  await poll.idle();
};

test("what is due is read and taken in, and is due again after the interval", async () => {
  const { poll, taken, states, later } = polling({});
  await round(poll);
  expect(taken).toEqual(["of-a"]);
  expect(states.get("a")).toMatchObject({ errors: 0, lastSuccess: at, notBefore: plus(MINUTE) });
  await round(poll);
  expect(taken).toHaveLength(1);
  later(MINUTE);
  await round(poll);
  expect(taken).toHaveLength(2);
});

test("when the reading says when to ask again, that counts", async () => {
  const { poll, states } = polling({
    read: async () => ({ ...nothing, state: { notBefore: plus(HOUR), etag: "x" } }) as FeedReading,
  });
  await round(poll);
  expect(states.get("a")).toMatchObject({ notBefore: plus(HOUR), etag: "x" });
});

test("a steady feed is polled at the fastest, whatever its reading says", async () => {
  const { poll, states } = polling({
    steady: true,
    read: async () => ({ ...nothing, state: { notBefore: plus(HOUR) } }) as FeedReading,
  });
  await round(poll);
  expect(states.get("a")?.notBefore).toEqual(plus(MINUTE));
});

test("the first contact with a feed is silent, the second is not", async () => {
  const { poll, taken, later } = polling({ state: { firstContact: true } });
  await round(poll);
  later(MINUTE);
  await round(poll);
  expect(taken).toEqual(["of-a silently", "of-a"]);
});

test("a first contact that found nothing yet is still to come", async () => {
  const { poll, states } = polling({ state: { firstContact: true }, read: async () => nothing });
  await round(poll);
  expect(states.get("a")?.firstContact).toBe(true);
});

test("items are taken in from the oldest to the newest", async () => {
  const items = [
    item("new", { published: at }),
    item("old", { published: plus(-DAY) }),
    item("mid", { published: plus(-HOUR) }),
  ];
  const { poll, taken } = polling({ read: async () => brought(...items) });
  await round(poll);
  expect(taken).toEqual(["old", "mid", "new"]);
});

test("items of all feeds are taken in one at a time", async () => {
  let atOnce = 0;
  let most = 0;
  let count = 0;
  const take = async (one: Item): Promise<Outcome> => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await new Promise((resolve) => setTimeout(resolve, 1));
    atOnce -= 1;
    count += 1;
    return outcome({ item: one });
  };
  const feeds = ["a", "b", "c", "d"].map((id) => feed(id));
  const { poll } = polling({ feeds, take, read: async (one) => brought(item(`${one.id}1`), item(`${one.id}2`)) });
  await round(poll);
  expect([count, most]).toEqual([8, 1]);
});

test("a feed that hangs delays no other", async () => {
  const feeds = ["hangs", "a", "b", "c"].map((id) => feed(id));
  const { poll, taken } = polling({
    feeds,
    concurrency: 2,
    read: (one) => (one.id === "hangs" ? new Promise(() => {}) : Promise.resolve(brought(item(one.id)))),
  });
  await poll.tick();
  await expect.poll(() => taken).toEqual(["a", "b", "c"]);
});

test("never more feeds are read at once than allowed, and none twice", async () => {
  let reading = 0;
  let most = 0;
  const seen: string[] = [];
  const feeds = Array.from({ length: 20 }, (_, n) => feed(`f${n}`));
  const { poll } = polling({
    feeds,
    concurrency: 3,
    read: async (one) => {
      seen.push(one.id);
      reading += 1;
      most = Math.max(most, reading);
      await new Promise((resolve) => setTimeout(resolve, 2));
      reading -= 1;
      return nothing;
    },
  });
  await Promise.all([poll.tick(), poll.tick()]);
  await expect.poll(() => seen.length).toBe(20);
  await poll.idle();
  expect([most, new Set(seen).size]).toEqual([3, 20]);
});

test("a feed that fails backs off, and keeps what it remembers", async () => {
  const failure: FeedReading = { status: "failed", errorClass: "timeout", reason: "no answer" };
  const { poll, states, logged } = polling({ state: { errors: 2, etag: "x" }, read: async () => failure });
  await round(poll);
  expect(states.get("a")).toMatchObject({ errors: 3, errorClass: "timeout", etag: "x", notBefore: plus(8 * MINUTE) });
  expect(logged).toEqual(["debug feed failed"]);
});

test("a feed that asks to be left alone is left alone", async () => {
  const failure: FeedReading = { status: "failed", errorClass: "http_429", reason: "slow down", retryAfterMs: HOUR };
  const { poll, states, logged } = polling({ read: async () => failure });
  await round(poll);
  expect(states.get("a")?.notBefore).toEqual(plus(HOUR));
  expect(logged).toEqual(["warn feed failed"]);
});

test("a source that goes down for good is told once, and once when it is back", async () => {
  const told: string[] = [];
  const failure: FeedReading = { status: "failed", errorClass: "timeout", reason: "no answer" };
  let down = true;
  const { poll, later } = polling({
    state: { errors: 8 },
    read: async () => (down ? failure : nothing),
    health: (one, turn) => void told.push(`${one.id} ${turn.kind}`),
  });
  for (const day of [0, 1, 2, 3]) {
    later(day * DAY);
    await round(poll);
  }
  down = false;
  for (const day of [4, 5]) {
    later(day * DAY);
    await round(poll);
  }
  expect(told).toEqual(["a down", "a back"]);
});

test("a source that is gone is told at once", async () => {
  const told: string[] = [];
  const gone: FeedReading = { status: "failed", errorClass: "gone", reason: "410", gone: true };
  const { poll } = polling({ read: async () => gone, health: (one, turn) => void told.push(`${one.id} ${turn.kind}`) });
  await round(poll);
  expect(told).toEqual(["a down"]);
});

test("polling that finishes nothing says for how long", async () => {
  const { poll, later } = polling({ read: () => new Promise(() => {}) });
  expect(poll.stalledMs()).toBe(0);
  await poll.tick();
  later(HOUR);
  expect(poll.stalledMs()).toBe(HOUR);
});

test("when an item cannot be written its feed is not settled, and is read again later", async () => {
  let full = true;
  const took: string[] = [];
  const { poll, states, logged, later } = polling({
    take: async (one) => {
      if (full) throw new Error("disk full");
      took.push(one.id);
      return outcome({ item: one });
    },
  });
  await round(poll);
  expect(states.get("a")?.lastSuccess).toBeUndefined();
  expect(logged).toEqual(["error poll failed"]);
  await round(poll);
  expect(logged).toHaveLength(1);
  full = false;
  later(MINUTE);
  await round(poll);
  expect(took).toEqual(["of-a"]);
});

test("deliverers are told of an alert at once", async () => {
  let told = 0;
  const { poll } = polling({
    read: async () => brought(item("quiet"), item("loud")),
    take: async (one) => (one.id === "loud" ? outcome({ item: one, alert: alert() }) : outcome({ item: one })),
    alerted: () => {
      told += 1;
    },
  });
  await round(poll);
  expect(told).toBe(1);
});

test("after a stop nothing more is taken in, and the feed's reading is not settled", async () => {
  const taken: string[] = [];
  const { poll, states } = polling({
    read: async () => brought(item("one"), item("two"), item("three")),
    take: async (one) => {
      taken.push(one.id);
      if (taken.length === 1) void poll.stop();
      return outcome({ item: one });
    },
  });
  await round(poll);
  await poll.tick();
  expect(taken).toEqual(["one"]);
  expect(states.get("a")?.lastSuccess).toBeUndefined();
});
