import type { Database } from "better-sqlite3";

/** So many light writes share one commit, or those of so many ms. */
const BATCH = 100;
const BATCH_MS = 50;

/** How units of work reach the file. */
export interface Units {
  /** Runs a unit of work: all of it is written before the promise settles, or nothing. */
  unit<T>(work: () => T): Promise<T>;
  /**
   * Runs a unit whose commit may wait for others like it, but for no other unit. Should that commit fail, `source` is lost
   * until it is asked for: what it brought has to be brought again.
   */
  light<T>(source: string, work: () => T): Promise<T>;
  /** Runs a unit that ends what a source brought; throws, once, where some of that was lost. */
  ending<T>(source: string, work: () => T): Promise<T>;
  ask<T>(question: () => T): Promise<T>;
  /** Commits what waits. */
  flush(): void;
}

/** Opens the transactions of a connection; light units stay in an open one until any other unit comes, which commits them first. */
export function openUnits(db: Database): Units {
  const sources = new Set<string>();
  const lost = new Set<string>();
  let waiting = 0;
  let timer: NodeJS.Timeout | undefined;

  const flush = () => {
    clearTimeout(timer);
    waiting = 0;
    if (!db.inTransaction) return;
    try {
      db.exec("commit");
    } catch (cause) {
      for (const source of sources) lost.add(source);
      if (db.inTransaction) db.exec("rollback");
      throw cause;
    } finally {
      sources.clear();
    }
  };
  const flushLater = () => {
    try {
      flush();
    } catch {
      // told when the source ends what it brought
    }
  };
  const settled = <T>(work: () => T): Promise<T> =>
    new Promise((resolve) => {
      resolve(work());
    });
  const unit = <T>(work: () => T): Promise<T> =>
    settled(() => {
      flush();
      return db.transaction(work).immediate();
    });

  return {
    flush,
    ask: settled,
    unit,
    ending: (source, work) =>
      unit(() => {
        if (lost.delete(source)) throw new Error(`what ${source} brought could not be written`);
        return work();
      }),
    light: (source, work) =>
      settled(() => {
        if (!db.inTransaction) {
          db.exec("begin immediate");
          timer = setTimeout(flushLater, BATCH_MS);
        }
        // inside an open transaction this is a savepoint: a unit that fails takes back itself alone
        const result = db.transaction(work)();
        sources.add(source);
        waiting += 1;
        if (waiting >= BATCH) flush();
        return result;
      }),
  };
}
