import { expect, test } from "vitest";
import { digests, dueDigest } from "../../src/jobs/digest.ts";
import { openStore } from "../../src/store/index.ts";
import { DAY, settings, subscription, telling } from "../store/values.ts";

const friday = (time: string) => new Date(`2026-08-14T${time}:00Z`);
const daily = settings("telegram:42", { digest: { every: "daily", at: "08:00" } });
const weekly = settings("telegram:42", { digest: { every: "weekly", at: "08:00" } });

test.each([
  ["before its time", daily, "07:59", undefined],
  ["at its time", daily, "08:00", "digest daily 2026-08-14"],
  ["a little late", daily, "08:59", "digest daily 2026-08-14"],
  ["much too late", daily, "09:00", undefined],
  ["on a day that is no Monday", weekly, "08:00", undefined],
  ["in the chat's own time zone", { ...daily, timeZone: "Europe/Kyiv" }, "05:10", "digest daily 2026-08-14"],
  ["of a chat that is gone", { ...daily, state: "retired" as const }, "08:00", undefined],
  ["of a chat that wants none", settings("telegram:42"), "08:00", undefined],
])("a digest %s", (_, chat, time, id) => {
  expect(dueDigest(chat, friday(time))?.id).toBe(id);
});

test("a weekly digest comes on Mondays and looks back a week", () => {
  const monday = new Date("2026-08-17T08:00:00Z");
  expect(dueDigest(weekly, monday)).toEqual({
    id: "digest weekly 2026-08-17",
    since: new Date(monday.getTime() - 7 * DAY),
  });
});

test("a digest has the alerts that the chat's subscriptions let through, once a day", async () => {
  const store = openStore(":memory:");
  await store.saveChat(daily);
  await store.subscribe(subscription("telegram:42", { places: ["UA"] }));
  const now = friday("08:05");
  await store.record(telling({ id: "a1", at: new Date(now.getTime() - DAY / 2) }), now);
  await store.record(telling({ id: "old", at: new Date(now.getTime() - 2 * DAY) }), now);
  await store.record(telling({ id: "else", at: now, shifts: [] }), now);
  const rendered: string[][] = [];
  const job = digests({
    store,
    now: () => now,
    render: (alerts) => {
      rendered.push(alerts.map((one) => one.id));
      return { blocks: [] };
    },
  });
  await job.run();
  await job.run();
  expect(rendered[0]).toEqual(["a1"]);
  expect((await store.figures()).waiting).toBe(3);
});

test("a chat with nothing to be told gets no digest", async () => {
  const store = openStore(":memory:");
  await store.saveChat(daily);
  await store.subscribe(subscription("telegram:42"));
  await digests({ store, now: () => friday("08:05"), render: () => ({ blocks: [] }) }).run();
  expect((await store.figures()).waiting).toBe(0);
});
