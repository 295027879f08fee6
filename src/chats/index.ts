import { openConsole } from "./console.ts";
import { openDiscord } from "./discord.ts";
import { openTelegram } from "./telegram.ts";

/** Every platform that people can be told on, by name. */
export const platforms = { terminal: openConsole, telegram: openTelegram, discord: openDiscord } as const;
