/** A command as it was typed: its name, the words after it, and the `key:value` ones in any order. */
export interface Line {
  readonly command: string;
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string>>;
}

const KEY = /(?:^|\s)([a-z]{2,16}):(?!\/\/)\s*/gi;

/** Reads `/subscribe place: Ukraine, Moldova certainty:confirmed`; a value ends where the next key begins. */
export function parseLine(text: string): Line {
  const clean = text
    .normalize("NFC")
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const [, head = "", rest = ""] = /^\/?([^\s:@]+)(?:@\S*)?\s*(.*)$/s.exec(clean) ?? [];
  const keys = [...rest.matchAll(KEY)];
  const options: Record<string, string> = {};
  keys.forEach((match, i) => {
    const key = (match[1] ?? "").toLowerCase();
    const value = rest.slice(match.index + match[0].length, keys[i + 1]?.index ?? rest.length).trim();
    options[key] = options[key] ? `${options[key]}, ${value}` : value;
  });
  const before = rest.slice(0, keys[0]?.index ?? rest.length).trim();
  return { command: head.toLowerCase(), words: before === "" ? [] : before.split(" "), options };
}

/** Writes a line that `parseLine` reads back, without the slash. */
export function toLine(line: Line): string {
  return [line.command, ...line.words, ...Object.entries(line.options).map(([key, value]) => `${key}:${value}`)].join(
    " ",
  );
}

/** Edits between two words (insert, delete, replace, swap of neighbours), at most `limit` + 1. */
export function editDistance(a: string, b: string, limit = 3): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return Math.min(row[b.length] ?? 0, limit + 1);
}

/** The known word nearest to a mistyped one, if it is near enough to be meant. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  const allowed = lower.length <= 4 ? 1 : lower.length <= 7 ? 2 : 3;
  let best: { word: string; distance: number } | undefined;
  for (const candidate of known) {
    const distance =
      candidate.startsWith(lower) && lower.length >= 3 ? 1 : editDistance(lower, candidate.toLowerCase(), allowed);
    if (distance <= allowed && (!best || distance < best.distance)) best = { word: candidate, distance };
  }
  return best?.word;
}
