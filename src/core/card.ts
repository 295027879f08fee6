import { speaksForState } from "./ladder.ts";
import { type Block, type Button, bold, line, type Message, type Span, shorten } from "./message.ts";
import type { Alert, Attribution, Direction, Shift, StanceKey } from "./model.ts";
import type { Phrases } from "./strings.ts";

/** How an alert reaches a chat: a new message, a reply that rings, or a silent restatement of what was sent. */
export type CardKind = "send" | "reply" | "edit";

const ARROWS: Readonly<Record<Direction, string>> = { advance: "▲", rollback: "▼", hold: "◆", none: "◇" };
const QUOTE_LIMIT = 400;

/** A direction's sign, as cards and lists show it. */
export function arrow(direction: Direction): string {
  return ARROWS[direction];
}

/** A position in words (`off the agenda`), from its action and whose soldiers it is about. */
export function position(at: { readonly action: string; readonly presence?: string }, phrases: Phrases): string {
  return phrases.say(at.presence === "foreign" ? "position-foreign" : "position", { action: at.action });
}

const OBJECTS: readonly (readonly [RegExp, string])[] = [
  [/reassur/i, "reassurance"],
  [/train|instruct|advis/i, "training"],
  [/monitor|observ/i, "monitors"],
  [/\bbases?\b/i, "bases"],
  [/police|gendarm/i, "police"],
  [/mission|peacekeep|multinational|\bforce\b/i, "mission"],
];

/** What a position is about, in words: the coder names it by its kind, the baseline of `data/` in English words. */
export function objectName(object: string, phrases: Phrases): string {
  const kind = OBJECTS.find(([words]) => words.test(object))?.[1] ?? "contingent";
  return phrases.say("object", { object: kind });
}

/** Who holds a position: `France`, or `France (opposition)` where it is not the state's own. */
export function holder(key: Pick<StanceKey, "actor" | "level">, phrases: Phrases): string {
  const name = phrases.name(key.actor);
  return speaksForState(key.level) ? name : `${name} (${phrases.say("level", { level: key.level })})`;
}

/** On whose word: `an anonymous source (office of the President)`. */
export function word(attribution: Attribution, phrases: Phrases): string {
  const kind = phrases.say("word", { kind: attribution.kind });
  // "source" and "ministry" say no more than the kind does; a name or an office has capitals or several words
  const telling = attribution.who !== undefined && /\p{Lu}|\S+\s+\S+\s+\S+/u.test(attribution.who);
  return telling && attribution.who ? `${kind} (${shorten(attribution.who, 120)})` : kind;
}

const same = (a: Shift, b: Shift) =>
  a.actor === b.actor &&
  a.level === b.level &&
  a.place === b.place &&
  a.presence === b.presence &&
  a.to.action === b.to.action;

function places(shifts: readonly Shift[]): readonly string[] {
  return [...new Set(shifts.map((s) => s.place).filter((p) => p !== ""))];
}

function shiftRow(shift: Shift, several: boolean, struck: boolean, phrases: Phrases): Block {
  const who = holder(shift, phrases) + (several && shift.place !== "" ? `, ${phrases.name(shift.place)}` : "");
  const style: Partial<Span> = struck ? { style: "struck" } : {};
  const from = shift.from ? position({ ...shift.from, presence: shift.presence }, phrases) : phrases.say("first-seen");
  const to = position({ ...shift.to, presence: shift.presence }, phrases);
  return {
    kind: "row",
    cells: [
      [bold(who)],
      [{ text: from, ...style }],
      [{ text: "→" }],
      [struck ? { text: to, style: "struck" } : bold(to)],
    ],
  };
}

const ENDED = new Set<string>(["denied", "retracted", "reversed"]);
const TURNS = new Set<string>([...ENDED, "confirmed", "joined"]);

function top(alert: Alert, kind: CardKind, phrases: Phrases): Block {
  const shifts = alert.shifts.length > 0 ? alert.shifts : alert.newShifts;
  const turn =
    kind === "reply" && TURNS.has(alert.cause) ? alert.cause : ENDED.has(alert.status) ? alert.status : undefined;
  const taken = turn === "denied" || turn === "retracted";
  const direction = (taken ? shifts[0] : (alert.newShifts[0] ?? shifts.at(-1)))?.direction ?? alert.direction;
  const told = phrases.say("direction", { direction });
  const rest = [
    ...(turn ? [told.toLocaleLowerCase(phrases.language)] : []),
    ...(places(shifts).length > 0 ? [phrases.list(places(shifts).map((id) => phrases.name(id)))] : []),
    ...shifts.slice(0, 1).map((s) => objectName(s.object, phrases)),
  ];
  const news = turn ? phrases.say("card-status", { status: turn }) : told;
  return {
    kind: "heading",
    direction,
    spans: [
      bold(`${taken ? "✖" : arrow(direction)} ${news.toLocaleUpperCase(phrases.language)}`),
      { text: ` · ${rest.join(" · ")}` },
    ],
  };
}

const sameKey = (a: Shift, b: Shift) =>
  a.actor === b.actor && a.level === b.level && a.place === b.place && a.presence === b.presence;

