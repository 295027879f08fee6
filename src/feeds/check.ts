import type { Feed, FeedReader, FeedState } from "../core/ports.ts";

/** How one feed did when it was checked. `stale`: it answers, but its newest entry is far older than its own rhythm. */
export interface Check {
  readonly feed: Feed;
  readonly status: "ok" | "stale" | "empty" | "failed";
  readonly items: number;
  readonly ms: number;
  readonly newest?: Date;
  readonly errorClass?: string;
  readonly reason?: string;
}

const DAY = 86_400_000;
const AT_ONCE = 16;
// a host with dozens of feeds is asked for one at a time: those at the end of its queue come back later
const TRIES = 5;
const LONGEST_WAIT_MS = 60_000;

/** Whether a newest entry is old for a feed with this usual gap (milliseconds): thirty gaps, from two days to sixty. */
export function stale(newest: Date | undefined, gapMs: number | undefined, now: Date): boolean {
  if (newest === undefined) return false;
  const patience = Math.min(Math.max(2 * DAY, 30 * (gapMs ?? DAY)), 60 * DAY);
  return now.getTime() - newest.getTime() > patience;
}

function usualGap(dates: readonly (Date | undefined)[]): number | undefined {
  const times = dates.flatMap((date) => (date ? [date.getTime()] : [])).sort((a, b) => b - a);
  const gaps = times
    .slice(1)
    .map((time, index) => (times[index] ?? time) - time)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)];
}

async function check(feed: Feed, reader: Pick<FeedReader, "read">, now: Date): Promise<Check> {
  const state: FeedState = { errors: 0, notBefore: now, firstContact: true };
  const start = performance.now();
  let reading = await reader.read(feed, state, now);
  for (let tries = 1; reading.status === "unchanged" && tries < TRIES; tries += 1) {
    const wait = Math.min(Math.max((reading.state.notBefore?.getTime() ?? 0) - now.getTime(), 0), LONGEST_WAIT_MS);
    await new Promise((resolve) => setTimeout(resolve, wait));
    reading = await reader.read(feed, state, now);
  }
  const ms = Math.round(performance.now() - start);
  if (reading.status === "failed")
    return { feed, status: "failed", items: 0, ms, errorClass: reading.errorClass, reason: reading.reason };
  if (reading.status === "unchanged")
    return {
      feed,
      status: "failed",
      items: 0,
      ms,
      errorClass: "deferred",
      reason: "the host is to be left alone for now",
    };
  const newest = reading.state.newestItem;
  const old = stale(newest, usualGap(reading.items.map((item) => item.published)), now);
  return {
    feed,
    status: reading.items.length === 0 ? "empty" : old ? "stale" : "ok",
    items: reading.items.length,
    ms,
    ...(newest === undefined ? {} : { newest }),
    ...(reading.broken.length === 0 ? {} : { reason: reading.broken[0] ?? "" }),
  };
}

/** Reads each feed once, sixteen at a time, and tells `onProgress` of each that is done; the answer keeps the order of `feeds`. */
export async function checkFeeds(
  feeds: readonly Feed[],
  reader: Pick<FeedReader, "read">,
  onProgress: (done: number, total: number, latest: Check) => void,
  now: () => Date,
): Promise<readonly Check[]> {
  const results: Check[] = [];
  let next = 0;
  let done = 0;
  const work = async () => {
    for (let index = next++; index < feeds.length; index = next++) {
      const feed = feeds[index];
      if (!feed) return;
      const result = await check(feed, reader, now());
      results[index] = result;
      done += 1;
      onProgress(done, feeds.length, result);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, feeds.length) }, work));
  return results;
}
