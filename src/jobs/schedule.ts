import { schedule } from "node-cron";
import type { Log } from "../core/ports.ts";

/** Work that the clock starts: `when` is a cron expression with seconds; `atStart` also starts it at once. */
export interface Job {
  readonly name: string;
  readonly when: string;
  readonly atStart?: boolean;
  run(): Promise<void>;
}

const silent = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} };

/** Starts the clock; a job that still runs when its time comes is passed over, one that throws is named in the log and runs again next time. */
export function openSchedule(jobs: readonly Job[], log: Log): { stop(): Promise<void> } {
  const running = new Map<string, Promise<void>>();
  const start = (job: Job) => {
    if (running.has(job.name)) return;
    const work = job
      .run()
      .catch((error: unknown) => log("error", "job failed", { job: job.name, error }))
      .finally(() => running.delete(job.name));
    running.set(job.name, work);
  };
  const tasks = jobs.map((job) =>
    schedule(job.when, () => start(job), {
      name: job.name,
      timezone: "UTC",
      suppressMissedWarning: true,
      logger: silent,
    }),
  );
  for (const job of jobs) if (job.atStart) start(job);
  return {
    async stop() {
      for (const task of tasks) await task.destroy();
      await Promise.all(running.values());
    },
  };
}
