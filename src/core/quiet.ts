import type { ChatSettings } from "./ports.ts";

const MINUTE = 60_000;
const DAY = 24 * 60;

/** Minutes since midnight at a time zone's clock; UTC where the zone is unknown. */
function minutes(timeZone: string, now: Date): number {
  const parts = (zone: string) =>
    new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
      now,
    );
  let clock: string;
  try {
    clock = parts(timeZone);
  } catch {
    clock = parts("UTC");
  }
  return toMinutes(clock) ?? 0;
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
  const clock = minutes(settings.timeZone, now);
  const past = (clock - from + DAY) % DAY;
  const length = (to - from + DAY) % DAY;
  if (past >= length) return undefined;
  const start = Math.floor(now.getTime() / MINUTE) * MINUTE;
  return new Date(start + (length - past) * MINUTE);
}
