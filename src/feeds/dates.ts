import { month } from "./months.ts";
import { offset } from "./zones.ts";

/** What helps to read a date: the feed's language and country, and the time of the fetch. */
export interface DateHints {
  readonly language?: string | undefined;
  readonly country?: string | undefined;
  readonly now: Date;
}

const DAY = 86_400_000;
const OLDEST = Date.UTC(1990, 0, 2);
const MONTH_FIRST = new Set(["US", "PH"]);
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]/g;
const BRITISH_OR_AMERICAN = new Set(["en", ""]);

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function toDigit(sign: string): string {
  const code = sign.charCodeAt(0);
  const zero = [0x660, 0x6f0, 0x966, 0x9e6].find((start) => code >= start && code < start + 10) ?? code;
  return String(code - zero);
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 2 ? (year < 70 ? 2000 + year : 1900 + year) : year;
}

function isDay({ year, month: m, day }: Day): boolean {
  return m >= 1 && m <= 12 && day >= 1 && day <= new Date(Date.UTC(year, m, 0)).getUTCDate();
}

/** Day, month and what is left, by the order that the country or the language writes; undefined where both orders are possible. */
function byOrder(a: number, b: number, year: number, hints: DateHints, separator: string): Day | undefined {
  const dayFirst = { year, month: b, day: a };
  const monthFirst = { year, month: a, day: b };
  if (separator === ".") return isDay(dayFirst) ? dayFirst : undefined;
  if (!isDay(monthFirst)) return isDay(dayFirst) ? dayFirst : undefined;
  if (!isDay(dayFirst) || a === b) return monthFirst;
  if (hints.country !== undefined && MONTH_FIRST.has(hints.country)) return monthFirst;
  const language = hints.language?.slice(0, 2) ?? "";
  if (!BRITISH_OR_AMERICAN.has(language)) return dayFirst;
  return undefined;
}

