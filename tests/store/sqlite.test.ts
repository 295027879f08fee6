import { spawn } from "node:child_process";
import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, expect, test } from "vitest";
import type { Store } from "../../src/core/ports.ts";
import { openStore } from "../../src/store/index.ts";
import { migrate, migrations } from "../../src/store/migrations.ts";
import { contract } from "./contract.ts";
import { at, coding, irrelevant, item, outcome, plus, settings, story, subscription, telling } from "./values.ts";

const folder = mkdtempSync(join(tmpdir(), "store-"));
const opened: Store[] = [];
let files = 0;
const fresh = () => join(folder, `${++files}.db`);
const open = (file: string, as: "owner" | "beside" = "owner") => {
  const store = openStore(file, { as });
  opened.push(store);
  return store;
};

afterAll(async () => {
  for (const store of opened) await store.close();
});

contract("SQLite in a file", async () => open(fresh()));

test("what was written is there after a new start", async () => {
  const file = fresh();
  const first = openStore(file);
  await first.subscribe(subscription("telegram:42"));
  await first.record(outcome({ item: item("off"), coding: irrelevant }), at);
  await first.record(telling({}), at);
  await first.close();
  const second = open(file);
  expect(await second.sight(item("off"))).toMatchObject({ status: "unchanged" });
  expect(await second.claim("telegram", at, 1000, 10)).toHaveLength(1);
});

test("the files are private to their user", async () => {
  const file = fresh();
  const store = open(file);
  await store.saveChat(settings("telegram:42"));
  for (const end of ["", "-wal", "-shm", "-lock"]) expect(statSync(file + end).mode & 0o777).toBe(0o600);
});

test("a second bot on the same file is refused in one sentence, a tool beside it is not", async () => {
  const file = fresh();
  const store = open(file);
  await store.saveChat(settings("telegram:42"));
  expect(() => openStore(file)).toThrow(`Another Shiftwire bot is running on ${file}`);
  const tool = open(file, "beside");
  expect(await tool.chat("telegram:42")).toEqual(settings("telegram:42"));
});

test("a bot that was killed does not keep the next one out", async () => {
  const file = fresh();
  const script = `import { openStore } from ${JSON.stringify(new URL("../../src/store/index.ts", import.meta.url).href)};
    openStore(${JSON.stringify(file)}); console.log("open"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  expect(() => openStore(file)).toThrow("Another Shiftwire bot is running");
  const dead = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await dead;
  expect(await open(file).figures()).toMatchObject({ items: 0 });
});

test("a tool does not make a database that is not there", () => {
  const file = fresh();
  expect(() => openStore(file, { as: "beside" })).toThrow(`There is no database ${file} yet.`);
});

test.each([
  [
    "no database",
    () => writeFileSync(join(folder, "text.db"), "hello ".repeat(1000)),
    "text.db",
    /damaged, or no database of Shiftwire/,
  ],
  [
    "a folder that is a file",
    () => writeFileSync(join(folder, "plain"), ""),
    "plain/x.db",
    /check that its folder exists and may be written/,
  ],
])("%s is named in one sentence", (_, prepare, name, sentence) => {
  prepare();
  expect(() => openStore(join(folder, name))).toThrow(sentence);
});

test("a database of a newer version is refused with what to do", () => {
  const file = fresh();
  const db = new Sqlite(file);
  db.pragma(`user_version = ${migrations.length + 1}`);
  db.close();
  expect(() => openStore(file)).toThrow(/written by a newer version .* update Shiftwire/);
});

test("a store at an address that is no file is refused", () => {
  expect(() => openStore("mysql://host/db")).toThrow("A store at mysql:// is not supported");
});

test("migrating twice changes nothing", () => {
  const db = new Sqlite(":memory:");
  migrate(db);
  const before = db.prepare("select sql from sqlite_schema").all();
  migrate(db);
  expect(db.prepare("select sql from sqlite_schema").all()).toEqual(before);
});

test("a backup of a running bot is a whole database, private to its user", async () => {
  const store = open(fresh());
  await store.record(outcome({ item: item("off"), coding: irrelevant }), at);
  await store.record(outcome({ story: story("s1") }), at);
  const copy = fresh();
  await store.backup(copy);
  await store.record(outcome({ item: item("i2"), story: story("s2") }), at);
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  const restored = open(copy);
  expect(await restored.figures()).toMatchObject({ items: 2, stories: 1 });
  expect((await restored.context(item("n"), coding(), at)).stories).toEqual([story("s1")]);
});

test("what a dead process had leased is taken up at once, as perhaps arrived", async () => {
  const file = fresh();
  const first = openStore(file);
  await first.subscribe(subscription("telegram:42"));
  await first.record(telling({}), at);
  await first.claim("telegram", at, 3_600_000, 10);
  await first.close();
  const second = open(file);
  expect(await second.claim("telegram", at, 1000, 10)).toMatchObject([{ attempts: 2, uncertain: true }]);
});

test("an item that changes nothing is written within a moment, though its commit waits for others", async () => {
  const file = fresh();
  const store = open(file);
  await store.record(outcome({ item: item("off"), coding: irrelevant }), at);
  const reader = open(file, "beside");
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await reader.sight(item("off"))).toMatchObject({ status: "unchanged" });
});

test("a unit that fails inside a shared commit takes back itself alone", async () => {
  const store = open(fresh());
  await store.record(outcome({ item: item("one"), coding: irrelevant }), at);
  const broken = outcome({
    item: item("two"),
    coding: irrelevant,
    verdict: { stage: "old", reason: undefined as unknown as string },
  });
  await expect(store.record(broken, at)).rejects.toThrow();
  await store.record(outcome({ item: item("three"), coding: irrelevant }), at);
  await store.saveChat(settings("telegram:42"));
  expect(await store.sight(item("one"))).toMatchObject({ status: "unchanged" });
  expect(await store.sight(item("two"))).toEqual({ status: "new" });
  expect(await store.sight(item("three"))).toMatchObject({ status: "unchanged" });
});

test("a chat that comes back after a restart finds its settings", async () => {
  const file = fresh();
  const first = openStore(file);
  await first.saveChat(settings("telegram:42", { state: "retired", language: "uk", mutedUntil: plus(1000) }));
  await first.close();
  expect(await open(file).chat("telegram:42")).toMatchObject({ language: "uk", mutedUntil: plus(1000) });
});
