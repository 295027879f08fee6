import { readdirSync, readFileSync } from "node:fs";
import { join, parse } from "node:path";
import { card } from "./core/card.ts";
import { ringsByDefault } from "./core/filter.ts";
import { plainText } from "./core/message.ts";
import type { Alert, Item, Shift } from "./core/model.ts";
import type { Outcome } from "./core/ports.ts";
import type { Phrases } from "./core/strings.ts";
import { decode } from "./feeds/charset.ts";
import { toItems } from "./feeds/items.ts";
import { parseDocument } from "./feeds/parse.ts";
import type { Line } from "./lines.ts";

/** An item of standard input as the pipeline takes it; "now" is its own date, and `last` (the date before it) where it has none. */
export function lineItem(line: Line, last: Date): Item {
  const firstSeen = line.date ?? last;
  return {
    id: line.id,
    feed: "input",
    title: line.title,
    text: line.text,
    publisher: line.publisher ?? "",
    firstSeen,
    ...(line.url ? { url: line.url } : {}),
    ...(line.lang ? { lang: line.lang } : {}),
    ...(line.date ? { published: line.date } : {}),
  };
}

/** One document of a folder: its items, or why it cannot be read. */
export interface Document {
  readonly name: string;
  readonly items: readonly Item[];
  readonly problem?: string;
}

/** Reads the feed documents of a folder in order of file name; the feed is the file's name, "now" each item's own date. */
export async function* documents(folder: string): AsyncGenerator<Document> {
  for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()) {
    const id = parse(name).name.split(".")[0] ?? name;
    const { text } = decode(readFileSync(name));
    const parsed = await parseDocument(text);
    if (parsed.status !== "read") {
      yield { name, items: [], problem: parsed.reason };
      continue;
    }
    const now = new Date(8.64e14);
    const { items } = toItems(
      parsed.feed,
      { id, url: `https://feed.invalid/${id}`, publisher: id, language: "" },
      `https://feed.invalid/${id}`,
      now,
    );
    let last = new Date(0);
    yield {
      name,
      items: items.map((item) => {
        last = item.published ?? last;
        return { ...item, firstSeen: last };
      }),
    };
  }
}

function shiftRow(shift: Shift): Record<string, unknown> {
  return {
    actor: shift.actor,
    actorLevel: shift.level,
    place: shift.place,
    presence: shift.presence,
    object: shift.object,
    ...(shift.from ? { from: { rung: shift.from.rung, action: shift.from.action, since: shift.from.since } } : {}),
    to: shift.to,
    direction: shift.direction,
  };
}

/** The output lines of an outcome: one JSON object an alert revision, `rings` for a chat without filters. */
export function alertRows(outcome: Outcome | undefined, phrases: Phrases): readonly Record<string, unknown>[] {
  if (!outcome) return [];
  const told: readonly Alert[] = [...outcome.touched, ...(outcome.alert ? [outcome.alert] : [])];
  return told.map((alert) => ({
    alert: alert.id,
    revision: alert.revision,
    story: alert.story,
    status: alert.status,
    direction: alert.direction,
    rings: ringsByDefault(alert),
    cause: alert.cause,
    severity: alert.severity,
    shifts: alert.newShifts.map(shiftRow),
    attribution: alert.attribution,
    publishers: alert.publishers,
    items: alert.items,
    text: plainText(card(alert, alert.revision === 1 ? "send" : alert.rings ? "reply" : "edit", phrases)),
  }));
}
