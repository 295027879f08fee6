import { createHash } from "node:crypto";
import { canonicalLink } from "../core/link.ts";
import type { Item } from "../core/model.ts";

/** 64 bits of a hash, as SQLite's integers are. */
function hash(text: string): bigint {
  return createHash("sha1").update(text).digest().readBigInt64BE(0);
}

/** A title as it is compared: letters and digits only, without a leading "UPDATE 2 -" or "BREAKING:". */
function plainTitle(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^(?:update|refile|correct(?:ed|ion)|breaking|wrapup|live|video)(?:\s+\d+)?\s*[-–—:|]\s*/u, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The key of a page's address, if it is one. */
export function linkKey(address: string | undefined): bigint | undefined {
  const link = address === undefined ? undefined : canonicalLink(address);
  return link === undefined ? undefined : hash(`link ${link}`);
}

/** The key of an item's own name. */
export function idKey(id: string): bigint {
  return hash(`id ${id}`);
}

/** What tells that two entries are one item, best first: link, guid, and only where it has neither, title and publisher. */
export function identities(item: Item): readonly bigint[] {
  const link = linkKey(item.url);
  // a guid that is the link says nothing new
  const own = item.guid !== undefined && item.guid !== "" && !(link !== undefined && item.guid === item.url);
  const guid = own ? hash(`guid ${item.feed} ${item.guid}`) : undefined;
  const found = [link, guid].filter((key) => key !== undefined);
  if (found.length > 0) return found;
  const title = plainTitle(item.title);
  return title === "" ? [] : [hash(`title ${item.publisher || item.feed} ${title}`)];
}

/** The key of one version of an item: the same words seen again, in whichever feed, are no change. */
export function contentKey(id: string, item: Pick<Item, "title" | "text">): bigint {
  return hash(`content ${id} ${plainTitle(item.title)} ${plainTitle(item.text)}`);
}
