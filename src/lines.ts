import { createInterface } from "node:readline";

/** An item of standard input: `title` may be empty where there is text. */
export interface Line {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly url?: string;
  readonly date?: Date;
  readonly lang?: string;
  readonly publisher?: string;
}

const field = (value: unknown): string => (typeof value === "string" ? value : "");

/** Reads one JSON line; throws a sentence that says what is wrong with it. */
export function parseLine(text: string): Line {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw new Error(`is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) throw new Error("is not a JSON object");
  const row = raw as Record<string, unknown>;
  const id = typeof row.id === "number" ? String(row.id) : field(row.id);
  if (id === "") throw new Error("has no id");
  for (const name of ["title", "text", "url", "date", "lang", "publisher"]) {
    const value = row[name];
    if (value !== undefined && value !== null && typeof value !== "string")
      throw new Error(`has a ${name} that is no text`);
  }
  const title = field(row.title);
  const body = field(row.text);
  if (title.trim() === "" && body.trim() === "") throw new Error("has neither title nor text");
  const date = field(row.date);
  const at = date === "" ? undefined : new Date(/^\d{4}-\d\d-\d\d$/.test(date) ? `${date}T00:00:00Z` : date);
  if (at && Number.isNaN(at.getTime())) throw new Error(`has a date that cannot be read: ${date}`);
  const lang = field(row.lang);
  const publisher = field(row.publisher);
  const url = field(row.url);
  return {
    id,
    title,
    text: body,
    ...(url ? { url } : {}),
    ...(at ? { date: at } : {}),
    ...(lang ? { lang } : {}),
    ...(publisher ? { publisher } : {}),
  };
}

/** Handles the lines of a stream one after the other; a bad one is named by number on `complain`, and the run goes on. Returns how many were bad. */
export async function eachLine(
  input: NodeJS.ReadableStream,
  complain: (text: string) => void,
  handle: (line: Line) => void | Promise<void>,
): Promise<number> {
  let number = 0;
  let bad = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (text.trim() === "") continue;
    try {
      const done = handle(parseLine(text));
      if (done) await done;
    } catch (error) {
      bad++;
      complain(`line ${number} ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  return bad;
}
