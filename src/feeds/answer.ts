import type { Readable } from "node:stream";
import type { Dispatcher } from "undici";
import type { Refused } from "./connect.ts";
import { namedPage } from "./pages.ts";

/** A GET that brought no document: the class of the fault, a sentence, and when to come back where the server says so. */
export interface Failed {
  readonly status: "failed";
  readonly errorClass: string;
  readonly reason: string;
  readonly retryAfterMs?: number;
  readonly gone?: boolean;
}

/** A response as undici gives it. */
export type Answer = Dispatcher.ResponseData;

const DAY = 86_400_000;

/** Makes a failure. */
export function failed(
  errorClass: string,
  reason: string,
  more: { retryAfterMs?: number; gone?: boolean } = {},
): Failed {
  return { status: "failed", errorClass, reason, ...more };
}

/** A failure as the reason of an abort. */
export function late(reason: string): Error {
  return Object.assign(new Error(reason), { late: failed("timeout", reason) });
}

/** A header's (first) value. */
export function header(answer: Answer, name: string): string | undefined {
  const value = answer.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Milliseconds of a Retry-After header (seconds or an HTTP date), from 1 s to 24 h. */
function retryAfter(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 1000), DAY);
}

/** Milliseconds that the server says its answer stays fresh (Cache-Control, else Expires). */
export function maxAge(answer: Answer, now: Date): number | undefined {
  const cacheControl = header(answer, "cache-control") ?? "";
  if (/no-(?:cache|store)/i.test(cacheControl)) return undefined;
  const seconds = /(?:^|[,\s])max-age\s*=\s*"?(\d+)/i.exec(cacheControl)?.[1];
  const age = Number(header(answer, "age") ?? 0) || 0;
  if (seconds !== undefined) return Math.max(0, Number(seconds) - age) * 1000;
  const expires = Date.parse(header(answer, "expires") ?? "");
  return Number.isNaN(expires) || expires <= now.getTime() ? undefined : Math.min(expires - now.getTime(), DAY);
}

/** Classifies an answer that is neither a document nor a redirect. */
export function refusedBy(answer: Answer, head: string, now: Date): Failed {
  const status = answer.statusCode;
  const page =
    header(answer, "cf-mitigated") === undefined
      ? namedPage(head)
      : { errorClass: "blocked", reason: "blocked by bot protection (Cloudflare)" };
  const wait = retryAfter(header(answer, "retry-after"), now);
  const rest = wait === undefined ? {} : { retryAfterMs: wait };
  if (status === 410) return failed("gone", "410: the feed has ended", { gone: true });
  if (status === 404) return failed("not_found", "404: nothing at this address");
  if (status === 429) return failed("rate_limited", "429: asked too often", rest);
  if (page && page.errorClass !== "html") return failed(page.errorClass, `${status}: ${page.reason}`, rest);
  if (status === 401 || status === 403 || status === 406 || status === 451)
    return failed("blocked", `${status}: the server refuses to answer us`, rest);
  if (status === 503 && wait !== undefined) return failed("rate_limited", "503: the server asks for rest", rest);
  if (status >= 500) return failed("server_error", `${status}: the server is in trouble`, rest);
  return failed("http_error", `${status}: no document`, rest);
}

const TLS = /^(?:ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|EPROTO|HOSTNAME_MISMATCH)/;

/** Names a network fault. */
export function faultOf(error: unknown): Failed {
  const cause = error as NodeJS.ErrnoException & Partial<Refused> & { errors?: readonly NodeJS.ErrnoException[] };
  if (cause.refused !== undefined) return failed("refused_address", cause.refused);
  const code = cause.code ?? cause.errors?.[0]?.code ?? cause.name ?? "";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN" || code === "EAI_NODATA")
    return failed("dns", `the host's name cannot be resolved (${code})`);
  if (code === "UND_ERR_CONNECT_TIMEOUT" || code === "ETIMEDOUT") return failed("timeout", "no connection in time");
  if (code === "UND_ERR_BODY_TIMEOUT") return failed("timeout", "the body stopped coming");
  if (code === "UND_ERR_HEADERS_TIMEOUT") return failed("timeout", "no answer in time");
  if (code === "UND_ERR_HEADERS_OVERFLOW") return failed("too_large", "the answer's headers are too large");
  if (TLS.test(code)) return failed("tls", `no trusted connection (${code})`);
  if (cause.name === "HTTPParserError" || code.startsWith("HPE_"))
    return failed("http_broken", "the answer is not HTTP");
  return failed("connect", `no connection (${code || String(error)})`);
}

/** Reads at most `limit` bytes; undefined where there are more. */
export async function readAll(body: Readable, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) {
      body.destroy();
      return undefined;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** Reads the beginning of a body that is only looked at. */
export async function readHead(body: Readable, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= limit) break;
    }
  } catch {
    // what came is enough
  }
  body.destroy();
  return Buffer.concat(chunks).subarray(0, limit).toString("latin1");
}
