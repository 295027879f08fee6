import { createHash } from "node:crypto";
import type { Dispatcher } from "undici";
import { literal, reach, refusal } from "./address.ts";
import {
  type Answer,
  type Failed,
  failed,
  faultOf,
  header,
  late,
  maxAge,
  readAll,
  readHead,
  refusedBy,
} from "./answer.ts";
import { unpackBody } from "./body.ts";
import { openConnections, openProxy, type Resolve, resolveAll } from "./connect.ts";
import { openPoliteness } from "./politeness.ts";

/** What a GET may cost: times in milliseconds, sizes in bytes. */
export interface Limits {
  readonly connectMs: number;
  readonly firstByteMs: number;
  readonly stallMs: number;
  readonly totalMs: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly headerBytes: number;
  readonly hops: number;
  readonly gapMs: number;
  readonly maxWaitMs: number;
  readonly perHost: number;
}

/** What the reader allows a server unless told otherwise. */
const LIMITS: Limits = {
  connectMs: 10_000,
  firstByteMs: 20_000,
  stallMs: 10_000,
  totalMs: 40_000,
  packedBytes: 6_000_000,
  bytes: 10_000_000,
  headerBytes: 16_384,
  hops: 5,
  gapMs: 2_000,
  maxWaitMs: 20_000,
  perHost: 2,
};

const USER_AGENT = "Shiftwire/0.1 (feed reader)";
const ACCEPT =
  "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";

/** One GET: validators exactly as they were received, and how this feed wants to be asked. */
interface Ask {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly userAgent?: string | undefined;
  readonly proxy?: string | undefined;
  readonly now: Date;
}

interface Fresh {
  readonly etag?: string;
  readonly lastModified?: string;
  /** How long the server says that its answer stays fresh. */
  readonly maxAgeMs?: number;
  /** Where the address has moved for good, as this one answer says. */
  readonly moved?: string;
}

/** What became of a GET. `deferred`: the host is to be left alone for now, nothing was asked. */
export type Fetched =
  | (Fresh & {
      readonly status: "ok";
      readonly url: string;
      readonly bytes: Buffer;
      readonly hash: string;
      readonly contentType?: string;
    })
  | (Fresh & { readonly status: "not_modified" })
  | { readonly status: "deferred"; readonly deferredMs: number }
  | Failed;

/** Gets documents politely and safely. */
export interface Fetcher {
  get(address: string, ask: Ask): Promise<Fetched>;
  close(): Promise<void>;
}

/**
 * Opens the pool that all feeds share. `allowPrivate` lifts the rules on addresses, ports and politeness for private addresses.
 * Nothing that a server does makes `get` throw.
 */
