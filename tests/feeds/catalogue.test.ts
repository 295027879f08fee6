import { describe, expect, it } from "vitest";
import { readFeeds } from "../../src/data.ts";
import { refusal } from "../../src/feeds/address.ts";

const KINDS = ["official", "wire", "broadcaster", "press", "specialist", "aggregator", "state-media"];

describe("data/feeds.json", () => {
  const feeds = readFeeds();

  it("lists feeds of six languages and more, each with an id and an address of its own", () => {
    expect(feeds.length).toBeGreaterThan(150);
    expect(new Set(feeds.map((feed) => feed.id)).size).toBe(feeds.length);
    expect(new Set(feeds.map((feed) => feed.url)).size).toBe(feeds.length);
    const languages = new Set(feeds.map((feed) => feed.language));
    for (const language of ["en", "uk", "ru", "de", "fr", "pl"]) expect(languages).toContain(language);
  });

  it("gives each feed a public address, a publisher, a language and a kind; official ones are marked", () => {
    for (const feed of feeds) {
      for (const address of [feed.url, ...(feed.fallbacks ?? [])])
        expect(refusal(new URL(address), false), address).toBeUndefined();
      expect(feed.publisher, feed.id).not.toBe("");
      expect(feed.language, feed.id).toMatch(/^[a-z]{2}$/);
      expect(KINDS, feed.id).toContain(feed.kind);
      expect(feed.official === true, feed.id).toBe(feed.kind === "official");
    }
  });

  it("marks state media, and has sources that are no RSS", () => {
    expect(feeds.filter((feed) => feed.stateMedia).length).toBeGreaterThan(5);
    expect(feeds.some((feed) => feed.url.startsWith("https://t.me/s/"))).toBe(true);
    expect(feeds.some((feed) => feed.json !== undefined)).toBe(true);
    expect(feeds.some((feed) => feed.enabled === false)).toBe(true);
  });
});
