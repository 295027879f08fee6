import type { Database } from "better-sqlite3";
import type { ChatId } from "../core/model.ts";
import type { Feedback } from "../core/ports.ts";

const counts: Readonly<Record<string, string>> = {
  feeds: "select count(*) as n from feed where enabled = 1",
  feedsFailing: "select count(*) as n from feed where enabled = 1 and json_extract(state, '$.errors') > 0",
  items: "select count(*) as n from item",
  stories: "select count(*) as n from story",
  stances: "select count(*) as n from stance",
  alerts: "select count(*) as n from alert",
  chats: "select count(distinct chat) as n from subscription",
  subscriptions: "select count(*) as n from subscription",
  waiting: "select count(*) as n from delivery where state = 'pending'",
  sent: "select count(*) as n from delivery where state = 'sent'",
  refused: "select count(*) as n from delivery where state = 'refused'",
  perhapsTwice: "select count(*) as n from delivery where uncertain = 1",
  feedback: "select count(*) as n from feedback",
};

/** What the operator of the bot asks for. */
export function operatorIn(db: Database) {
  const questions = Object.entries(counts).map(([name, sql]) => [name, db.prepare<[], { n: number }>(sql)] as const);
  const save = db.prepare("insert into feedback (chat, user, text, alert, at) values (?, ?, ?, ?, ?)");
  const forget = db.prepare("delete from feedback where chat = ?");
  return {
    forget: (chat: ChatId): void => void forget.run(chat),
    save: ({ chat, user, text, alert, at }: Feedback): void =>
      void save.run(chat, user, text, alert ?? null, at.getTime()),
    figures: (): Record<string, number> =>
      Object.fromEntries(questions.map(([name, question]) => [name, question.get()?.n ?? 0])),
  };
}
