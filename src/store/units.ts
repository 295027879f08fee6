import type { Database } from "better-sqlite3";

/** So many light writes share one commit, or those of so many ms. */
const BATCH = 100;
const BATCH_MS = 50;

/** How units of work reach the file. */
export interface Units {
  /** Runs a unit of work: all of it is written before the promise settles, or nothing. */
  unit<T>(work: () => T): Promise<T>;
  /** Runs a unit whose commit may wait for others like it, but for no other unit: what it wrote may be asked of its source again. */
  light<T>(work: () => T): Promise<T>;
  ask<T>(question: () => T): Promise<T>;
  /** Commits what waits. */
  flush(): void;
}

/** Opens the transactions of a connection; light units stay in an open one until any other unit comes, which commits them first. */
export function openUnits(db: Database): Units {
  let waiting = 0;
  let timer: NodeJS.Timeout | undefined;

  const flush = () => {
    clearTimeout(timer);
    waiting = 0;
    if (db.inTransaction) db.exec("commit");
  };
  const settled = <T>(work: () => T): Promise<T> =>
    new Promise((resolve) => {
      resolve(work());
    });

  return {
    flush,
    ask: settled,
    unit: (work) =>
      settled(() => {
        flush();
        return db.transaction(work).immediate();
      }),
    light: (work) =>
      settled(() => {
        if (!db.inTransaction) {
          db.exec("begin immediate");
          timer = setTimeout(flush, BATCH_MS);
        }
        // inside an open transaction this is a savepoint: a unit that fails takes back itself alone
        const result = db.transaction(work)();
        waiting += 1;
        if (waiting >= BATCH) flush();
        return result;
      }),
  };
}
