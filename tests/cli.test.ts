import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../src/store/index.ts";

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly rows: readonly Record<string, unknown>[];
}

const root = new URL("..", import.meta.url).pathname;
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "shiftwire-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a verb as people do, in a process of its own. */
function cli(args: readonly string[], input = "", env: Readonly<Record<string, string>> = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", "src/cli.ts", ...args], {
      cwd: root,
      env: { PATH: process.env.PATH ?? "", SHIFTWIRE_DB: join(folder, "bot.db"), ...env },
    });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => {
      const lines = out.split("\n").filter((line) => line.startsWith("{"));
      resolve({ code, out, err, rows: lines.map((line) => JSON.parse(line) as Record<string, unknown>) });
    });
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

const item = (id: string, title: string, rest: object = {}) => JSON.stringify({ id, title, ...rest });
const day = (n: number) => `2026-02-0${n}T08:00:00Z`;

describe("cli code", () => {
  it("codes lines in their order; a bad one is named by its number, the rest goes on, and the exit code says so", async () => {
    const input = [
      item("a", "Italy withdraws its peacekeepers from Lebanon"),
      "{broken",
      "",
      item("b", "Parliament debates the budget"),
      JSON.stringify({ title: "no id" }),
      item("c", "Canada sends 200 soldiers to Latvia", { date: "never" }),
      item("d", "", { text: "Norway does not rule out sending soldiers to Ukraine." }),
    ].join("\n");
    const run = await cli(["code"], input);
    expect(run.code).toBe(1);
    expect(run.rows.map((row) => [row.id, row.relevant, row.direction])).toEqual([
      ["a", true, "rollback"],
      ["b", false, "none"],
      ["d", true, "hold"],
    ]);
    expect(run.rows[1]).toMatchObject({ lang: "und", events: [] });
    expect(
      run.err
        .split("\n")
        .map((line) => /^line (\d+) /.exec(line)?.[1])
        .filter(Boolean),
    ).toEqual(["2", "5", "6"]);
    expect(run.rows[0]).not.toHaveProperty("explanation");
  }, 60_000);

  it("codes another topic, explains itself, and ends well where every line was good", async () => {
    const input = item("a", "Germany stops arms deliveries to Ukraine", { date: day(1) });
    const run = await cli(["code", "--topic", "arms-deliveries", "--explain"], input);
    expect([run.code, run.err]).toEqual([0, ""]);
    expect(run.rows[0]).toMatchObject({ relevant: true, direction: "rollback", actors: ["DE"] });
    expect(run.rows[0]?.explanation).toContainEqual(expect.stringMatching(/^→ title: /));
  }, 60_000);
});

describe("cli stories and replay", () => {
  const feed = [
    item("1", "Italy withdraws its peacekeepers from Lebanon", { date: day(1), publisher: "One" }),
    item("2", "Parliament debates the budget", { date: day(1), publisher: "One" }),
    item("3", "Italy is pulling its peacekeepers out of Lebanon", { date: day(2), publisher: "Two" }),
    item("4", "Peru will send peacekeepers to Congo", { date: day(3), publisher: "Two" }),
  ].join("\n");

  it("stories gives the story that each item joined or founded, null where it is off topic", async () => {
    const { code, rows } = await cli(["stories"], feed);
    expect(code).toBe(0);
    expect(rows.map((row) => row.id)).toEqual(["1", "2", "3", "4"]);
    const [one, off, same, other] = rows.map((row) => row.story);
    expect(off).toBeNull();
    expect(same).toBe(one);
    expect(other).not.toBe(one);
    expect(typeof other).toBe("string");
  }, 60_000);

  it("replay gives a line an alert revision, and goes on after a bad line", async () => {
    const { code, rows, err } = await cli(["replay"], `${feed}\nnonsense\n`);
    expect(code).toBe(1);
    expect(err).toMatch(/^line 5 is not JSON/m);
    const rung = rows.filter((row) => row.rings);
    expect(rung.map((row) => row.direction)).toEqual(["rollback", "advance"]);
    expect(rung[0]).toMatchObject({ revision: 1, items: ["1"], status: "confirmed" });
    expect(rung[0]?.shifts).toMatchObject([{ actor: "IT", place: "LB", direction: "rollback" }]);
    expect(rung[0]?.text).toMatch(/ROLLBACK · Lebanon/);
    expect(rows.filter((row) => row.alert === rung[0]?.alert).at(-1)?.items).toEqual(["1", "3"]);
  }, 60_000);

  it("replay --feeds reads a folder in order of name and names what it cannot read", async () => {
    const feeds = join(folder, "feeds");
    mkdirSync(feeds);
    writeFileSync(
      join(feeds, "example.xml"),
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Example</title><item><guid>g1</guid><title>Italy withdraws its peacekeepers from Lebanon</title><link>https://example.org/1</link><pubDate>Sun, 01 Feb 2026 08:00:00 GMT</pubDate></item></channel></rss>`,
    );
    writeFileSync(join(feeds, "broken.xml"), "this is no feed at all");
    const { code, rows, err } = await cli(["replay", "--feeds", feeds]);
    expect(code).toBe(1);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toMatch(/broken\.xml: \S+/);
    expect(rows).toMatchObject([{ direction: "rollback", rings: true }]);
  }, 60_000);
});

