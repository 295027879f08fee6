import { generateOpml, parseOpml } from "feedsmith";
import type { Feed } from "../core/ports.ts";

const MAX_FEEDS = 5000;
const MAX_BYTES = 5_000_000;

/** A list of feeds taken from an OPML document, and a sentence for each outline that could not be taken. */
export interface Imported {
  readonly feeds: readonly Feed[];
  readonly broken: readonly string[];
}

interface Outline {
  readonly text?: string | undefined;
  readonly title?: string | undefined;
  readonly xmlUrl?: string | undefined;
  readonly language?: string | undefined;
  readonly category?: string | undefined;
  readonly outlines?: readonly Outline[] | undefined;
}

/** A short id made of an address: `feeds.example.org/world/rss.xml` → `feeds-example-org-world`. */
function toFeedId(address: string): string {
  const url = new URL(address);
  const words = `${url.hostname.replace(/^www\./, "")} ${decodeURIComponent(url.pathname)} ${url.search}`
    .replace(/\b(?:rss|feed|feeds|xml|atom|index|php|html)\b/gi, " ")
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/gi, "-")
    .replace(/^-+|-+$/g, "");
  return words.toLowerCase().slice(0, 60).replace(/-+$/, "") || url.hostname;
}

function idOf(address: string, taken: ReadonlySet<string>): string {
  let base: string;
  try {
    base = toFeedId(address);
  } catch {
    base = new URL(address).hostname;
  }
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
  return id;
}

/** The feeds as OPML 2.0, in folders by language. */
export function toOpml(feeds: readonly Feed[], title: string, now: Date): string {
  const byLanguage = new Map<string, Feed[]>();
  for (const feed of feeds) byLanguage.set(feed.language, [...(byLanguage.get(feed.language) ?? []), feed]);
  const outlines = [...byLanguage].map(([language, group]) => ({
    text: language,
    outlines: group.map((feed) => ({
      type: "rss",
      text: feed.publisher === "" ? feed.id : `${feed.publisher} (${feed.id})`,
      title: feed.publisher,
      xmlUrl: feed.url,
      language: feed.language,
      ...(feed.kind === undefined ? {} : { category: feed.kind }),
    })),
  }));
  return generateOpml({ head: { title, dateCreated: now }, body: { outlines } });
}

function* walk(outlines: readonly Outline[], depth = 0): Generator<Outline> {
  for (const outline of outlines) {
    if (outline.xmlUrl !== undefined) yield outline;
    if (outline.outlines && depth < 20) yield* walk(outline.outlines, depth + 1);
  }
}

/** Reads the feeds of an OPML document; addresses that are no http(s) and repeated ones are named and left out. Throws one sentence where it is no OPML. */
export function fromOpml(document: string, known: readonly Feed[] = []): Imported {
  if (document.length > MAX_BYTES) throw new Error("The OPML file is too large.");
  let outlines: readonly Outline[];
  try {
    outlines = parseOpml(document).body?.outlines ?? [];
  } catch (cause) {
    throw new Error("This is no OPML file.", { cause });
  }
  const taken = new Set(known.map((feed) => feed.id));
  const addresses = new Set(known.map((feed) => feed.url));
  const feeds: Feed[] = [];
  const broken: string[] = [];
  for (const outline of walk(outlines)) {
    const address = outline.xmlUrl?.trim() ?? "";
    const name = (outline.title ?? outline.text ?? "").trim().slice(0, 120);
    if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
      broken.push(`"${name}" has no web address`);
      continue;
    }
    if (addresses.has(address)) {
      broken.push(`${address} is listed already`);
      continue;
    }
    if (feeds.length >= MAX_FEEDS) {
      broken.push(`only the first ${MAX_FEEDS} feeds are taken`);
      break;
    }
    const id = idOf(address, taken);
    taken.add(id);
    addresses.add(address);
    const publisher = (outline.title ?? name).trim() || new URL(address).hostname;
    const language = /^[a-z]{2}/i.exec(outline.language ?? "")?.[0].toLowerCase() ?? "";
    feeds.push({ id, url: address, publisher, language, ...(outline.category ? { kind: outline.category } : {}) });
  }
  return { feeds, broken };
}
