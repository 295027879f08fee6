import { createHash } from "node:crypto";
import { canonicalLink } from "../core/link.ts";
import type { Item } from "../core/model.ts";
import type { Feed } from "../core/ports.ts";
import { cut, toText, toTitle } from "./clean.ts";
import { parseDate } from "./dates.ts";
import { toBase, toGoogleNewsTarget, toLink } from "./links.ts";
import type { RawFeed, RawItem } from "./raw.ts";

const MAX_TEXT = 4000;
// a lead shorter than this says less than the body that a feed carries beside it
const SHORT_LEAD = 60;
const PERMALINK = /^https?:\/\/\S+$/i;

/** Entries of a document as items, each page once, and a sentence for each entry that says nothing. */
export interface Converted {
  readonly items: readonly Item[];
  readonly broken: readonly string[];
}

function linkOf(raw: RawItem, base: string | undefined): string | undefined {
  const guid = raw.guid?.trim();
  const own = toLink(raw.link, base);
  // UN News links to a view of the feed and names the page in the guid
  if (
    guid !== undefined &&
    PERMALINK.test(guid) &&
    (own === undefined ? raw.guidIsLink !== false : own.includes("/feed/view/"))
  )
    return toLink(guid) ?? own;
  return own === undefined ? undefined : (toGoogleNewsTarget(own) ?? own);
}

/** `Headline - Example Daily` without the publisher that is known anyway. */
function withoutSuffix(title: string, publisher: string | undefined): string {
  if (publisher === undefined || publisher === "") return title;
  const match = /^(.{8,}?)\s+[-–—|]\s+(.+)$/su.exec(title);
  if (!match) return title;
  const at = title.length - publisher.length;
  if (title.slice(at).toLowerCase() !== publisher.toLowerCase()) return title;
  return title.slice(0, at).replace(/\s+[-–—|]\s+$/u, "");
}

/** The lead: the summary, else the body; nothing where it only repeats the headline. */
function leadOf(raw: RawItem, title: string, publisher: string): string {
  const summary = toText(raw.summary ?? "", MAX_TEXT);
  const text = summary.length >= SHORT_LEAD || !raw.content ? summary : toText(raw.content, MAX_TEXT);
  const best = text.length >= summary.length ? text : summary;
  const flat = best.replace(/\s+/g, " ");
  if (title !== "" && flat.startsWith(title)) {
    const rest = flat
      .slice(title.length)
      .replaceAll(publisher, "")
      .replace(/[^\p{L}\p{N}]+/gu, "");
    if (rest.length < 12) return "";
  }
  return best;
}

/**
 * What makes an entry itself. Links that several different entries share (positions on a page, a front page) are no identity unless the
 * entries' guids only number the versions of that one link.
 */
function identities(
  rows: readonly { readonly key: string | undefined; readonly title: string; readonly raw: RawItem }[],
): ReadonlySet<string> {
  const first = new Map<string, string>();
  const titles = new Map<string, Map<string, string>>();
  for (const { key, title } of rows) {
    if (key === undefined) continue;
    const known = first.get(key);
    if (known === undefined) first.set(key, title);
    else if (known !== title) titles.set(key, new Map());
  }
  if (titles.size === 0) return new Set();
  for (const { key, title, raw } of rows) if (key !== undefined) titles.get(key)?.set(title, raw.guid?.trim() ?? "");
  const shared = new Set<string>();
  for (const [key, seen] of titles) {
    if (seen.size < 2) continue;
    const versions = [...seen.values()].every((guid) =>
      guid.replace(/[#?].*$/s, "").includes(key.replace(/\?.*$/, "")),
    );
    const unnamed = [...seen.values()].every((guid) => guid === "");
    if (!versions && !(unnamed && seen.size === 2)) shared.add(key);
  }
  return shared;
}

function hash(identity: string): string {
  return createHash("sha256").update(identity).digest("base64url").slice(0, 16);
}

/** ISO 639-1 code of `en-GB`, `uk_UA`, `EN`; undefined where there is none. */
function languageOf(...tags: readonly (string | undefined)[]): string | undefined {
  for (const tag of tags) {
    const code = /^([a-z]{2})(?:[-_]|$)/i.exec(tag?.trim() ?? "")?.[1]?.toLowerCase();
    if (code !== undefined) return code === "ua" ? "uk" : code;
  }
  return undefined;
}

/** Makes items of a document's entries. `address` is where the document came from. */
export function toItems(raw: RawFeed, feed: Feed, address: string, now: Date): Converted {
  const feedBase = toBase([address, raw.link, raw.base]);
  const channelLanguage = languageOf(feed.language, raw.language);
  const hints = { language: channelLanguage, country: feed.country, now };
  const broken: string[] = [...raw.broken];
  const rows = raw.items.flatMap((entry, index) => {
    const source = toTitle(entry.source ?? "", 120);
    const publisher = source === "" ? feed.publisher : source;
    const title = withoutSuffix(toTitle(entry.title ?? ""), source === "" ? undefined : source);
    const text = leadOf(entry, title, publisher);
    if (title === "" && text === "") {
      broken.push(`entry ${index + 1} has neither title nor text`);
      return [];
    }
    const url = linkOf(entry, entry.base === undefined ? feedBase : toBase([feedBase, entry.base]));
    return [
      {
        raw: entry,
        title,
        text,
        url,
        publisher,
        own: source === "" || source === feed.publisher,
        key: url === undefined ? undefined : canonicalLink(url),
      },
    ];
  });
  const shared = identities(rows);
  const items = new Map<string, Item>();
  for (const { raw: entry, title, text, url, publisher, own, key } of rows) {
    const published = entry.dates.map((date) => parseDate(date, hints)).find((date) => date !== undefined);
    const guid = entry.guid?.trim();
    const scope = guid !== undefined && /^(?:https?:|tag:|urn:)/i.test(guid) ? "" : `${feed.id}|`;
    const identity =
      key !== undefined && !shared.has(key)
        ? `link|${key}`
        : guid !== undefined && guid !== ""
          ? `guid|${scope}${guid}`
          : `text|${feed.id}|${title}|${published?.toISOString() ?? cut(text, 200)}`;
    const id = hash(identity);
    const before = items.get(id);
    if (before && (before.published?.getTime() ?? 0) >= (published?.getTime() ?? 0)) continue;
    const lang = languageOf(entry.language, feed.language, raw.language);
    items.set(id, {
      id,
      feed: feed.id,
      title,
      text,
      ...(url === undefined ? {} : { url }),
      ...(guid === undefined || guid === "" ? {} : { guid: guid.slice(0, 500) }),
      ...(lang === undefined ? {} : { lang }),
      publisher,
      ...(feed.stateMedia === true && own ? { stateMedia: true } : {}),
      ...(published === undefined ? {} : { published }),
      firstSeen: now,
    });
  }
  return { items: [...items.values()], broken };
}