describe("the other verbs", () => {
  it("eval prints a table by language", async () => {
    const file = join(folder, "cases.json");
    writeFileSync(
      file,
      JSON.stringify([
        {
          id: "x1",
          lang: "en",
          title: "Italy withdraws its peacekeepers from Lebanon",
          expect: { relevant: true, direction: ["rollback"] },
        },
        { id: "x2", lang: "en", title: "Parliament debates the budget", expect: { relevant: false } },
      ]),
    );
    const run = await cli(["eval", file]);
    expect(run.code).toBe(0);
    expect(run.out).toMatch(/^lang .*direction/m);
    expect(run.out).toMatch(/^en +2 +1\.00 +1\.00 1\.00 1\.00 +1\.00/m);
  }, 60_000);

  it("doctor says what is there and what to do, and backup copies the database", async () => {
    const none = await cli(["backup", join(folder, "none.db")]);
    expect([none.code, none.err]).toEqual([1, expect.stringMatching(/^There is no database/)]);
    await openStore(join(folder, "bot.db")).close();
    const checked = await cli(["doctor"]);
    expect(checked.out).toMatch(/\d+ languages, \d+ actors/);
    expect(checked.out).toMatch(/\d+ feeds/);
    const copy = join(folder, "copy.db");
    const copied = await cli(["backup", copy]);
    expect([copied.code, copied.out]).toEqual([0, `${copy} is written\n`]);
    expect(readFileSync(copy).subarray(0, 15).toString()).toBe("SQLite format 3");
  }, 60_000);

  it("doctor lists every mistake of the configuration and fails", async () => {
    const run = await cli(["doctor"], "", { SHIFTWIRE_POLL_SECONDS: "soon", LOG_LEVEL: "loud" });
    expect(run.code).toBe(1);
    expect(run.out).toContain("SHIFTWIRE_POLL_SECONDS");
    expect(run.out).toContain("LOG_LEVEL");
  }, 60_000);

  it.each([
    [["frobnicate"], 2, /there is no verb frobnicate/],
    [["backup"], 1, /needs the name of the file/],
    [["eval", "/nowhere/cases.json"], 1, /cases\.json/],
    [["code", "--topic", "weather"], 1, /weather/],
  ] as const)(
    "%j fails with %d and one sentence",
    async (args, code, says) => {
      const run = await cli(args);
      expect(run.code).toBe(code);
      expect(run.err).toMatch(says);
      expect(run.err).not.toMatch(/\n\s+at /);
      expect(existsSync(join(folder, "weather"))).toBe(false);
    },
    60_000,
  );

  it("help prints the verbs and ends well", async () => {
    const run = await cli(["help"]);
    expect(run.code).toBe(0);
    expect(run.err).toMatch(/replay \[--feeds DIR\]/);
  }, 60_000);
});