export function openFetcher(options: {
  readonly allowPrivate: boolean;
  readonly limits?: Partial<Limits>;
  readonly userAgent?: string;
  readonly resolve?: Resolve;
  /** Keeps the rules of politeness for private addresses too. */
  readonly politeEverywhere?: boolean;
}): Fetcher {
  const limits = { ...LIMITS, ...options.limits };
  const resolve = options.resolve ?? resolveAll;
  const privateNames = new Map<string, boolean>();
  const agent = openConnections({
    allowPrivate: options.allowPrivate,
    connectMs: limits.connectMs,
    perHost: limits.perHost,
    maxHeaderBytes: limits.headerBytes,
    resolve,
    isPrivate(hostname) {
      const ip = literal(hostname);
      return options.allowPrivate && (ip === undefined ? privateNames.get(hostname) === true : reach(ip) === "private");
    },
  });
  const proxies = new Map<string, Dispatcher>();
  const politeness = openPoliteness({ gapMs: limits.gapMs, connections: limits.perHost, maxWaitMs: limits.maxWaitMs });

  function through(proxy: string | undefined): Dispatcher {
    if (proxy === undefined) return agent;
    const known = proxies.get(proxy) ?? openProxy(proxy, limits.connectMs);
    proxies.set(proxy, known);
    return known;
  }

  /** Whether a host is private, and so needs no politeness; asked of the resolver once a name, and only where private feeds are allowed. */
  async function exempt(url: URL): Promise<boolean> {
    if (!options.allowPrivate || options.politeEverywhere) return false;
    const ip = literal(url.hostname);
    if (ip !== undefined) return reach(ip) === "private";
    const known = privateNames.get(url.hostname);
    if (known !== undefined) return known;
    const addresses = await resolve(url.hostname).catch(() => []);
    const found = addresses.length > 0 && addresses.every(({ address }) => reach(address) === "private");
    if (addresses.length > 0) privateNames.set(url.hostname, found);
    return found;
  }

  async function request(url: URL, ask: Ask, signal: AbortSignal): Promise<Answer> {
    const headers: Record<string, string> = {
      "user-agent": ask.userAgent ?? options.userAgent ?? USER_AGENT,
      accept: ACCEPT,
      "accept-encoding": "gzip, deflate, br",
    };
    if (ask.etag !== undefined) headers["if-none-match"] = ask.etag;
    if (ask.lastModified !== undefined) headers["if-modified-since"] = ask.lastModified;
    const call = () =>
      through(ask.proxy).request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: "GET",
        headers,
        signal,
        headersTimeout: 0,
        bodyTimeout: limits.stallMs,
      });
    try {
      return await call();
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      // a kept-alive connection that the server had just closed says nothing about the server
      if (!signal.aborted && (code === "UND_ERR_SOCKET" || code === "ECONNRESET")) return await call();
      throw error;
    }
  }

  async function take(answer: Answer, url: URL, fresh: Fresh): Promise<Fetched> {
    const length = Number(header(answer, "content-length") ?? 0);
    const packed = length > limits.packedBytes ? undefined : await readAll(answer.body, limits.packedBytes);
    if (packed === undefined) {
      answer.body.destroy();
      return failed("too_large", `the body is larger than ${limits.packedBytes} bytes`);
    }
    const unpacked = await unpackBody(packed, header(answer, "content-encoding"), limits.bytes);
    if (unpacked.status === "too_large")
      return failed("too_large", `the unpacked body is larger than ${limits.bytes} bytes`);
    if (unpacked.status === "broken") return failed("bad_encoding", unpacked.reason);
    const contentType = header(answer, "content-type");
    const hash = createHash("sha256").update(unpacked.bytes).digest("base64url").slice(0, 22);
    return {
      status: "ok",
      url: url.href,
      bytes: unpacked.bytes,
      hash,
      ...(contentType === undefined ? {} : { contentType }),
      ...fresh,
    };
  }

  function freshOf(answer: Answer, now: Date, moved: string | undefined): Fresh {
    const etag = header(answer, "etag");
    const lastModified = header(answer, "last-modified");
    const maxAgeMs = maxAge(answer, now);
    return {
      ...(etag === undefined ? {} : { etag }),
      ...(lastModified === undefined ? {} : { lastModified }),
      ...(maxAgeMs === undefined ? {} : { maxAgeMs }),
      ...(moved === undefined ? {} : { moved }),
    };
  }

  type Hop = { readonly status: "hop"; readonly to: URL; readonly permanent: boolean };

  /** One request of the chain, with its own first-byte clock; `limit` is the clock of the whole GET. */
  async function hop(url: URL, ask: Ask, limit: AbortSignal, moved: string | undefined): Promise<Fetched | Hop> {
    const firstByte = new AbortController();
    const timer = setTimeout(() => firstByte.abort(late("no answer in time")), limits.firstByteMs);
    const signal = AbortSignal.any([firstByte.signal, limit]);
    try {
      const answer = await request(url, ask, signal);
      clearTimeout(timer);
      // a body that is given up tells of it, and nobody else listens
      answer.body.on("error", () => undefined);
      const status = answer.statusCode;
      if (status === 304) {
        await answer.body.dump();
        return { status: "not_modified", ...freshOf(answer, ask.now, moved) };
      }
      const location = header(answer, "location");
      if (status >= 300 && status < 400 && location !== undefined) {
        await answer.body.dump({ limit: 65_536 });
        if (!URL.canParse(location, url.href)) return failed("http_error", `${status}: redirect to no address`);
        const to = new URL(location, url);
        to.hash = "";
        return { status: "hop", to, permanent: status === 301 || status === 308 };
      }
      if (status === 204 || status === 205) return failed("empty", `${status}: no document`);
      if (status < 200 || status >= 300) {
        const problem = refusedBy(answer, await readHead(answer.body, 32_768), ask.now);
        if (problem.retryAfterMs !== undefined && !(await exempt(url))) politeness.rest(url.host, problem.retryAfterMs);
        return problem;
      }
      if (header(answer, "cf-mitigated") !== undefined) {
        answer.body.destroy();
        return failed("blocked", "blocked by bot protection (Cloudflare)");
      }
      return await take(answer, url, freshOf(answer, ask.now, moved));
    } catch (error) {
      return signal.aborted ? ((signal.reason as { readonly late?: Failed }).late ?? faultOf(error)) : faultOf(error);
    } finally {
      clearTimeout(timer);
    }
  }

  async function follow(start: URL, ask: Ask, limit: AbortSignal): Promise<Fetched> {
    const seen = new Set<string>();
    let url = start;
    let permanent = true;
    for (let hops = 0; ; hops += 1) {
      const why = refusal(url, options.allowPrivate);
      if (why !== undefined)
        return failed(hops === 0 ? "refused_url" : "refused_address", hops === 0 ? why : `redirect refused: ${why}`);
      if (seen.has(url.href)) return failed("redirect_loop", "the redirects run in a circle");
      if (hops > limits.hops) return failed("redirect_loop", `more than ${limits.hops} redirects`);
      seen.add(url.href);
      const result = await hop(url, ask, limit, permanent && hops > 0 ? url.href : undefined);
      if (result.status !== "hop") return result;
      permanent = permanent && result.permanent;
      url = result.to;
    }
  }

  return {
    async get(address, ask) {
      if (!URL.canParse(address)) return failed("refused_url", "this is no address");
      const url = new URL(address);
      url.hash = "";
      const why = refusal(url, options.allowPrivate);
      if (why !== undefined) return failed("refused_url", why);
      const turn = (await exempt(url)) ? undefined : await politeness.turn(url.host);
      if (turn?.status === "deferred") return turn;
      const total = new AbortController();
      const timer = setTimeout(() => total.abort(late("the document did not come in time")), limits.totalMs);
      try {
        return await follow(url, ask, total.signal);
      } finally {
        clearTimeout(timer);
        turn?.leave();
      }
    },
    async close() {
      await Promise.all([agent.destroy(), ...[...proxies.values()].map((proxy) => proxy.destroy())]);
    },
  };
}
