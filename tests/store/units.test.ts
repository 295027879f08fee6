import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { openUnits } from "../../src/store/units.ts";

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A database whose commits of shared transactions fail as long as `full`. */
function database() {
  const db = new Sqlite(":memory:");
  db.exec("create table t (n integer)");
  const state = { full: false };
  const failing = new Proxy(db, {
    get(target, name) {
      const value = Reflect.get(target, name, target) as unknown;
      if (name === "exec")
        return (sql: string) => {
          if (sql === "commit" && state.full) throw new Error("database or disk is full");
          return target.exec(sql);
        };
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  const insert = db.prepare("insert into t values (1)");
  const count = () => (db.prepare("select count(*) as n from t").get() as { n: number }).n;
  return { units: openUnits(failing), state, add: () => void insert.run(), count, open: () => db.inTransaction };
}

test("light units share a transaction, and any other unit commits them first", async () => {
  const { units, add, count, open } = database();
  await units.light("a", add);
  await units.light("a", add);
  expect(open()).toBe(true);
  await units.unit(add);
  expect(open()).toBe(false);
  expect(count()).toBe(3);
});

test("a shared transaction does not stay open for long", async () => {
  const { units, add, open } = database();
  await units.light("a", add);
  await wait(150);
  expect(open()).toBe(false);
});

test("when the disk is full, a source whose items were lost is not ended, once; others are", async () => {
  const { units, state, add, count } = database();
  await units.light("a", add);
  state.full = true;
  await wait(150);
  state.full = false;
  expect(count()).toBe(0);
  await units.ending("b", add);
  await expect(units.ending("a", add)).rejects.toThrow("what a brought could not be written");
  await units.ending("a", add);
  expect(count()).toBe(2);
});

test("a unit that comes while the shared commit fails fails with it", async () => {
  const { units, state, add, count } = database();
  await units.light("a", add);
  state.full = true;
  await expect(units.ending("a", add)).rejects.toThrow("disk is full");
  state.full = false;
  await expect(units.ending("a", add)).rejects.toThrow("what a brought could not be written");
  expect(count()).toBe(0);
});
