import { alertLine, holder, objectName, position, word } from "../core/card.ts";
import { classOf, side } from "../core/ladder.ts";
import { type Block, type Button, bold, heading, line, type Message, type Span } from "../core/message.ts";
import type { Alert, Stance } from "../core/model.ts";
import { type Asked, type BackgroundFact, type Command, given, mistake, type Tools } from "./command.ts";

const GAP: Block = { kind: "gap" };

/** The newest standing stance of each holder, newest first. */
export function standing(stances: readonly Stance[]): readonly Stance[] {
  const newest = new Map<string, Stance>();
  for (const stance of stances) {
    if (stance.status === "denied" || stance.status === "retracted") continue;
    const key = [stance.topic, stance.actor, stance.level, stance.place, stance.presence].join("|");
    const known = newest.get(key);
    if (!known || stance.since > known.since) newest.set(key, stance);
  }
  return [...newest.values()].sort((a, b) => b.since.getTime() - a.since.getTime());
}

/** One stance: who, what, since when, on whose word (linked). `shows` says which end is known from the question. */
export function stanceRow(stance: Stance, shows: "holder" | "place", asked: Asked): Block {
  const { phrases } = asked;
  const label =
    shows === "holder"
      ? holder(stance, phrases)
      : stance.place === ""
        ? objectName(stance.object, phrases)
        : phrases.name(stance.place);
  const source: Span = stance.url
    ? { text: word(stance.attribution, phrases), url: stance.url }
    : { text: stance.source === "baseline" ? phrases.say("position-baseline") : word(stance.attribution, phrases) };
  const claim = stance.status === "reported" ? ` (${phrases.say("claim", { status: "reported" })})` : "";
  return {
    kind: "row",
    cells: [
      [bold(label)],
      [{ text: position(stance, phrases) }],
      [{ text: phrases.say("since", { day: phrases.day(stance.since) }) }],
      [source, ...(claim ? [{ text: claim }] : [])],
    ],
  };
}

/** A background date as a person says it: a year, a month or a day. */
function dateWords(date: string, asked: Asked): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? asked.phrases.day(new Date(`${date}T12:00Z`)) : date;
}

/** The background of a place with its sources. */
function backgroundBlocks(facts: readonly BackgroundFact[], asked: Asked): readonly Block[] {
  const { phrases } = asked;
  if (facts.length === 0) return [];
  const translated = facts.every((f) => f.text[phrases.language] !== undefined);
  const title =
    phrases.say("context-background") + (translated ? "" : ` ${phrases.say("context-background-language")}`);
  return [
    GAP,
    heading(title),
    ...facts.map((f) =>
      line(
        bold(dateWords(f.date, asked)),
        ` · ${(translated ? f.text[phrases.language] : undefined) ?? f.text.en ?? ""} (`,
        { text: f.title, url: f.url },
        ")",
      ),
    ),
  ];
}

function shiftBlocks(alerts: readonly Alert[], asked: Asked): readonly Block[] {
  return alerts.length === 0
    ? []
    : [GAP, heading(asked.phrases.say("context-shifts")), ...alerts.map((a) => alertLine(a, asked.phrases))];
}

function onTheTable(stances: readonly Stance[], asked: Asked): readonly Block[] {
  const open = new Map<string, string[]>();
  for (const s of stances) {
    if (side(s.rung) < 0 || classOf(s.rung) === "against") continue;
    const object = objectName(s.object, asked.phrases);
    const names = open.get(object) ?? [];
    const name = holder(s, asked.phrases);
    if (!names.includes(name)) open.set(object, [...names, name]);
  }
  if (open.size === 0) return [];
  return [
    GAP,
    heading(asked.phrases.say("context-remains")),
    ...[...open].map(([object, names]) =>
      line(`${object}: ${asked.phrases.list(names.slice(0, 8))}${names.length > 8 ? ` +${names.length - 8}` : ""}`),
    ),
  ];
}

/** The id that `/context` is about: a name, or the alert that it replies to. */
async function subject(asked: Asked, tools: Tools): Promise<string> {
  const about = given(asked, "about");
  if (about !== undefined) {
    const found = tools.gazetteer.find(about, asked.phrases.language);
    if (found) return found.id;
    const byId = await tools.store.alerts({ id: about, limit: 1 });
    const shift = byId[0]?.shifts[0];
    if (shift) return shift.place || shift.actor;
    throw mistake(
      asked.phrases,
      "unknown-place",
      { word: about },
      tools.gazetteer.suggest(about, asked.phrases.language),
    );
  }
  const alert = asked.replyTo === undefined ? undefined : await tools.store.alertOf(asked.chat, asked.replyTo);
  const shift = alert?.shifts[0];
  if (shift) return shift.place || shift.actor;
  throw mistake(asked.phrases, "context-asked");
}

/** `/context`: who stands where today, since when, on whose word; the last shifts; what is on the table; the background. */
export const context: Command = {
  name: "context",
  audience: "everyone",
  words: "about",
  options: [{ name: "about", kind: "place_or_actor" }],
  example: "/context Ukraine",
  async run(asked, tools): Promise<Message> {
    const { phrases } = asked;
    const id = await subject(asked, tools);
    const [atPlace, byActor, shiftsAt, shiftsBy] = await Promise.all([
      tools.store.stances({ place: id }),
      tools.store.stances({ actor: id }),
      tools.store.alerts({ place: id, limit: 8 }),
      tools.store.alerts({ actor: id, limit: 8 }),
    ]);
    const here = standing(atPlace);
    const own = standing(byActor).filter((s) => s.place !== id);
    const alerts = [...new Map([...shiftsAt, ...shiftsBy].map((a) => [a.id, a])).values()]
      .sort((a, b) => b.at.getTime() - a.at.getTime())
      .slice(0, 8);
    const facts = tools.background(id);
    const empty = here.length + own.length + alerts.length === 0;
    const buttons: Button[] = [
      { label: phrases.say("button-positions"), command: `positions ${id}` },
      { label: phrases.say("button-timeline"), command: `timeline ${id}` },
      { label: phrases.say("button-subscribe"), command: `subscribe ${id}`, personal: true },
    ];
    return {
      blocks: [
        heading(phrases.say("context-title", { name: phrases.name(id) })),
        ...(empty ? [line(phrases.say("context-none"))] : []),
        ...here.map((s) => stanceRow(s, "holder", asked)),
        ...(own.length > 0
          ? [
              ...(here.length > 0 ? [GAP, line(bold(phrases.name(id)))] : []),
              ...own.map((s) => stanceRow(s, "place", asked)),
            ]
          : []),
        ...shiftBlocks(alerts, asked),
        ...onTheTable(here, asked),
        ...backgroundBlocks(facts, asked),
      ],
      buttons: [buttons],
      line: `context ${id}`,
    };
  },
};