function rows(alert: Alert, kind: CardKind, phrases: Phrases): readonly Block[] {
  const told = [
    ...alert.shifts,
    ...alert.newShifts.filter((n) => !alert.shifts.includes(n) && !alert.shifts.some((s) => same(n, s))),
  ];
  const several = places(told).length > 1;
  // what was told and no longer holds stays readable, struck out, so that nobody has to remember it
  const turned = told.map((s, i) =>
    told.slice(i + 1).some((later) => sameKey(s, later) && later.direction !== s.direction),
  );
  const taken = (alert.status === "denied" || alert.status === "retracted") && !turned.includes(true);
  const all = told.map((shift, i) => ({ shift, struck: turned[i] === true || taken }));
  const fresh = all.filter(({ shift }) => alert.newShifts.some((n) => n === shift || same(n, shift)));
  const shown = kind === "reply" && fresh.length > 0 ? fresh : all;
  return shown.map(({ shift, struck }) => shiftRow(shift, several, struck, phrases));
}

function publishers(alert: Alert, phrases: Phrases): readonly string[] {
  const marked = alert.publishers.map((p) =>
    alert.stateMedia.includes(p) ? `${p} (${phrases.say("state-media")})` : p,
  );
  if (marked.length === 0) return [phrases.say("publishers", { count: 0 })];
  const shown = marked.slice(0, 3).map((p) => shorten(p, 60));
  const more = marked.length - shown.length;
  return [`${shown.join(", ")}${more > 0 ? ` +${more}` : ""}, ${phrases.say("publishers", { count: marked.length })}`];
}

function demandLines(alert: Alert, phrases: Phrases): readonly Block[] {
  return [true, false].flatMap((agrees) => {
    const met = alert.demands.filter((d) => d.agrees === agrees).slice(0, 3);
    if (met.length === 0) return [];
    const spans = met.flatMap((demand, i): Span[] => {
      // a demand that an alert can meet or cross is one against a presence
      const refused = demand.note && !/^no\b/i.test(demand.note) ? `no ${demand.note}` : demand.note;
      const note = refused && phrases.language === "en" ? ` – ${shorten(refused, 120)}` : "";
      const name = phrases.name(demand.actor);
      return [
        ...(i > 0 ? [{ text: "; " }] : []),
        demand.url ? { text: name, url: demand.url } : { text: name },
        { text: `${note} (${phrases.say("since", { day: phrases.day(demand.since) })})` },
      ];
    });
    return [line(`${phrases.say(agrees ? "demand-agrees" : "demand-against")} `, ...spans)];
  });
}

function buttons(alert: Alert, phrases: Phrases): readonly (readonly Button[])[] {
  const shift = alert.shifts[0] ?? alert.newShifts[0];
  const about = shift ? shift.place || shift.actor : undefined;
  const first: Button[] = [
    ...(alert.url ? [{ label: phrases.say("button-open"), url: alert.url }] : []),
    ...(about ? [{ label: phrases.say("button-context"), command: `context ${about}` }] : []),
    { label: phrases.say("button-why"), command: `why ${alert.id}` },
  ];
  const second: Button[] = [
    { label: phrases.say("button-follow"), command: `follow ${alert.id}`, personal: true },
    { label: phrases.say("button-mute"), command: `mute ${alert.id}`, personal: true },
  ];
  return [first, second];
}

/**
 * The card of one alert revision, made from coded facts and the quote only. `kind` decides what it says of the past: a reply tells what is new,
 * an edit restates what was sent.
 */
export function card(alert: Alert, kind: CardKind, phrases: Phrases): Message {
  const seen =
    alert.published === undefined
      ? phrases.say("seen-only", { seen: phrases.moment(alert.firstSeen, alert.at) })
      : phrases.say("seen", {
          published: phrases.moment(alert.published, alert.at),
          seen: seenAt(alert.published, alert.firstSeen, phrases),
        });
  const source = [
    word(alert.attribution, phrases),
    ...publishers(alert, phrases),
    phrases.say("claim", { status: alert.status }),
  ];
  return {
    blocks: [
      top(alert, kind, phrases),
      ...rows(alert, kind, phrases),
      ...(alert.quote.text.trim() === ""
        ? []
        : [
            {
              kind: "quote" as const,
              text: shorten(alert.quote.text.replace(/\s+/g, " ").trim(), QUOTE_LIMIT),
              lang: alert.quote.lang,
            },
          ]),
      line(`${phrases.say("word-of")} ${source.join(" · ")}`),
      ...demandLines(alert, phrases),
      line(seen),
    ],
    buttons: buttons(alert, phrases),
  };
}

function seenAt(published: Date, seen: Date, phrases: Phrases): string {
  return phrases.day(published) === phrases.day(seen) ? phrases.clock(seen) : phrases.moment(seen, published);
}

/** One line for lists: sign, who, from what to what, where, when. */
export function alertLine(alert: Alert, phrases: Phrases): Block {
  const shift = alert.shifts[0] ?? alert.newShifts[0];
  const when = phrases.day(alert.published ?? alert.firstSeen);
  if (!shift) return line(`${arrow(alert.direction)} ${when}`);
  const others = new Set(alert.shifts.map((s) => s.actor)).size - 1;
  const to = position({ ...shift.to, presence: shift.presence }, phrases);
  const from = shift.from ? `${position({ ...shift.from, presence: shift.presence }, phrases)} → ` : "";
  const where = shift.place === "" ? "" : ` · ${phrases.name(shift.place)}`;
  const ended = ENDED.has(alert.status) ? ` · ${phrases.say("claim", { status: alert.status })}` : "";
  return line(
    `${arrow(shift.direction)} ${when} · `,
    alert.url ? { text: holder(shift, phrases), url: alert.url } : bold(holder(shift, phrases)),
    `${others > 0 ? ` +${others}` : ""}: ${from}${to}${where}${ended}`,
  );
}
