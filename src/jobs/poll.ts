import type { Item } from "../core/model.ts";
import type { Feed, FeedReader, FeedReading, FeedState, Log, Outcome, Store } from "../core/ports.ts";

/** What polling works with; `take` takes one item in and is never called twice at a time. */
export interface PollParts {
  readonly store: Pick<Store, "dueFeeds" | "settleFeed">;
  readonly reader: Pick<FeedReader, "read">;
  readonly take: (
    item: Item,
    options: { readonly now: Date; readonly silent: boolean },
  ) => Promise<Outcome | undefined>;
  readonly log: Log;
  readonly now: () => Date;
  /** The fastest that a feed is polled, in ms, where its reading does not say when to ask again. */
  readonly intervalMs: number;
  /** Whether a feed is polled at the fastest, whatever its own rhythm. */
  readonly steady?: (feed: Feed) => boolean;
  /** Feeds read at the same time. */
  readonly concurrency?: number;
  /** Told after each item that has something for the chats. */
  readonly alerted?: () => void;
  /** Told once when a source goes down for good, and once when it is back. */
  readonly health?: (
    feed: Feed,
    turn: { readonly kind: "down"; readonly reason: string } | { readonly kind: "back" },
  ) => void;
}

/** The polling of feeds: `tick` starts what is due, `idle` settles when nothing is being read. */
export interface Poll {
  tick(): Promise<void>;
  /** How long nothing has been finished although something is being read, in ms; 0 where all is well. */
  stalledMs(): number;
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** After our own store failed, a feed waits so long, in ms. */
const REST_MS = 30_000;
/** A source is down for good after so many failures in a row: with their growing waits, most of a day. */
const DOWN_AFTER = 10;
/** The event loop gets its turn after so many ms of taking items in. */
const TURN_MS = 15;

const when = (item: Item) => (item.published ?? item.firstSeen).getTime();

/** Opens the polling: a slow or broken feed delays no other, and what was not taken in is read again. */
export function openPoll(parts: PollParts): Poll {
  const { store, reader, log, now } = parts;
  const concurrency = parts.concurrency ?? 16;
  const reading = new Map<string, Promise<void>>();
  const resting = new Map<string, number>();
  let stopping = false;
  let asking = false;
  let queue: Promise<unknown> = Promise.resolve();
  let turn = performance.now();
  let progress = now().getTime();

  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(async () => {
      if (performance.now() - turn > TURN_MS) {
        await new Promise((resolve) => setImmediate(resolve));
        turn = performance.now();
      }
      return work();
    });
    queue = done.catch(() => undefined);
    return done;
  };

  const failed = async (feed: Feed, state: FeedState, result: Extract<FeedReading, { status: "failed" }>) => {
    const errors = state.errors + 1;
    if (errors === DOWN_AFTER || (result.gone && state.errorClass !== result.errorClass))
      parts.health?.(feed, { kind: "down", reason: result.reason });
    const backOff = Math.min(parts.intervalMs * 2 ** Math.min(errors, 8), 6 * 3_600_000);
    log(errors === 1 || result.gone ? "warn" : "debug", "feed failed", {
      feed: feed.id,
      class: result.errorClass,
      reason: result.reason,
    });
    await store.settleFeed(
      feed.id,
      {
        errors,
        errorClass: result.errorClass,
        notBefore: new Date(now().getTime() + (result.retryAfterMs ?? backOff)),
        ...result.state,
      },
      now(),
    );
  };

  const read = async (feed: Feed, state: FeedState) => {
    const result = await reader.read(feed, state, now());
    if (stopping) return;
    if (result.status === "failed") return failed(feed, state, result);
    if (state.errors >= DOWN_AFTER) parts.health?.(feed, { kind: "back" });
    const soon = new Date(now().getTime() + parts.intervalMs);
    const next = {
      errors: 0,
      lastSuccess: now(),
      ...result.state,
      notBefore: parts.steady?.(feed) ? soon : (result.state.notBefore ?? soon),
    };
    if (result.status === "unchanged") return store.settleFeed(feed.id, next, now());
    for (const broken of result.broken) log("debug", "broken entry", { feed: feed.id, reason: broken });
    let fresh = 0;
    // the oldest first, so that stories are told in their order; what the feed remembers is written last, so that a crash loses nothing
    for (const item of [...result.items].sort((a, b) => when(a) - when(b))) {
      if (stopping) return;
      const outcome = await inLine(() => parts.take(item, { now: now(), silent: state.firstContact }));
      progress = now().getTime();
      if (outcome) fresh += 1;
      if (outcome?.alert || outcome?.touched.length) parts.alerted?.();
    }
    await store.settleFeed(feed.id, { ...next, firstContact: false }, now());
    log(fresh > 0 ? "info" : "debug", "feed read", { feed: feed.id, items: result.items.length, fresh });
  };

  const start = (feed: Feed, state: FeedState) => {
    const work = read(feed, state)
      .catch((error: unknown) => {
        resting.set(feed.id, now().getTime() + REST_MS);
        log("error", "poll failed", { feed: feed.id, error });
      })
      .finally(() => {
        reading.delete(feed.id);
        progress = now().getTime();
        void tick();
      });
    if (reading.size === 0) progress = now().getTime();
    reading.set(feed.id, work);
  };

  const tick = async () => {
    if (stopping || asking || reading.size >= concurrency) return;
    asking = true;
    try {
      const at = now();
      for (const { feed, state } of await store.dueFeeds(at, concurrency + reading.size + resting.size)) {
        if (reading.size >= concurrency) break;
        if (reading.has(feed.id) || (resting.get(feed.id) ?? 0) > at.getTime()) continue;
        resting.delete(feed.id);
        start(feed, state);
      }
    } finally {
      asking = false;
    }
  };

  return {
    tick,
    stalledMs: () => (reading.size === 0 ? 0 : now().getTime() - progress),
    async idle() {
      while (reading.size > 0) await Promise.all(reading.values());
    },
    async stop() {
      stopping = true;
      await queue;
    },
  };
}
