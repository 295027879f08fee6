import { alertLine, position, word } from "../core/card.ts";
import { matches } from "../core/filter.ts";
import { type Block, heading, line, type Message, shorten } from "../core/message.ts";
import type { Alert, CodedEvent } from "../core/model.ts";
import { type Asked, type Command, given, mistake, type Tools } from "./command.ts";
import { filterWords } from "./filters.ts";

/** Each sentence once, with whose position it carries and the words that matched. */
function eventBlocks(events: readonly CodedEvent[], asked: Asked): readonly Block[] {
  const { phrases } = asked;
  const sentences = [...new Set(events.map((event) => event.evidence.sentence))].slice(0, 3);
  return sentences.flatMap((sentence): readonly Block[] => {
    const carried = events.filter((event) => event.evidence.sentence === sentence);
    const words = [...new Set(carried.flatMap((event) => event.evidence.matched))].join(", ");
    return [
      { kind: "quote", text: shorten(sentence, 400), lang: "" },
      ...carried.map((event) =>
        line(
          `${phrases.name(event.actor)}: ${position(event, phrases)}${event.place ? ` · ${phrases.name(event.place)}` : ""} · ${word(event.attribution, phrases)}`,
        ),
      ),
      ...(words === "" ? [] : [line(phrases.say("why-matched", { words: shorten(words, 200) }))]),
    ];
  });
}

async function ofAlert(alert: Alert, asked: Asked, tools: Tools): Promise<Message> {
  const { phrases } = asked;
  const shifts = alert.newShifts.length > 0 ? alert.newShifts : alert.shifts;
  const items = await Promise.all(
    [alert.items[0], alert.items.at(-1)]
      .filter((id, i, all) => id !== undefined && all.indexOf(id) === i)
      .map((id) => tools.store.why(id ?? "")),
  );
  const events = items
    .flatMap((item) => item?.coding.events ?? [])
    .filter((e) => shifts.some((s) => s.actor === e.actor));
  const mine = (await tools.store.subscriptions(asked.chat)).filter((s) => matches(s, alert));
  return {
    blocks: [
      heading(phrases.say("why-title")),
      alertLine(alert, phrases),
      ...(events.length > 0
        ? eventBlocks(events, asked)
        : [{ kind: "quote" as const, text: shorten(alert.quote.text, 400), lang: alert.quote.lang }]),
      ...shifts.map((s) =>
        line(
          `${phrases.name(s.actor)} – ${phrases.say("why-rungs", {
            from: s.from
              ? `${position({ ...s.from, presence: s.presence }, phrases)} (${signed(s.from.rung)})`
              : phrases.say("first-seen"),
            to: `${position({ ...s.to, presence: s.presence }, phrases)} (${signed(s.to.rung)})`,
          })}`,
        ),
      ),
      line(phrases.say("why-items", { count: alert.items.length })),
      ...(mine.length > 0
        ? mine.map((s) => line(phrases.say("why-sent", { filters: filterWords(s, phrases) })))
        : [line(phrases.say("why-not-sent"))]),
    ],
    discreet: true,
    line: `why ${alert.id}`,
  };
}

function signed(rung: number): string {
  return rung > 0 ? `+${rung}` : String(rung);
}

/** `/why`: the sentence, the words, the rungs and the filters behind an alert; or the stage that stopped an item. */
export const why: Command = {
  name: "why",
  audience: "everyone",
  words: "alert",
  options: [{ name: "alert", kind: "text" }],
  example: "/why https://example.org/news/1",
  async run(asked, tools) {
    const { phrases } = asked;
    const what = given(asked, "alert");
    if (what === undefined) {
      const replied = asked.replyTo === undefined ? undefined : await tools.store.alertOf(asked.chat, asked.replyTo);
      if (!replied) throw mistake(phrases, asked.replyTo === undefined ? "why-asked" : "no-alert");
      return ofAlert(replied, asked, tools);
    }
    const [alert] = await tools.store.alerts({ id: what, limit: 1 });
    if (alert) return ofAlert(alert, asked, tools);
    const item = await tools.store.why(what);
    if (!item) throw mistake(phrases, "why-unknown", { what: shorten(what, 100) });
    return {
      blocks: [
        heading(phrases.say("why-item-title")),
        line(
          item.item.url
            ? { text: shorten(item.item.title, 200), url: item.item.url }
            : { text: shorten(item.item.title, 200) },
          ` · ${item.item.publisher}`,
        ),
        line(phrases.say("why-stage", { stage: item.verdict.stage })),
        ...(item.verdict.reason ? [line({ text: shorten(item.verdict.reason, 200), style: "code" })] : []),
        ...eventBlocks(item.coding.events, asked),
      ],
      discreet: true,
      line: `why ${item.item.id}`,
    };
  },
};
