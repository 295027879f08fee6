import { expect, test } from "vitest";
import { clockOf, quietUntil } from "../../src/core/quiet.ts";

const utc = (time: string) => new Date(`2026-08-14T${time}Z`);

test.each([
  ["within the hours", "22:00", "23:30", "UTC", "22:15:30", "2026-08-14T23:30:00.000Z"],
  ["at their first minute", "22:00", "23:30", "UTC", "22:00:00", "2026-08-14T23:30:00.000Z"],
  ["before them", "22:00", "23:30", "UTC", "21:59:59", undefined],
  ["at their end", "22:00", "23:30", "UTC", "23:30:00", undefined],
  ["before midnight of a night", "22:00", "07:00", "UTC", "23:00:00", "2026-08-15T07:00:00.000Z"],
  ["after midnight of a night", "22:00", "07:00", "UTC", "01:00:00", "2026-08-14T07:00:00.000Z"],
  ["by the chat's own clock", "22:00", "07:00", "Europe/Kyiv", "20:00:00", "2026-08-15T04:00:00.000Z"],
  ["by UTC where the zone is unknown", "22:00", "23:00", "Mars/Olympus", "22:30:00", "2026-08-14T23:00:00.000Z"],
  ["never, where both ends are one", "08:00", "08:00", "UTC", "08:00:00", undefined],
])("a chat is quiet %s", (_, from, to, timeZone, now, until) => {
  expect(quietUntil({ quiet: { from, to }, timeZone }, utc(now))?.toISOString()).toBe(until);
});

test("a chat without quiet hours is never quiet", () => {
  expect(quietUntil({ timeZone: "UTC" }, utc("23:00:00"))).toBeUndefined();
});

test("a clock shows minutes, day and weekday of its zone", () => {
  expect(clockOf("Asia/Tokyo", utc("20:30:00"))).toEqual({ minutes: 5 * 60 + 30, day: "2026-08-15", weekday: "Sat" });
});
