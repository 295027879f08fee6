import { randomBytes } from "node:crypto";
import { alertLine } from "../core/card.ts";
import { matches } from "../core/filter.ts";
import { type Block, line } from "../core/message.ts";
import type { Subscription } from "../core/model.ts";
import { type Asked, type Command, mistake, type Tools } from "./command.ts";
import { directions, filterWords, levels, sameFilters, toSubscription } from "./filters.ts";

const DAYS = 30;
const MOST = 200;

/** What a subscription would have sent in the last thirty days: a count, and the newest three. */
async function preview(subscription: Subscription, asked: Asked, tools: Tools): Promise<readonly Block[]> {
  const { phrases, now } = asked;
  const alerts = await tools.store.alerts({ since: new Date(now.getTime() - DAYS * 86_400_000), limit: MOST });
  const sent = alerts.filter((alert) => matches(subscription, alert));
  const count =
    alerts.length === MOST
      ? phrases.say("preview-many", { count: sent.length })
      : phrases.say("preview", { count: sent.length });
  return [line(count), ...sent.slice(0, 3).map((alert) => alertLine(alert, phrases))];
}

/** Saves a subscription and makes its chat one that is sent to. */
export async function keep(subscription: Subscription, asked: Asked, tools: Tools): Promise<void> {
  const { settings, title } = asked.target;
  await tools.store.saveChat({ ...settings, state: "active", ...(title === undefined ? {} : { title }) });
  await tools.store.subscribe(subscription);
}

/** A short id that nobody has to type: lists are numbered. */
export function newId(): string {
  return randomBytes(5).toString("hex");
}

/** `/subscribe`: alerts for this chat, or for another one that the caller runs (`in:`). */
export const subscribe: Command = {
  name: "subscribe",
  audience: "settings",
  words: "place",
  options: [
    { name: "place", kind: "place" },
    { name: "actor", kind: "actor" },
    { name: "direction", kind: "word", choices: directions },
    { name: "severity", kind: "word", choices: ["1", "2", "3", "4"] },
    { name: "certainty", kind: "word", choices: ["any", "confirmed"] },
    { name: "level", kind: "word", choices: levels },
    { name: "language", kind: "word", describes: "languages" },
    { name: "topic", kind: "word" },
    { name: "in", kind: "chat" },
  ],
  example: "/subscribe place:Ukraine, Moldova direction:rollback certainty:confirmed",
  async run(asked, tools) {
    const { phrases, target } = asked;
    if (asked.cannotPost && target.chat === asked.chat) throw mistake(phrases, "chat-no-post-here");
    const wanted = toSubscription(asked, tools, newId());
    const filters = filterWords(wanted, phrases);
    const before = await tools.store.subscriptions(target.chat);
    if (before.some((s) => sameFilters(s, wanted)))
      return { blocks: [line(phrases.say("subscribed-same", { filters }))], discreet: true };
    await keep(wanted, asked, tools);
    const said =
      target.title === undefined
        ? phrases.say("subscribed", { filters })
        : phrases.say("subscribed-in", { filters, title: target.title });
    return { blocks: [line(`✔ ${said}`), ...(await preview(wanted, asked, tools))] };
  },
};
