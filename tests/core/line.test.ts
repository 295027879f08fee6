import { describe, expect, it } from "vitest";
import { nearestWord, parseLine, toLine } from "../../src/core/line.ts";

describe("a command line", () => {
  it.each([
    ["/subscribe", "subscribe", [], {}],
    ["/Subscribe@ShiftwireBot place:UA", "subscribe", [], { place: "UA" }],
    ["context Ukraine", "context", ["Ukraine"], {}],
    [
      "/subscribe place: Ukraine, Moldova direction:rollback",
      "subscribe",
      [],
      { place: "Ukraine, Moldova", direction: "rollback" },
    ],
    [
      "/subscribe certainty:confirmed place:Côte d'Ivoire",
      "subscribe",
      [],
      { certainty: "confirmed", place: "Côte d'Ivoire" },
    ],
    ["/subscribe Mali actor:France", "subscribe", ["Mali"], { actor: "France" }],
    ["/subscribe place:UA place:MD", "subscribe", [], { place: "UA, MD" }],
    ["/why https://news.example/a?b=1", "why", ["https://news.example/a?b=1"], {}],
    ["/digest daily at:08:30", "digest", ["daily"], { at: "08:30" }],
    ["/quiet 23:00-07:00", "quiet", ["23:00-07:00"], {}],
    ["/subscribe in:@front\u2060news", "subscribe", [], { in: "@frontnews" }],
    ["  /help \n subscribe ", "help", ["subscribe"], {}],
    ["", "", [], {}],
  ])("reads %j", (text, command, words, options) => {
    expect(parseLine(text)).toEqual({ command, words, options });
  });

  it("is written so that it is read back", () => {
    const line = { command: "timeline", words: ["UA"], options: { actor: "FR, DE", page: "2" } };
    expect(parseLine(toLine(line))).toEqual(line);
  });

  it.each([
    ["subscrbe", "subscribe"],
    ["hepl", "help"],
    ["contex", "context"],
    ["subs", "subscribe"],
    ["xyzzy", undefined],
    ["", undefined],
  ])("takes %j for %j", (typed, meant) => {
    expect(nearestWord(typed, ["subscribe", "subscriptions", "help", "context", "why"])).toBe(meant);
  });
});
