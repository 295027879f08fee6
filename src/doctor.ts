import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { ConfigReading } from "./config.ts";

/** One thing that was looked at: whether it is well, and what to do where it is not. */
export interface Finding {
  readonly what: string;
  readonly well: boolean;
  readonly says: string;
}

const asked = async (what: string, ask: () => Promise<string>): Promise<Finding> => {
  try {
    return { what, well: true, says: await ask() };
  } catch (error) {
    return { what, well: false, says: error instanceof Error ? error.message : String(error) };
  }
};

async function json(
  url: string,
  headers: Record<string, string>,
): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
  let response: Response;
  try {
    response = await fetch(url, { headers, signal: AbortSignal.timeout(10_000) });
  } catch (cause) {
    throw new Error(
      `${new URL(url).host} cannot be reached: look at the network, a proxy, or the address in the settings.`,
      { cause },
    );
  }
  return { status: response.status, body: (await response.json().catch(() => ({}))) as Record<string, unknown> };
}

/** Looks at configuration, data, database, tokens and reach, and says of each fault what to do about it. */
export async function examine(
  reading: ConfigReading,
  parts: {
    readonly data: () => string;
    readonly feeds: (file: string | undefined) => string;
    readonly database: (file: string) => Promise<string>;
  },
): Promise<readonly Finding[]> {
  if (reading.status === "bad") return reading.problems.map((says) => ({ what: "settings", well: false, says }));
  const { config } = reading;
  const found: Finding[] = [
    { what: "settings", well: true, says: "every setting can be read" },
    ...config.warnings.map((says) => ({ what: "settings", well: true, says })),
  ];
  found.push(await asked("data", async () => parts.data()));
  found.push(await asked("feeds", async () => parts.feeds(config.feeds)));
  found.push(
    await asked("database", async () => {
      const file = resolve(config.database);
      if (!existsSync(file)) {
        if (!existsSync(dirname(file)))
          throw new Error(
            `The folder of ${config.database} does not exist: make it, or set SHIFTWIRE_DB to another path.`,
          );
        return `${config.database} does not exist yet; the first start makes it.`;
      }
      if (!statSync(file).isFile())
        throw new Error(`${config.database} is no file: set SHIFTWIRE_DB to the path of a file.`);
      return parts.database(file);
    }),
  );
  const { telegram, discord } = config;
  if (!telegram && !discord)
    found.push({ what: "tokens", well: true, says: "no token is set: Shiftwire talks in the terminal only" });
  if (telegram)
    found.push(
      await asked("telegram", async () => {
        const { status, body } = await json(`${telegram.apiRoot}/bot${telegram.token}/getMe`, {});
        if (status === 401 || status === 404)
          throw new Error("Telegram refuses the token: copy it again from @BotFather into TELEGRAM_BOT_TOKEN.");
        const me = body.result as { username?: string } | undefined;
        if (!me?.username) throw new Error(`Telegram answered ${status}: try again later.`);
        return `@${me.username} answers`;
      }),
    );
  if (discord)
    found.push(
      await asked("discord", async () => {
        const { status, body } = await json(`${discord.apiUrl}/v10/users/@me`, {
          authorization: `Bot ${discord.token}`,
          "user-agent": "DiscordBot (shiftwire, 1)",
        });
        if (status === 401)
          throw new Error("Discord refuses the token: copy it again from the developer portal into DISCORD_TOKEN.");
        if (typeof body.username !== "string") throw new Error(`Discord answered ${status}: try again later.`);
        return `${body.username} answers`;
      }),
    );
  return found;
}
