import type { Store } from "../core/ports.ts";
import type { Job } from "./schedule.ts";

/** Deletes what is past its time, once a day in the small hours (UTC). */
export function prune(store: Pick<Store, "prune">, now: () => Date): Job {
  return { name: "prune", when: "0 17 3 * * *", run: () => store.prune(now()) };
}
