import { describe, expect, it } from "vitest";
import { toItems } from "../../src/feeds/items.ts";
import { parseDocument } from "../../src/feeds/parse.ts";
import { entry, feedAt, NOW, rss } from "./server.ts";

const ATOM = 'xmlns="http://www.w3.org/2005/Atom"';

async function how(document: string) {
  const parsed = await parseDocument(document);
  return parsed.status === "read" ? [parsed.feed.how, parsed.feed.items.length] : [parsed.errorClass];
}

async function items(document: string, more = {}) {
  const parsed = await parseDocument(document);
  if (parsed.status !== "read") throw new Error(parsed.reason);
  return toItems(parsed.feed, feedAt("https://daily.example/feed.xml", more), "https://daily.example/feed.xml", NOW);
}

describe("parseDocument", () => {
  it.each<[string, string, readonly (string | number)[]]>([
    ["RSS 2.0", rss(entry("A") + entry("B")), ["rss-parser", 2]],
    ["Atom", `<feed ${ATOM}><title>T</title><entry><title>A</title><id>1</id></entry></feed>`, ["rss-parser", 1]],
    [
      "RDF",
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>T</title></channel><item><title>A</title><link>/1</link></item></rdf:RDF>',
      ["rss-parser", 1],
    ],
    ["a channel without entries", rss(""), ["rss-parser", 0]],
    ["RSS without a version", "<rss><channel><item><title>A</title></item></channel></rss>", ["feedsmith", 1]],
    ["upper-case tags", '<RSS version="2.0"><CHANNEL><ITEM><TITLE>A</TITLE></ITEM></CHANNEL></RSS>', ["feedsmith", 1]],
    ["a bare ampersand", rss(entry("France & UK")), ["feedsmith", 1]],
    ["a warning before the document", `<br /><b>Warning</b>: no\n${rss(entry("A"))}`, ["rss-parser", 1]],
    ["a mark and space before the document", `\ufeff \n${rss(entry("A"))}`, ["rss-parser", 1]],
    [
      "an Atom date that is none",
      `<feed ${ATOM}><title>T</title><entry><title>A</title><id>1</id><updated>x</updated></entry></feed>`,
      ["feedsmith", 1],
    ],
    [
      "an Atom link without attributes",
      `<feed ${ATOM}><title>T</title><entry><title>A</title><id>1</id><link/></entry></feed>`,
      ["feedsmith", 1],
    ],
    [
      "JSON Feed",
      '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"https://daily.example/1","title":"A"}]}',
      ["feedsmith", 1],
    ],
    ["a document that breaks off", rss(entry("A") + entry("B")).slice(0, -40), ["salvage", 1]],
    ["a CDATA that is never closed", rss("<item><title><![CDATA[A</title><link>/1</link></item>"), ["salvage", 1]],
    [
      "an entry that is never closed",
      `<rss version="2.0"><channel><item><title>A</title><item><title>B</title></item></channel></rss>`,
      ["salvage", 2],
    ],
    [
      "an outer entity",
      '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>&x;</title></item></channel></rss>',
      ["salvage", 1],
    ],
    ["broken with no whole entry", '<rss version="2.0"><channel><item><title>A', ["broken_xml"]],
    ["another kind of XML", "<svg><title>A</title></svg>", ["not_a_feed"]],
    ["a list of feeds", '<opml version="2.0"><body><outline xmlUrl="x"/></body></opml>', ["not_a_feed"]],
    ["one Atom entry", `<entry ${ATOM}><title>A</title><id>1</id></entry>`, ["salvage", 1]],
    [
      "an old channel file",
      '<?xml version="1.0"?><channel><item href="https://daily.example/1"><title>A</title></item></channel>',
      ["salvage", 1],
    ],
    [
      "entries outside the channel",
      '<rss version="2.0"><channel></channel><item><title>A</title></item></rss>',
      ["salvage", 1],
    ],
    ["a feed behind a comment that names HTML", `<!-- <html> -->${rss(entry("A"))}`, ["rss-parser", 1]],
    [
      "a page without its frame",
      '<title>Just a moment...</title><script src="/cdn-cgi/challenge-platform/x"></script>',
      ["blocked"],
    ],
    ["words", "Service unavailable", ["not_a_feed"]],
    ["broken JSON", '{"items": [', ["broken_json"]],
    ["other JSON", '{"ok": true}', ["not_a_feed"]],
    [
      "a page with a feed named in it",
      '<html><head><title>&lt;rss&gt;</title></head><body><rss version="2.0"></rss></body></html>',
      ["html"],
    ],
  ])("reads or names %s", async (_name, document, wanted) => {
    expect(await how(document)).toEqual(wanted);
  });

  it("reads markup inside titles in its order", async () => {
    const xhtml = `<feed ${ATOM}><title>T</title><entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Blue <em>helmets</em> &amp; troops</div></title><id>1</id></entry></feed>`;
    expect((await items(xhtml)).items[0]?.title).toBe("Blue helmets & troops");
    expect(
      (await items(rss("<item><title>Blue <b>helmets</b> go</title><link>/1</link></item>"))).items[0]?.title,
    ).toBe("Blue helmets go");
  });

  it("bears an entity bomb and tens of thousands of nested tags", async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 12 }, (_, i) => `<!ENTITY a${i} "${`&a${i === 0 ? "" : i - 1};`.repeat(10)}">`).join("")}]>${rss(entry("&a11;")).replace(/<\?xml.*?\?>/, "")}`;
    const deep = rss(
      `<item><title>x</title><link>/1</link><description>${"<b>".repeat(20_000)}${"</b>".repeat(20_000)}</description></item>`,
    );
    const start = performance.now();
    expect((await items(bomb)).items[0]?.title.length).toBeLessThan(400);
    expect((await items(deep)).items[0]?.title).toBe("x");
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it("takes no property of an entry for one of all objects", async () => {
    await items(
      rss("<item><title>x</title><__proto__><polluted>yes</polluted></__proto__><constructor>boo</constructor></item>"),
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("keeps at most a thousand entries and says so", async () => {
    const { items: kept, broken } = await items(
      rss(Array.from({ length: 1200 }, (_, i) => entry(`Story ${i}`, `/${i}`)).join("")),
    );
    expect(kept).toHaveLength(1000);
    expect(broken.join()).toContain("200 entries");
  });
});

describe("toItems", () => {
  it("takes the publisher from <source>, cuts its name off the headline and drops a lead that only repeats it", async () => {
    const document = rss(
      '<item><title>Mission dropped - Sample Wire</title><link>https://news.google.com/rss/articles/CBMiOpaque</link><guid isPermaLink="false">CBMiOpaque</guid><source url="https://wire.example">Sample Wire</source><description>&lt;a href="x"&gt;Mission dropped&lt;/a&gt; &lt;font&gt;Sample Wire&lt;/font&gt;</description></item>',
    );
    expect((await items(document, { publisher: "Google News", stateMedia: true })).items[0]).toMatchObject({
      title: "Mission dropped",
      text: "",
      publisher: "Sample Wire",
    });
    expect((await items(document, { stateMedia: true })).items[0]?.stateMedia).toBeUndefined();
    expect((await items(rss(entry("A")), { stateMedia: true })).items[0]).toMatchObject({
      publisher: "Example Daily",
      stateMedia: true,
    });
  });

  it("takes the guid for the link where the link is only a view of the feed", async () => {
    const document = rss(
      '<item><title>UNIFIL</title><link>https://news.example/feed/view/en/story/1</link><guid isPermaLink="true">https://news.example/en/story/1</guid></item>',
    );
    expect((await items(document)).items[0]?.url).toBe("https://news.example/en/story/1");
  });

  it("reads xml:base of feed and entry, and dc:date", async () => {
    const document = `<feed ${ATOM} xml:base="https://post.example/base/"><title>T</title><entry xml:base="sub/"><title>A</title><id>1</id><link href="story.html"/></entry></feed>`;
    expect((await items(document)).items[0]?.url).toBe("https://post.example/base/sub/story.html");
    const dated = rss("<item><title>A</title><link>/1</link><dc:date>2026-01-06T18:00:00+02:00</dc:date></item>");
    expect((await items(dated)).items[0]?.published?.toISOString()).toBe("2026-01-06T16:00:00.000Z");
  });

  it("tells entries apart that share a link which is only a position", async () => {
    const document = rss(
      ["A", "B", "C"]
        .map(
          (title, index) =>
            `<item><title>${title}</title><link>https://daily.example/top/1</link><guid isPermaLink="false">${index}</guid></item>`,
        )
        .join(""),
    );
    expect((await items(document)).items).toHaveLength(3);
    const versions = rss(
      [0, 3]
        .map(
          (n) =>
            `<item><title>V${n}</title><link>https://daily.example/a</link><guid>https://daily.example/a#${n}</guid></item>`,
        )
        .join(""),
    );
    expect((await items(versions)).items).toHaveLength(1);
  });

  it("gives entries without link and guid an id of their words, and one page one id from every feed", async () => {
    const bare = await items(
      rss(
        "<item><title>Alert</title><description>one text</description></item><item><title>Alert</title><description>another text</description></item>",
      ),
    );
    expect(new Set(bare.items.map((item) => item.id)).size).toBe(2);
    const one = await items(rss(entry("A", "https://www.daily.example/a/?utm_source=x")), { id: "one" });
    const two = await items(rss(entry("A changed", "http://daily.example/a#top")), { id: "two" });
    expect(one.items[0]?.id).toBe(two.items[0]?.id);
  });

  it("uses the body where the summary is short, and the language that the feed declares", async () => {
    const document = rss(
      '<item><title>A</title><link>/1</link><description>Short.</description><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>A much longer body of the article, with all that it has to say about peacekeepers.</p>]]></content:encoded></item>',
      "<language>uk-UA</language>",
    );
    const read = await items(document, { language: "" });
    expect(read.items[0]?.text).toContain("much longer body");
    expect(read.items[0]?.lang).toBe("uk");
  });

  it("names an entry that says nothing", async () => {
    const { items: kept, broken } = await items(rss(`${entry("A")}<item><link>/2</link></item>`));
    expect(kept).toHaveLength(1);
    expect(broken).toEqual(["entry 2 has neither title nor text"]);
  });
});
