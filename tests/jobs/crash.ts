import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { openStore } from "../../src/store/index.ts";
import { feed, subscription } from "../store/values.ts";

/** What a run of kills left: everything told that should be, and how often. */
export interface Wreck {
  readonly kills: number;
  /** "chat kind alert.revision" that never arrived. */
  readonly lost: readonly string[];
  /** What arrived more than once on the platform with an idempotency key. */
  readonly doubledWithKey: readonly string[];
  /** What arrived more than once on the other platform, and was not marked as perhaps arrived. */
  readonly doubledUnmarked: readonly string[];
  /** What arrived more than once there, marked: the lost-answer case. */
  readonly doubledMarked: readonly string[];
  /** Cards whose last words are not those of the last revision. */
  readonly stale: readonly string[];
}

/** Each process finds so many new alerts in the feed, one more at every reading, and some later turns of old ones. */
const ALERTS_EACH = 3;
const CHATS = ["telegram:1", "telegram:2", "discord:1", "discord:2"];

/** Numbers from a seed, 0 to 1. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A feed that grows with every reading, and two platforms: `discord` honours a key, `telegram` has none; answers take a moment. */
async function openPeer(random: () => number, processes: number) {
  const titles: string[] = [];
  for (let n = 0; n < processes * ALERTS_EACH; n += 1) titles.push(`a${n}.1`, ...(n % 3 === 2 ? [`a${n - 2}.2`] : []));
  let stage = 0;
  let released = 0;
  const ready = () => Math.ceil((titles.length * stage) / processes);
  let count = 0;
  const arrived: { readonly chat: string; readonly text: string }[] = [];
  const byKey = new Map<string, string>();
  const cards = new Map<string, string>();
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += String(chunk);
    });
    request.on("end", () => {
      const answer = (value: unknown) => response.end(JSON.stringify(value));
      if (request.url === "/feed") {
        released = Math.min(released + 1, ready());
        return answer(titles.slice(0, released));
      }
      if (request.url === "/done") return answer(released === ready());
      const sent = JSON.parse(body) as { chat: string; text: string; nonce?: string; messageId?: string };
      const delay = Math.floor(random() * 25);
      if (request.url === "/edit") {
        cards.set(`${sent.chat} ${sent.messageId}`, sent.text);
        return setTimeout(() => answer({ status: "sent", messageId: sent.messageId }), delay);
      }
      const known = sent.nonce === undefined ? undefined : byKey.get(`${sent.chat} ${sent.nonce}`);
      const messageId = known ?? `m${++count}`;
      if (known === undefined) {
        arrived.push({ chat: sent.chat, text: sent.text });
        cards.set(`${sent.chat} ${messageId}`, sent.text);
        if (sent.nonce !== undefined) byKey.set(`${sent.chat} ${sent.nonce}`, messageId);
      }
      return setTimeout(() => answer({ status: "sent", messageId }), delay);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    titles,
    arrived,
    cards,
    /** Lets the feed grow further. */
    grow: () => {
      stage += 1;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const child = (task: object) =>
  spawn(
    process.execPath,
    ["--import", "tsx", new URL("crash-child.ts", import.meta.url).pathname, JSON.stringify(task)],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );

const ended = (process: ReturnType<typeof child>) =>
  new Promise<number | null>((resolve) => process.once("exit", (code) => resolve(code)));

/** Runs the bot's way from feed to chat while it is killed: at each of `points` once, then `kills` times at random moments; then in peace to the end. */
export async function wreck(points: readonly string[], kills: number, seed: number): Promise<Wreck> {
  const random = seeded(seed);
  const folder = mkdtempSync(join(tmpdir(), "crash-"));
  const file = join(folder, "bot.db");
  const peer = await openPeer(random, points.length + kills + 1);
  try {
    const store = openStore(file);
    await store.saveFeeds([feed("a")], new Date());
    await store.settleFeed("a", { firstContact: false }, new Date());
    for (const chat of CHATS) await store.subscribe(subscription(chat));
    await store.close();

    let done = 0;
    for (const point of points) {
      peer.grow();
      const nth = 1 + Math.floor(random() * 3);
      if ((await ended(child({ file, peer: peer.url, point, nth }))) === null) done += 1;
    }
    for (let kill = 0; kill < kills; kill += 1) {
      peer.grow();
      const process = child({ file, peer: peer.url });
      const exit = ended(process);
      // from right after the store is open to the middle of the work
      const wait = random() * 500;
      process.stdout.once("data", () => setTimeout(() => process.kill("SIGKILL"), wait));
      if ((await exit) === null) done += 1;
    }
    peer.grow();
    const last = await ended(child({ file, peer: peer.url }));
    if (last !== 0) throw new Error(`the last run ended with ${last}`);

    const db = new Sqlite(file, { readonly: true });
    const rows = db
      .prepare("select chat, kind, alert, revision, uncertain, message from delivery where state = 'sent'")
      .all() as {
      chat: string;
      kind: string;
      alert: string;
      revision: number;
      uncertain: number;
      message: string;
    }[];
    const unsettled = db.prepare("select count(*) as n from delivery where state = 'pending'").get() as { n: number };
    db.close();
    if (unsettled.n > 0) throw new Error(`${unsettled.n} deliveries are not settled`);

    const told = new Map<string, number>();
    for (const { chat, text } of peer.arrived) told.set(`${chat} ${text}`, (told.get(`${chat} ${text}`) ?? 0) + 1);
    const marked = new Set(
      rows.filter((row) => row.uncertain === 1).map((row) => `${row.chat} ${row.kind} ${row.alert}.${row.revision}`),
    );
    const has = (chat: string, alert: string) =>
      [...told.keys()].some((key) => key.startsWith(`${chat} `) && key.endsWith(` ${alert}`));
    // a first revision may be told in the words of the second, where it had not left yet
    const lost = CHATS.flatMap((chat) =>
      peer.titles
        .filter((title) => !has(chat, title) && !(title.endsWith(".1") && has(chat, title.replace(".1", ".2"))))
        .map((title) => `${chat} ${title}`),
    );
    const twice = [...told].filter(([, times]) => times > 1).map(([key]) => key);
    const stale = rows
      .filter((row) => row.kind === "send" && peer.titles.includes(`${row.alert}.2`))
      .filter((row) => !peer.cards.get(`${row.chat} ${row.message}`)?.endsWith(`${row.alert}.2`))
      .map((row) => `${row.chat} ${row.alert}`);
    return {
      kills: done,
      lost,
      doubledWithKey: twice.filter((key) => key.startsWith("discord:")),
      doubledUnmarked: twice.filter((key) => key.startsWith("telegram:") && !marked.has(key)),
      doubledMarked: twice.filter((key) => key.startsWith("telegram:") && marked.has(key)),
      stale,
    };
  } finally {
    peer.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
