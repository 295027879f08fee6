import { rings, silenced } from "../core/filter.ts";
import type { Alert, ChatId } from "../core/model.ts";
import { quietUntil } from "../core/quiet.ts";
import type { chatsIn, Listener } from "./chats.ts";
import type { outboxIn, Row } from "./outbox.ts";

type Parts = { readonly chats: ReturnType<typeof chatsIn>; readonly outbox: ReturnType<typeof outboxIn> };

/** Whether a chat that was told of an alert hears of its later turn: it listens, and the turn is for it. */
function hears({ settings, subscriptions }: Listener, alert: Alert): boolean {
  if (settings && (settings.state !== "active" || silenced(settings, alert))) return false;
  if (alert.cause === "confirmed" && settings?.confirmations === false) return false;
  const awake = subscriptions.filter((one) => !(one.pausedUntil && one.pausedUntil > alert.at));
  return alert.rings ? awake.length > 0 : awake.some((one) => rings(one, alert));
}

/** Whether a chat that was not told of an alert is told now. */
function joins({ settings, subscriptions }: Listener, alert: Alert): boolean {
  if (alert.cause === "retracted") return false;
  if (settings && (settings.state !== "active" || silenced(settings, alert))) return false;
  return subscriptions.some((one) => rings(one, alert));
}

/**
 * Puts an alert revision on its way: to those who were told, a reply (where it rings) and an edit of their card; to those whose first
 * message still waits, the newer words in its place; to those for whom it is new, a message.
 */
export function fanout(alert: Alert, now: Date, { chats, outbox }: Parts): void {
  const holders = new Map(alert.revision === 1 ? [] : outbox.holders(alert.id).map((one) => [one.chat, one.card]));
  const waiting = new Map<ChatId, Row[]>();
  if (alert.revision > 1)
    for (const row of outbox.waiting(alert.id)) waiting.set(row.chat, [...(waiting.get(row.chat) ?? []), row]);

  const edit = (chat: ChatId) => {
    const untouched = waiting.get(chat)?.find((row) => row.kind === "edit" && row.attempts === 0);
    if (untouched) outbox.end(untouched, "superseded", now);
    outbox.add({ chat, alert, kind: "edit", now });
  };

  const tell = (chat: ChatId, listener: Listener | undefined) => {
    const first = waiting.get(chat)?.find((row) => row.kind === "send");
    const told = holders.has(chat) || first !== undefined;
    const heard = listener !== undefined && alert.cause !== "edited" && (told ? hears : joins)(listener, alert);
    const quiet = listener?.settings && alert.severity < 4 ? quietUntil(listener.settings, now) : undefined;
    const order = { chat, alert, now, ...(quiet ? { notBefore: quiet } : {}) };
    if (!told) {
      if (heard) outbox.add({ ...order, kind: "send" });
    } else if (first && first.attempts === 0) {
      if (alert.cause === "retracted") outbox.end(first, "dropped", now, { reason: "taken back before it was sent" });
      else outbox.revise(first, alert);
    } else {
      if (heard) outbox.add({ ...order, kind: "reply" });
      if (first || holders.get(chat) === 1) edit(chat);
    }
  };

  const pending = new Set([...holders.keys(), ...waiting.keys()]);
  if (alert.cause !== "edited")
    for (const listener of chats.listeners()) {
      pending.delete(listener.chat);
      tell(listener.chat, listener);
    }
  for (const chat of pending) tell(chat, undefined);
}
