import { alertLine } from "./card.ts";
import { bold, line, type Message } from "./message.ts";
import type { Alert } from "./model.ts";
import type { Phrases } from "./strings.ts";

/** At most so many alerts are listed; the rest is a number. */
const LISTED = 20;

/** Several alerts in one message, a line each: a digest, or what came while the chat could not be reached. */
export function roundup(title: "away" | "digest-title", alerts: readonly Alert[], phrases: Phrases): Message {
  const rest = alerts.length - LISTED;
  return {
    blocks: [
      { kind: "heading", spans: [bold(phrases.say(title, { count: alerts.length }))] },
      ...alerts.slice(0, LISTED).map((alert) => alertLine(alert, phrases)),
      ...(rest > 0 ? [line(phrases.say("and-more", { count: rest }))] : []),
    ],
  };
}
