import type { Database } from "better-sqlite3";
import type { Coding, Stance, StanceKey } from "../core/model.ts";
import { rememberBodies, toBody } from "./body.ts";

/** So many stances of one holder at one place are at hand when an item is judged; older ones are history. */
const NEAR = 6;
/** At most so many stances answer a question. */
const ANSWER = 500;
const REMEMBERED = 2000;

interface Row {
  readonly body: string;
}

/** The ledger, and the baseline beside it. */
export function stancesIn(db: Database) {
  const save = db.prepare(
    `insert into stance (topic, actor, level, place, presence, source, since, item, near, body)
     values (@topic, @actor, @level, @place, @presence, @source, @since, @item, 1, @body)
     on conflict (actor, place, topic, level, presence, source, since, item) do update set body = excluded.body`,
  );
  const recede = db.prepare(
    `update stance set near = 0 where near = 1 and n in (
       select n from stance where near = 1 and source = 'ledger' and actor = @actor and place = @place and topic = @topic
         and level = @level and presence = @presence order by since desc limit -1 offset ${NEAR})`,
  );
  const nearActor = db.prepare<[string], Row>(
    "select body from stance where near = 1 and actor = ? order by since desc",
  );
  const nearPlace = db.prepare<[string], Row>(
    "select body from stance where near = 1 and place = ? order by since desc",
  );
  const ofActor = db.prepare<[string, string | null, string | null, number], Row>(
    "select body from stance where actor = ? and ifnull(place = ?, 1) and ifnull(topic = ?, 1) order by since desc limit ?",
  );
  const ofPlace = db.prepare<[string, string | null, number], Row>(
    "select body from stance where place = ? and ifnull(topic = ?, 1) order by since desc limit ?",
  );
  const all = db.prepare<[string | null, number], Row>(
    "select body from stance where ifnull(topic = ?, 1) order by since desc limit ?",
  );
  const dropBaseline = db.prepare("delete from stance where source = 'baseline'");

  const write = (stance: Stance) => {
    const key: StanceKey = stance;
    const values = { topic: key.topic, actor: key.actor, level: key.level, place: key.place, presence: key.presence };
    save.run({
      ...values,
      source: stance.source,
      since: stance.since.getTime(),
      item: stance.item ?? "",
      body: toBody(stance),
    });
    if (stance.source === "ledger") recede.run(values);
  };

  const parse = rememberBodies<Stance>(REMEMBERED);
  const read = (rows: readonly Row[]) => rows.map((row) => parse(row.body));

  return {
    write,

    /** Puts the positions known from before the first run in the place of those of the last start. */
    saveBaseline(stances: readonly Stance[]): void {
      dropBaseline.run();
      for (const stance of stances) write({ ...stance, source: "baseline" });
    },

    /** The last stances of an item's actors, and of everybody at its places, newest first. */
    near(coding: Coding): Stance[] {
      const bodies = new Set<string>();
      for (const actor of coding.actors) for (const row of nearActor.all(actor)) bodies.add(row.body);
      for (const place of coding.places) for (const row of nearPlace.all(place)) bodies.add(row.body);
      return read([...bodies].map((body) => ({ body }))).sort((a, b) => b.since.getTime() - a.since.getTime());
    },

    find(where: { readonly place?: string; readonly actor?: string; readonly topic?: string }): Stance[] {
      const topic = where.topic ?? null;
      if (where.actor !== undefined) return read(ofActor.all(where.actor, where.place ?? null, topic, ANSWER));
      if (where.place !== undefined) return read(ofPlace.all(where.place, topic, ANSWER));
      return read(all.all(topic, ANSWER));
    },
  };
}
