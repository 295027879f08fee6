const TRACKING =
  /^(utm_\w+|at_(?:medium|campaign|\w+)|oc|fbclid|gclid|dclid|yclid|msclkid|mc_[ce]id|cmpid|cmp|ref_src|xtor|ns_(?:campaign|mchannel|source|linkname|fee)|ito|smid|partner|traffic_source|src_rss|icid|wt_mc|wt_zmc|_ga|igshid|__twitter_impression)$/i;
const MAX_LENGTH = 2048;

function parsed(link: string, base?: string): URL | undefined {
  try {
    return base === undefined ? new URL(link) : new URL(link, base);
  } catch {
    return undefined;
  }
}

/** Resolves each base against the one before (feed address, channel link, xml:base of feed and entry); broken ones are passed over. */
export function toBase(bases: readonly (string | undefined)[]): string | undefined {
  let base: string | undefined;
  for (const next of bases) {
    if (next === undefined || next.trim() === "") continue;
    const url = parsed(next.trim(), base);
    if (url && /^https?:$/.test(url.protocol)) base = url.href;
  }
  return base;
}

/** An absolute http(s) address without tracking parameters and credentials, or undefined for everything else (`javascript:`, `data:`, `file:` …). */
export function toLink(link: string | undefined, base?: string): string | undefined {
  const trimmed = link?.trim();
  if (!trimmed || trimmed.length > MAX_LENGTH) return undefined;
  const url = parsed(trimmed, base);
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === "") return undefined;
  url.username = "";
  url.password = "";
  if (url.search !== "") {
    const names = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
    for (const name of names) url.searchParams.delete(name);
  }
  return url.href;
}

/** The publisher's own address inside an old-style Google News link (base64 of a small record); undefined where the link is opaque. */
export function toGoogleNewsTarget(link: string): string | undefined {
  const code = /^https:\/\/news\.google\.com\/(?:rss\/)?articles\/([\w-]{20,2000})/.exec(link)?.[1];
  if (code === undefined) return undefined;
  const bytes = Buffer.from(code, "base64url").toString("latin1");
  const found = /https?:\/\/[\x21-\x7e]+/.exec(bytes)?.[0];
  return found === undefined ? undefined : toLink(found);
}
