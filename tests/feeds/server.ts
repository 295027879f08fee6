import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Feed, FeedReader, FeedReading, FeedState } from "../../src/core/ports.ts";

/** A server of the test's own on loopback, with what it was asked. */
export interface Misbehaving {
  readonly origin: string;
  readonly asked: readonly IncomingMessage[];
  close(): Promise<void>;
}

/** Starts a loopback server; `answer` may do anything to the response. */
export async function serve(
  answer: (request: IncomingMessage, response: ServerResponse, count: number) => void,
): Promise<Misbehaving> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    answer(request, response, asked.length);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The time of every test. */
export const NOW = new Date("2026-11-24T12:00:00Z");

/** Some minutes after `NOW`. */
export function later(minutes: number): Date {
  return new Date(NOW.getTime() + minutes * 60_000);
}

/** A feed of an invented outlet. */
export function feedAt(url: string, more: Partial<Feed> = {}): Feed {
  return { id: "example", url, publisher: "Example Daily", language: "en", ...more };
}

/** What is remembered of a feed that was never read. */
export const FRESH: FeedState = { errors: 0, notBefore: NOW, firstContact: true };

/** An RSS document with these entries inside its channel. */
export function rss(inside: string, channel = ""): string {
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Example</title><link>https://daily.example/</link>${channel}${inside}</channel></rss>`;
}

/** One entry of an RSS document. */
export function entry(
  title: string,
  link = `/${title.replace(/\W+/g, "-")}`,
  more = "<pubDate>Tue, 24 Nov 2026 10:00:00 GMT</pubDate>",
): string {
  return `<item><title>${title}</title><link>${link}</link>${more}</item>`;
}

/** Polls a feed several times, carrying the state along as the poller does. */
export async function polls(
  reader: FeedReader,
  feed: Feed,
  times: readonly Date[],
  start: FeedState = FRESH,
): Promise<{ readonly readings: FeedReading[]; readonly state: FeedState }> {
  let state = start;
  const readings: FeedReading[] = [];
  for (const now of times) {
    const reading = await reader.read(feed, state, now);
    readings.push(reading);
    state = { ...state, ...reading.state };
  }
  return { readings, state };
}

/** The titles of what was read; the class of the failure where nothing was. */
export function titles(reading: FeedReading | undefined): readonly string[] {
  if (reading?.status === "read") return reading.items.map((item) => item.title);
  return [reading?.status === "failed" ? `failed: ${reading.errorClass}` : String(reading?.status)];
}
