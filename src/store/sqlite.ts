import { chmodSync, closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import type { Store } from "../core/ports.ts";
import { freshSettings } from "../core/settings.ts";
import { alertsIn } from "./alerts.ts";
import { chatsIn } from "./chats.ts";
import { fanout } from "./fanout.ts";
import { feedsIn } from "./feeds.ts";
import { itemsIn } from "./items.ts";
import { lockFor } from "./lock.ts";
import { migrate } from "./migrations.ts";
import { operatorIn } from "./operator.ts";
import { outboxIn } from "./outbox.ts";
import { stancesIn } from "./stances.ts";
import { storiesIn } from "./stories.ts";
import { openUnits } from "./units.ts";

const DAY = 86_400_000;
const SETTLED_DAYS = 30;
const MESSAGE_DAYS = 400;
/** Pruning goes in steps of so many rows, so that nothing else waits long. */
const PRUNE_STEP = 500;

/** How a database is opened: `owner` is the one bot that may run on it, `beside` a tool that looks or copies while it runs. */
export interface SqliteOptions {
  readonly as?: "owner" | "beside";
}

function connect(file: string): Sqlite.Database {
  try {
    if (file !== ":memory:") {
      mkdirSync(dirname(file), { recursive: true });
      // made by us first, so that nobody else may read it
      closeSync(openSync(file, "a", 0o600));
      chmodSync(file, 0o600);
    }
    const db = new Sqlite(file, { timeout: 5000 });
    db.pragma("journal_mode = wal");
    db.pragma("synchronous = normal");
    db.pragma("cache_size = -32000");
    // pages that many items touch are written back once
    db.pragma("wal_autocheckpoint = 4000");
    db.pragma("temp_store = memory");
    return db;
  } catch (cause) {
    const why = /not a database|malformed/i.test(String(cause))
      ? "it is damaged, or no database of Shiftwire: restore a backup, or move it away"
      : "check that its folder exists and may be written";
    throw new Error(`The database ${file} cannot be opened: ${why}.`, { cause });
  }
}

/** Opens the store in one SQLite file (or `:memory:`); throws one clear sentence where that is not possible. */
export function openSqlite(file: string, options: SqliteOptions = {}): Store {
  const owner = file !== ":memory:" && options.as !== "beside";
  if (!owner && file !== ":memory:" && !existsSync(file)) throw new Error(`There is no database ${file} yet.`);
  const db = connect(file);
  let lock: { close(): void } | undefined;
  try {
    if (owner) lock = lockFor(file);
    migrate(db);
  } catch (cause) {
    lock?.close();
    db.close();
    if (cause instanceof Sqlite.SqliteError)
      throw new Error(`The database ${file} cannot be read: ${cause.message}.`, { cause });
    throw cause;
  }
  const items = itemsIn(db);
  const stories = storiesIn(db);
  const stances = stancesIn(db);
  const alerts = alertsIn(db);
  const chats = chatsIn(db);
  const feeds = feedsIn(db);
  const outbox = outboxIn(db, alerts);
  const operator = operatorIn(db);
  if (owner) outbox.resume();

  const { unit, light, ending, ask, flush } = openUnits(db);
  const move = (from: string, to: string, now: Date) => {
    for (const [old, name] of chats.move(from, to)) outbox.move(old, name, now);
  };

  return {
    sight: (item) => ask(() => items.sight(item)),
    context: (item, coding, now) =>
      ask(() => {
        const near = stories.near(item, coding, items.storyOf(item.id), now);
        const ids = near.map((story) => story.id);
        return { stories: near, stances: stances.near(coding), alerts: alerts.near(ids, coding, now) };
      }),
    record: (outcome, now) => {
      // nothing waits for an item that changes nothing: its feed would bring it again
      const heavy = outcome.story || outcome.alert || outcome.stances.length + outcome.touched.length > 0;
      const work = () => {
        items.write(outcome);
        if (outcome.story) {
          stories.write(outcome.story);
          stories.merge(outcome.merged, outcome.story.id);
        }
        for (const stance of outcome.stances) stances.write(stance);
        for (const alert of [...outcome.touched, ...(outcome.alert ? [outcome.alert] : [])]) {
          alerts.write(alert);
          fanout(alert, now, { chats, outbox });
        }
      };
      return heavy ? unit(work) : light(outcome.item.feed, work);
    },

    dueFeeds: (now, limit) => ask(() => feeds.due(now, limit)),
    saveFeeds: (list, now) => unit(() => feeds.save(list, now)),
    settleFeed: (feed, state) => ending(feed, () => feeds.settle(feed, state)),
    feeds: () => ask(() => feeds.all()),

    claim: (platform, now, leaseMs, limit) => unit(() => outbox.claim(platform, now, leaseMs, limit)),
    settle: (delivery, result, now) =>
      unit(() => {
        const row = outbox.settle(delivery, result, now);
        if (!row) return;
        if (result.status === "moved") move(row.chat, result.to, now);
        if (result.status === "gone")
          chats.save({ ...(chats.settings(row.chat) ?? freshSettings(row.chat, "en")), state: "retired" });
      }),

    subscribe: (subscription) => unit(() => chats.subscribe(subscription)),
    unsubscribe: (chat, id) => unit(() => chats.unsubscribe(chat, id)),
    subscriptions: (chat) => ask(() => chats.subscriptions(chat)),
    chat: (chat) => ask(() => chats.settings(chat)),
    saveChat: (settings) =>
      unit(() => {
        chats.save(settings);
        if (settings.state === "retired") outbox.abandon(settings.chat, "the chat cannot be reached", new Date());
      }),
    forget: (chat) =>
      unit(() => {
        chats.forget(chat);
        outbox.forget(chat);
        operator.forget(chat);
      }),
    moveChat: (from, to) => unit(() => move(from, to, new Date())),

    saveBaseline: (list) => unit(() => stances.saveBaseline(list)),
    stances: (where) => ask(() => stances.find(where)),
    alerts: (where) => ask(() => alerts.find(where)),
    alertOf: (chat, message) => ask(() => chats.alertOf(chat, message)),
    why: (linkOrId) => ask(() => items.why(linkOrId)),

    amend: (alert, list, now) =>
      unit(() => {
        for (const stance of list) stances.write(stance);
        alerts.write(alert);
        const told = outbox.holders(alert.id).length;
        fanout(alert, now, { chats, outbox });
        return told;
      }),
    post: (id, list, message, now) => unit(() => list.filter((chat) => outbox.note(id, chat, message, now)).length),
    chats: () => ask(() => chats.all()),
    saveFeedback: (feedback) => unit(() => operator.save(feedback)),
    figures: () => ask(() => operator.figures()),

    async backup(target) {
      flush();
      const partial = `${target}.partial`;
      rmSync(partial, { force: true });
      closeSync(openSync(partial, "a", 0o600));
      await db.backup(partial);
      renameSync(partial, target);
    },
    async prune(now) {
      const steps = [
        () => items.prune(now, PRUNE_STEP),
        () => stories.prune(now, PRUNE_STEP),
        () => outbox.prune(now, PRUNE_STEP, SETTLED_DAYS * DAY, MESSAGE_DAYS * DAY),
      ];
      for (const step of steps) while ((await unit(step)) > 0) await new Promise((resolve) => setImmediate(resolve));
    },
    close: () =>
      ask(() => {
        flush();
        if (owner) db.pragma("wal_checkpoint(truncate)");
        db.close();
        lock?.close();
      }),
  };
}
