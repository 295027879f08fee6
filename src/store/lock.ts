import { closeSync, openSync } from "node:fs";
import Sqlite from "better-sqlite3";

/** Marks a database as in use by this process until it ends, however it ends; throws where another bot uses it. */
export function lockFor(file: string): { close(): void } {
  closeSync(openSync(`${file}-lock`, "a", 0o600));
  const lock = new Sqlite(`${file}-lock`, { timeout: 0 });
  try {
    lock.pragma("journal_mode = memory");
    // the operating system lets go of an exclusive transaction when the process dies
    lock.exec("begin exclusive");
  } catch (cause) {
    lock.close();
    throw new Error(
      `Another Shiftwire bot is running on ${file}: stop it first, or name another file in SHIFTWIRE_DB.`,
      { cause },
    );
  }
  return {
    close: () => {
      lock.close();
    },
  };
}
