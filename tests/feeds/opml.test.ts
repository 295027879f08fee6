import { describe, expect, it } from "vitest";
import { fromOpml, toOpml } from "../../src/feeds/opml.ts";
import { feedAt, NOW } from "./server.ts";

describe("OPML", () => {
  const feeds = [
    feedAt("https://daily.example/rss.xml", { kind: "press" }),
    feedAt("https://inform.example/rss?a=1&b=<2>", { id: "inform", publisher: "Приклад & Інформ", language: "uk" }),
  ];

  it("comes back as it went out", () => {
    const { feeds: back, broken } = fromOpml(toOpml(feeds, "Feeds", NOW));
    expect(broken).toEqual([]);
    expect(back.map(({ url, publisher, language, kind }) => ({ url, publisher, language, kind }))).toEqual(
      feeds.map(({ url, publisher, language, kind }) => ({ url, publisher, language, kind })),
    );
  });

  it("takes feeds out of folders, gives each an id of its own and names what it leaves out", () => {
    const outline = (url: string, title: string) => `<outline type="rss" text="${title}" xmlUrl="${url}"/>`;
    const document = `<opml version="2.0"><head/><body><outline text="Folder">${outline("https://a.example/feed", "A")}<outline text="Inner">${outline("https://a.example/rss", "A again")}</outline></outline>${outline("javascript:alert(1)", "Bad")}${outline("https://daily.example/rss.xml", "Known")}</body></opml>`;
    const { feeds: found, broken } = fromOpml(document, feeds);
    expect(found.map((feed) => feed.url)).toEqual(["https://a.example/feed", "https://a.example/rss"]);
    expect(new Set(found.map((feed) => feed.id)).size).toBe(2);
    expect(broken).toEqual(['"Bad" has no web address', "https://daily.example/rss.xml is listed already"]);
  });

  it("says that something else is no OPML", () => {
    expect(() => fromOpml("<rss></rss>")).toThrow("no OPML");
  });
});
