import Parser from "rss-parser";
import type { JsonMapping } from "../core/ports.ts";
import { readEndpoint } from "./endpoint.ts";
import { feedRoot, namedPage } from "./pages.ts";
import { NO_HINTS, type Parsed, type RawFeed, type RawHints, type RawItem, updateMs } from "./raw.ts";
import { countEntries, salvage } from "./salvage.ts";
import { readWithFeedsmith } from "./smith.ts";
import { isChannelPreview, readChannelPreview } from "./telegram.ts";

const MAX_ITEMS = 1000;

interface Extra {
  readonly published?: unknown;
  readonly updated?: unknown;
  readonly guids?: readonly unknown[];
  readonly sources?: readonly unknown[];
  readonly attributes?: Readonly<Record<string, string>>;
  readonly description?: unknown;
  readonly created?: unknown;
  readonly issued?: unknown;
  readonly modified?: unknown;
}

interface FeedExtra {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly updatePeriod?: unknown;
  readonly updateFrequency?: unknown;
  readonly ttl?: unknown;
  readonly skipHours?: unknown;
  readonly skipDays?: unknown;
  readonly language?: unknown;
}

type LibraryItem = Parser.Item &
  Extra & {
    readonly id?: unknown;
    readonly date?: unknown;
    readonly "content:encoded"?: unknown;
    readonly "rdf:about"?: unknown;
    readonly language?: unknown;
  };

const OPTIONS = {
  customFields: {
    feed: [
      ["$", "attributes", { keepArray: true }],
      ["sy:updatePeriod", "updatePeriod"],
      ["sy:updateFrequency", "updateFrequency"],
      ["dc:language", "language"],
    ] as never,
    item: [
      ["published", "published"],
      ["updated", "updated"],
      ["dcterms:created", "created"],
      ["issued", "issued"],
      ["modified", "modified"],
      ["guid", "guids", { keepArray: true }],
      ["source", "sources", { keepArray: true }],
      ["$", "attributes", { keepArray: true }],
    ] as never,
  },
};

/** The text of what xml2js makes of an element: a string, or `_` where it has attributes. */
function text(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return text(value[0]);
  if (value !== null && typeof value === "object" && "_" in value) return text(value._);
  return undefined;
}

function texts(value: unknown, name: string): readonly string[] {
  if (value === null || typeof value !== "object" || !(name in value)) return [];
  const inner = (value as Readonly<Record<string, unknown>>)[name];
  return (Array.isArray(inner) ? inner : [inner]).map(text).filter((entry) => entry !== undefined);
}

function attribute(value: unknown, name: string): string | undefined {
  if (value === null || typeof value !== "object" || !("$" in value)) return undefined;
  return (value.$ as Readonly<Record<string, string>> | undefined)?.[name];
}

function sourceOf(source: unknown): string | undefined {
  const own = text(source);
  if (own !== undefined) return own;
  return source !== null && typeof source === "object" && "title" in source ? text(source.title) : undefined;
}

function rawItem(item: LibraryItem): RawItem {
  const guid = item.guids?.[0];
  return {
    title: text(item.title),
    summary: text(item.summary) ?? text(item.content),
    content: text(item["content:encoded"]) ?? text(item.content),
    link: text(item.link) ?? attribute(item.link, "href"),
    base: item.attributes?.["xml:base"],
    guid: text(guid) ?? text(item.id) ?? text(item["rdf:about"]),
    guidIsLink: guid !== undefined && attribute(guid, "isPermaLink") !== "false",
    dates: [item.published, item.issued, item.pubDate, item.date, item.created, item.updated, item.modified].map(text),
    source: sourceOf(item.sources?.[0]),
    language: text(item.language) ?? item.attributes?.["xml:lang"],
  };
}

function hintsOf(feed: FeedExtra): RawHints {
  const number = (value: unknown) => {
    const found = Number.parseFloat(text(value) ?? "");
    return Number.isFinite(found) ? found : undefined;
  };
  return {
    ttlMinutes: number(feed.ttl),
    skipHours: texts(feed.skipHours, "hour")
      .map((hour) => Number.parseInt(hour, 10) % 24)
      .filter(Number.isInteger),
    skipDays: texts(feed.skipDays, "day"),
    updateMs: updateMs(text(feed.updatePeriod), number(feed.updateFrequency)),
  };
}

