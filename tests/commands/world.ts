import { readdirSync, readFileSync } from "node:fs";
import { answering } from "../../src/commands/answer.ts";
import type { BackgroundFact, OperatorTools, Tools } from "../../src/commands/command.ts";
import { commands } from "../../src/commands/index.ts";
import { toGazetteer } from "../../src/core/gazetteer.ts";
import { parseLine } from "../../src/core/line.ts";
import { type Message, plainText } from "../../src/core/message.ts";
import type { Alert, Item, Shift, Stance } from "../../src/core/model.ts";
import type { Outcome, Request, Store } from "../../src/core/ports.ts";
import { type Strings, toStrings } from "../../src/core/strings.ts";
import { openStore } from "../../src/store/index.ts";

/** The moment at which every test of this room happens. */
export const NOW = new Date("2025-08-14T10:00:00Z");

/** States enough to fill several pages. */
export const EUROPE = [
  "AL",
  "AM",
  "AT",
  "BE",
  "BG",
  "CZ",
  "DE",
  "DK",
  "EE",
  "ES",
  "FI",
  "GR",
  "HR",
  "HU",
  "IE",
  "IS",
  "IT",
  "LT",
  "LU",
  "LV",
];

const folder = new URL("../../data/strings/", import.meta.url);

/** The strings of the project, all languages. */
export const strings: Strings = toStrings(
  new Map(readdirSync(folder).map((file) => [file.replace(".ftl", ""), readFileSync(new URL(file, folder), "utf8")])),
);

type Kind = "state" | "organisation" | "mission";
const listed = JSON.parse(readFileSync(new URL("../../data/actors.json", import.meta.url), "utf8")) as Readonly<
  Record<string, object>
>;
const actors = (["states", "organisations", "missions"] as const).flatMap((key) =>
  Object.keys(listed[key] ?? {}).map((id) => {
    const kind = key.slice(0, -1) as Kind;
    return [id, { id, kind, weight: id === "UA" ? 3 : 1, places: [], members: [] }] as const;
  }),
);

/** A gazetteer of the project's ids and the names that the strings give them. */
export const gazetteer = toGazetteer({ actors: new Map(actors), tongues: new Map() }, strings);

/** A change of position at a place, by the government. */
export function shiftOf(actor: string, place: string, from: [number, string] | undefined, to: [number, string]): Shift {
  const rung = (n: number) => n as Shift["to"]["rung"];
  return {
    topic: "foreign-troops",
    actor,
    level: "government_or_igo",
    place,
    presence: "own",
    object: "mission",
    ...(from ? { from: { rung: rung(from[0]), action: from[1], since: new Date("2025-03-02T12:00:00Z") } } : {}),
    to: { rung: rung(to[0]), action: to[1] },
    direction: to[0] > (from?.[0] ?? 0) ? "advance" : "rollback",
  };
}

/** The first story's alert, as this project's samples tell it. */
export function alertOf(change: Partial<Alert> = {}): Alert {
  const shifts = [
    shiftOf("GB", "UA", [2, "support"], [-2, "drop"]),
    shiftOf("EU", "UA", [1, "consider"], [-2, "drop"]),
  ];
  return {
    id: "a-first",
    revision: 1,
    topic: "foreign-troops",
    story: "s-first",
    status: "reported",
    direction: "rollback",
    severity: 3,
    rings: true,
    cause: "founded",
    shifts,
    newShifts: shifts,
    attribution: { kind: "anonymous_source", who: "office of the President of Ukraine" },
    publishers: ["Example Daily"],
    stateMedia: [],
    languages: ["en"],
    items: ["i-first"],
    quote: { text: "The question of a mission was removed from the agenda, the source said.", lang: "en" },
    url: "https://news.example/first?a=1&b=2",
    demands: [
      { actor: "RU", since: new Date("2022-03-29T12:00:00Z"), agrees: true, note: "no EU or NATO contingents" },
    ],
    published: new Date("2025-08-14T09:12:00Z"),
    firstSeen: new Date("2025-08-14T09:14:00Z"),
    at: new Date("2025-08-14T09:14:01Z"),
    ...change,
  };
}

