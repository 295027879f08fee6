import { rings } from "../core/filter.ts";
import type { Message } from "../core/message.ts";
import type { Alert } from "../core/model.ts";
import type { ChatSettings, Store } from "../core/ports.ts";
import { clockOf } from "../core/quiet.ts";
import type { Job } from "./schedule.ts";

/** What digests are made with. */
export interface DigestParts {
  readonly store: Pick<Store, "chats" | "subscriptions" | "alerts" | "post">;
  readonly render: (alerts: readonly Alert[], settings: ChatSettings) => Message;
  readonly now: () => Date;
}

const DAY = 86_400_000;
/** A digest that was missed is still sent so many minutes after its time. */
const LATE_MINUTES = 60;
const MOST = 200;

/** The digest that a chat is due at a moment: its name, once a day or week, and how far back it looks. */
export function dueDigest(
  settings: ChatSettings,
  now: Date,
): { readonly id: string; readonly since: Date } | undefined {
  const { digest } = settings;
  if (!digest || settings.state !== "active") return undefined;
  const clock = clockOf(settings.timeZone, now);
  const [hour = "0", minute = "0"] = digest.at.split(":");
  const late = clock.minutes - (Number(hour) * 60 + Number(minute));
  if (late < 0 || late >= LATE_MINUTES) return undefined;
  if (digest.every === "weekly" && clock.weekday !== "Mon") return undefined;
  const days = digest.every === "weekly" ? 7 : 1;
  return { id: `digest ${digest.every} ${clock.day}`, since: new Date(now.getTime() - days * DAY) };
}

/** Sends each chat its daily or weekly digest of the alerts that its subscriptions let through. */
export function digests({ store, render, now }: DigestParts): Job {
  return {
    name: "digest",
    when: "5 * * * * *",
    async run() {
      for (const settings of await store.chats()) {
        const due = dueDigest(settings, now());
        if (!due) continue;
        const subscriptions = await store.subscriptions(settings.chat);
        const recent = await store.alerts({ since: due.since, limit: MOST });
        const wanted = recent.filter((alert) =>
          subscriptions.some((one) => rings(one, { ...alert, cause: "founded", newShifts: alert.shifts })),
        );
        if (wanted.length > 0) await store.post(due.id, [settings.chat], render(wanted, settings), now());
      }
    },
  };
}
