import { expect, test } from "vitest";
import { openSchedule } from "../../src/jobs/schedule.ts";

const everySecond = "* * * * * *";
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("a job that is to start at once does, and then runs when the clock says", async () => {
  let runs = 0;
  const run = async () => {
    runs += 1;
  };
  const schedule = openSchedule([{ name: "count", when: everySecond, atStart: true, run }], () => {});
  expect(runs).toBe(1);
  await wait(1100);
  await schedule.stop();
  const stopped = runs;
  expect(stopped).toBeGreaterThanOrEqual(2);
  await wait(1100);
  expect(runs).toBe(stopped);
});

test("a job never runs beside itself, and a stop waits for it", async () => {
  let atOnce = 0;
  let most = 0;
  let done = 0;
  const run = async () => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await wait(1500);
    atOnce -= 1;
    done += 1;
  };
  const schedule = openSchedule([{ name: "slow", when: everySecond, atStart: true, run }], () => {});
  await wait(1200);
  await schedule.stop();
  expect([most, done]).toEqual([1, 1]);
});

test("a job that throws is named in the log and runs again", async () => {
  const logged: unknown[] = [];
  let runs = 0;
  const run = async () => {
    runs += 1;
    throw new Error("no");
  };
  const schedule = openSchedule([{ name: "bad", when: everySecond, atStart: true, run }], (level, event, facts) => {
    logged.push([level, event, facts?.job]);
  });
  await wait(1100);
  await schedule.stop();
  expect(runs).toBeGreaterThanOrEqual(2);
  expect(logged[0]).toEqual(["error", "job failed", "bad"]);
});
