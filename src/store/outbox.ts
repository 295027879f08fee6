import { createHash } from "node:crypto";
import type { Database } from "better-sqlite3";
import type { Message } from "../core/message.ts";
import type { Alert, ChatId } from "../core/model.ts";
import type { Delivery, SendResult } from "../core/ports.ts";
import { parseBody, toBody } from "./body.ts";

/** An alert that waited longer than this is folded with the chat's other old ones into one message, in ms. */
export const FOLD_AFTER_MS = 6 * 3_600_000;
/** A card older than this is edited no more, in ms: Telegram's limit on its own messages is 48 h. */
const EDIT_WITHIN_MS = 48 * 3_600_000;

/** A delivery as it is kept. */
export interface Row {
  readonly id: number;
  readonly platform: string;
  readonly chat: ChatId;
  readonly alert: string;
  readonly revision: number;
  readonly kind: Delivery["kind"];
  readonly state: string;
  readonly priority: number;
  readonly leased: number;
  readonly uncertain: number;
  readonly attempts: number;
  readonly nonce: string;
  readonly created_at: number;
  readonly note: string | null;
}

/** A delivery to be made: `priority` is 0 for an edit, else the severity. */
export interface Order {
  readonly chat: ChatId;
  readonly alert: Alert;
  readonly kind: Exclude<Delivery["kind"], "note">;
  readonly now: Date;
  readonly notBefore?: Date;
}

type Parts = { readonly revision: (alert: string, number: number) => Alert | undefined };

const platformOf = (chat: ChatId) => chat.slice(0, chat.indexOf(":"));

/** The platform's idempotency key of a delivery: 22 characters, the same whenever the same thing is sent to the same chat. */
function nonceOf(chat: ChatId, what: string): string {
  return createHash("sha256").update(`${chat} ${what}`).digest("base64url").slice(0, 22);
}

const named = (alert: Alert, kind: string) => `${alert.id} ${alert.revision} ${kind}`;

