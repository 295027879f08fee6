import type { Database } from "better-sqlite3";
import type { Alert, Coding } from "../core/model.ts";
import { parseBody, rememberBodies, toBody } from "./body.ts";

const DAY = 86_400_000;

/** How long an actor's alerts are at hand when an item is judged, in days, and how many of them. */
const WINDOW_DAYS = 45;
const PER_ACTOR = 60;
const REMEMBERED = 500;

interface Row {
  readonly id: string;
  readonly body: string;
}

/** What an `alerts` question asks for. */
export interface AlertQuestion {
  readonly place?: string;
  readonly actor?: string;
  readonly story?: string;
  readonly id?: string;
  readonly since?: Date;
  readonly limit: number;
}

function factsOf(alert: Alert): readonly (readonly [string, string])[] {
  const pairs = alert.shifts.flatMap((shift) => [
    `actor ${shift.actor}`,
    ...(shift.place === "" ? [] : [`place ${shift.place}`]),
  ]);
  return [...new Set(pairs)].map((pair) => [pair.slice(0, 5), pair.slice(6)] as const);
}

/** Alerts and all their revisions. */
export function alertsIn(db: Database) {
  const byId = db.prepare<[string], Row>("select id, body from alert where id = ?");
  const revision = db.prepare<[string, number], { body: string }>(
    "select body from alert_revision where alert = ? and revision = ?",
  );
  const byStory = db.prepare<[string], Row>("select id, body from alert where story = ? order by at desc");
  const bySince = db.prepare<[number], Row>("select id, body from alert where at >= ? order by at desc");
  const byFact = db.prepare<[string, string, number, number], Row>(
    `select alert.id, alert.body from alert_fact join alert on alert.id = alert_fact.alert
     where kind = ? and fact = ? and alert_fact.at >= ? order by alert_fact.at desc limit ?`,
  );
  const save = db.prepare("insert or replace into alert (id, revision, story, at, body) values (?, ?, ?, ?, ?)");
  const addRevision = db.prepare("insert into alert_revision (alert, revision, body) values (?, ?, ?)");
  const addFact = db.prepare("insert or ignore into alert_fact (kind, fact, at, alert) values (?, ?, ?, ?)");
  const dropFact = db.prepare("delete from alert_fact where kind = ? and fact = ? and at = ? and alert = ?");

  const parse = rememberBodies<Alert>(REMEMBERED);
  const read = (row: Row) => parse(row.body);
  const get = (id: string) => {
    const row = byId.get(id);
    return row && read(row);
  };

  return {
    get,

    /** One revision of an alert, as it was written. */
    revision(id: string, number: number): Alert | undefined {
      const row = revision.get(id, number);
      return row && parseBody<Alert>(row.body);
    },

    /** Writes a new revision; throws where that number is taken, since somebody else then wrote it. */
    write(alert: Alert): void {
      const before = get(alert.id);
      if (before) for (const [kind, fact] of factsOf(before)) dropFact.run(kind, fact, before.at.getTime(), alert.id);
      const body = toBody(alert);
      addRevision.run(alert.id, alert.revision, body);
      save.run(alert.id, alert.revision, alert.story, alert.at.getTime(), body);
      for (const [kind, fact] of factsOf(alert)) addFact.run(kind, fact, alert.at.getTime(), alert.id);
    },

    /** The alerts of these stories, and the recent ones of an item's actors. */
    near(stories: readonly string[], coding: Coding, now: Date): Alert[] {
      const rows = new Map<string, Row>();
      for (const story of stories) for (const row of byStory.all(story)) rows.set(row.id, row);
      for (const actor of coding.actors)
        for (const row of byFact.all("actor", actor, now.getTime() - WINDOW_DAYS * DAY, PER_ACTOR))
          rows.set(row.id, row);
      return [...rows.values()].map(read);
    },

    find(where: AlertQuestion): Alert[] {
      const since = where.since?.getTime() ?? 0;
      const fits = (alert: Alert) =>
        (where.story === undefined || alert.story === where.story) &&
        alert.at.getTime() >= since &&
        (where.place === undefined && where.actor === undefined
          ? true
          : alert.shifts.some(
              (shift) =>
                (where.place === undefined || shift.place === where.place) &&
                (where.actor === undefined || shift.actor === where.actor),
            ));
      const rows =
        where.id !== undefined
          ? byId.iterate(where.id)
          : where.story !== undefined
            ? byStory.iterate(where.story)
            : where.place !== undefined
              ? byFact.iterate("place", where.place, since, -1)
              : where.actor !== undefined
                ? byFact.iterate("actor", where.actor, since, -1)
                : bySince.iterate(since);
      const found: Alert[] = [];
      for (const row of rows) {
        const alert = read(row);
        if (fits(alert)) found.push(alert);
        if (found.length >= where.limit) break;
      }
      return found;
    },
  };
}
