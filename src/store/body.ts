const DATES = new Set([
  "since",
  "published",
  "firstSeen",
  "firstAt",
  "lastAt",
  "at",
  "createdAt",
  "pausedUntil",
  "mutedUntil",
  "until",
  "lastSuccess",
  "newestItem",
  "notBefore",
]);
const ISO = /^\d{4,}-\d\d-\d\dT/;

/** A value of the model as JSON text; dates become ISO strings. */
export function toBody(value: object): string {
  return JSON.stringify(value);
}

/** Reads what `toBody` wrote; fields that hold dates are known by their names. */
export function parseBody<T>(body: string): T {
  const value: unknown = JSON.parse(body);
  revive(value);
  return value as T;
}

function revive(value: unknown): void {
  if (Array.isArray(value)) {
    if (typeof value[0] === "object") value.forEach(revive);
  } else if (typeof value === "object" && value !== null) {
    const fields = value as Record<string, unknown>;
    for (const key in fields) {
      const field = fields[key];
      if (typeof field === "object") revive(field);
      else if (typeof field === "string" && DATES.has(key) && ISO.test(field)) fields[key] = new Date(field);
    }
  }
}

/** Reads bodies that come again and again, and keeps the last ones read, at most `limit`; what it gives is shared and never changed. */
export function rememberBodies<T>(limit: number): (body: string) => T {
  const known = new Map<string, T>();
  return (body) => {
    const found = known.get(body);
    if (found !== undefined) return found;
    const value = parseBody<T>(body);
    if (known.size >= limit) for (const oldest of known.keys()) if (known.delete(oldest)) break;
    known.set(body, value);
    return value;
  };
}
