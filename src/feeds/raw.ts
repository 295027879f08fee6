/** An entry as a document gives it: `title`, `summary`, `content` may hold HTML; `dates` in order of trust. */
export interface RawItem {
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  readonly content?: string | undefined;
  readonly link?: string | undefined;
  /** `xml:base` of the entry. */
  readonly base?: string | undefined;
  readonly guid?: string | undefined;
  readonly guidIsLink?: boolean | undefined;
  readonly dates: readonly (string | undefined)[];
  /** Newsroom that the entry names as its source. */
  readonly source?: string | undefined;
  readonly language?: string | undefined;
}

/** When a document asks to be polled, in its own words. */
export interface RawHints {
  readonly ttlMinutes?: number | undefined;
  /** Hours (0 to 23, UTC) in which nothing changes. */
  readonly skipHours: readonly number[];
  /** English names of days in which nothing changes. */
  readonly skipDays: readonly string[];
  readonly updateMs?: number | undefined;
}

/** A document that was read: how, its entries, and what was lost of it. */
export interface RawFeed {
  readonly how: "rss-parser" | "feedsmith" | "salvage" | "telegram" | "json";
  readonly title?: string | undefined;
  readonly link?: string | undefined;
  /** `xml:base` of the feed. */
  readonly base?: string | undefined;
  readonly language?: string | undefined;
  readonly hints: RawHints;
  readonly items: readonly RawItem[];
  readonly broken: readonly string[];
}

/** A document, or why it is none. */
export type Parsed =
  | { readonly status: "read"; readonly feed: RawFeed }
  | { readonly status: "refused"; readonly errorClass: string; readonly reason: string };

/** No hints at all. */
export const NO_HINTS: RawHints = { skipHours: [], skipDays: [] };

const PERIODS: Readonly<Record<string, number>> = {
  hourly: 3_600_000,
  daily: 86_400_000,
  weekly: 604_800_000,
  monthly: 2_592_000_000,
  yearly: 31_536_000_000,
};

/** Milliseconds of `sy:updatePeriod` and `sy:updateFrequency`. */
export function updateMs(period: string | undefined, frequency: number | undefined): number | undefined {
  const ms = period === undefined ? undefined : PERIODS[period.trim().toLowerCase()];
  return ms === undefined ? undefined : ms / Math.max(1, frequency ?? 1);
}
