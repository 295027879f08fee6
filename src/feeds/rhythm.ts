import type { RawHints } from "./raw.ts";

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;
const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** The fastest and the slowest that a feed is polled, in milliseconds. */
export interface Pace {
  readonly floorMs: number;
  readonly ceilingMs: number;
}

/** What a document shows of its feed's rhythm: the usual gap between entries, and how much time its entries span, in milliseconds. */
export interface Rhythm {
  readonly gapMs?: number | undefined;
  readonly windowMs?: number | undefined;
}

/** From the fastest allowed to six hours. */
export function pace(floorMs: number): Pace {
  return { floorMs, ceilingMs: Math.max(6 * HOUR, floorMs) };
}

/** Reads the rhythm from the dates of a document's entries; a document whose entries all carry one date has none. */
export function rhythm(dates: readonly (Date | undefined)[], now: Date): Rhythm {
  const times = dates.flatMap((date) => (date === undefined ? [] : [date.getTime()])).sort((a, b) => b - a);
  const newest = times[0];
  const oldest = times.at(-1);
  if (newest === undefined || oldest === undefined || times.length < 3 || newest === oldest) return {};
  const recent = times.slice(0, 12);
  const gaps = recent
    .slice(1)
    .map((time, index) => (recent[index] ?? time) - time)
    .sort((a, b) => a - b);
  const median = gaps[Math.floor(gaps.length / 2)] ?? 0;
  // a feed that has been silent for longer than usual has slowed down
  const silence = now.getTime() - newest;
  return { gapMs: Math.max(median, silence / 8), windowMs: newest - oldest };
}

/** A share from -1 to 1 that depends only on its seed: the same feed keeps its slot, different feeds spread out. */
export function spread(seed: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1)
    hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  hash = (hash ^ (hash >>> 13)) >>> 0;
  return (hash / 0xffffffff) * 2 - 1;
}

/**
 * Milliseconds to the next poll of a healthy feed: half of the usual gap between entries, never so long that a third of its window passes, never
 * faster than it asks for (up to an hour), a quarter hour at most where it is hot (official, or its story develops).
 */
export function interval(options: {
  readonly rhythm: Rhythm;
  readonly pace: Pace;
  readonly hot: boolean;
  readonly hintMs?: number | undefined;
}): number {
  const { floorMs, ceilingMs } = options.pace;
  const byGap = options.rhythm.gapMs === undefined ? 10 * MINUTE : options.rhythm.gapMs / 2;
  const byWindow = options.rhythm.windowMs === undefined ? ceilingMs : options.rhythm.windowMs / 3;
  // ttl and max-age are advice: publishers put an hour or a day there for feeds that change each minute
  const byHint = Math.min(options.hintMs ?? 0, options.hot ? 5 * MINUTE : HOUR, options.rhythm.gapMs ?? HOUR, byWindow);
  const hotCeiling = options.hot ? Math.min(ceilingMs, Math.max(floorMs, 5 * MINUTE)) : ceilingMs;
  return Math.min(Math.max(floorMs, byHint, Math.min(byGap, byWindow)), hotCeiling);
}

/** Milliseconds that a document and its answer ask to be left alone for, the longest of them; undefined where they ask nothing. */
export function hint(hints: RawHints, maxAgeMs: number | undefined): number | undefined {
  const asked = [hints.ttlMinutes === undefined ? 0 : hints.ttlMinutes * MINUTE, maxAgeMs ?? 0];
  const longest = Math.max(...asked);
  return longest > 0 && longest <= 7 * DAY ? longest : undefined;
}

/** Moves a time out of the hours and days in which the feed says that it does not change (UTC); at most `limitMs` later. */
export function outsideSkipped(at: Date, hints: Pick<RawHints, "skipHours" | "skipDays">, limitMs: number): Date {
  const days = new Set(hints.skipDays.map((day) => DAYS.indexOf(day.trim().toLowerCase())));
  const hours = new Set(hints.skipHours);
  if (days.size === 0 && hours.size === 0) return at;
  let time = at.getTime();
  const last = time + limitMs;
  while (time < last) {
    const date = new Date(time);
    if (!days.has(date.getUTCDay()) && !hours.has(date.getUTCHours())) break;
    time = Math.floor(time / HOUR) * HOUR + HOUR;
  }
  return new Date(Math.min(time, last));
}

const PATIENCE: Readonly<Record<string, number>> = {
  blocked: 30 * MINUTE,
  consent: 30 * MINUTE,
  not_found: 30 * MINUTE,
  refused_url: 6 * HOUR,
  refused_address: HOUR,
  html: 20 * MINUTE,
  not_a_feed: 20 * MINUTE,
  rate_limited: 10 * MINUTE,
};

/**
 * Milliseconds to wait after the `errors`-th failure in a row (from 1): doubled each time from a first wait by class, up to six hours, spread
 * by a fifth; never less than the server asked for.
 */
export function backOff(options: {
  readonly errorClass: string;
  readonly errors: number;
  readonly pace: Pace;
  readonly seed: string;
  readonly retryAfterMs?: number | undefined;
}): number {
  const { floorMs, ceilingMs } = options.pace;
  const first = Math.max(floorMs, PATIENCE[options.errorClass] ?? 0);
  const doubled = first * 2 ** Math.min(Math.max(0, options.errors - 1), 16);
  const jittered = Math.min(doubled, ceilingMs) * (1 + 0.2 * spread(`${options.seed}|${options.errors}`));
  return Math.round(Math.max(options.retryAfterMs ?? 0, Math.min(jittered, ceilingMs), floorMs));
}
