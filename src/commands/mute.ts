import { type Button, line, type Message } from "../core/message.ts";
import type { Mute } from "../core/ports.ts";
import { type Asked, type Command, mistake, several, type Tools } from "./command.ts";
import { idOf } from "./filters.ts";
import { alertAsked } from "./follow.ts";

async function choices(asked: Asked, tools: Tools): Promise<Message> {
  const { phrases } = asked;
  const alert = await alertAsked(asked, tools);
  const shift = alert.shifts[0];
  const row = (label: string, key: string, id: string): readonly Button[] =>
    [24, 168].map((hours) => ({
      label: `${label} · ${hours === 24 ? phrases.say("button-hours", { hours }) : phrases.say("button-days", { days: hours / 24 })}`,
      command: `mute ${key}:${id} hours:${hours}`,
      replaces: true,
    }));
  return {
    blocks: [line(phrases.say("mute-ask"))],
    buttons: [
      row(phrases.say("mute-story"), "story", alert.story),
      ...(shift?.place ? [row(phrases.name(shift.place), "place", shift.place)] : []),
      ...(shift ? [row(phrases.name(shift.actor), "actor", shift.actor)] : []),
    ],
    discreet: true,
  };
}

/** `/mute`: silences a story, places, actors or (with `hours:` alone) the whole chat; `hours:0` ends it. */
export const mute: Command = {
  name: "mute",
  audience: "settings",
  words: "alert",
  options: [
    { name: "alert", kind: "text" },
    { name: "place", kind: "place" },
    { name: "actor", kind: "actor" },
    { name: "story", kind: "word", describes: "alert" },
    { name: "hours", kind: "number" },
    { name: "in", kind: "chat" },
  ],
  example: "/mute place:Mali hours:48",
  async run(asked, tools) {
    const { phrases, options, now, target } = asked;
    const hours = Number((options.hours ?? "24").replace(",", "."));
    if (!(hours >= 0 && hours <= 8784))
      throw mistake(phrases, "unknown-value", { word: options.hours ?? "", option: "hours", choices: "0–8784" });
    const until = new Date(now.getTime() + hours * 3_600_000);
    const wanted: Mute[] = [
      ...several(options.place).map(
        (text): Mute => ({ kind: "place", id: idOf(text, "place", tools.gazetteer, phrases), until }),
      ),
      ...several(options.actor).map(
        (text): Mute => ({ kind: "actor", id: idOf(text, "actor", tools.gazetteer, phrases), until }),
      ),
      ...several(options.story).map((id): Mute => ({ kind: "story", id, until })),
    ];
    if (wanted.length === 0 && options.hours === undefined) return choices(asked, tools);
    if (wanted.length === 0) {
      const { mutedUntil: _, ...rest } = target.settings;
      await tools.store.saveChat(hours === 0 ? rest : { ...rest, mutedUntil: until });
      const what = phrases.say("mute-chat");
      const said =
        hours === 0
          ? phrases.say("mute-off", { what })
          : phrases.say("mute-done", { what, until: phrases.moment(until, now) });
      return { blocks: [line(said)], discreet: true };
    }
    const kept = (target.settings.muted ?? []).filter(
      (m) => m.until > now && !wanted.some((w) => w.kind === m.kind && w.id === m.id),
    );
    await tools.store.saveChat({ ...target.settings, muted: hours === 0 ? kept : [...kept, ...wanted].slice(-100) });
    const what = phrases.list(wanted.map((w) => (w.kind === "story" ? phrases.say("mute-story") : phrases.name(w.id))));
    const said =
      hours === 0
        ? phrases.say("mute-off", { what })
        : phrases.say("mute-done", { what, until: phrases.moment(until, now) });
    return { blocks: [line(said)], discreet: true };
  },
};
