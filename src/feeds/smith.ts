import { parseFeed } from "feedsmith";
import { NO_HINTS, type RawFeed, type RawHints, type RawItem, updateMs } from "./raw.ts";

type Anything = { readonly [key: string]: unknown };

function text(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (value !== null && typeof value === "object" && "value" in value) return text(value.value);
  return undefined;
}

function record(value: unknown): Anything {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Anything) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

function linkOf(links: unknown): string | undefined {
  const all = list(links).map(record);
  const pick =
    all.find((link) => link.rel === "alternate" && /html|^$/.test(text(link.type) ?? "")) ??
    all.find((link) => link.rel === undefined || link.rel === "alternate") ??
    all[0];
  return pick && text(pick.href);
}

function dublin(item: Anything): Anything {
  return record(item.dc);
}

function dcDate(item: Anything): readonly (string | undefined)[] {
  const dc = dublin(item);
  const terms = record(item.dcterms);
  return [
    text(first(dc.dates)) ?? text(dc.date),
    text(first(terms.created)),
    text(first(terms.issued)),
    text(first(terms.modified)),
  ];
}

function rssItem(value: unknown): RawItem {
  const item = record(value);
  const guid = record(item.guid);
  const atom = record(item.atom);
  return {
    title: text(item.title) ?? text(first(dublin(item).titles)),
    summary: text(item.description),
    content: text(record(item.content).encoded),
    link: text(item.link) ?? linkOf(atom.links),
    base: text(record(item.xml).base),
    guid: text(item.guid) ?? text(record(item.rdf).about),
    guidIsLink: guid.isPermaLink !== false,
    dates: [text(item.pubDate), ...dcDate(item), text(atom.published), text(atom.updated)],
    source: text(record(item.source).title) ?? text(first(dublin(item).publishers)),
    language: text(first(dublin(item).languages)),
  };
}

function atomItem(value: unknown): RawItem {
  const entry = record(value);
  return {
    title: text(entry.title),
    summary: text(entry.summary),
    content: text(entry.content),
    link: linkOf(entry.links),
    base: text(record(entry.xml).base),
    guid: text(entry.id),
    dates: [text(entry.published), text(entry.updated), ...dcDate(entry)],
    source: text(record(entry.source).title),
    language: text(record(entry.xml).lang),
  };
}

function jsonItem(value: unknown): RawItem {
  const item = record(value);
  return {
    title: text(item.title),
    summary: text(item.summary),
    content: text(item.content_html) ?? text(item.content_text),
    link: text(item.url) ?? text(item.external_url),
    guid: text(item.id),
    dates: [text(item.date_published), text(item.date_modified)],
    language: text(item.language),
  };
}

function hintsOf(feed: Anything): RawHints {
  const sy = record(feed.sy);
  return {
    ttlMinutes: typeof feed.ttl === "number" ? feed.ttl : undefined,
    skipHours: list(feed.skipHours)
      .map(Number)
      .filter(Number.isInteger)
      .map((hour) => hour % 24),
    skipDays: list(feed.skipDays).map(String),
    updateMs: updateMs(text(sy.updatePeriod), typeof sy.updateFrequency === "number" ? sy.updateFrequency : undefined),
  };
}

/** Reads a document with feedsmith, which knows JSON Feed, odd roots and much broken XML; undefined where it gives up. */
export function readWithFeedsmith(document: string): RawFeed | undefined {
  let parsed: ReturnType<typeof parseFeed>;
  try {
    parsed = parseFeed(document);
  } catch {
    return undefined;
  }
  const feed = record(parsed.feed);
  const common = {
    how: "feedsmith" as const,
    title: text(feed.title),
    base: text(record(feed.xml).base),
    broken: [],
  };
  if (parsed.format === "atom") {
    return {
      ...common,
      link: linkOf(feed.links),
      language: text(record(feed.xml).lang),
      hints: hintsOf(feed),
      items: list(feed.entries).map(atomItem),
    };
  }
  if (parsed.format === "json") {
    return {
      ...common,
      link: text(feed.home_page_url),
      language: text(feed.language),
      hints: NO_HINTS,
      items: list(feed.items).map(jsonItem),
    };
  }
  return {
    ...common,
    link: text(feed.link),
    language: text(feed.language) ?? text(first(dublin(feed).languages)),
    hints: hintsOf(feed),
    items: list(feed.items).map(rssItem),
  };
}
