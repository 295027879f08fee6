import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { Store } from "../../src/core/ports.ts";
import { openStore } from "../../src/store/index.ts";
import { wreck } from "../jobs/crash.ts";
import {
  alert,
  coding,
  irrelevant,
  item,
  outcome,
  plus,
  shift,
  stance,
  story,
  subscription,
  telling,
} from "../store/values.ts";

const ACTORS = ["GB", "FR", "DE", "PL", "TR", "US", "EU", "RU", "UN", "IT", "ES", "CA"];
const PLACES = ["UA", "PS", "ML", "CD", "HT", "XK", "LB", "SD", "SO", "MD"];
/** Thirty thousand items a day. */
const STEP_MS = 2880;

const megabytes = () => Math.round(process.memoryUsage().rss / 1e6);

async function inFile<T>(work: (store: Store, file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const file = join(folder, "bench.db");
  const store = openStore(file);
  try {
    return await work(store, file);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

/** Processor time of a piece of work, in µs: other load on the machine does not count. */
async function cost(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** Takes in one item of thirty thousand a day: one in fifty is on topic, one in a thousand an alert. */
async function takeIn(store: Store, n: number): Promise<void> {
  const now = plus(n * STEP_MS);
  const actor = ACTORS[n % ACTORS.length] ?? "GB";
  const place = PLACES[n % PLACES.length] ?? "UA";
  const one = item(`i${n}`, {
    title: `General news number ${n} about this and that`,
    text: `${"Lorem ipsum dolor sit amet ".repeat(6)}${n}`,
    guid: `g${n}`,
    published: now,
    firstSeen: now,
  });
  await store.sight(one);
  if (n % 50 !== 0) return store.record(outcome({ item: one, coding: irrelevant }), now);
  const coded = coding({ actors: [actor], places: [place] });
  const { stories } = await store.context(one, coded, now);
  const terms = Array.from({ length: 40 }, (_, k) => `t${(n * 7 + k * 13) % 3000}`);
  const fresh = story(`s${n}`, { actors: [actor], places: [place], firstAt: now, lastAt: now, terms });
  const known = n % 200 === 0 ? undefined : stories[0];
  const told = alert({ id: `a${n}`, story: fresh.id, at: now, shifts: [{ ...shift, actor, place }] });
  return store.record(
    outcome({
      item: one,
      coding: coded,
      story: known ? { ...known, lastAt: now } : fresh,
      stances: [stance({ actor, place, since: now, item: one.id })],
      ...(n % 1000 === 0 ? { alert: told } : {}),
    }),
    now,
  );
}

/** What an item costs as the store grows to so many. */
export async function growth(items: number): Promise<void> {
  await inFile(async (store) => {
    let n = 0;
    const some = async (count: number) => {
      for (const end = n + count; n < end; ) await takeIn(store, ++n);
    };
    await some(5000);
    const first = (await cost(() => some(10_000))) / 10_000;
    await some(items - n - 10_000);
    const last = (await cost(() => some(10_000))) / 10_000;
    console.log(
      `store: ${first.toFixed(0)} µs an item at 10,000 items, ${last.toFixed(0)} µs at ${n.toLocaleString("en")}, ${megabytes()} MB resident`,
    );
  });
}

/** What claiming costs beside few and beside a million settled deliveries, and what a wide fan-out costs. */
export async function deliveries(): Promise<void> {
  await inFile(async (store, file) => {
    for (let n = 0; n < 2000; n += 1) await store.subscribe(subscription(`telegram:${n}`));
    const now = plus(0);
    const claims = async (id: string) => {
      const out = await cost(() => store.record(telling({ id }), now));
      let spent = 0;
      let count = 0;
      for (;;) {
        let found: Awaited<ReturnType<Store["claim"]>> = [];
        spent += await cost(async () => {
          found = await store.claim("telegram", now, 60_000, 32);
        });
        if (found.length === 0) break;
        count += 1;
        for (const one of found) await store.settle(one.id, { status: "sent", messageId: `m${one.id}` }, now);
      }
      return { out, claim: spent / count };
    };
    await claims("warm");
    const few = await claims("few");
    const db = new Sqlite(file);
    db.exec(`with recursive n (i) as (select 1 union all select i + 1 from n where i < 1000000)
      insert into delivery (platform, chat, alert, revision, kind, state, priority, head, not_before, nonce, created_at, settled_at)
      select 'telegram', 'telegram:' || (i % 2000), 'old' || i, 1, 'send', 'sent', 3, 0, 0, 'n' || i, 0, 1 from n`);
    db.close();
    await claims("warm again");
    const many = await claims("many");
    console.log(
      `outbox: a claim of 32 costs ${few.claim.toFixed(0)} µs beside 4,000 settled deliveries, ${many.claim.toFixed(0)} µs beside 1,000,000 (ratio ${(many.claim / few.claim).toFixed(2)}); a fan-out to 2,000 chats ${(few.out / 1000).toFixed(0)} ms`,
    );
    const before = megabytes();
    for (let n = 0; n < 50; n += 1) await store.record(telling({ id: `w${n}` }), now);
    console.log(
      `outbox: ${before} MB resident with nothing waiting, ${megabytes()} MB with 100,000 deliveries waiting`,
    );
  });
}

/** Kills the bot at random, again and again. */
export async function kills(count: number): Promise<void> {
  const seed = Math.floor(Math.random() * 2 ** 32);
  const { doubledMarked, ...left } = await wreck([], count, seed);
  const found = left.lost.length + left.doubledWithKey.length + left.doubledUnmarked.length + left.stale.length;
  console.log(
    `kills: ${left.kills} of ${count} (seed ${seed}): ${left.lost.length} alerts lost, ${left.doubledWithKey.length + left.doubledUnmarked.length} doubled, ${left.stale.length} cards stale, ${doubledMarked.length} told twice after a lost answer`,
  );
  if (found > 0) process.exitCode = 1;
}
