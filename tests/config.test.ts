import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Config, parseConfig, settings } from "../src/config.ts";

const read = (env: Record<string, string>): Config => {
  const reading = parseConfig(env);
  if (reading.status === "bad") throw new Error(reading.problems.join("\n"));
  return reading.config;
};

const problems = (env: Record<string, string>) => {
  const reading = parseConfig(env);
  return reading.status === "bad" ? reading.problems : [];
};

test("an empty environment gives the defaults and no platform", () => {
  expect(read({})).toEqual({
    database: "shiftwire.db",
    pollSeconds: 60,
    owners: [],
    allowPrivateFeeds: false,
    warnings: [],
  });
});

test("every setting is read", () => {
  expect(
    read({
      TELEGRAM_BOT_TOKEN: "42:abc_DEF",
      TELEGRAM_API_ROOT: "http://127.0.0.1:8081/",
      DISCORD_TOKEN: "MTIz.abcdef.ghijklmnopqrs",
      DISCORD_API_URL: "http://127.0.0.1:8082/api",
      SHIFTWIRE_DB: "/var/lib/shiftwire.db",
      SHIFTWIRE_FEEDS: "mine.json",
      SHIFTWIRE_POLL_SECONDS: "1",
      SHIFTWIRE_OWNER: "telegram:42, discord:7",
      SHIFTWIRE_ALLOW_PRIVATE_FEEDS: "on",
      LOG_LEVEL: "warn",
    }),
  ).toEqual({
    telegram: { token: "42:abc_DEF", apiRoot: "http://127.0.0.1:8081" },
    discord: { token: "MTIz.abcdef.ghijklmnopqrs", apiUrl: "http://127.0.0.1:8082/api" },
    database: "/var/lib/shiftwire.db",
    feeds: "mine.json",
    pollSeconds: 1,
    owners: ["telegram:42", "discord:7"],
    allowPrivateFeeds: true,
    logLevel: "warn",
    warnings: [],
  });
});

test.each([
  ["TELEGRAM_BOT_TOKEN", "hello", /TELEGRAM_BOT_TOKEN does not look like a token/],
  ["DISCORD_TOKEN", "Bot MTIz.abcdef.ghijklmnopqrs", /DISCORD_TOKEN does not look like a token/],
  ["TELEGRAM_API_ROOT", "api.telegram.org", /TELEGRAM_API_ROOT is "api.telegram.org"/],
  ["DISCORD_API_URL", "ftp://x", /DISCORD_API_URL is "ftp:\/\/x"/],
  ["SHIFTWIRE_DB", "mysql://x", /SHIFTWIRE_DB asks for mysql/],
  ["SHIFTWIRE_POLL_SECONDS", "0", /SHIFTWIRE_POLL_SECONDS is "0"/],
  ["SHIFTWIRE_POLL_SECONDS", "1.5", /SHIFTWIRE_POLL_SECONDS is "1.5"/],
  ["SHIFTWIRE_OWNER", "42", /SHIFTWIRE_OWNER has "42"/],
  ["SHIFTWIRE_ALLOW_PRIVATE_FEEDS", "maybe", /SHIFTWIRE_ALLOW_PRIVATE_FEEDS is "maybe"/],
  ["LOG_LEVEL", "loud", /LOG_LEVEL is "loud"/],
  [
    "TELEGRAM_BOT_TOKEN_FILE",
    "/no/such/file",
    /TELEGRAM_BOT_TOKEN_FILE names "\/no\/such\/file", which cannot be read \(ENOENT\)/,
  ],
])("%s=%s is a mistake that is named", (name, value, sentence) => {
  expect(problems({ [name]: value })).toEqual([expect.stringMatching(sentence)]);
});

test("every mistake is listed at once", () => {
  expect(problems({ TELEGRAM_BOT_TOKEN: "x", SHIFTWIRE_POLL_SECONDS: "-1", LOG_LEVEL: "loud" })).toHaveLength(3);
});

test("no mistake repeats a token", () => {
  expect(problems({ TELEGRAM_BOT_TOKEN: "secret words", DISCORD_TOKEN: "secret too" }).join()).not.toContain("secret");
});

test("a token may be kept in a file", () => {
  const file = join(mkdtempSync(join(tmpdir(), "config-")), "token");
  writeFileSync(file, "42:abc\n");
  expect(read({ TELEGRAM_BOT_TOKEN_FILE: file }).telegram?.token).toBe("42:abc");
  expect(problems({ TELEGRAM_BOT_TOKEN_FILE: file, TELEGRAM_BOT_TOKEN: "42:abc" })).toHaveLength(1);
});

test("a mistyped name is warned of", () => {
  expect(read({ SHIFTWIRE_FEED: "x" }).warnings).toEqual([
    "SHIFTWIRE_FEED is no setting of Shiftwire and has no effect.",
  ]);
});

test(".env.example says what the configuration reads, a line each, and is itself a valid configuration", () => {
  const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
  const wanted = settings.map((one) => `# ${one.says}\n${one.name}=${"value" in one ? one.value : ""}\n`).join("");
  expect(example).toBe(wanted);
  const values = Object.fromEntries(settings.map((one) => [one.name, "value" in one ? one.value : ""]));
  expect(read(values)).toEqual({ ...read({}), feeds: "data/feeds.json", logLevel: "info" });
});
