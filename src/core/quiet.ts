import type { ChatSettings } from "./ports.ts";

const MINUTE = 60_000;
const DAY = 24 * 60;

/** A clock on the wall: minutes since midnight, the day (`2026-08-14`), the weekday (`Mon`). */
export interface Clock {
  readonly minutes: number;
  readonly day: string;
  readonly weekday: string;
}

/** What the clock shows in a time zone; UTC where the zone is unknown. */
export function clockOf(timeZone: string, now: Date): Clock {
  const read = (zone: string) =>
    new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      weekday: "short",
      hourCycle: "h23",
    }).formatToParts(now);
  let parts: Intl.DateTimeFormatPart[];
  try {
    parts = read(timeZone);
  } catch {
    parts = read("UTC");
  }
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  return {
    minutes: Number(part("hour")) * 60 + Number(part("minute")),
    day: `${part("year")}-${part("month")}-${part("day")}`,
    weekday: part("weekday"),
  };
}

function toMinutes(clock: string): number | undefined {
  const match = /^(\d{1,2}):(\d{2})$/.exec(clock);
  return match ? (Number(match[1]) % 24) * 60 + Number(match[2]) : undefined;
}

/** When a chat's quiet hours end, if it is within them now; they may pass midnight. */
export function quietUntil(settings: Pick<ChatSettings, "quiet" | "timeZone">, now: Date): Date | undefined {
  const from = settings.quiet && toMinutes(settings.quiet.from);
  const to = settings.quiet && toMinutes(settings.quiet.to);
  if (from === undefined || to === undefined || from === to) return undefined;
  const past = (clockOf(settings.timeZone, now).minutes - from + DAY) % DAY;
  const length = (to - from + DAY) % DAY;
  if (past >= length) return undefined;
  const start = Math.floor(now.getTime() / MINUTE) * MINUTE;
  return new Date(start + (length - past) * MINUTE);
}
