import { type Block, type Button, bold, heading, line, type Message } from "../core/message.ts";
import type { Subscription } from "../core/model.ts";
import { type Asked, type Command, mistake, type Tools } from "./command.ts";
import { filterWords, subscriptionOf } from "./filters.ts";

const VERBS = ["pause", "resume", "remove"] as const;

function hoursOf(asked: Asked): number {
  const hours = Number((asked.options.hours ?? "24").replace(",", "."));
  if (hours > 0 && hours <= 8784) return hours;
  throw mistake(asked.phrases, "unknown-value", {
    word: asked.options.hours ?? "",
    option: "hours",
    choices: "1–8784",
  });
}

async function list(asked: Asked, tools: Tools): Promise<Message> {
  const { phrases, target, now } = asked;
  const all = await tools.store.subscriptions(target.chat);
  const title = phrases.say("subscriptions-title", { count: all.length });
  if (all.length === 0)
    return {
      blocks: [line(phrases.say("subscriptions-none"))],
      buttons: [[{ label: phrases.say("button-all"), command: "subscribe" }]],
      discreet: true,
    };
  const muted = (target.settings.muted ?? []).filter((m) => m.until > now);
  const until = target.settings.mutedUntil;
  const elsewhere = target.chat === asked.chat ? "" : ` in:${target.chat.split(":")[1] ?? ""}`;
  const paused = (s: Subscription) => s.pausedUntil !== undefined && s.pausedUntil > now;
  const rows = all.map((s, i): Block => {
    const state =
      s.pausedUntil && paused(s)
        ? ` – ${phrases.say("paused-until", { until: phrases.moment(s.pausedUntil, now) })}`
        : "";
    return line(bold(`${i + 1}`), ` ${filterWords(s, phrases)}${state}`);
  });
  const buttons = all.slice(0, 5).map((s, i): readonly Button[] => [
    paused(s)
      ? {
          label: `${i + 1} ${phrases.say("button-resume")}`,
          command: `subscriptions do:resume id:${s.id}${elsewhere}`,
          replaces: true,
        }
      : {
          label: `${i + 1} ${phrases.say("button-pause")}`,
          command: `subscriptions do:pause id:${s.id}${elsewhere}`,
          replaces: true,
        },
    {
      label: `${i + 1} ${phrases.say("button-remove")}`,
      command: `subscriptions do:remove id:${s.id}${elsewhere}`,
      replaces: true,
    },
  ]);
  return {
    blocks: [
      heading(target.title ? `${title}: ${target.title}` : title),
      ...rows,
      ...(until && until > now ? [line(phrases.say("muted-until", { until: phrases.moment(until, now) }))] : []),
      ...muted.map((m) =>
        line(
          `${m.kind === "story" ? phrases.say("mute-story") : phrases.name(m.id)}: ${phrases.say("muted-until", { until: phrases.moment(m.until, now) })}`,
        ),
      ),
    ],
    buttons,
    discreet: true,
  };
}

/** `/subscriptions`: what a chat gets; pause, resume and remove one. */
export const subscriptions: Command = {
  name: "subscriptions",
  audience: "settings",
  shows: true,
  options: [
    { name: "do", kind: "word", choices: VERBS },
    { name: "id", kind: "word" },
    { name: "hours", kind: "number" },
    { name: "in", kind: "chat" },
  ],
  example: "/subscriptions do:pause id:1 hours:12",
  async run(asked, tools) {
    const { phrases, now } = asked;
    const verb = VERBS.find((v) => v === (asked.options.do ?? asked.words[0]));
    const given = asked.options.do ?? asked.words[0];
    if (given !== undefined && verb === undefined)
      throw mistake(phrases, "unknown-value", { word: given, option: "do", choices: VERBS.join(", ") });
    if (verb === undefined) return list(asked, tools);
    const wanted = await subscriptionOf(asked.options.id ?? asked.words[1] ?? "1", asked, tools);
    if (verb === "remove") {
      await tools.store.unsubscribe(asked.target.chat, wanted.id);
    } else {
      const { pausedUntil: _, ...rest } = wanted;
      await tools.store.subscribe(
        verb === "resume" ? rest : { ...rest, pausedUntil: new Date(now.getTime() + hoursOf(asked) * 3_600_000) },
      );
    }
    return list(asked, tools);
  },
};
