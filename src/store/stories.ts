import type { Database } from "better-sqlite3";
import { terms } from "../core/likeness.ts";
import type { Coding, Item, Story } from "../core/model.ts";
import { parseBody, rememberBodies, toBody } from "./body.ts";

const DAY = 86_400_000;

/** How far back stories are looked for, in days; by words alone, fewer. */
const WINDOW_DAYS = 21;
const TERM_WINDOW_DAYS = 5;
/** At most so many stories are looked at for one actor or place, and for one item by words alone. */
const PER_FACT = 60;
const BY_TERMS = 40;
const REMEMBERED = 1000;

type Kind = "actor" | "place" | "term" | "bare";

function factsOf(story: Story): (readonly [Kind, string])[] {
  return [
    ...story.actors.map((id) => ["actor", id] as const),
    ...story.places.map((id) => ["place", id] as const),
    ...story.terms.map((term) => ["term", term] as const),
    ...(story.actors.length + story.places.length === 0 ? [["bare", ""] as const] : []),
  ];
}

/** Stories, found again by their actors, places and words. */
export function storiesIn(db: Database) {
  const byId = db.prepare<[string], { body: string }>("select body from story where id = ?");
  const save = db.prepare("insert or replace into story (id, last_at, findable, body) values (?, ?, ?, ?)");
  const addFact = db.prepare("insert or ignore into story_fact (kind, fact, last_at, story) values (?, ?, ?, ?)");
  const dropFact = db.prepare("delete from story_fact where kind = ? and fact = ? and last_at = ? and story = ?");
  const byFact = db.prepare<[Kind, string, number, number], { story: string }>(
    "select story from story_fact where kind = ? and fact = ? and last_at >= ? order by last_at desc limit ?",
  );
  const byTerms = db.prepare<[string, number, number], { story: string }>(
    `select story from story_fact where kind = 'term' and fact in (select value from json_each(?)) and last_at >= ?
     group by story order by count(*) desc, max(last_at) desc limit ?`,
  );
  const past = db.prepare<[number, number], { id: string; body: string }>(
    "select id, body from story where findable = 1 and last_at < ? limit ?",
  );

  const parse = rememberBodies<Story>(REMEMBERED);
  const get = (id: string): Story | undefined => {
    const row = byId.get(id);
    return row && parse(row.body);
  };

  const hide = (story: Story) => {
    for (const [kind, fact] of factsOf(story)) dropFact.run(kind, fact, story.lastAt.getTime(), story.id);
  };

  const write = (story: Story) => {
    const before = get(story.id);
    if (before) hide(before);
    const findable = story.mergedInto === undefined;
    save.run(story.id, story.lastAt.getTime(), findable ? 1 : 0, toBody(story));
    if (findable) for (const [kind, fact] of factsOf(story)) addFact.run(kind, fact, story.lastAt.getTime(), story.id);
  };

  return {
    get,
    write,

    /** Keeps merged stories traceable, and finds them no more. */
    merge(merged: readonly string[], into: string): void {
      for (const id of merged) {
        const story = get(id);
        if (story) write({ ...story, mergedInto: into });
      }
    },

    /** Recent stories that share an actor or a place with an item, or its words where it names neither; `own` is the story that it is in. */
    near(item: Item, coding: Coding, own: string | undefined, now: Date): Story[] {
      const ids = new Set<string>(own === undefined ? [] : [own]);
      const collect = (kind: Kind, fact: string, days: number, limit: number) => {
        for (const { story } of byFact.all(kind, fact, now.getTime() - days * DAY, limit)) ids.add(story);
      };
      for (const actor of coding.actors) collect("actor", actor, WINDOW_DAYS, PER_FACT);
      for (const place of coding.places) collect("place", place, WINDOW_DAYS, PER_FACT);
      if (coding.actors.length + coding.places.length === 0) {
        const words = JSON.stringify(terms(item.title, item.text));
        for (const { story } of byTerms.all(words, now.getTime() - TERM_WINDOW_DAYS * DAY, BY_TERMS)) ids.add(story);
      } else collect("bare", "", TERM_WINDOW_DAYS, BY_TERMS);
      return [...ids].flatMap((id) => get(id) ?? []);
    },

    /** Takes at most `limit` old stories out of the search; they themselves stay. */
    prune(now: Date, limit: number): number {
      const rows = past.all(now.getTime() - 2 * WINDOW_DAYS * DAY, limit);
      for (const row of rows) {
        const story = parseBody<Story>(row.body);
        hide(story);
        save.run(story.id, story.lastAt.getTime(), 0, row.body);
      }
      return rows.length;
    },
  };
}
