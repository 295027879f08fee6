import type { JsonMapping } from "../core/ports.ts";
import { NO_HINTS, type Parsed, type RawItem } from "./raw.ts";

const MAX_ITEMS = 1000;

/** Follows a dotted path (`a.b.0.c`; "" is the value itself) through own properties. */
function at(value: unknown, path: string): unknown {
  let current = value;
  for (const key of path === "" ? [] : path.split(".")) {
    if (current === null || typeof current !== "object" || !Object.hasOwn(current, key)) return undefined;
    current = (current as Readonly<Record<string, unknown>>)[key];
  }
  return current;
}

function text(value: unknown, path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const found = at(value, path);
  return typeof found === "string" ? found : typeof found === "number" ? String(found) : undefined;
}

function itemOf(entry: unknown, mapping: JsonMapping): RawItem {
  return {
    title: text(entry, mapping.title),
    summary: text(entry, mapping.text),
    link: text(entry, mapping.url),
    guid: text(entry, mapping.id),
    dates: [text(entry, mapping.date)],
    source: text(entry, mapping.publisher),
  };
}

/** Reads a plain JSON endpoint by the mapping that the catalogue gives it. */
export function readEndpoint(data: unknown, mapping: JsonMapping): Parsed {
  const entries = at(data, mapping.items);
  if (!Array.isArray(entries))
    return { status: "refused", errorClass: "not_a_feed", reason: `JSON without a list at "${mapping.items}"` };
  const items = entries.slice(0, MAX_ITEMS).map((entry) => itemOf(entry, mapping));
  return { status: "read", feed: { how: "json", hints: NO_HINTS, items, broken: [] } };
}
