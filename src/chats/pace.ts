/** How many of something may happen within how many milliseconds. */
interface Limit {
  readonly count: number;
  readonly ms: number;
}

/** Slots in time under several limits at once; `now` is in milliseconds. */
export interface Pace {
  /** Milliseconds until the next free slot under all these keys, which is taken unless it is more than `patience` away. */
  take(keys: readonly (readonly [key: string, limit: Limit])[], now: number, patience: number): number;
}

const FULL = 5000;

/** Opens a pace; it remembers only what the limits still look back to. */
export function openPace(): Pace {
  const slots = new Map<string, number[]>();
  return {
    take(keys, now, patience) {
      let at = now;
      for (const [key, { count, ms }] of keys) {
        const kept = (slots.get(key) ?? []).filter((slot) => slot > now - ms);
        slots.set(key, kept);
        const oldest = kept[kept.length - count];
        if (oldest !== undefined) at = Math.max(at, oldest + ms);
      }
      if (at - now > patience) return at - now;
      for (const [key] of keys) slots.get(key)?.push(at);
      if (slots.size > FULL) for (const [key, kept] of slots) if ((kept.at(-1) ?? 0) < now - 120_000) slots.delete(key);
      return at - now;
    },
  };
}

/** Waits; the wait alone keeps no process alive. */
export function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), ms).unref();
  });
}
