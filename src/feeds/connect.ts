import { promises as dns } from "node:dns";
import type { LookupFunction } from "node:net";
import { Agent, buildConnector, type Dispatcher, Pool, ProxyAgent } from "undici";
import { literal, reach, usualPort } from "./address.ts";

/** Resolves a name to all its addresses. */
export type Resolve = (hostname: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

/** An address that the guard refuses, as an error that undici carries back. */
export interface Refused extends Error {
  readonly refused: string;
}

function refused(reason: string): Refused {
  return Object.assign(new Error(reason), { refused: reason });
}

/** Asks the system's resolver. */
export const resolveAll: Resolve = (hostname) => dns.lookup(hostname, { all: true, verbatim: false });

function problem(
  addresses: readonly { readonly address: string }[],
  hostname: string,
  port: string,
  allowPrivate: boolean,
): string | undefined {
  for (const { address } of addresses) {
    const where = reach(address);
    if (where === "forbidden") return `${hostname} leads to ${address}, no public address`;
    if (where === "private" && !allowPrivate) return `${hostname} leads to ${address}, a private address`;
    if (where === "public" && !usualPort(port)) return "only the ports 80, 443, 8080 and 8443 are read";
  }
  return addresses.length === 0 ? `${hostname} has no address` : undefined;
}

/**
 * The pool of kept-alive connections. Names are resolved here, every address is checked, and the connection is made to a checked address
 * and no other: a name that changes between check and connection gains nothing.
 */
export function openConnections(options: {
  readonly allowPrivate: boolean;
  readonly connectMs: number;
  readonly perHost: number;
  readonly maxHeaderBytes: number;
  readonly resolve: Resolve;
  /** Whether a host is known to be private: it may have many connections. */
  readonly isPrivate: (hostname: string) => boolean;
}): Agent {
  const { resolve } = options;

  function lookupFor(port: string): LookupFunction {
    return (hostname, lookupOptions, callback) => {
      resolve(hostname).then(
        (addresses) => {
          const reason = problem(addresses, hostname, port, options.allowPrivate);
          if (reason !== undefined) callback(refused(reason), "", 0);
          else if (lookupOptions.all)
            callback(
              null,
              addresses.map(({ address, family }) => ({ address, family })),
            );
          else callback(null, addresses[0]?.address ?? "", addresses[0]?.family ?? 4);
        },
        (error: NodeJS.ErrnoException) => callback(error, "", 0),
      );
    };
  }

  const base = { timeout: options.connectMs, autoSelectFamily: true, autoSelectFamilyAttemptTimeout: 500 };
  const usual = buildConnector({ ...base, lookup: lookupFor("") } as buildConnector.BuildOptions);
  const unusual = buildConnector({ ...base, lookup: lookupFor("other") } as buildConnector.BuildOptions);

  const connect: buildConnector.connector = (target, callback) => {
    const ip = literal(target.hostname);
    const port = usualPort(target.port) ? "" : target.port;
    const reason = ip === undefined ? undefined : problem([{ address: ip }], ip, port, options.allowPrivate);
    if (reason !== undefined) {
      callback(refused(reason), null);
      return;
    }
    (port === "" ? usual : unusual)(target, callback);
  };

  return new Agent({
    connect,
    maxHeaderSize: options.maxHeaderBytes,
    keepAliveTimeout: 5_000,
    keepAliveMaxTimeout: 15_000,
    factory(origin, poolOptions): Dispatcher {
      return new Pool(origin, {
        ...(poolOptions as Pool.Options),
        connections: options.isPrivate(new URL(origin).hostname) ? 64 : options.perHost,
      });
    },
  });
}

/** A pool through one proxy: the proxy resolves names, so only what the address itself spells has been checked. */
export function openProxy(proxy: string, connectMs: number): Dispatcher {
  return new ProxyAgent({ uri: proxy, connectTimeout: connectMs, requestTls: { timeout: connectMs } });
}
