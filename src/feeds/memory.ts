/** What the reader notes of a feed from poll to poll. Times are ISO texts; everything may be missing. */
export interface Memory {
  /** The address that the validators and the body hash belong to. */
  readonly source?: string;
  /** A lasting redirect: where from, where to, on how many polls it was seen, and since when. */
  readonly moved?: { readonly from: string; readonly to: string; readonly seen: number };
  /** A fallback that stands in for the address that refuses us, and until when it is asked first. */
  readonly detour?: { readonly to: string; readonly until: string };
  /** When the whole document was last asked for without validators. */
  readonly whole?: string;
  /** Since when the address has answered 404. */
  readonly missingSince?: string;
  readonly gapMs?: number;
  readonly windowMs?: number;
  readonly hintMs?: number;
  readonly skipHours?: readonly number[];
  readonly skipDays?: readonly string[];
  /** How often entries may have been missed because none of the last poll was left in the window. */
  readonly gaps?: number;
}

/** Reads the notes; rubbish is as good as none. */
export function parseMemory(text: string | undefined): Memory {
  if (text === undefined || text === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Memory) : {};
  } catch {
    return {};
  }
}

/** Writes the notes, without what is undefined. */
export function toMemoryText(memory: { readonly [K in keyof Memory]: Memory[K] | undefined }): string {
  return JSON.stringify(memory);
}
