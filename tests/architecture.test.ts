import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const src = fileURLToPath(new URL("../src/", import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
const imports = (name: string) =>
  [
    ...readFileSync(join(src, name), "utf8").matchAll(
      /^(?:import|export)\s[^"]*?from\s+"([^"]+)"|^import\s+"([^"]+)"|import\("([^"]+)"\)/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
const room = (name: string) => (name.includes("/") ? (name.split("/")[0] ?? "") : "");
/** Libraries that `core/` may use: made for language or messages, without clock, network or disk. */
const PURE = new Set(["@fluent/bundle"]);

describe("the house", () => {
  test.each(files)("%s imports its own room and core alone, unless it stands at the root", (name) => {
    const wrong = imports(name)
      .filter((target) => target.startsWith("."))
      .map((target) => relative(src, join(src, dirname(name), target)))
      .filter(
        (target) =>
          room(name) !== "" && room(target) !== room(name) && (room(name) === "core" || room(target) !== "core"),
      );
    expect(wrong).toEqual([]);
  });

  test.each(files.filter((name) => room(name) === "core"))(
    "%s knows no platform, disk, network or environment",
    (name) => {
      const text = readFileSync(join(src, name), "utf8");
      expect(imports(name).filter((target) => !target.startsWith(".") && !PURE.has(target))).toEqual([]);
      expect(text).not.toMatch(/process\.|Date\.now\(|new Date\(\)|Math\.random\(/);
    },
  );

  test.each([
    ["node-cron", ["jobs/schedule.ts"]],
    ["rss-parser", ["feeds/parse.ts"]],
    ["grammy", ["chats/"]],
    ["discord.js", ["chats/"]],
    ["better-sqlite3", ["store/"]],
    ["undici", ["feeds/"]],
    ["pino", ["log.ts"]],
  ] as const)("%s is imported only where it belongs", (library, homes) => {
    const users = files.filter((name) =>
      imports(name).some((target) => target === library || target.startsWith(`${library}/`)),
    );
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter((name) => !homes.some((home) => name.startsWith(home)))).toEqual([]);
  });

  test("the environment is read in config.ts alone", () => {
    expect(files.filter((name) => /process\.env/.test(readFileSync(join(src, name), "utf8")))).toEqual(["config.ts"]);
  });

  test("feeds are never fetched by the parsing library", () => {
    expect(files.filter((name) => /parseURL/.test(readFileSync(join(src, name), "utf8")))).toEqual([]);
  });
});
