import { PassThrough, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { readSamples } from "../src/data.ts";
import { demo, openSampleServer, POLLS, sampleAt } from "../src/demo.ts";
import { toItems } from "../src/feeds/items.ts";
import { parseDocument } from "../src/feeds/parse.ts";

const START = new Date("2026-11-24T12:00:00Z");

describe("the sample feeds", () => {
  it("hold at least forty-five entries in five languages, all readable at every poll and none with marks of ours", async () => {
    const languages = new Set<string>();
    const links = new Set<string>();
    for (const [id, document] of readSamples()) {
      for (let poll = 1; poll <= POLLS; poll += 1) {
        const text = sampleAt(document, poll, START);
        expect(text).not.toMatch(/poll=|\{\{/);
        const parsed = await parseDocument(text);
        if (parsed.status !== "read") throw new Error(`${id}: ${parsed.reason}`);
        const feed = { id, url: `https://${id}.example/feed`, publisher: id, language: "" };
        for (const item of toItems(parsed.feed, feed, feed.url, START).items) {
          expect(item.published, item.title).toBeDefined();
          links.add(item.url ?? "");
          if (item.lang) languages.add(item.lang);
        }
      }
    }
    expect([...languages].sort()).toEqual(["de", "en", "fr", "pl", "uk"]);
    expect(links.size).toBeGreaterThanOrEqual(45);
  });

  it("change from poll to poll as their marks say", () => {
    const document =
      '<item poll="2-3"><title>A</title></item>\n<item poll="4"><title>B {{-2h}}</title></item>\n<item><title>C {{-90m iso}}</title></item>\n';
    const at = (poll: number) =>
      sampleAt(document, poll, START)
        .match(/[ABC](?= |<)/g)
        ?.join("");
    expect([1, 2, 3, 4, 5].map(at)).toEqual(["C", "AC", "AC", "BC", "BC"]);
    expect(sampleAt(document, 5, START)).toContain("B Tue, 24 Nov 2026 10:00:00 GMT");
    expect(sampleAt(document, 5, START)).toContain("C 2026-11-24T10:30:00.000Z");
  });

  it("are served with an ETag that changes with them", async () => {
    const server = await openSampleServer(new Map([["a", '<item poll="2">x</item>\n<item>y</item>']]), START);
    const first = await fetch(`${server.origin}/a.xml`);
    const etag = first.headers.get("etag") ?? "";
    expect((await fetch(`${server.origin}/a.xml`, { headers: { "if-none-match": etag } })).status).toBe(304);
    server.turn(2);
    expect((await fetch(`${server.origin}/a.xml`, { headers: { "if-none-match": etag } })).status).toBe(200);
    expect((await fetch(`${server.origin}/b.xml`)).status).toBe(404);
    await server.close();
  });
});

describe("the demo", () => {
  it("is silent at first contact, tells of the first story once, of its confirmation and of its denial, answers, and ends by itself", async () => {
    const input = new PassThrough();
    input.end("/context Ukraine\n");
    let shown = "";
    const output = new Writable({
      write(chunk, _encoding, done) {
        shown += String(chunk);
        done();
      },
    });
    await demo({ input, output });
    const scenes = shown.split(/\n── Poll \d of \d ── /).slice(1);
    expect(scenes).toHaveLength(POLLS);
    expect(scenes[0]).not.toMatch(/[▼▲✖]/);
    expect(scenes[1]?.match(/▼ ROLLBACK · Ukraine/g)).toHaveLength(1);
    expect(scenes[1]).toMatch(/European Union .*→ {2}off the agenda/);
    expect(scenes[1]).toMatch(/United Kingdom .*→ {2}off the agenda/);
    expect(scenes[1]).toMatch(/anonymous source.*unconfirmed/);
    expect(scenes[1]).toMatch(/Agrees with a demand of: Russia/);
    expect(scenes[2]).toMatch(/CONFIRMED/);
    expect(scenes[3]).toMatch(/▲ ADVANCE · Ukraine[\s\S]*Türkiye/);
    expect(scenes[3]).not.toMatch(/^France .*→/m);
    expect(scenes[4]).toMatch(/DENIED/);
    expect(scenes[4]).toMatch(/who stands where[\s\S]*United Kingdom +ready to send/);
  });
});