/** What rss-parser would read wrongly without a word: markup in places where it expects text. */
function beyondLibrary(document: string): boolean {
  return (
    /<(?:title|summary|content)\b[^<>]*\btype=["']xhtml["']/.test(document) ||
    /<title\b[^<>/]*>[^<]*<(?!\/title|!\[CDATA\[|!--)/.test(document) ||
    /<description>[^<]*<(?!\/description|!\[CDATA\[|!--)/.test(document)
  );
}

async function readWithRssParser(document: string): Promise<{ readonly feed: RawFeed } | { readonly reason: string }> {
  try {
    // a fresh parser each time: after an error the library's own keeps remains of the document before
    const feed = await new Parser<FeedExtra, Extra>(OPTIONS).parseString(document);
    const attributes = feed.attributes;
    const items = feed.items as readonly LibraryItem[];
    return {
      feed: {
        how: "rss-parser",
        title: text(feed.title),
        link: text(feed.link),
        base: attributes?.["xml:base"] ?? /<rss\b[^>]*\bxml:base=["']([^"']+)/.exec(document.slice(0, 4096))?.[1],
        language: text(feed.language) ?? attributes?.["xml:lang"],
        hints: hintsOf(feed),
        items: items.map(rawItem),
        broken: [],
      },
    };
  } catch (error) {
    return { reason: error instanceof Error ? (error.message.split("\n")[0] ?? "").slice(0, 120) : String(error) };
  }
}

/** Without byte order mark and what else stands before the document. */
function prepared(document: string): string {
  const root = feedRoot(document);
  const declaration = document.slice(0, 65_536).search(/<\?xml[\s?]/);
  const start = declaration >= 0 && declaration < root ? declaration : root;
  return document.slice(Math.max(0, start));
}

function limited(feed: RawFeed): RawFeed {
  if (feed.items.length <= MAX_ITEMS) return feed;
  return {
    ...feed,
    items: feed.items.slice(0, MAX_ITEMS),
    broken: [...feed.broken, `${feed.items.length - MAX_ITEMS} entries beyond the first ${MAX_ITEMS} are left out`],
  };
}

async function readXml(source: string): Promise<Parsed> {
  const document = prepared(source);
  const first = beyondLibrary(document) ? { reason: "markup inside text" } : await readWithRssParser(document);
  const opened = countEntries(document, "feed" in first ? first.feed.items.length : 0);
  const whole = (feed: RawFeed | undefined): feed is RawFeed =>
    feed !== undefined && feed.items.length >= Math.min(opened, 1);
  const best =
    "feed" in first && first.feed.items.length >= opened ? first.feed : pick(first, readWithFeedsmith(document));
  if (whole(best) && best.items.length >= opened) return { status: "read", feed: limited(best) };
  const rescued = salvage(document, MAX_ITEMS);
  const reason = "reason" in first ? first.reason : "entries are not closed";
  if (rescued.length > (best?.items.length ?? 0)) {
    const broken = [`the document is broken (${reason}); ${rescued.length} entries were saved`];
    return { status: "read", feed: { ...(best ?? { hints: NO_HINTS }), how: "salvage", items: rescued, broken } };
  }
  if (whole(best)) return { status: "read", feed: limited(best) };
  return {
    status: "refused",
    errorClass: "broken_xml",
    reason: `the document is broken and no entry of it is whole (${reason})`,
  };
}

/** Of two readings the one with more entries, the first where they are equal. */
function pick(
  first: { readonly feed: RawFeed } | { readonly reason: string },
  second: RawFeed | undefined,
): RawFeed | undefined {
  if (!("feed" in first)) return second;
  return second && second.items.length > first.feed.items.length ? second : first.feed;
}

function readJson(document: string, mapping: JsonMapping | undefined): Parsed {
  let data: unknown;
  try {
    data = JSON.parse(document);
  } catch {
    return { status: "refused", errorClass: "broken_json", reason: "the document is broken JSON" };
  }
  if (mapping) return readEndpoint(data, mapping);
  const feed = readWithFeedsmith(document);
  if (feed) return { status: "read", feed: limited(feed) };
  const said = data !== null && typeof data === "object" && "error" in data ? text(data.error) : undefined;
  return {
    status: "refused",
    errorClass: "not_a_feed",
    reason: said === undefined ? "JSON that is no feed" : `JSON that is no feed (error: ${said.slice(0, 80)})`,
  };
}

/**
 * Reads a decoded document: rss-parser first, feedsmith where that fails, then each whole entry by itself; JSON Feed, a JSON endpoint by its
 * mapping, a channel's web preview. Pages that are no feed are named, not thrown.
 */
export async function parseDocument(source: string, mapping?: JsonMapping): Promise<Parsed> {
  const document = source.replace(/^[\ufeff\s]+/, "");
  if (document === "") return { status: "refused", errorClass: "empty", reason: "the document is empty" };
  if (mapping || /^[{[]/.test(document)) return readJson(document, mapping);
  const page = namedPage(document);
  if (page && isChannelPreview(document)) return readChannelPreview(document);
  if (page) return { status: "refused", ...page };
  if (/<opml[\s>]/i.test(document.slice(0, 1024)))
    return { status: "refused", errorClass: "not_a_feed", reason: "the document is a list of feeds (OPML), no feed" };
  if (feedRoot(document) < 0) return { status: "refused", errorClass: "not_a_feed", reason: "the document is no feed" };
  return readXml(document);
}
