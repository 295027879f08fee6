import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** How many states of the demo's feeds there are. */
export const POLLS = 5;

/** A sample feed as it stands at a poll (from 1): entries of later and past polls left out, times before `start` written as feeds write them. */
export function sampleAt(document: string, poll: number, start: Date): string {
  return document
    .replace(
      /<(item|entry) poll="(\d+)(?:-(\d+))?"([^>]*)>([\s\S]*?)<\/\1>\n?/g,
      (_, name: string, from: string, to: string | undefined, rest: string, inside: string) =>
        poll >= Number(from) && poll <= Number(to ?? POLLS) ? `<${name}${rest}>${inside}</${name}>\n` : "",
    )
    .replace(/\{\{-(\d+)([mhd])( iso)?\}\}/g, (_, count: string, unit: string, iso: string | undefined) => {
      const at = new Date(start.getTime() - Number(count) * (UNITS[unit] ?? 0));
      return iso ? at.toISOString() : at.toUTCString();
    });
}

/** The sample feeds on a loopback server; `turn` moves all of them to a poll. */
export interface SampleServer {
  readonly origin: string;
  turn(poll: number): void;
  close(): Promise<void>;
}

/** Serves the sample feeds with ETag and 304, as a polite publisher does. */
export async function openSampleServer(samples: ReadonlyMap<string, string>, start: Date): Promise<SampleServer> {
  let poll = 1;
  const server = createServer((request, response) => {
    const document = samples.get((request.url ?? "").replace(/^\/|\.xml$/g, ""));
    if (document === undefined) {
      response.writeHead(404).end();
      return;
    }
    const body = sampleAt(document, poll, start);
    const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
    if (request.headers["if-none-match"] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    response.writeHead(200, { "content-type": "application/xml; charset=utf-8", etag }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    turn(next) {
      poll = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
