import { expect, test } from "vitest";
import { openLog, reason } from "../src/log.ts";

const lines = (options: { pretty: boolean; level?: "debug" | "info" | "silent" }) => {
  const written: string[] = [];
  const log = openLog({
    level: options.level ?? "info",
    pretty: options.pretty,
    secrets: ["42:token", ""],
    write: (line) => written.push(line),
  });
  return { log, written };
};

test("a line is one JSON object with level, time, event and facts", () => {
  const { log, written } = lines({ pretty: false });
  log("warn", "feed failed", { feed: "bbc", status: 503 });
  expect(JSON.parse(written[0] ?? "")).toEqual({
    level: "warn",
    time: expect.stringMatching(/^\d{4}-/),
    feed: "bbc",
    status: 503,
    msg: "feed failed",
  });
});

test("at a terminal a line is for a person", () => {
  const { log, written } = lines({ pretty: true });
  log("info", "feed read", { feed: "bbc", items: 3, title: "two words" });
  expect(written[0]).toMatch(/^\d\d:\d\d:\d\d feed read feed=bbc items=3 title="two words"\n$/);
});

test.each([true, false])("a token never appears, wherever it hides (pretty: %s)", (pretty) => {
  const { log, written } = lines({ pretty });
  log("error", "at 42:token", { url: "https://api/bot42:token/getMe", cause: new Error("bad 42:token") });
  expect(written).toHaveLength(1);
  expect(written[0]).not.toContain("42:token");
});

test("an error is told with its causes", () => {
  expect(reason(new Error("cannot open", { cause: new Error("locked") }))).toBe("cannot open (locked)");
});

test("lines below the level are not written", () => {
  const { log, written } = lines({ pretty: false });
  log("debug", "detail");
  expect(written).toEqual([]);
});