function isoWeek(year: number, week: number, weekday: number): Day | undefined {
  if (week < 1 || week > 53 || weekday < 1 || weekday > 7) return undefined;
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
  const date = new Date(monday + ((week - 1) * 7 + weekday - 1) * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The day at the start (or, for `Tue Jan 6 18:00:00 2026`, around the time) of a date, and the text that is left for time and zone. */
function readDay(text: string, hints: DateHints): { readonly day: Day; readonly rest: string } | undefined {
  const found = (day: Day | undefined, rest: string) => (day && isDay(day) ? { day, rest } : undefined);
  let m = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(.*)$/.exec(text);
  if (m) return found({ year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }, m[4] ?? "");
  m = /^(\d{4})-?W(\d{2})-?(\d)(.*)$/.exec(text);
  if (m) return found(isoWeek(Number(m[1]), Number(m[2]), Number(m[3])), m[4] ?? "");
  m = /^(\d{4})(\d{2})(\d{2})(T.*)?$/.exec(text);
  if (m) return found({ year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }, m[4] ?? "");
  m = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(.*)$/.exec(text);
  if (m) return found(byOrder(Number(m[1]), Number(m[3]), fullYear(m[4] ?? ""), hints, m[2] ?? ""), m[5] ?? "");
  m = /^(\d{1,2}:\d{2}(?::\d{2})?),?\s+(.*)$/.exec(text);
  if (m) {
    const later = readDay(m[2] ?? "", hints);
    return later && { day: later.day, rest: ` ${m[1]} ${later.rest}` };
  }
  return readNamedMonth(text, hints);
}

function readNamedMonth(text: string, hints: DateHints): { readonly day: Day; readonly rest: string } | undefined {
  const language = hints.language;
  // 6 January 2026, 06-Jan-26, 6. Januar 2026, 6 de enero de 2026, 6 كانون الثاني 2026
  let m =
    /^(\d{1,2})(?:st|nd|rd|th|er|º|-?го|-?е)?[\s.,-]*(?:de\s+|d[’'])?(\p{L}[\p{L}\p{M}.’']*(?:\s\p{L}[\p{L}\p{M}]+)?)[\s.,-]*(?:de[l]?\s+)?(\d{4}|\d{2})(?![\d:])(?:\s*(?:р|г|року|года)\.?(?=[\s,]|$))?(.*)$/u.exec(
      text,
    );
  if (m) {
    const found = month(m[2] ?? "", language) ?? month((m[2] ?? "").split(" ")[0] ?? "", language);
    const day = found === undefined ? undefined : { year: fullYear(m[3] ?? ""), month: found, day: Number(m[1]) };
    if (day && isDay(day)) return { day, rest: m[4] ?? "" };
  }
  // January 6, 2026 18:00
  m = /^(\p{L}[\p{L}\p{M}.’']*)[\s.]+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)(.*)$/u.exec(text);
  if (m) {
    const found = month(m[1] ?? "", language);
    const day = found === undefined ? undefined : { year: Number(m[3]), month: found, day: Number(m[2]) };
    if (day && isDay(day)) return { day, rest: m[4] ?? "" };
  }
  // Jan 6 18:00:00 EST 2026
  m =
    /^(\p{L}[\p{L}\p{M}.’']*)\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?)(?:\s+([A-Z]{1,5}|[+-]\d{4}))?\s+(\d{4})$/u.exec(
      text,
    );
  if (m) {
    const found = month(m[1] ?? "", language);
    const day = found === undefined ? undefined : { year: Number(m[5]), month: found, day: Number(m[2]) };
    if (day && isDay(day)) return { day, rest: ` ${m[3]} ${m[4] ?? ""}` };
  }
  return undefined;
}

/** Milliseconds of the wall clock and the zone's text; undefined where the rest of a date is no time. */
function readTime(rest: string): { readonly ms: number; readonly zone: string; readonly given: boolean } | undefined {
  const text = rest.replace(/^[\s,T]+(?:at|um|à|o|в|о|kl\.?|ore|a las|às|alle)?\s*/i, "").trim();
  if (text === "") return { ms: 0, zone: "", given: false };
  const m =
    /^(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*([ap])?\.?(?:m\b\.?)?\s*(.*)$/i.exec(text) ??
    /^(\d{2})(\d{2})(\d{2})()()(.*)$/.exec(text);
  if (!m)
    return /^(?:[A-Z]{1,5}|[+-]\d{2}:?\d{2}|\([^)]*\))$/.test(text) ? { ms: 0, zone: "", given: false } : undefined;
  let hour = Number(m[1]);
  const half = m[5]?.toLowerCase();
  if (half !== undefined && half !== "") {
    if (hour > 12) return undefined;
    hour = (hour % 12) + (half === "p" ? 12 : 0);
  }
  const minute = Number(m[2]);
  const second = Number(m[3] ?? 0);
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute > 0)) return undefined;
  const fraction = m[4] ? Math.floor(Number(`0.${m[4].slice(0, 3)}`) * 1000) : 0;
  return { ms: ((hour * 60 + minute) * 60 + second) * 1000 + fraction, zone: (m[6] ?? "").trim(), given: true };
}

const PLAIN =
  /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} [0-2]\d:[0-5]\d:[0-5]\d (?:GMT|[+-]\d{4})$|^\d{4}-\d\d-(\d\d)T[0-2]\d:[0-5]\d:[0-5]\d(?:\.\d{3})?(?:Z|[+-]\d\d:\d\d)$/;

/** The two spellings of the standards, which nearly all feeds use; days at the end of a month are checked elsewhere. */
function standard(text: string): number | undefined {
  const match = PLAIN.exec(text);
  const day = Number(match?.[1] ?? match?.[2] ?? 99);
  if (!match || day > 28) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}

function instant(text: string, hints: DateHints): number | undefined {
  if (/^\d{9,10}$/.test(text)) return Number(text) * 1000;
  if (/^\d{12,13}$/.test(text)) return Number(text);
  // a weekday in front says nothing that the date does not; a wrong one is common
  const bare = text
    .replace(/^\p{L}[\p{L}\p{M}.’'-]*\s*[,،]\s*/u, "")
    .replace(/^[\p{L}\p{M}.]+\s+(?=\p{L}[\p{L}\p{M}.]*\s+\d{1,2}\s)/u, "");
  const read =
    readDay(bare, hints) ??
    (bare === text ? readDay(text.replace(/^[\p{L}\p{M}.’'-]+\s+(?=\d)/u, ""), hints) : undefined);
  if (!read) return undefined;
  const time = readTime(read.rest);
  if (!time) return undefined;
  const wallClock = Date.UTC(read.day.year, read.day.month - 1, read.day.day) + time.ms;
  if (!time.given || time.zone === "") return wallClock;
  const zone = /^(\S+(?:\s?[+-]\d{1,2}:?\d{0,2})?)/.exec(time.zone)?.[1] ?? "";
  return wallClock - (offset(zone, wallClock, hints.country) ?? 0) * 60_000;
}

/**
 * Reads a feed's date. What cannot be read for certain (01/06/2026 in an English feed, relative words, nonsense years) is undefined, never "now";
 * a time without a zone is UTC; up to two days in the future is clamped to the fetch, further ahead is no date.
 */
export function parseDate(text: string | undefined, hints: DateHints): Date | undefined {
  if (text === undefined) return undefined;
  const clean = text
    .slice(0, 120)
    .replace(/<!\[CDATA\[|\]\]>/g, "")
    .replace(/[\u00a0\u202f\u2009\s]+/g, " ")
    .replace(/[\u200e\u200f\u061c]/g, "")
    .replace(DIGITS, toDigit)
    .trim();
  const ms = standard(clean) ?? instant(clean, hints);
  if (ms === undefined || !Number.isFinite(ms) || ms < OLDEST) return undefined;
  const now = hints.now.getTime();
  if (ms > now + 2 * DAY) return undefined;
  return new Date(Math.min(ms, now));
}
