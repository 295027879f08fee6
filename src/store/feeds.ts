import type { Database } from "better-sqlite3";
import type { Feed, FeedState } from "../core/ports.ts";
import { parseBody, toBody } from "./body.ts";

interface Row {
  readonly spec: string;
  readonly state: string;
  readonly not_before: number;
}

/** A feed with what is remembered of it. */
export interface KnownFeed {
  readonly feed: Feed;
  readonly state: FeedState;
}

type Kept = Omit<FeedState, "notBefore">;

const fresh: Kept = { errors: 0, firstContact: true };

/** Feeds, and what is remembered of them between polls. */
export function feedsIn(db: Database) {
  const get = db.prepare<[string], Row>("select spec, state, not_before from feed where id = ?");
  const due = db.prepare<[number, number], Row>(
    "select spec, state, not_before from feed where enabled = 1 and not_before <= ? order by not_before limit ?",
  );
  const all = db.prepare<[], Row>("select spec, state, not_before from feed where enabled = 1 order by position, id");
  const disable = db.prepare("update feed set enabled = 0");
  const save = db.prepare(
    `insert into feed (id, spec, position, enabled, not_before, state) values (@id, @spec, @position, @enabled, @now, @state)
     on conflict (id) do update set spec = excluded.spec, position = excluded.position, enabled = excluded.enabled`,
  );
  const remember = db.prepare("update feed set state = ?, not_before = ? where id = ?");

  const read = (row: Row): KnownFeed => ({
    feed: JSON.parse(row.spec) as Feed,
    state: { ...parseBody<Kept>(row.state), notBefore: new Date(row.not_before) },
  });

  return {
    due: (now: Date, limit: number): KnownFeed[] => due.all(now.getTime(), limit).map(read),
    all: (): KnownFeed[] => all.all().map(read),

    /** Takes over the list of feeds; one that is no longer listed is polled no more, one with a new address is met for the first time. */
    save(feeds: readonly Feed[], now: Date): void {
      disable.run();
      feeds.forEach((feed, position) => {
        const before = get.get(feed.id);
        const at = now.getTime();
        save.run({
          id: feed.id,
          spec: toBody(feed),
          position,
          enabled: feed.enabled === false ? 0 : 1,
          now: at,
          state: toBody(fresh),
        });
        if (before && (JSON.parse(before.spec) as Feed).url !== feed.url) remember.run(toBody(fresh), at, feed.id);
      });
    },

    settle(feed: string, change: Partial<FeedState>): void {
      const row = get.get(feed);
      if (!row) return;
      const { notBefore, ...kept } = { ...read(row).state, ...change };
      remember.run(toBody(kept), notBefore.getTime(), feed);
    },
  };
}
