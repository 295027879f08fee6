import { expect, test } from "vitest";
import { wreck } from "./crash.ts";

/** Every point between a poll and a settled delivery at which the process may die. */
const points = ["record", "settleFeed", "claim", "send", "settle", "edit"].flatMap((name) => [
  `before ${name}`,
  `after ${name}`,
]);
const RANDOM_KILLS = 8;

test("killed at every named point and at random, the bot loses no alert and doubles none but where an answer was lost", async () => {
  const seed = Math.floor(Math.random() * 2 ** 32);
  process.stdout.write(`seed of the kills: ${seed}\n`);
  const { kills, doubledMarked, ...rest } = await wreck(points, RANDOM_KILLS, seed);
  process.stdout.write(`${kills} kills, ${doubledMarked.length} messages told twice after a lost answer\n`);
  expect(rest).toEqual({ lost: [], doubledWithKey: [], doubledUnmarked: [], stale: [] });
  expect(kills).toBeGreaterThanOrEqual(RANDOM_KILLS);
  // at most what was under way at a kill
  expect(doubledMarked.length).toBeLessThanOrEqual(kills * 4);
}, 300_000);
