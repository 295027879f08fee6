import { existsSync, readFileSync } from "node:fs";
import { loadEnvFile } from "node:process";

/** The levels of `LOG_LEVEL`, from everything to nothing. */
export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;

/** What the environment asks for, checked; a platform without a token is absent. */
export interface Config {
  readonly telegram?: { readonly token: string; readonly apiRoot: string };
  readonly discord?: { readonly token: string; readonly apiUrl: string };
  /** A path, or `:memory:`; later also `postgres://`. */
  readonly database: string;
  /** The feeds file, or undefined for that of `data/`. */
  readonly feeds?: string;
  /** The fastest that a feed is polled, in seconds. */
  readonly pollSeconds: number;
  /** Chats with operator rights. */
  readonly owners: readonly string[];
  readonly allowPrivateFeeds: boolean;
  /** Absent where it is not set: `info`, or `warn` where the log shares the terminal with a chat. */
  readonly logLevel?: (typeof logLevels)[number];
  /** Settings that look mistyped but harm nothing. */
  readonly warnings: readonly string[];
}

/** A configuration, or every mistake in it as a sentence. */
export type ConfigReading =
  | { readonly status: "ok"; readonly config: Config }
  | { readonly status: "bad"; readonly problems: readonly string[] };

/** Every setting with the one line that `.env.example` gives it; those with a token may also be given as `NAME_FILE`. */
export const settings = [
  {
    name: "TELEGRAM_BOT_TOKEN",
    says: "Token of the Telegram bot, from @BotFather; without it, no Telegram.",
    secret: true,
  },
  { name: "TELEGRAM_API_ROOT", says: "Address of the Telegram Bot API.", value: "https://api.telegram.org" },
  {
    name: "DISCORD_TOKEN",
    says: "Token of the Discord bot, from the developer portal; without it, no Discord.",
    secret: true,
  },
  { name: "DISCORD_API_URL", says: "Address of the Discord API.", value: "https://discord.com/api" },
  { name: "SHIFTWIRE_DB", says: "The file that keeps everything.", value: "shiftwire.db" },
  { name: "SHIFTWIRE_FEEDS", says: "The list of feeds, a JSON file.", value: "data/feeds.json" },
  { name: "SHIFTWIRE_POLL_SECONDS", says: "The fastest that a feed is polled, in seconds, from 1.", value: "60" },
  { name: "SHIFTWIRE_OWNER", says: "Chats with operator rights, such as telegram:42,discord:7." },
  {
    name: "SHIFTWIRE_ALLOW_PRIVATE_FEEDS",
    says: "on: feeds may live on loopback or private addresses, on any port.",
    value: "off",
  },
  { name: "LOG_LEVEL", says: "debug, info, warn, error or silent.", value: "info" },
] as const satisfies readonly {
  readonly name: string;
  readonly says: string;
  readonly value?: string;
  readonly secret?: true;
}[];

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads a `.env` file of the working folder, where there is one, and the environment, which goes before it. */
export function loadConfig(): ConfigReading {
  if (existsSync(".env")) loadEnvFile(".env");
  return parseConfig(process.env);
}

/** Reads the settings from an environment; every mistake is told at once. */
export function parseConfig(env: Environment): ConfigReading {
  const problems: string[] = [];
  const read = (name: string) => {
    const value = env[name]?.trim();
    return value === "" ? undefined : value;
  };

  const secret = (name: string, shape: RegExp, wanted: string) => {
    const file = read(`${name}_FILE`);
    let value = read(name);
    if (file !== undefined) {
      if (value !== undefined) problems.push(`${name} and ${name}_FILE are both set: keep one of them.`);
      try {
        value = readFileSync(file, "utf8").trim();
      } catch (cause) {
        problems.push(
          `${name}_FILE names "${file}", which cannot be read (${(cause as NodeJS.ErrnoException).code ?? "unknown"}).`,
        );
        return undefined;
      }
    }
    if (value !== undefined && !shape.test(value)) problems.push(`${name} does not look like a token: ${wanted}.`);
    return value;
  };

  const address = (name: string, standard: string) => {
    const value = read(name) ?? standard;
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (!url || !/^https?:$/.test(url.protocol))
      problems.push(`${name} is "${value}", which is no http or https address.`);
    return value.replace(/\/+$/, "");
  };

  const telegramToken = secret(
    "TELEGRAM_BOT_TOKEN",
    /^\d+:[\w-]+$/,
    "it has digits, a colon and then letters, as @BotFather gives it",
  );
  const discordToken = secret(
    "DISCORD_TOKEN",
    /^[\w.-]{20,}$/,
    "paste the token of the page Bot, without a word before it",
  );
  const apiRoot = address("TELEGRAM_API_ROOT", "https://api.telegram.org");
  const apiUrl = address("DISCORD_API_URL", "https://discord.com/api");

  const database = read("SHIFTWIRE_DB") ?? "shiftwire.db";
  const scheme = /^([a-z]+):\/\//i.exec(database)?.[1];
  if (scheme) problems.push(`SHIFTWIRE_DB asks for ${scheme}, which is not supported yet: give the path of a file.`);

  const poll = read("SHIFTWIRE_POLL_SECONDS") ?? "60";
  const pollSeconds = Number(poll);
  if (!/^\d+$/.test(poll) || pollSeconds < 1 || pollSeconds > 86_400)
    problems.push(`SHIFTWIRE_POLL_SECONDS is "${poll}": give a whole number of seconds from 1 to 86400.`);

  const owners = (read("SHIFTWIRE_OWNER") ?? "")
    .split(",")
    .map((owner) => owner.trim())
    .filter((owner) => owner !== "");
  for (const owner of owners)
    if (!/^(telegram:-?\d+|discord:\d+|terminal:\w+)$/.test(owner))
      problems.push(`SHIFTWIRE_OWNER has "${owner}": write a platform and a number, such as telegram:42 or discord:7.`);

  const priv = (read("SHIFTWIRE_ALLOW_PRIVATE_FEEDS") ?? "off").toLowerCase();
  const on = /^(on|1|true|yes)$/.test(priv);
  if (!on && !/^(off|0|false|no)$/.test(priv))
    problems.push(`SHIFTWIRE_ALLOW_PRIVATE_FEEDS is "${priv}": write on or off.`);

  const level = read("LOG_LEVEL")?.toLowerCase();
  const logLevel = logLevels.find((one) => one === level);
  if (level !== undefined && !logLevel)
    problems.push(`LOG_LEVEL is "${level}": write ${logLevels.slice(0, -1).join(", ")} or ${logLevels.at(-1)}.`);

  const known = new Set<string>(settings.flatMap((one) => [one.name, `${one.name}_FILE`]));
  const warnings = Object.keys(env)
    .filter((name) => /^SHIFTWIRE_/.test(name) && !known.has(name))
    .map((name) => `${name} is no setting of Shiftwire and has no effect.`);

  if (problems.length > 0) return { status: "bad", problems };
  const feeds = read("SHIFTWIRE_FEEDS");
  return {
    status: "ok",
    config: {
      ...(telegramToken === undefined ? {} : { telegram: { token: telegramToken, apiRoot } }),
      ...(discordToken === undefined ? {} : { discord: { token: discordToken, apiUrl } }),
      database,
      ...(feeds === undefined ? {} : { feeds }),
      pollSeconds,
      owners,
      allowPrivateFeeds: on,
      ...(logLevel === undefined ? {} : { logLevel }),
      warnings,
    },
  };
}
