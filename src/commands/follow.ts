import { everything } from "../core/filter.ts";
import { line } from "../core/message.ts";
import type { Alert } from "../core/model.ts";
import { type Asked, type Command, given, mistake, type Tools } from "./command.ts";
import { sameFilters } from "./filters.ts";
import { keep, newId } from "./subscribe.ts";

/** The alert that a command names by id, or replies to; throws a mistake where there is none. */
export async function alertAsked(asked: Asked, tools: Tools): Promise<Alert> {
  const id = given(asked, "alert");
  const byId = id === undefined ? undefined : (await tools.store.alerts({ id, limit: 1 }))[0];
  const alert =
    byId ??
    (id === undefined && asked.replyTo !== undefined
      ? await tools.store.alertOf(asked.chat, asked.replyTo)
      : undefined);
  if (!alert) throw mistake(asked.phrases, "no-alert");
  return alert;
}

/** `/follow`: every turn of one story. */
export const follow: Command = {
  name: "follow",
  audience: "settings",
  words: "alert",
  options: [{ name: "alert", kind: "text" }],
  async run(asked, tools) {
    const alert = await alertAsked(asked, tools);
    const wanted = {
      ...everything(newId(), asked.target.chat, asked.now),
      stories: [alert.story],
      createdBy: asked.user,
    };
    const before = await tools.store.subscriptions(asked.target.chat);
    if (!before.some((s) => sameFilters(s, wanted))) await keep(wanted, asked, tools);
    return { blocks: [line(`✔ ${asked.phrases.say("follow-done")}`)], discreet: true };
  },
};
