import { describe, expect, it } from "vitest";
import { cut, toText, toTitle } from "../../src/feeds/clean.ts";

describe("toText", () => {
  it.each([
    ["plain words", "plain words"],
    ["a &amp; b", "a & b"],
    ["&amp;lt;UN&amp;gt;", "&lt;UN&gt;"],
    ["<p>One</p><p>Two</p>", "One\nTwo"],
    ["One<br/>Two", "One\nTwo"],
    ["troops < 30 000 & > 5", "troops < 30 000 & > 5"],
    ["a<script>alert(1)</script>b<style>p{}</style>c", "abc"],
    ["peace\u200bkeepers \u202etroops\u202c", "peacekeepers troops"],
    ["e\u0301te\u0301", "été"],
    ["  much \u00a0 \t space  ", "much space"],
    ["a\u0000b\u0007c", "a b c"],
    ["\ud800broken", "\ufffdbroken"],
    ["<b>unclosed <i>tags", "unclosed tags"],
    ["<img src=x onerror=alert(1)>text", "text"],
  ])("makes plain text of %j", (html, wanted) => {
    expect(toText(html, 1000)).toBe(wanted);
  });

  it("cuts at a word, and never inside a character", () => {
    expect(cut("one two three four", 12)).toBe("one two…");
    expect(cut("😀".repeat(20), 10)).toMatch(/^(?:😀)+…$/u);
    expect(toText("word ".repeat(100_000), 100).length).toBeLessThanOrEqual(100);
  });

  it("bears thousands of nested tags", () => {
    const start = performance.now();
    expect(toText(`${"<b>".repeat(50_000)}deep`, 100_000)).toBe("deep");
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe("toTitle", () => {
  it("puts a headline on one line", () => {
    expect(toTitle("<p>Two</p>\n<p>lines</p>")).toBe("Two lines");
  });
});
