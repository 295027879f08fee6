import type { Alert, Coding, Item, Stance, Story } from "../../src/core/model.ts";
import { assess, type Knowledge } from "../../src/core/pipeline.ts";
import type { Outcome } from "../../src/core/ports.ts";

/** A ledger in memory that feeds `assess` what a store would, and keeps what it says. */
export interface Memory {
  readonly stories: Map<string, Story>;
  readonly stances: Stance[];
  readonly alerts: Map<string, Alert>;
  /** Every alert revision in order. */
  readonly revisions: Alert[];
  tell(item: Item, coding: Coding, now?: Date, earlier?: string): Outcome;
}

/** Opens an empty ledger over what is known from before. */
export function openMemory(knowledge: Knowledge): Memory {
  const stories = new Map<string, Story>();
  const alerts = new Map<string, Alert>();
  const stances: Stance[] = [];
  const revisions: Alert[] = [];
  const same = (a: Stance, b: Stance) =>
    a.item === b.item && a.actor === b.actor && a.level === b.level && a.place === b.place && a.presence === b.presence;
  return {
    stories,
    stances,
    alerts,
    revisions,
    tell(item, coding, now = item.firstSeen, earlier) {
      const context = {
        stories: [...stories.values()],
        stances: [...stances].sort((a, b) => b.since.getTime() - a.since.getTime()),
        alerts: [...alerts.values()],
      };
      const outcome = assess(item, coding, context, now, knowledge, earlier);
      if (outcome.story) stories.set(outcome.story.id, outcome.story);
      for (const id of outcome.merged) {
        const gone = stories.get(id);
        if (gone && outcome.story) stories.set(id, { ...gone, mergedInto: outcome.story.id });
      }
      for (const stance of outcome.stances) {
        const at = stances.findIndex((one) => same(one, stance));
        if (at >= 0) stances[at] = stance;
        else stances.push(stance);
      }
      for (const alert of [...(outcome.alert ? [outcome.alert] : []), ...outcome.touched]) {
        alerts.set(alert.id, alert);
        revisions.push(alert);
      }
      return outcome;
    },
  };
}

/** An item of a case, first seen when it was published. */
export function itemOf(row: {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  readonly date: string;
  readonly publisher?: string;
  readonly url?: string;
}): Item {
  const date = new Date(row.date.length === 10 ? `${row.date}T08:00:00Z` : row.date);
  return {
    id: row.id,
    feed: "case",
    title: row.title,
    text: row.text ?? "",
    publisher: row.publisher ?? "",
    published: date,
    firstSeen: date,
    ...(row.url === undefined ? {} : { url: row.url }),
  };
}
