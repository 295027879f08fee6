import { describe, expect, it } from "vitest";
import { toBase, toGoogleNewsTarget, toLink } from "../../src/feeds/links.ts";

describe("toLink", () => {
  it.each([
    ["/news/1", "https://daily.example/news/1"],
    ["news/2?x=1", "https://daily.example/feed/news/2?x=1"],
    ["//cdn.example/3", "https://cdn.example/3"],
    ["\n https://daily.example/4 \n", "https://daily.example/4"],
    ["https://daily.example/a b", "https://daily.example/a%20b"],
    ["https://daily.example/5?utm_source=a&utm_medium=b&id=5&oc=5#part", "https://daily.example/5?id=5#part"],
    ["https://user:secret@daily.example/6", "https://daily.example/6"],
    ["javascript:alert(1)", undefined],
    ["JaVaScRiPt:alert(1)", undefined],
    ["data:text/html,x", undefined],
    ["file:///etc/passwd", undefined],
    ["", undefined],
    [undefined, undefined],
    [`https://daily.example/${"x".repeat(3000)}`, undefined],
  ])("%j becomes %s", (link, wanted) => {
    expect(toLink(link, "https://daily.example/feed/rss.xml")).toBe(wanted);
  });
});

describe("toBase", () => {
  it("resolves each base against the one before and passes over broken ones", () => {
    expect(toBase(["https://daily.example/feed.xml", undefined, "/base/", "sub/"])).toBe(
      "https://daily.example/base/sub/",
    );
    expect(toBase(["https://daily.example/feed.xml", "javascript:x", "http://["])).toBe(
      "https://daily.example/feed.xml",
    );
  });
});

describe("toGoogleNewsTarget", () => {
  it("finds the publisher's address in an old-style link and none in an opaque one", () => {
    const code = (bytes: string) =>
      `https://news.google.com/rss/articles/${Buffer.from(bytes, "latin1").toString("base64url")}?oc=5`;
    expect(toGoogleNewsTarget(code('\b\x13"(https://daily.example/world/peacekeepers\xd2\x01\x00'))).toBe(
      "https://daily.example/world/peacekeepers",
    );
    expect(toGoogleNewsTarget(code('\b\x13"\xa0AU_yqLMxyzabcdefghijklmnop'))).toBeUndefined();
    expect(toGoogleNewsTarget("https://daily.example/rss/articles/aHR0cHM6Ly9ldmlsLmV4YW1wbGUv")).toBeUndefined();
  });
});
