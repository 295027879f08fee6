import type { ChatId } from "./model.ts";
import type { ChatSettings } from "./ports.ts";

/** The settings of a chat that never set anything. */
export function freshSettings(chat: ChatId, language: string): ChatSettings {
  return { chat, language, timeZone: "UTC", confirmations: true, state: "active" };
}
