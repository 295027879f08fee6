import type { Api } from "grammy";
import type { BotCommand, BotCommandScope, LanguageCode } from "grammy/types";
import type { ChatHooks, MenuEntry } from "../core/ports.ts";

const GROUPS: BotCommandScope = { type: "all_group_chats" };
const ADMINISTRATORS: BotCommandScope = { type: "all_chat_administrators" };
const DEFAULT: BotCommandScope = { type: "default" };

function listed(
  menu: readonly MenuEntry[],
  audiences: readonly MenuEntry["audience"][],
  language: string,
): BotCommand[] {
  return menu
    .filter((entry) => audiences.includes(entry.audience))
    .map((entry) => ({ command: entry.name, description: entry.describe(language).slice(0, 256) }));
}

/** Sets the command menus of every language (everybody in groups is shown what everybody may ask), and what the bot says of itself, where they are not so already. */
export async function setMenus(api: Api, hooks: ChatHooks): Promise<void> {
  const wanted = [
    { scope: DEFAULT, audiences: ["everyone", "settings"] },
    { scope: GROUPS, audiences: ["everyone"] },
    { scope: ADMINISTRATORS, audiences: ["everyone", "settings"] },
  ] as const;
  for (const { scope, audiences } of wanted) {
    // the list without a language is what all others fall back to
    for (const language of [undefined, ...hooks.languages]) {
      const commands = listed(hooks.menu, audiences, language ?? "en");
      const extra = { scope, ...(language === undefined ? {} : { language_code: language as LanguageCode }) };
      const now = await api.getMyCommands(extra);
      if (JSON.stringify(now) !== JSON.stringify(commands)) await api.setMyCommands(commands, extra);
    }
  }
  for (const language of [undefined, ...hooks.languages]) {
    const extra = language === undefined ? {} : { language_code: language as LanguageCode };
    const { long, short } = hooks.about(language ?? "en");
    if ((await api.getMyDescription(extra)).description !== long) await api.setMyDescription(long, extra);
    if ((await api.getMyShortDescription(extra)).short_description !== short)
      await api.setMyShortDescription(short, extra);
  }
}
