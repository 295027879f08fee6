import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openConsole, TERMINAL } from "./chats/console.ts";
import { everything } from "./core/filter.ts";
import type { Feed } from "./core/ports.ts";
import { readSamples } from "./data.ts";
import { openReader } from "./feeds/reader.ts";
import { openHouse } from "./house.ts";
import { openDeliver } from "./jobs/deliver.ts";
import { openPoll } from "./jobs/poll.ts";
import { openLog } from "./log.ts";
import { openStore } from "./store/index.ts";

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

/** What happens at each poll, said before it. */
const SCENES = [
  "First contact with six feeds: what is there already is kept, and alerts nobody.",
  "One outlet has news of an anonymous source; another carries a copy of it.",
  "The same from other newsrooms, in Ukrainian, French and German.",
  "Two other governments speak: one as before, one anew. A sixth outlet follows.",
  "One of the holders denies it.",
];
const PAUSE_MS = 1200;
// commands that are piped in are answered; a pipe that stays open is not waited for
const PIPE_MS = 1500;

/** The catalogue entries of the sample feeds: names and languages as the documents give them. */
function sampleFeeds(samples: ReadonlyMap<string, string>, origin: string): readonly Feed[] {
  return [...samples].map(([id, document]) => ({
    id,
    url: `${origin}/${id}.xml`,
    publisher: /<title>([^<]+)/.exec(document)?.[1] ?? id,
    language: /(?:<(?:dc:)?language>|xml:lang=")([a-z]{2})/.exec(document)?.[1] ?? "en",
  }));
}

/** Where the demo reads commands and writes cards. */
export interface Stage {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/**
 * Plays the sample feeds through the real product: loopback server, poller, store in a temporary file, terminal chat that is told of everything.
 * Then the terminal stays a chat; without a person at it, the demo ends by itself.
 */
export async function demo(stage: Stage = { input: process.stdin, output: process.stdout }): Promise<void> {
  const { input, output } = stage;
  const person = input.isTTY === true;
  const now = () => new Date();
  const log = openLog({ level: "warn", pretty: true, secrets: [], write: (text) => void process.stderr.write(text) });
  const folder = mkdtempSync(join(tmpdir(), "shiftwire-demo-"));
  const samples = readSamples();
  const server = await openSampleServer(samples, now());
  const store = openStore(join(folder, "demo.db"));
  const reader = openReader({ allowPrivate: true, floorMs: 1000, log });
  const platform = openConsole({ input, output, colour: output.isTTY === true, interactive: person, language: "en" });
  try {
    const house = await openHouse({ store, log, now });
    const feeds = sampleFeeds(samples, server.origin);
    await store.saveFeeds(feeds, now());
    await store.subscribe(everything("1", TERMINAL, now()));
    const poll = openPoll({ store, reader, take: house.take, log, now, intervalMs: 1000 });
    const deliver = openDeliver({ store, platform, render: house.render, log, now });
    for (const [index, scene] of SCENES.entries()) {
      output.write(`\n── Poll ${index + 1} of ${SCENES.length} ── ${scene}\n`);
      server.turn(index + 1);
      for (const feed of feeds) await store.settleFeed(feed.id, { notBefore: now() }, now());
      await poll.tick();
      await poll.idle();
      await deliver.run();
      if (person && index < SCENES.length - 1) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    output.write(
      "\n── The play is over; this terminal is a chat now. Try /context Ukraine, /latest, /why, /help; Ctrl-D ends it.\n",
    );
    await platform.start(house.answer, house.hooks);
    await (person
      ? platform.ended
      : Promise.race([platform.ended, new Promise((resolve) => setTimeout(resolve, PIPE_MS))]));
    await platform.stop();
    await poll.stop();
    await deliver.stop();
  } finally {
    await reader.close();
    await server.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
