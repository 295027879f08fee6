import type { Database } from "better-sqlite3";
import type { Alert, ChatId, Subscription } from "../core/model.ts";
import type { ChatSettings } from "../core/ports.ts";
import { freshSettings } from "../core/settings.ts";
import { parseBody, toBody } from "./body.ts";

/** Who listens: a chat's settings, where it has set any, and its subscriptions. */
export interface Listener {
  readonly chat: ChatId;
  readonly settings: ChatSettings | undefined;
  readonly subscriptions: readonly Subscription[];
}

/** Chats, what they set, and what they want to hear of. */
export function chatsIn(db: Database) {
  const get = db.prepare<[string], { body: string }>("select body from chat where chat = ?");
  const save = db.prepare("insert or replace into chat (chat, body) values (?, ?)");
  const drop = db.prepare("delete from chat where chat = ?");
  const subscriptionsOf = db.prepare<[string], { body: string }>(
    "select body from subscription where chat = ? order by n",
  );
  const addSubscription = db.prepare(
    `insert into subscription (chat, id, body) values (?, ?, ?)
     on conflict (chat, id) do update set body = excluded.body`,
  );
  const dropSubscription = db.prepare("delete from subscription where chat = ? and id = ?");
  const dropSubscriptions = db.prepare("delete from subscription where chat = ?");
  const everybody = db.prepare<[], { chat: string; body: string; settings: string | null }>(
    `select subscription.chat, subscription.body, chat.body as settings
     from subscription left join chat on chat.chat = subscription.chat order by subscription.chat, n`,
  );
  const all = db.prepare<[], { chat: string; body: string | null }>(
    `select names.chat, chat.body from (select chat from chat union select chat from subscription) as names
     left join chat on chat.chat = names.chat order by names.chat`,
  );
  const alertOf = db.prepare<[string, string], { body: string }>(
    `select alert.body from message join alert on alert.id = message.alert
     where chat = ? and message.message = ? order by message.at desc, alert.at desc limit 1`,
  );
  const dropMessages = db.prepare("delete from message where chat = ?");
  const moveMessages = db.prepare("update or replace message set chat = ? where chat = ?");
  const inside = db.prepare<{ from: string; below: string; above: string }, { chat: string }>(
    `select chat from chat where chat = @from or (chat > @below and chat < @above)
     union select chat from subscription where chat = @from or (chat > @below and chat < @above)`,
  );

  const settings = (chat: ChatId): ChatSettings | undefined => {
    const row = get.get(chat);
    return row && parseBody<ChatSettings>(row.body);
  };
  const subscriptions = (chat: ChatId) => subscriptionsOf.all(chat).map((row) => parseBody<Subscription>(row.body));
  const subscribe = (subscription: Subscription) =>
    void addSubscription.run(subscription.chat, subscription.id, toBody(subscription));
  const put = (value: ChatSettings) => void save.run(value.chat, toBody(value));

  return {
    settings,
    save: put,
    subscriptions,
    subscribe,

    unsubscribe(chat: ChatId, id?: string): number {
      return id === undefined ? dropSubscriptions.run(chat).changes : dropSubscription.run(chat, id).changes;
    },

    /** Every chat with a subscription, one after the other. */
    *listeners(): Generator<Listener> {
      let row: { chat: string; settings: string | null } | undefined;
      let wants: Subscription[] = [];
      const listener = (of: { chat: string; settings: string | null }): Listener => ({
        chat: of.chat,
        settings: of.settings === null ? undefined : parseBody<ChatSettings>(of.settings),
        subscriptions: wants,
      });
      for (const next of everybody.all()) {
        if (row && row.chat !== next.chat) {
          yield listener(row);
          wants = [];
        }
        row = next;
        wants.push(parseBody<Subscription>(next.body));
      }
      if (row) yield listener(row);
    },

    /** The settings of every chat that saved any or listens. */
    all(): ChatSettings[] {
      return all
        .all()
        .map(({ chat, body }) => (body === null ? freshSettings(chat, "en") : parseBody<ChatSettings>(body)));
    },

    alertOf(chat: ChatId, message: string): Alert | undefined {
      const row = alertOf.get(chat, message);
      return row && parseBody<Alert>(row.body);
    },

    /** Deletes what is known of a chat. */
    forget(chat: ChatId): void {
      drop.run(chat);
      dropSubscriptions.run(chat);
      dropMessages.run(chat);
    },

    /** Gives a chat, and the threads in it, its new name; what the new name had set before stays. Returns the pairs of names. */
    move(from: ChatId, to: ChatId): readonly (readonly [ChatId, ChatId])[] {
      const found = inside.all({ from, below: `${from}/`, above: `${from}0` }).map((row) => row.chat);
      const pairs = [...new Set([from, ...found])].map((old) => [old, `${to}${old.slice(from.length)}`] as const);
      for (const [old, now] of pairs) {
        const moved = settings(old);
        if (moved && !settings(now)) put({ ...moved, chat: now });
        const known = new Set(subscriptions(now).map((one) => one.id));
        for (const one of subscriptions(old)) if (!known.has(one.id)) subscribe({ ...one, chat: now });
        drop.run(old);
        dropSubscriptions.run(old);
        moveMessages.run(now, old);
      }
      return pairs;
    },
  };
}
