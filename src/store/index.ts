import type { Store } from "../core/ports.ts";
import { openSqlite, type SqliteOptions } from "./sqlite.ts";

/** Opens the store that an address names: a path or `:memory:` is SQLite. */
export function openStore(url: string, options: SqliteOptions = {}): Store {
  const scheme = /^([a-z]+):\/\//i.exec(url)?.[1];
  if (scheme !== undefined && scheme !== "file")
    throw new Error(`A store at ${scheme}:// is not supported: give the path of a file.`);
  return openSqlite(url.replace(/^file:\/\//, ""), options);
}
