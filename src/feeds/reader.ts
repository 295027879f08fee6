import type { Feed, FeedReader, FeedReading, FeedState, Log } from "../core/ports.ts";
import { decode } from "./charset.ts";
import type { Resolve } from "./connect.ts";
import { type Fetched, type Fetcher, type Limits, openFetcher } from "./fetch.ts";
import { toItems } from "./items.ts";
import { type Memory, parseMemory, toMemoryText } from "./memory.ts";
import { parseDocument } from "./parse.ts";
import { NO_HINTS, type RawFeed } from "./raw.ts";
import { backOff, hint, interval, outsideSkipped, pace, type Rhythm, rhythm, spread } from "./rhythm.ts";

const DAY = 86_400_000;
const STABLE_AFTER = 3;
const MISSING_DAYS = 14;
// an address that has ended is looked at once a month, in case that was a mistake
const GONE_DAYS = 30;

/** How the reader behaves: what it may reach, how fast it polls at the fastest, and where it reports oddities. */
export interface ReaderOptions {
  readonly allowPrivate: boolean;
  readonly log?: Log;
  /** Fastest interval between two polls of a feed, in milliseconds (60,000 unless told). */
  readonly floorMs?: number;
  readonly userAgent?: string;
  readonly limits?: Partial<Limits>;
  readonly resolve?: Resolve;
  /** Whether a feed's story is developing: it is polled at the fast end, like an official source. */
  readonly hot?: (feed: Feed) => boolean;
}

type Document = Extract<Fetched, { status: "ok" }>;
type Failure = Extract<FeedReading, { status: "failed" }>;

/** A Last-Modified from the future would answer "not modified" for ever. */
function soundDate(value: string, now: Date): boolean {
  const time = Date.parse(value);
  return Number.isNaN(time) || time <= now.getTime() + DAY;
}

/** What to send back to this address: only what it gave us itself, and nothing once a day. */
function validators(
  state: FeedState,
  memory: Memory,
  address: string,
  now: Date,
): { readonly etag?: string; readonly lastModified?: string } {
  if (memory.source !== undefined && memory.source !== address) return {};
  if (memory.whole !== undefined && now.getTime() - Date.parse(memory.whole) >= DAY) return {};
  const modified = state.lastModified;
  return {
    ...(state.etag ? { etag: state.etag } : {}),
    ...(modified && soundDate(modified, now) ? { lastModified: modified } : {}),
  };
}

function movedNow(memory: Memory, feed: Feed, to: string | undefined): Memory["moved"] {
  if (to === undefined || to === feed.url) return undefined;
  const before = memory.moved;
  const seen = before && before.from === feed.url && before.to === to ? before.seen + 1 : 1;
  return { from: feed.url, to, seen: Math.min(seen, 1000) };
}

/** The address to ask first: the feed's own, or where it has said on several polls that it has moved for good. */
function addressOf(feed: Feed, memory: Memory): string {
  const moved = memory.moved;
  return moved && moved.from === feed.url && moved.seen >= STABLE_AFTER ? moved.to : feed.url;
}

