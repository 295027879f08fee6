import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";

/** Text and the charset that it was read with. */
export interface Decoded {
  readonly text: string;
  readonly charset: string;
}

const UTF8_LOSSY = new TextDecoder("utf-8");
const CYRILLIC = new Set(["uk", "ru", "be", "bg", "mk", "sr", "kk"]);
const CENTRAL = new Set(["pl", "cs", "sk", "hu", "ro", "sl", "hr", "sq"]);
const LEGACY: Readonly<Record<string, readonly string[]>> = {
  cyrillic: ["windows-1251", "koi8-u", "cp866", "iso-8859-5"],
  central: ["windows-1250", "iso-8859-2"],
  tr: ["windows-1254"],
  el: ["windows-1253"],
  he: ["windows-1255"],
  ar: ["windows-1256"],
};

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

function marked(bytes: Uint8Array): Decoded | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { text: UTF8_LOSSY.decode(bytes), charset: "utf-8" };
  const as = (charset: string) => ({ text: iconv.decode(Buffer.from(bytes), charset), charset });
  if (a === 0xff && b === 0xfe) return as(c === 0 && d === 0 ? "utf-32le" : "utf-16le");
  if (a === 0xfe && b === 0xff) return as("utf-16be");
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return as("utf-32be");
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return as("utf-32be");
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return as("utf-32le");
  // no mark, but every other byte of the first tag is zero
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return as("utf-16be");
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return as("utf-16le");
  return undefined;
}

function strict(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return undefined;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}

/** Share of broken sequences among the non-ASCII ones of bytes that are nearly UTF-8 (a few split characters) or not at all. */
function nearlyUtf8(text: string): boolean {
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const sound = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return sound > 10 * broken;
}

function declared(bytes: Uint8Array, contentType: string | undefined): string | undefined {
  const header = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? "")?.[1];
  if (header && iconv.encodingExists(header)) return header.toLowerCase();
  const head = latin(bytes.subarray(0, 2048));
  const xml =
    /<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1] ??
    /<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1];
  return xml && iconv.encodingExists(xml) ? xml.toLowerCase() : undefined;
}

/** How much a decoding looks like running text: lower-case letters of one script score, capitals inside words and odd signs cost. */
function plausibility(text: string): number {
  const sample = text.slice(0, 20_000);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  return (
    count(/[а-яіїєґў]/g) +
    count(/[ąćęłńóśźżáčďéěíňřšťúůýžäöüßőűăâîșțşţğı]/g) +
    count(/[α-ωά-ώא-תء-ي]/g) -
    2 * count(/\p{Ll}\p{Lu}/gu) -
    2 * count(/[\u0080-\u009f\u2500-\u259f\ufffd¤¦¬±¶ЂЃЉЊЌЋЏђѓљњќћџ]/g) -
    3 * count(/[\p{Script=Latin}][\p{Script=Cyrillic}]|[\p{Script=Cyrillic}][\p{Script=Latin}]/gu)
  );
}

function guess(bytes: Uint8Array, language: string | undefined): string {
  const family = language && (CYRILLIC.has(language) ? "cyrillic" : CENTRAL.has(language) ? "central" : language);
  const expected = (family && LEGACY[family]) || undefined;
  const candidates = expected ?? [...(LEGACY.cyrillic ?? []), "windows-1252", "windows-1250"];
  const buffer = Buffer.from(bytes.subarray(0, 60_000));
  let best = "windows-1252";
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const score = plausibility(iconv.decode(buffer, candidate));
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/**
 * Decodes the whole body of a feed at once: byte order mark, then UTF-8 wherever the bytes are valid UTF-8 (a declaration that says otherwise
 * lies), then the HTTP header, the XML declaration, and last a guess by the feed's language.
 */
export function decode(bytes: Uint8Array, contentType?: string, language?: string): Decoded {
  const byMark = marked(bytes);
  if (byMark) return byMark;
  const said = declared(bytes, contentType);
  const sevenBit = said !== undefined && /^(iso-?2022|utf-?7|hz)/.test(said);
  const utf8 = sevenBit ? undefined : strict(bytes);
  if (utf8 !== undefined) return { text: utf8, charset: "utf-8" };
  if (said === undefined || /^(utf-?8|us-ascii|ascii)$/.test(said)) {
    const lossy = UTF8_LOSSY.decode(bytes);
    if (nearlyUtf8(lossy)) return { text: lossy, charset: "utf-8" };
  } else {
    const charset = /^(iso-?8859-1|latin-?1|l1)$/.test(said) ? "windows-1252" : said;
    return { text: iconv.decode(Buffer.from(bytes), charset), charset };
  }
  const charset = guess(bytes, language?.slice(0, 2));
  return { text: iconv.decode(Buffer.from(bytes), charset), charset };
}
