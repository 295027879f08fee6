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

/** A value of the model as JSON text; dates become ISO strings. */
export function toBody(value: object): string {
  return JSON.stringify(value);
}

/** Reads what `toBody` wrote; fields that hold dates are known by their names. */
export function parseBody<T>(body: string): T {
  return JSON.parse(body, (key, value: unknown) =>
    typeof value === "string" && DATES.has(key) && /^\d{4,}-\d\d-\d\dT/.test(value) ? new Date(value) : value,
  ) as T;
}