/** Opens the reader that all feeds share; `close` ends its connections. */
export function openReader(options: ReaderOptions): FeedReader {
  const fetcher: Fetcher = openFetcher({
    allowPrivate: options.allowPrivate,
    ...(options.limits ? { limits: options.limits } : {}),
    ...(options.userAgent === undefined ? {} : { userAgent: options.userAgent }),
    ...(options.resolve ? { resolve: options.resolve } : {}),
  });
  const bounds = pace(options.floorMs ?? 60_000);
  const log = options.log ?? (() => undefined);

  function nextPoll(feed: Feed, memory: Memory, now: Date): Date {
    const found: Rhythm = { gapMs: memory.gapMs, windowMs: memory.windowMs };
    const hot = feed.official === true || options.hot?.(feed) === true;
    const base = interval({ rhythm: found, pace: bounds, hot, hintMs: memory.hintMs });
    const wait = Math.max(
      bounds.floorMs,
      Math.min(base * (1 + 0.1 * spread(`${feed.id}|${now.getTime()}`)), bounds.ceilingMs),
    );
    const at = new Date(now.getTime() + Math.round(wait));
    return outsideSkipped(
      at,
      { skipHours: memory.skipHours ?? [], skipDays: memory.skipDays ?? [] },
      hot ? 0 : bounds.ceilingMs,
    );
  }

  function succeeded(
    feed: Feed,
    memory: Memory,
    now: Date,
  ): Pick<FeedState, "lastSuccess" | "errors" | "errorClass" | "notBefore" | "memory"> {
    return {
      lastSuccess: now,
      errors: 0,
      errorClass: "",
      notBefore: nextPoll(feed, memory, now),
      memory: toMemoryText(memory),
    };
  }

  function failure(
    feed: Feed,
    state: FeedState,
    memory: Memory,
    cause: {
      readonly errorClass: string;
      readonly reason: string;
      readonly retryAfterMs?: number;
      readonly gone?: boolean;
    },
    now: Date,
  ): Failure {
    const errors = state.errors + 1;
    const missingSince = cause.errorClass === "not_found" ? (memory.missingSince ?? now.toISOString()) : undefined;
    const gone =
      cause.gone === true ||
      (missingSince !== undefined && now.getTime() - Date.parse(missingSince) >= MISSING_DAYS * DAY);
    const wait = gone
      ? GONE_DAYS * DAY
      : backOff({
          errorClass: cause.errorClass,
          errors,
          pace: bounds,
          seed: feed.id,
          retryAfterMs: cause.retryAfterMs,
        });
    // a new address that no longer answers is forgotten: the old one is asked again
    const moved = addressOf(feed, memory) === feed.url ? memory.moved : undefined;
    return {
      status: "failed",
      errorClass: cause.errorClass,
      reason: cause.reason,
      ...(cause.retryAfterMs === undefined ? {} : { retryAfterMs: cause.retryAfterMs }),
      ...(gone ? { gone: true } : {}),
      state: {
        errors,
        errorClass: cause.errorClass,
        notBefore: new Date(now.getTime() + wait),
        memory: toMemoryText({ ...memory, moved, missingSince }),
      },
    };
  }

  /** Entries that came and went while we were away: nothing of the last poll is left in the window. */
  function missed(state: FeedState, oldest: Date | undefined): boolean {
    return (
      state.newestItem !== undefined &&
      oldest !== undefined &&
      !state.firstContact &&
      oldest.getTime() > state.newestItem.getTime()
    );
  }

  function noted(
    memory: Memory,
    raw: RawFeed | undefined,
    dates: readonly (Date | undefined)[],
    document: { readonly maxAgeMs?: number },
    now: Date,
  ): Memory {
    const hints = raw?.hints ?? NO_HINTS;
    const found = rhythm(dates, now);
    const hintMs = hint(hints, document.maxAgeMs);
    return {
      ...memory,
      ...(found.gapMs === undefined ? {} : { gapMs: Math.round(found.gapMs) }),
      ...(found.windowMs === undefined ? {} : { windowMs: found.windowMs }),
      ...(hintMs === undefined ? {} : { hintMs }),
      skipHours: hints.skipHours,
      skipDays: hints.skipDays,
    };
  }

  async function take(
    document: Document,
    feed: Feed,
    state: FeedState,
    memory: Memory,
    address: string,
    now: Date,
  ): Promise<FeedReading> {
    const { missingSince: _, moved: __, ...kept } = memory;
    const moved = address === feed.url ? movedNow(memory, feed, document.moved) : memory.moved;
    const sent = validators(state, memory, address, now);
    const whole = sent.etag === undefined && sent.lastModified === undefined ? now.toISOString() : memory.whole;
    const base: Memory = {
      ...kept,
      source: address,
      ...(moved ? { moved } : {}),
      ...(whole === undefined ? {} : { whole }),
    };
    const fresh = { etag: document.etag ?? "", lastModified: document.lastModified ?? "", bodyHash: document.hash };
    if (state.bodyHash === document.hash && memory.source === address && !state.firstContact) {
      return { status: "unchanged", state: { ...fresh, ...succeeded(feed, base, now) } };
    }
    const { text, charset } = decode(document.bytes, document.contentType, feed.language);
    const parsed = await parseDocument(text, feed.json);
    if (parsed.status === "refused") return failure(feed, state, memory, parsed, now);
    const { items, broken } = toItems(parsed.feed, feed, document.url, now);
    const times = items.flatMap((item) => (item.published ? [item.published.getTime()] : []));
    const newest = times.length === 0 ? undefined : new Date(Math.max(...times));
    const oldest = times.length === 0 ? undefined : new Date(Math.min(...times));
    const gap = missed(state, oldest);
    if (gap) log("warn", "entries may have been missed", { feed: feed.id, after: state.newestItem, before: oldest });
    if (broken.length > 0)
      log("debug", "broken entries", { feed: feed.id, how: parsed.feed.how, charset, broken: broken.slice(0, 5) });
    const next = noted(
      { ...base, ...(gap ? { gaps: (memory.gaps ?? 0) + 1 } : {}) },
      parsed.feed,
      items.map((item) => item.published),
      document,
      now,
    );
    return {
      status: "read",
      items,
      broken: gap ? [...broken, "entries may have been missed since the last poll"] : broken,
      state: {
        ...fresh,
        ...succeeded(feed, next, now),
        ...(newest === undefined ? {} : { newestItem: newest }),
        firstContact: false,
      },
    };
  }

  async function ask(feed: Feed, state: FeedState, memory: Memory, address: string, now: Date): Promise<FeedReading> {
    const fetched = await fetcher.get(address, {
      ...validators(state, memory, address, now),
      userAgent: feed.userAgent,
      proxy: feed.proxy,
      now,
    });
    if (fetched.status === "deferred") {
      // nothing was asked: this is neither a success nor a failure
      const { errors, lastSuccess } = state;
      const notBefore = new Date(now.getTime() + fetched.deferredMs);
      return { status: "unchanged", state: { notBefore, errors, ...(lastSuccess ? { lastSuccess } : {}) } };
    }
    if (fetched.status === "failed") return failure(feed, state, memory, fetched, now);
    if (fetched.status === "ok") return take(fetched, feed, state, memory, address, now);
    const moved = address === feed.url ? movedNow(memory, feed, fetched.moved) : memory.moved;
    const { missingSince: _, moved: __, ...kept } = memory;
    return {
      status: "unchanged",
      state: {
        ...(fetched.etag === undefined ? {} : { etag: fetched.etag }),
        ...(fetched.lastModified === undefined ? {} : { lastModified: fetched.lastModified }),
        ...succeeded(feed, { ...kept, ...(moved ? { moved } : {}) }, now),
      },
    };
  }

  /** Remembers which fallback answered, so that the address that refuses us is left alone for some hours. */
  function detoured(reading: FeedReading, to: string, now: Date): FeedReading {
    const memory = parseMemory(reading.state?.memory);
    const until = new Date(now.getTime() + bounds.ceilingMs).toISOString();
    return {
      ...reading,
      state: { ...reading.state, memory: toMemoryText({ ...memory, detour: { to, until } }) },
    } as FeedReading;
  }

  return {
    async read(feed, state, now) {
      const memory = parseMemory(state.memory);
      const fallbacks = feed.fallbacks ?? [];
      const detour =
        memory.detour && fallbacks.includes(memory.detour.to) && memory.detour.until > now.toISOString()
          ? [memory.detour.to]
          : [];
      const addresses = [...new Set([...detour, addressOf(feed, memory), feed.url, ...fallbacks])];
      let first: FeedReading | undefined;
      for (const address of addresses) {
        const reading = await ask(feed, state, memory, address, now);
        if (reading.status !== "failed")
          return first && fallbacks.includes(address) ? detoured(reading, address, now) : reading;
        first ??= reading;
        if (reading.errorClass === "rate_limited") break;
      }
      return (
        first ?? failure(feed, state, memory, { errorClass: "refused_url", reason: "the feed has no address" }, now)
      );
    },
    close: () => fetcher.close(),
  };
}