/** The deliveries not yet settled, and the messages that they became. */
export function outboxIn(db: Database, parts: Parts) {
  const headOf = db.prepare<[string], { id: number; attempts: number; not_before: number }>(
    "select id, attempts, not_before from delivery where chat = ? and state = 'pending' and head = 1",
  );
  const stepBack = db.prepare("update delivery set head = 0 where chat = ? and state = 'pending' and head = 1");
  const add = db.prepare(
    `insert into delivery (platform, chat, alert, revision, kind, state, priority, head, not_before, nonce, created_at, note)
     values (@platform, @chat, @alert, @revision, @kind, 'pending', @priority, @head, @notBefore, @nonce, @now, @note)`,
  );
  const hurry = db.prepare("update delivery set priority = max(priority, ?) where id = ?");
  const revise = db.prepare("update delivery set revision = ?, nonce = ?, priority = max(priority, ?) where id = ?");
  const waiting = db.prepare<[string], Row>("select * from delivery where alert = ? and state = 'pending' order by id");
  const finish = db.prepare(
    "update delivery set state = ?, settled_at = ?, head = 0, leased = 0, message = ?, reason = ?, folded_into = ? where id = ?",
  );
  const advance = db.prepare(
    `update delivery set head = 1, priority = (select max(priority) from delivery where chat = @chat and state = 'pending')
     where id = (select id from delivery where chat = @chat and state = 'pending' order by not_before > @now, id limit 1)
       and not exists (select 1 from delivery where chat = @chat and state = 'pending' and head = 1)`,
  );
  // Four severities and edits are five short ranges of one index: what is due is found without passing over what is not.
  const lease = db.prepare<{ platform: string; now: number; until: number; limit: number }, Row>(
    `update delivery set uncertain = max(uncertain, leased), leased = 1, attempts = attempts + 1, not_before = @until
     where id in (select id from (${[4, 3, 2, 1, 0]
       .map(
         (priority) =>
           `select * from (select id from delivery where head = 1 and platform = @platform and priority = ${priority}
              and not_before <= @now order by not_before limit @limit)`,
       )
       .join(" union all ")}) limit @limit)
     returning *`,
  );
  const pausedUntil = db.prepare<[string], { not_before: number }>("select not_before from platform where name = ?");
  const pause = db.prepare(
    "insert into platform (name, not_before) values (?, ?) on conflict (name) do update set not_before = excluded.not_before",
  );
  const byNonce = db.prepare<[string], { id: number }>("select id from delivery where nonce = ?");
  const byId = db.prepare<[number], Row>("select * from delivery where id = ?");
  // only attempts of unknown outcome count: what a platform put off was none
  const again = db.prepare(
    "update delivery set leased = 0, not_before = @at, uncertain = max(uncertain, @lost), attempts = attempts - 1 + @lost where id = @id",
  );
  const become = db.prepare("update delivery set kind = ? where id = ?");
  const foldable = db.prepare<[string, number, number], Row>(
    `select * from delivery where chat = ? and state = 'pending' and leased = 0 and attempts = 0 and kind in ('send', 'reply')
       and created_at < ? and id > ? order by id`,
  );
  const folded = db.prepare<[number], Row>("select * from delivery where folded_into = ? order by id");
  const cardOf = db.prepare<[string, string], { message: string; card: number; at: number }>(
    "select message, card, at from message where alert = ? and chat = ? order by card desc, at limit 1",
  );
  const addMessage = db.prepare(
    "insert or ignore into message (chat, message, alert, revision, card, at) values (?, ?, ?, ?, ?, ?)",
  );
  const reviseMessage = db.prepare("update message set revision = ? where chat = ? and message = ? and alert = ?");
  const holders = db.prepare<[string], { chat: string; card: number }>(
    "select chat, max(card) as card from message where alert = ? group by chat",
  );
  const pendingOf = db.prepare<[string], { id: number }>(
    "select id from delivery where chat = ? and state = 'pending'",
  );
  const drop = db.prepare("delete from delivery where chat = ?");
  const rename = db.prepare("update delivery set chat = ?, head = 0 where chat = ?");
  const release = db.prepare("update delivery set leased = 0, uncertain = 1, not_before = created_at where leased = 1");
  const forgettable = db.prepare(
    "delete from delivery where id in (select id from delivery where settled_at < ? limit ?)",
  );
  const oldMessages = db.prepare(
    "delete from message where (chat, message, alert) in (select chat, message, alert from message where at < ? limit ?)",
  );

  const end = (row: Row, state: string, now: Date, more: { message?: string; reason?: string; into?: number } = {}) => {
    finish.run(state, now.getTime(), more.message ?? null, more.reason ?? null, more.into ?? null, row.id);
    advance.run({ chat: row.chat, now: now.getTime() });
  };

  /** What a leased row is to the platform, or undefined where there is nothing to do any more (the row is then settled). */
  const toDelivery = (row: Row, now: Date): Delivery | undefined => {
    const parcel = {
      id: row.id,
      chat: row.chat,
      attempts: row.attempts,
      nonce: row.nonce,
      createdAt: new Date(row.created_at),
      ...(row.uncertain === 1 ? { uncertain: true } : {}),
    };
    if (row.kind === "note") return { ...parcel, kind: "note", message: parseBody<Message>(row.note ?? "") };
    const alert = parts.revision(row.alert, row.revision);
    const sent = cardOf.get(row.alert, row.chat);
    if (!alert || (row.kind === "edit" && (!sent?.card || now.getTime() - sent.at > EDIT_WITHIN_MS))) {
      end(row, "dropped", now, { reason: "there is no message to edit" });
      return undefined;
    }
    const kind = row.kind === "reply" && !sent ? "send" : row.kind;
    if (kind !== row.kind) become.run(kind, row.id);
    const old = now.getTime() - FOLD_AFTER_MS;
    if (kind !== "edit" && row.created_at < old && row.attempts === 1)
      for (const other of foldable.all(row.chat, old, row.id)) end(other, "folded", now, { into: row.id });
    const others =
      kind === "edit" ? [] : folded.all(row.id).flatMap((one) => parts.revision(one.alert, one.revision) ?? []);
    return {
      ...parcel,
      alert,
      kind,
      ...(sent && kind !== "send" ? { messageId: sent.message } : {}),
      ...(others.length === 0 ? {} : { folded: others }),
    };
  };

  return {
    /** Puts a delivery at the end of its chat's queue. */
    add({ chat, alert, kind, now, notBefore }: Order): void {
      const priority = kind === "edit" ? 0 : alert.severity;
      const head = headOf.get(chat);
      // what waits for the morning does not hold up what need not wait
      const overtakes = head?.attempts === 0 && head.not_before > now.getTime() && notBefore === undefined;
      if (overtakes) stepBack.run(chat);
      else if (head) hurry.run(priority, head.id);
      add.run({
        platform: platformOf(chat),
        chat,
        alert: alert.id,
        revision: alert.revision,
        kind,
        priority,
        head: head && !overtakes ? 0 : 1,
        notBefore: (notBefore ?? now).getTime(),
        nonce: nonceOf(chat, named(alert, kind)),
        note: null,
        now: now.getTime(),
      });
    },

    /** Puts a note at the end of a chat's queue, unless it was put there before. */
    note(id: string, chat: ChatId, message: Message, now: Date): boolean {
      const nonce = nonceOf(chat, `note ${id}`);
      if (byNonce.get(nonce)) return false;
      const at = now.getTime();
      const head = headOf.get(chat) ? 0 : 1;
      const values = { platform: platformOf(chat), chat, alert: "", revision: 0, kind: "note", priority: 1, head };
      add.run({ ...values, notBefore: at, nonce, now: at, note: toBody(message) });
      return true;
    },

    /** Lets a delivery that nobody has tried yet carry a newer revision. */
    revise(row: Row, alert: Alert): void {
      const priority = row.kind === "edit" ? 0 : alert.severity;
      revise.run(alert.revision, nonceOf(row.chat, named(alert, row.kind)), priority, row.id);
    },

    end,
    waiting: (alert: string): Row[] => waiting.all(alert),
    /** The chats that were told of an alert, and whether they have a card of its own that can be edited. */
    holders: (alert: string): { readonly chat: ChatId; readonly card: number }[] => holders.all(alert),

    claim(platform: string, now: Date, leaseMs: number, limit: number): Delivery[] {
      if ((pausedUntil.get(platform)?.not_before ?? 0) > now.getTime()) return [];
      const found: Delivery[] = [];
      while (found.length < limit) {
        const left = limit - found.length;
        const rows = lease.all({ platform, now: now.getTime(), until: now.getTime() + leaseMs, limit: left });
        if (rows.length === 0) break;
        for (const row of rows.sort((a, b) => b.priority - a.priority || a.id - b.id)) {
          const delivery = toDelivery(row, now);
          if (delivery) found.push(delivery);
        }
      }
      return found;
    },

    /** Notes what became of a delivery; what was settled before, or belongs to a forgotten chat, is passed over. Returns the chat that went or moved. */
    settle(id: number, result: SendResult, now: Date): Row | undefined {
      const row = byId.get(id);
      if (row?.state !== "pending") return undefined;
      const at = now.getTime();
      if (result.status === "retry") {
        again.run({ id, at: at + result.afterMs, lost: result.uncertain ? 1 : 0 });
        if (result.scope === "platform") pause.run(row.platform, at + result.afterMs);
      } else if (result.status === "moved") again.run({ id, at, lost: 0 });
      else if (result.status === "refused") end(row, "refused", now, { reason: result.reason });
      else if (result.status === "gone") {
        for (const one of pendingOf.all(row.chat)) finish.run("gone", at, null, result.reason, null, one.id);
      } else if (row.kind === "note") end(row, "sent", now, { message: result.messageId });
      else if (row.kind === "edit") {
        reviseMessage.run(row.revision, row.chat, result.messageId, row.alert);
        end(row, "sent", now, { message: result.messageId });
      } else {
        const others = folded.all(id);
        const card = row.kind === "send" && others.length === 0 ? 1 : 0;
        addMessage.run(row.chat, result.messageId, row.alert, row.revision, card, at);
        for (const one of others) addMessage.run(row.chat, result.messageId, one.alert, one.revision, 0, at);
        end(row, "sent", now, { message: result.messageId });
      }
      return row;
    },

    /** Gives up what waits for a chat. */
    abandon(chat: ChatId, reason: string, now: Date): void {
      for (const one of pendingOf.all(chat)) finish.run("gone", now.getTime(), null, reason, null, one.id);
    },

    forget: (chat: ChatId): void => void drop.run(chat),

    /** Renames a chat; its queue goes on under the new name. */
    move(from: ChatId, to: ChatId, now: Date): void {
      rename.run(to, from);
      stepBack.run(to);
      advance.run({ chat: to, now: now.getTime() });
    },

    /** Frees what a process that died had leased: it may have arrived, or not. */
    resume: (): number => release.run().changes,

    prune(now: Date, limit: number, settledMs: number, messageMs: number): number {
      return (
        forgettable.run(now.getTime() - settledMs, limit).changes +
        oldMessages.run(now.getTime() - messageMs, limit).changes
      );
    },
  };
}
