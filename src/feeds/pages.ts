import { Parser } from "htmlparser2";

/** A page that came where a feed was due: what it is, in one sentence. */
export interface NamedPage {
  readonly errorClass: "blocked" | "consent" | "html";
  readonly reason: string;
}

const CHALLENGES: readonly (readonly [RegExp, string])[] = [
  [
    /just a moment\s*\.\.\.|_cf_chl_opt|cdn-cgi\/challenge-platform|cf-browser-verification|cf-error-details|attention required! \| cloudflare/i,
    "Cloudflare",
  ],
  [/_incapsula_resource|incapsula incident|visid_incap/i, "Incapsula"],
  [/ddos-guard|__ddg\d/i, "DDoS-Guard"],
  [/datadome|captcha-delivery\.com/i, "DataDome"],
  [/perimeterx|_pxappid|px-captcha/i, "PerimeterX"],
  [/errors\.edgesuite\.net|access denied<\/(?:title|h1)>[\s\S]{0,400}reference\s*(?:&#32;)?(?:#|&#35;)/i, "Akamai"],
  [/sucuri website firewall|sucuri_cloudproxy/i, "Sucuri"],
  [/qrator|servicepipe|imunify360|awswaf|aws-waf-token|x-amzn-waf|kasada|reblaze|stackpath/i, "a web firewall"],
  [
    /g-recaptcha|h-captcha|hcaptcha\.com|are you (?:a )?(?:human|robot)|verify (?:that )?you are human|unusual traffic from your computer/i,
    "a captcha",
  ],
];
const CONSENT =
  /consent\.(?:google|yahoo|youtube)\.|before you continue to google|bevor sie (?:zu google )?(?:weitergehen|fortfahren)|avant d['’]accéder à google|guce\.yahoo|cookie ?wall/i;

/** Where the root of a feed begins, or -1. */
export function feedRoot(text: string): number {
  return text.slice(0, 262_144).search(/<(?:[\w-]+:)?(?:rss|feed|rdf|entry|channel)(?=[\s>/])/i);
}

/** Recognises bot protection, consent and other HTML pages by their own words; undefined for what is no HTML. */
export function namedPage(text: string): NamedPage | undefined {
  const head = text.slice(0, 65_536).replace(/<!--[\s\S]*?-->/g, "");
  const html = head.search(
    /<!doctype\s+html|<html[\s>]|<head[\s>]|^\s*<(?:body|title|meta|script|center|div|h1|p)[\s>]/i,
  );
  if (html < 0) return undefined;
  const root = feedRoot(head);
  if (root >= 0 && root < html) return undefined;
  const title = /<title[^>]*>([^<]{0,200})/i.exec(head)?.[1]?.replace(/\s+/g, " ").trim();
  for (const [pattern, who] of CHALLENGES)
    if (pattern.test(head)) return { errorClass: "blocked", reason: `blocked by bot protection (${who})` };
  if (CONSENT.test(head)) return { errorClass: "consent", reason: "a consent page came instead of the feed" };
  return {
    errorClass: "html",
    reason: `a web page came instead of a feed${title ? ` ("${title.slice(0, 80)}")` : ""}`,
  };
}

/** Addresses of feeds that a web page names in its head (`<link rel="alternate">`), absolute. */
export function discoverFeeds(html: string, address: string): readonly string[] {
  const found = new Set<string>();
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name !== "link" || !/\balternate\b/i.test(attributes.rel ?? "")) return;
      if (
        !/^(?:application\/(?:rss|atom|rdf)\+xml|application\/(?:feed\+)?json|text\/xml)/i.test(attributes.type ?? "")
      )
        return;
      const href = attributes.href;
      if (href !== undefined && URL.canParse(href, address) && found.size < 20) found.add(new URL(href, address).href);
    },
  });
  parser.write(html.slice(0, 262_144));
  parser.end();
  return [...found].filter((url) => /^https?:/.test(url) && !/wp-json|oembed/.test(url));
}
