import type { Database } from "better-sqlite3";
import { type Coding, type Item, UNCODED, type Verdict } from "../core/model.ts";
import type { Outcome, Sighting } from "../core/ports.ts";
import { parseBody, toBody } from "./body.ts";
import { contentKey, identities, idKey, linkKey } from "./keys.ts";

const DAY = 86_400_000;

/** How long an item that is not on topic is remembered after it was last seen, in days. */
export const KEEP_DAYS = 30;
/** An item that stays in its feed is marked as seen again once in so many days. */
const TOUCH_DAYS = 7;

interface Row {
  readonly n: number;
  readonly id: string;
  readonly feed: string;
  readonly publisher: string;
  readonly title: string;
  readonly url: string | null;
  readonly published: number | null;
  readonly first_seen: number;
  readonly last_seen: number;
  readonly version: number;
  readonly stage: Verdict["stage"];
  readonly reason: string;
  readonly story: string | null;
}

/** Items: seen before or not, their versions, and where they ended. */
export function itemsIn(db: Database) {
  const byKey = db.prepare<[bigint], { item: number }>("select item from item_key where key = ?");
  const byNumber = db.prepare<[number], Row>("select * from item where n = ?");
  const sameContent = db.prepare<[number, bigint], { n: number }>("select n from item where n = ? and content = ?");
  const touch = db.prepare("update item set last_seen = ? where n = ?");
  const newest = db.prepare<[number], { body: string; coding: string }>(
    "select body, coding from item_version where item = ? order by version desc limit 1",
  );
  const insert = db.prepare(
    `insert into item (id, feed, publisher, title, url, published, first_seen, last_seen, content, version, stage, reason, story)
     values (@id, @feed, @publisher, @title, @url, @published, @firstSeen, @seen, @content, 1, @stage, @reason, @story)`,
  );
  const update = db.prepare(
    `update item set title = @title, url = @url, published = @published, last_seen = @seen, content = @content, version = version + 1,
       stage = @stage, reason = @reason, story = coalesce(@story, story) where n = @n`,
  );
  const addKey = db.prepare("insert or ignore into item_key (key, item) values (?, ?)");
  const keepWords = db.prepare("insert or ignore into item_key (key, item) select content, n from item where n = ?");
  const addVersion = db.prepare("insert into item_version (item, version, seen, body, coding) values (?, ?, ?, ?, ?)");
  const forgettable = db.prepare<[number, number], { n: number }>(
    "select n from item where story is null and last_seen < ? limit ?",
  );
  const dropKeys = db.prepare("delete from item_key where item = ?");
  const dropVersions = db.prepare("delete from item_version where item = ?");
  const drop = db.prepare("delete from item where n = ?");

  const named = (key: bigint): Row | undefined => {
    const hit = byKey.get(key);
    return hit && byNumber.get(hit.item);
  };
  const byId = (id: string) => named(idKey(id));

  const find = (item: Item): Row | undefined => {
    for (const key of identities(item)) {
      const row = named(key);
      if (row) return row;
    }
    return byId(item.id);
  };

  return {
    sight(item: Item): Sighting {
      const row = find(item);
      if (!row) return { status: "new" };
      const today = Math.floor(item.firstSeen.getTime() / DAY);
      if (today >= row.last_seen + TOUCH_DAYS) touch.run(today, row.n);
      const content = contentKey(row.id, item);
      if (sameContent.get(row.n, content) || byKey.get(content)) return { status: "unchanged", id: row.id };
      const version = newest.get(row.n);
      return {
        status: "changed",
        id: row.id,
        ...(row.story === null ? {} : { story: row.story }),
        ...(version === undefined ? {} : { coding: parseBody<Coding>(version.coding) }),
      };
    },

    /** Writes an item's new version; one that is not on topic leaves its title, keys and verdict only. */
    write({ item, coding, verdict, story }: Outcome): void {
      const known = find(item);
      const content = contentKey(item.id, item);
      const values = {
        id: item.id,
        feed: item.feed,
        publisher: item.publisher,
        title: item.title,
        url: item.url ?? null,
        published: item.published?.getTime() ?? null,
        firstSeen: item.firstSeen.getTime(),
        seen: Math.floor(item.firstSeen.getTime() / DAY),
        content,
        stage: verdict.stage,
        reason: verdict.reason,
        story: story?.id ?? null,
      };
      // the first words are in the row; every further wording gets a key, so that two feeds that word an item in two ways do not change it in turn
      if (known) keepWords.run(known.n);
      const n = known ? known.n : Number(insert.run(values).lastInsertRowid);
      if (known) update.run({ ...values, n });
      const keys = identities(item);
      for (const key of keys) addKey.run(key, n);
      // only what stories and alerts name, or what has nothing better, is found by its own name: every key costs as the store grows
      if (coding.relevant || story || keys.length === 0) addKey.run(idKey(item.id), n);
      if (coding.relevant || story)
        addVersion.run(n, (known?.version ?? 0) + 1, item.firstSeen.getTime(), toBody(item), toBody(coding));
    },

    /** The story that an item of this id stands in. */
    storyOf(id: string): string | undefined {
      return byId(id)?.story ?? undefined;
    },

    why(linkOrId: string): { readonly item: Item; readonly verdict: Verdict; readonly coding: Coding } | undefined {
      const key = linkKey(linkOrId);
      const row = (key === undefined ? undefined : named(key)) ?? byId(linkOrId);
      if (!row) return undefined;
      const verdict = { stage: row.stage, reason: row.reason };
      const version = newest.get(row.n);
      if (version) return { item: parseBody<Item>(version.body), verdict, coding: parseBody<Coding>(version.coding) };
      const item: Item = {
        id: row.id,
        feed: row.feed,
        publisher: row.publisher,
        title: row.title,
        text: "",
        ...(row.url === null ? {} : { url: row.url }),
        ...(row.published === null ? {} : { published: new Date(row.published) }),
        firstSeen: new Date(row.first_seen),
      };
      return { item, verdict, coding: UNCODED };
    },

    /** Forgets at most `limit` items that are past their time; says how many. */
    prune(now: Date, limit: number): number {
      const today = Math.floor(now.getTime() / DAY);
      const rows = forgettable.all(today - KEEP_DAYS, limit);
      for (const { n } of rows) {
        dropKeys.run(n);
        dropVersions.run(n);
        drop.run(n);
      }
      return rows.length;
    },
  };
}
