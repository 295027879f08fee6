const TRACKER =
  /^(?:amp;)?(?:utm_\w+|mtm_\w+|pk_\w+|fbclid|gclid|gbraid|wbraid|dclid|yclid|ymclid|msclkid|twclid|igshid|mc_[ce]id|_openstat|rpop|cmpid|cmp|ncid|ref|ref_src|ref_url|referrer|\w+_hp_ref|at_\w+|ns_\w+|ocid|xtor|wt_(?:mc|zmc)|guccounter|guce_referrer\w*|smid|partner|traffic_source|__twitter_impression|feedtype|feedname)$/i;

/**
 * One spelling for all addresses of a page: lower-case host without `www.`, `m.`, `amp.`, no protocol, fragment, known trackers or
 * AMP ending, the query in order. Undefined where the address is none of a page: a site's front page, or no web address at all.
 */
export function canonicalLink(address: string): string | undefined {
  const text = address.trim();
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") return undefined;
  const host = url.hostname.replace(/\.$/, "").replace(/^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)/, "");
  const port = url.port === "" ? "" : `:${url.port}`;
  const path = url.pathname
    .replace(/\/amp\/?$/i, "")
    .replace(/\.amp(?:\.html)?$/i, "")
    .replace(/\/{2,}/g, "/")
    .replace(/\/$/, "");
  const query = [...url.searchParams]
    .filter(
      ([name, value]) =>
        !TRACKER.test(name) && !(/^(?:amp|outputtype)$/i.test(name) && /^(?:|1|amp|true)$/i.test(value)),
    )
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort();
  if (path === "" && query.length === 0) return undefined;
  return `${host}${port}${path}${query.length === 0 ? "" : `?${query.join("&")}`}`;
}