/** What the pipeline would write for an alert: its item, its story and its stances. */
export function outcomeOf(alert: Alert): Outcome {
  const item: Item = {
    id: alert.items.at(-1) ?? "i",
    feed: "example",
    title: alert.quote.text,
    text: "",
    ...(alert.url ? { url: alert.url } : {}),
    publisher: "Example Daily",
    ...(alert.published ? { published: alert.published } : {}),
    firstSeen: alert.firstSeen,
  };
  const stances = alert.shifts.map(
    (shift): Stance => ({
      topic: shift.topic,
      actor: shift.actor,
      level: shift.level,
      place: shift.place,
      presence: shift.presence,
      rung: shift.to.rung,
      action: shift.to.action,
      object: shift.object,
      since: alert.published ?? alert.firstSeen,
      status: alert.status,
      attribution: alert.attribution,
      item: item.id,
      story: alert.story,
      ...(alert.url ? { url: alert.url } : {}),
      sentence: alert.quote.text,
      source: "ledger",
    }),
  );
  return {
    item,
    coding: {
      lang: "en",
      relevant: true,
      score: 0.97,
      direction: alert.direction,
      actors: alert.shifts.map((s) => s.actor),
      places: [...new Set(alert.shifts.map((s) => s.place))],
      events: alert.shifts.map((shift) => ({
        topic: shift.topic,
        actor: shift.actor,
        actorLevel: shift.level,
        action: shift.to.action,
        rung: shift.to.rung,
        direction: shift.direction,
        presence: shift.presence,
        object: shift.object,
        place: shift.place,
        attribution: alert.attribution,
        certainty: "reported",
        evidence: {
          field: "title",
          sentence: alert.quote.text,
          start: 0,
          end: alert.quote.text.length,
          matched: ["removed from the agenda", "mission"],
        },
      })),
      background: false,
    },
    verdict: { stage: "alerted", reason: "change of class" },
    story: {
      id: alert.story,
      topic: alert.topic,
      direction: alert.direction,
      actors: alert.shifts.map((s) => s.actor),
      places: [...new Set(alert.shifts.map((s) => s.place))],
      objects: ["mission"],
      figures: [],
      terms: [],
      firstAt: alert.firstSeen,
      lastAt: alert.firstSeen,
      items: alert.items.length,
    },
    merged: [],
    stances,
    alert,
    touched: [],
  };
}

const fact: BackgroundFact = {
  date: "2014",
  text: { en: "The OSCE sent civilian monitors." },
  url: "https://www.osce.org/",
  title: "OSCE",
};

/** A store in memory with every command around it, the operator's deeds in a list. */
export interface World {
  readonly store: Store;
  readonly tools: Tools;
  readonly deeds: unknown[];
  readonly logged: unknown[];
  ask(line: string, who?: Partial<Request>): Promise<Message>;
  /** The answer as plain text. */
  say(line: string, who?: Partial<Request>): Promise<string>;
}

/** Opens a world at `NOW`; `change` replaces tools. */
export function openWorld(change: Partial<Tools> = {}): World {
  const store = openStore(":memory:");
  const deeds: unknown[] = [];
  const logged: unknown[] = [];
  const operator: OperatorTools = {
    feedback: async (entry) => void deeds.push(entry),
    retract: async (alert, reason) => {
      deeds.push({ alert, reason });
      return alert === "a-first" ? 2 : undefined;
    },
    broadcast: async (text) => {
      deeds.push(text);
      return 3;
    },
    stats: async () => ({ chats: 4, alerts: 1234 }),
  };
  const tools: Tools = {
    store,
    strings,
    gazetteer,
    topics: ["foreign-troops"],
    commands,
    operator,
    log: (...line) => void logged.push(line),
    now: () => NOW,
    background: (place) => (place === "UA" ? [fact] : []),
    ...change,
  };
  const answer = answering(tools);
  const ask: World["ask"] = (line, who = {}) =>
    answer({
      chat: "telegram:1",
      user: "telegram:1",
      language: "en",
      ...parseLine(line),
      private: true,
      operator: false,
      mayManage: async () => true,
      resolveChat: async () => ({ problem: "chat-not-found" }),
      ...who,
    });
  return { store, tools, deeds, logged, ask, say: async (line, who) => plainText(await ask(line, who)) };
}
