import { everything } from "../../src/core/filter.ts";
import type { Alert, CodedEvent, Coding, Item, Shift, Stance, Story, Subscription } from "../../src/core/model.ts";
import type { ChatSettings, Feed, Outcome } from "../../src/core/ports.ts";

/** Literal values of the model for the tests of the store and the jobs. */
export const at = new Date("2026-08-14T09:14:00Z");
export const plus = (ms: number) => new Date(at.getTime() + ms);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const item = (id: string, over: Partial<Item> = {}): Item => ({
  id,
  feed: "example",
  title: `Title of ${id}`,
  text: `Text of ${id}.`,
  url: `https://example.com/${id}`,
  publisher: "Example Daily",
  published: plus(-120_000),
  firstSeen: at,
  ...over,
});

export const event: CodedEvent = {
  topic: "foreign-troops",
  actor: "GB",
  actorLevel: "government_or_igo",
  action: "drop",
  rung: -2,
  direction: "rollback",
  presence: "own",
  object: "peacekeepers",
  place: "UA",
  attribution: { kind: "anonymous_source", who: "office of the President" },
  certainty: "stated",
  evidence: { field: "title", sentence: "Britain drops it.", start: 0, end: 17, matched: ["drops"] },
};

export const coding = (over: Partial<Coding> = {}): Coding => ({
  lang: "en",
  relevant: true,
  score: 0.97,
  direction: "rollback",
  actors: ["GB"],
  places: ["UA"],
  events: [event],
  background: false,
  ...over,
});

export const irrelevant: Coding = coding({
  relevant: false,
  score: 0.02,
  direction: "none",
  actors: [],
  places: [],
  events: [],
});

export const story = (id: string, over: Partial<Story> = {}): Story => ({
  id,
  topic: "foreign-troops",
  direction: "rollback",
  actors: ["GB"],
  places: ["UA"],
  objects: ["peacekeepers"],
  presence: "own",
  figures: [],
  terms: ["brtn", "drps"],
  firstAt: at,
  lastAt: at,
  items: 1,
  ...over,
});

export const stance = (over: Partial<Stance> = {}): Stance => ({
  topic: "foreign-troops",
  actor: "GB",
  level: "government_or_igo",
  place: "UA",
  presence: "own",
  rung: -2,
  action: "drop",
  object: "peacekeepers",
  since: at,
  status: "reported",
  attribution: { kind: "anonymous_source" },
  item: "i1",
  story: "s1",
  source: "ledger",
  ...over,
});

export const shift: Shift = {
  topic: "foreign-troops",
  actor: "GB",
  level: "government_or_igo",
  place: "UA",
  presence: "own",
  object: "peacekeepers",
  from: { rung: 2, action: "support", since: plus(-100 * DAY) },
  to: { rung: -2, action: "drop" },
  direction: "rollback",
};

export const alert = (over: Partial<Alert> = {}): Alert => ({
  id: "a1",
  revision: 1,
  topic: "foreign-troops",
  story: "s1",
  status: "reported",
  direction: "rollback",
  severity: 3,
  rings: true,
  cause: "founded",
  shifts: [shift],
  newShifts: [shift],
  attribution: { kind: "anonymous_source" },
  publishers: ["Example Daily"],
  stateMedia: [],
  languages: ["en"],
  items: ["i1"],
  quote: { text: "Britain drops it.", lang: "en" },
  url: "https://example.com/i1",
  demands: [{ actor: "RU", since: plus(-1600 * DAY), agrees: true }],
  published: plus(-120_000),
  firstSeen: at,
  at,
  ...over,
});

export const outcome = (over: Partial<Outcome> = {}): Outcome => ({
  item: item("i1"),
  coding: coding(),
  verdict: { stage: "alerted", reason: "founded" },
  merged: [],
  stances: [],
  touched: [],
  ...over,
});

/** An outcome that carries nothing but an alert revision. */
export const telling = (over: Partial<Alert> = {}, n = over.revision ?? 1): Outcome =>
  outcome({ item: item(`${over.id ?? "a1"}-${n}`), alert: alert(over) });

export const subscription = (chat: string, over: Partial<Subscription> = {}): Subscription => ({
  ...everything("1", chat, at),
  ...over,
});

export const settings = (chat: string, over: Partial<ChatSettings> = {}): ChatSettings => ({
  chat,
  language: "en",
  timeZone: "UTC",
  confirmations: true,
  state: "active",
  ...over,
});

export const feed = (id: string, over: Partial<Feed> = {}): Feed => ({
  id,
  url: `https://${id}.example/rss`,
  publisher: id,
  language: "en",
  ...over,
});
