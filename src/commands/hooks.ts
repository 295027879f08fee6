import { line } from "../core/message.ts";
import type { ChatHooks } from "../core/ports.ts";
import { menuOf } from "./answer.ts";
import type { Tools } from "./command.ts";

const CHOICES = 25;

/** What platforms tell the product beside commands: chats that go, move and come back; and the choices for options. */
export function hooksOf(tools: Tools): ChatHooks {
  const { store, strings, gazetteer } = tools;
  const offered = tools.commands.filter((c) => c.audience !== "operator").map((c) => c.name);
  return {
    languages: strings.languages,
    menu: menuOf(tools.commands, strings),
    about(language) {
      const phrases = strings.phrases(language);
      return { long: phrases.say("greeting"), short: phrases.say("greeting-short") };
    },
    complete(option, typed, language) {
      const own = strings.nearest(language);
      const words = option === "command" ? offered : option === "zone" ? Intl.supportedValuesOf("timeZone") : undefined;
      if (words) {
        const wanted = typed.toLowerCase().replace(/\s+/g, "_");
        const fitting = words.filter((word) => word.toLowerCase().includes(wanted));
        return fitting.slice(0, CHOICES).map((word) => ({ name: word, value: word }));
      }
      const ids = gazetteer.complete(typed, own, CHOICES * 3);
      // a place is a state; Europe as a whole is the one organisation that is also a place
      const fitting = option === "place" ? ids.filter((id) => /^[A-Z]{2}$/.test(id) && id !== "UN") : ids;
      return fitting.slice(0, CHOICES).map((id) => ({ name: gazetteer.name(id, own), value: id }));
    },
    sent: async (chat, messageId) => (await store.alertOf(chat, messageId)) !== undefined,
    async gone(chat, reason) {
      tools.log("info", "chat gone", { chat, reason });
      const settings = await store.chat(chat);
      if (settings && settings.state !== "retired") await store.saveChat({ ...settings, state: "retired" });
    },
    async moved(from, to) {
      tools.log("info", "chat moved", { from, to });
      await store.moveChat(from, to);
    },
    async back(chat, { title, by, language }) {
      const settings = await store.chat(chat);
      if (settings?.state === "retired") await store.saveChat({ ...settings, state: "active" });
      if (title === undefined) return undefined;
      const spoken = settings?.language ?? (by === undefined ? undefined : (await store.chat(by))?.language);
      const phrases = strings.phrases(spoken ?? strings.nearest(language));
      if (by === undefined)
        return {
          blocks: [line(phrases.say("added-here"))],
          buttons: [[{ label: phrases.say("button-all"), command: "subscribe" }]],
        };
      const id = chat.split(":")[1] ?? "";
      return {
        blocks: [line(phrases.say("added", { title }))],
        buttons: [
          [
            { label: phrases.say("button-all"), command: `subscribe in:${id}` },
            { label: phrases.say("button-help"), command: "help subscribe" },
          ],
        ],
      };
    },
  };
}
