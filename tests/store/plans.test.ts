import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { alertsIn } from "../../src/store/alerts.ts";
import { chatsIn } from "../../src/store/chats.ts";
import { feedsIn } from "../../src/store/feeds.ts";
import { itemsIn } from "../../src/store/items.ts";
import { migrate } from "../../src/store/migrations.ts";
import { outboxIn } from "../../src/store/outbox.ts";
import { stancesIn } from "../../src/store/stances.ts";
import { storiesIn } from "../../src/store/stories.ts";

/** Queries that read a whole table (or a whole small index) on purpose: they run at the start, for a question of the operator, or once an alert. */
const whole = [
  /^update delivery set leased = 0.* where leased = 1$/,
  /^select topic|from stance where ifnull\(topic/,
  /from subscription left join chat/,
  /select chat from chat union select chat from subscription/,
  /^update feed set enabled = 0/,
  /^delete from stance where source = 'baseline'/,
  /from feed where enabled = 1 order by position/,
];

/** Every statement that the rooms of the store prepare, with the plan that SQLite makes for it. */
function plans(): readonly { readonly sql: string; readonly plan: string }[] {
  const db = new Sqlite(":memory:");
  migrate(db);
  const prepared: string[] = [];
  const noting = new Proxy(db, {
    get(target, name) {
      if (name !== "prepare") return Reflect.get(target, name, target);
      return (sql: string) => {
        prepared.push(sql);
        return target.prepare(sql);
      };
    },
  });
  for (const room of [itemsIn, storiesIn, stancesIn, alertsIn, chatsIn, feedsIn]) room(noting);
  outboxIn(noting, { revision: () => undefined });
  return prepared.map((sql) => {
    const names = [...new Set(sql.match(/@\w+/g) ?? [])].map((name) => [name.slice(1), 0] as const);
    const marks = (sql.match(/\?/g) ?? []).map(() => 0);
    const explain = db.prepare(`explain query plan ${sql}`);
    const rows = (names.length > 0 ? explain.all(Object.fromEntries(names)) : explain.all(...marks)) as {
      detail: string;
    }[];
    return { sql: sql.replace(/\s+/g, " ").trim(), plan: rows.map((row) => row.detail).join("; ") };
  });
}

test("no statement that runs often reads a whole table", () => {
  const scans = plans().filter(
    ({ sql, plan }) =>
      /\bSCAN (?!json_each|constant row|\(subquery)\w+(?! VIRTUAL TABLE)/.test(plan) &&
      !whole.some((pattern) => pattern.test(sql)),
  );
  expect(scans).toEqual([]);
});

test.each([
  [
    "the claim of what is due",
    /^update delivery set uncertain/,
    /SEARCH delivery USING (COVERING )?INDEX delivery_due/,
  ],
  ["the feeds that are due", /^select spec.* not_before <= \?/, /SEARCH feed USING INDEX feed_due/],
  [
    "stories by a fact",
    /kind = \? and fact = \? and last_at >= \? order/,
    /SEARCH story_fact USING PRIMARY KEY \(kind=\? AND fact=\? AND last_at>\?\)/,
  ],
  ["the last stances of an actor", /near = 1 and actor = \?/, /SEARCH stance USING INDEX stance_near_actor/],
  ["the last stances at a place", /near = 1 and place = \?/, /SEARCH stance USING INDEX stance_near_place/],
  [
    "items past their time",
    /^select n from item where story is null/,
    /SEARCH item USING (COVERING )?INDEX item_forgettable/,
  ],
  [
    "the alert behind a message",
    /from message join alert/,
    /SEARCH message USING PRIMARY KEY \(chat=\? AND message=\?\)/,
  ],
])("%s is found by its index", (_, sql, plan) => {
  const found = plans().filter((one) => sql.test(one.sql));
  expect(found.length).toBeGreaterThan(0);
  for (const one of found) expect(one.plan).toMatch(plan);
});
