import type { Coding, Item } from "./model.ts";

/** A newsroom or office with every name and host it goes by, as `data/publishers.json` lists it. */
export interface PublisherFamily {
  readonly id: string;
  readonly name: string;
  readonly names?: readonly string[];
  readonly hosts?: readonly string[];
  /** `wire` sells its words to others; `aggregator` has no words of its own. */
  readonly kind?: "wire" | "outlet" | "aggregator";
  readonly state?: boolean;
}

/** Families by each of their names; built once by `publisherIndex`. */
export interface PublisherIndex {
  find(name: string): PublisherFamily | undefined;
  /** The wire agency whose mark stands at the beginning or the end of a text, if any. */
  wire(text: string): PublisherFamily | undefined;
}

/** Whose words an item is made of. `id` is "" where that is unknown: an unknown publisher never adds confidence. */
export interface Provenance {
  readonly id: string;
  readonly name: string;
  readonly stateMedia: boolean;
  /** True where the item only passes on what another, unnamed outlet has: it is no independent voice. */
  readonly borrowed: boolean;
  /** The title without the outlet's name behind it. */
  readonly title: string;
}

/** A publisher's name as it is compared: lower case, letters and digits only, without article, protocol or domain ending. */
export function publisherKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^https?[:./]+/, "")
    .replace(/^(www|rss|feeds?|news)\.(?=[^.]+\.[^.])/, "")
    .replace(/^the\s+/, "")
    .replace(/\.(com|org|net|info|co\.uk|[a-z]{2})(\/.*)?$/, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

const WIRE_HEAD = /^[^()]{0,80}\(([^()]{2,40})\)\s*(?:\.\s*)?[-–—:.]/u;
const WIRE_TAIL = /[(［[]\s*(?:source\s*:\s*)?([^()[\]]{2,40})[)\]]\s*\.?\s*$/iu;
const SUFFIX = /^(.{12,}?)\s+[-–—|•]\s+([^-–—|•]{2,50})$/u;

/** Builds the look-up of publishers; later families win where two claim one name. */
export function publisherIndex(families: readonly PublisherFamily[]): PublisherIndex {
  const byName = new Map<string, PublisherFamily>();
  for (const family of families)
    for (const name of [family.id, family.name, ...(family.names ?? []), ...(family.hosts ?? [])])
      byName.set(publisherKey(name), family);
  const find = (name: string) => byName.get(publisherKey(name));
  const wireIn = (mark: string | undefined) => {
    for (const part of (mark ?? "").split(/[/,;+&]| and /)) {
      const family = find(part.trim());
      if (family?.kind === "wire") return family;
    }
    return undefined;
  };
  return {
    find,
    wire: (text) => wireIn(WIRE_HEAD.exec(text.slice(0, 160))?.[1]) ?? wireIn(WIRE_TAIL.exec(text.slice(-80))?.[1]),
  };
}

/**
 * The publisher that an item comes from: the wire agency whose mark it carries, the outlet behind an aggregator's title, the
 * outlet that it cites as its only source, or the one that carries it.
 */
export function provenance(item: Item, coding: Coding, index: PublisherIndex): Provenance {
  const carrier = index.find(item.publisher);
  const suffix = SUFFIX.exec(item.title);
  const named = suffix?.[2] ? index.find(suffix[2]) : undefined;
  const own = suffix?.[2] !== undefined && publisherKey(suffix[2]) === publisherKey(item.publisher);
  const aggregated = carrier?.kind === "aggregator" || item.publisher === "";
  const title = suffix?.[1] !== undefined && (own || named !== undefined || aggregated) ? suffix[1] : item.title;
  const as = (family: PublisherFamily, borrowed = false): Provenance => ({
    id: family.id,
    name: family.name,
    stateMedia: family.state === true,
    borrowed,
    title,
  });

  const wire = index.wire(item.text) ?? index.wire(item.title);
  if (wire) return as(wire);
  const report = coding.events.find((event) => event.attribution.kind === "media_report");
  const cited = report?.attribution.who === undefined ? undefined : index.find(report.attribution.who);
  if (cited && cited.kind !== "aggregator") return as(cited);
  if (aggregated) {
    if (named && named.kind !== "aggregator") return as(named);
    const id = suffix?.[2] === undefined ? "" : publisherKey(suffix[2]);
    return {
      id,
      name: id === "" ? "" : (suffix?.[2] ?? ""),
      stateMedia: item.stateMedia === true,
      borrowed: false,
      title,
    };
  }
  const borrowed = report !== undefined && coding.events.every((event) => event.attribution.kind === "media_report");
  if (carrier) return as(carrier, borrowed);
  return {
    id: publisherKey(item.publisher),
    name: item.publisher,
    stateMedia: item.stateMedia === true,
    borrowed,
    title,
  };
}
