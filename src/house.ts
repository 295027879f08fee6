import { answering } from "./commands/answer.ts";
import type { BackgroundFact, Tools } from "./commands/command.ts";
import { hooksOf } from "./commands/hooks.ts";
import { commands } from "./commands/index.ts";
import { retract } from "./core/alert.ts";
import { card } from "./core/card.ts";
import { openCoder } from "./core/coder.ts";
import { toGazetteer } from "./core/gazetteer.ts";
import { type IntakeOptions, intake } from "./core/intake.ts";
import { line, type Message } from "./core/message.ts";
import type { Coding, Item } from "./core/model.ts";
import { assess, toKnowledge } from "./core/pipeline.ts";
import type { ChatHooks, ChatSettings, Context, Delivery, Log, Outcome, Request, Store } from "./core/ports.ts";
import { roundup } from "./core/roundup.ts";
import { type Strings, toStrings } from "./core/strings.ts";
import { identify, openCatalog, readBackground, readBaseline, readPublishers, readStrings } from "./data.ts";

/** What judges items: the coder and the engine over the catalogue of `data/`. */
export interface Judge {
  code(item: Item): Coding;
  assess(item: Item, coding: Coding, context: Context, now: Date, earlier?: string): Outcome;
}

/** The product without clock, feeds and platforms: what `main` runs, and the demo and the other verbs play. */
export interface House extends Judge {
  readonly strings: Strings;
  readonly hooks: ChatHooks;
  take(item: Item, options: IntakeOptions): Promise<Outcome | undefined>;
  answer(request: Request): Promise<Message>;
  render(delivery: Delivery, settings: ChatSettings | undefined): Message;
}

/** Compiles the catalogue of a topic into what judges items. */
export function openJudge(catalog = openCatalog()): Judge {
  const coder = openCoder(catalog, identify);
  const knowledge = toKnowledge({ publishers: readPublishers(), baseline: readBaseline(), actors: catalog.actors });
  return {
    code: (item) =>
      coder.code({
        title: item.title,
        text: item.text,
        date: (item.published ?? item.firstSeen).toISOString(),
        ...(item.lang === undefined ? {} : { lang: item.lang }),
      }),
    assess: (item, coding, context, now, earlier) => assess(item, coding, context, now, knowledge, earlier),
  };
}

/** Joins `data/` and a store into the product; the baseline of `data/` is written into the store. */
export async function openHouse(parts: {
  readonly store: Store;
  readonly log: Log;
  readonly now: () => Date;
}): Promise<House> {
  const { store, log, now } = parts;
  const catalog = openCatalog();
  const judge = openJudge(catalog);
  const strings = toStrings(readStrings());
  await store.saveBaseline(readBaseline());
  const phrasesOf = (settings: ChatSettings | undefined) =>
    strings.phrases(settings?.language ?? "en", settings?.timeZone);

  const tools: Tools = {
    store,
    strings,
    gazetteer: toGazetteer(catalog, strings),
    topics: [catalog.topic.id],
    commands,
    operator: {
      feedback: (entry) => store.saveFeedback(entry),
      async retract(id, reason, at) {
        const [alert] = await store.alerts({ id, limit: 1 });
        if (!alert) return undefined;
        const places = [...new Set(alert.shifts.map((shift) => shift.place))];
        const stances = (await Promise.all(places.map((place) => store.stances({ place })))).flat();
        const back = retract(alert, stances, at);
        log("warn", "alert retracted", { alert: id, reason });
        return store.amend(back.alert, back.stances, at);
      },
      async broadcast(text, at) {
        const chats = (await store.chats()).filter((one) => one.state === "active").map((one) => one.chat);
        return store.post(`broadcast ${at.toISOString()}`, chats, { blocks: [line(text)] }, at);
      },
      stats: () => store.figures(),
    },
    log,
    now,
    background: (place) => readBackground<BackgroundFact>(place),
  };

  return {
    ...judge,
    strings,
    hooks: hooksOf(tools),
    answer: answering(tools),
    take: (item, options) => intake(item, { store, log, ...judge }, options),
    render(delivery, settings) {
      if (delivery.kind === "note") return delivery.message;
      const phrases = phrasesOf(settings);
      if (delivery.folded) return roundup("away", [delivery.alert, ...delivery.folded], phrases);
      return card(delivery.alert, delivery.kind, phrases);
    },
  };
}
