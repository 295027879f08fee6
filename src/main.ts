import { TERMINAL } from "./chats/console.ts";
import { platforms } from "./chats/index.ts";
import { type Config, loadConfig } from "./config.ts";
import { everything } from "./core/filter.ts";
import { line } from "./core/message.ts";
import type { ChatPlatform, Feed, Log } from "./core/ports.ts";
import { roundup } from "./core/roundup.ts";
import { readFeeds } from "./data.ts";
import { literal, reach } from "./feeds/address.ts";
import { openReader } from "./feeds/reader.ts";
import { openHouse } from "./house.ts";
import { openDeliver } from "./jobs/deliver.ts";
import { digests } from "./jobs/digest.ts";
import { openPoll } from "./jobs/poll.ts";
import { prune } from "./jobs/prune.ts";
import { openSchedule } from "./jobs/schedule.ts";
import { openLog, reason } from "./log.ts";
import { openStore } from "./store/index.ts";

/** After a signal the process ends within so many ms, whatever still hangs. */
const STOP_MS = 4500;

const missing = `No TELEGRAM_BOT_TOKEN and no DISCORD_TOKEN is set, so Shiftwire talks in this terminal only.
  Telegram: make a bot with @BotFather and put its token into .env as TELEGRAM_BOT_TOKEN=...
  Discord:  make an application in the developer portal and put its bot's token into .env as DISCORD_TOKEN=...
The feeds are being read; what is there already alerts nobody. Type /help for what you may ask.
`;

/** Polling that finishes nothing for so many ms is stuck for good: a supervisor starts a new process. */
const STALLED_MS = 10 * 60_000;
/** Who polls its own hosts faster than this wants to see what they bring, not to learn their rhythm. */
const USUAL_POLL_SECONDS = 60;

/** Whether a feed lives on loopback or a private address. */
function ownHost(feed: Feed): boolean {
  const { hostname } = new URL(feed.url);
  const ip = literal(hostname);
  return hostname === "localhost" || (ip !== undefined && reach(ip) === "private");
}

const say = (text: string) => void process.stderr.write(text);

function openLogFor(config: Config): Log {
  const alone = !config.telegram && !config.discord;
  return openLog({
    level: config.logLevel ?? (alone ? "warn" : "info"),
    pretty: process.stderr.isTTY === true,
    secrets: [config.telegram?.token ?? "", config.discord?.token ?? ""],
    write: say,
  });
}

function openPlatforms(config: Config, log: Log): readonly ChatPlatform[] {
  const { telegram, discord, owners } = config;
  const chosen = [
    ...(telegram ? [platforms.telegram({ ...telegram, owners, log })] : []),
    ...(discord ? [platforms.discord({ ...discord, owners, log })] : []),
  ];
  if (chosen.length > 0) return chosen;
  process.stdout.write(missing);
  const terminal = platforms.terminal({
    input: process.stdin,
    output: process.stdout,
    colour: process.stdout.isTTY === true,
    interactive: process.stdin.isTTY === true,
    language: "en",
  });
  if (process.stdin.isTTY) void terminal.ended.then(() => process.kill(process.pid, "SIGTERM"));
  return [terminal];
}

/** Starts everything in order; what is returned stops it in reverse. Throws one clear sentence where something cannot start. */
async function start(config: Config, log: Log, fail: () => void): Promise<() => Promise<void>> {
  const now = () => new Date();
  const opened: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  try {
    const feeds = readFeeds(config.feeds);
    const store = openStore(config.database);
    opened.push(() => store.close());
    const house = await openHouse({ store, log, now });
    await store.saveFeeds(feeds, now());

    const chosen = openPlatforms(config, log);
    if (chosen.some((platform) => platform.name === "terminal") && (await store.subscriptions(TERMINAL)).length === 0)
      await store.subscribe(everything("1", TERMINAL, now()));
    const started = await Promise.allSettled(
      chosen.map(async (platform) => {
        opened.push(() => platform.stop());
        await platform.start(house.answer, house.hooks);
      }),
    );
    const failures = started.flatMap((one) => (one.status === "rejected" ? [reason(one.reason)] : []));
    if (failures.length > 0) throw new Error(failures.join("\n"));

    const intervalMs = config.pollSeconds * 1000;
    const reader = openReader({ allowPrivate: config.allowPrivateFeeds, floorMs: intervalMs, log });
    opened.push(() => reader.close());
    const delivers = chosen.map((platform) => openDeliver({ store, platform, render: house.render, log, now }));
    const alerted = () => {
      for (const deliver of delivers)
        deliver.run().catch((error: unknown) => log("error", "delivering failed", { error }));
    };
    const tellOwners = async (feed: Feed, turn: { readonly kind: "down" | "back"; readonly reason?: string }) => {
      for (const owner of config.owners) {
        const settings = await store.chat(owner);
        const phrases = house.strings.phrases(settings?.language ?? "en", settings?.timeZone);
        const text = phrases.say(turn.kind === "down" ? "source-down" : "source-back", {
          feed: feed.id,
          reason: turn.reason ?? "",
        });
        await store.post(`${turn.kind} ${feed.id} ${now().toISOString()}`, [owner], { blocks: [line(text)] }, now());
      }
    };
    const poll = openPoll({
      store,
      reader,
      take: house.take,
      log,
      now,
      intervalMs,
      alerted,
      health: (feed, turn) =>
        void tellOwners(feed, turn).catch((error: unknown) => log("error", "owner not told", { error })),
      steady: (feed) => config.allowPrivateFeeds && config.pollSeconds < USUAL_POLL_SECONDS && ownHost(feed),
    });
    const everySecond = "* * * * * *";
    const schedule = openSchedule(
      [
        { name: "poll", when: everySecond, atStart: true, run: poll.tick },
        ...delivers.map((deliver, n) => ({
          name: `deliver ${chosen[n]?.name}`,
          when: everySecond,
          atStart: true,
          run: deliver.run,
        })),
        {
          name: "watchdog",
          when: "30 * * * * *",
          async run() {
            if (poll.stalledMs() < STALLED_MS) return;
            log("error", "polling is stuck, the process ends", { minutes: Math.round(poll.stalledMs() / 60_000) });
            fail();
          },
        },
        digests({
          store,
          now,
          render: (alerts, settings) =>
            roundup("digest-title", alerts, house.strings.phrases(settings.language, settings.timeZone)),
        }),
        prune(store, now),
      ],
      log,
    );
    opened.push(async () => {
      await Promise.all([poll.stop(), ...delivers.map((deliver) => deliver.stop())]);
      await schedule.stop();
    });
    log("info", "running", { platforms: chosen.map((one) => one.name), feeds: feeds.length });
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function main(): Promise<void> {
  // a reader of our output that went away is no reason to stop
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const reading = loadConfig();
  if (reading.status === "bad") {
    for (const problem of reading.problems) say(`${problem}\n`);
    process.exit(1);
  }
  const { config } = reading;
  const log = openLogFor(config);
  for (const warning of config.warnings) log("warn", warning);

  let stop: (() => Promise<void>) | undefined;
  let ending = false;
  const end = (code: number) => {
    if (ending) return;
    ending = true;
    // nothing that hangs (a reconnecting gateway, a slow answer) keeps a stopping process alive
    setTimeout(() => process.exit(code), STOP_MS);
    void (stop?.() ?? Promise.resolve())
      .catch((error: unknown) => log("error", "stopping failed", { error }))
      .finally(() => process.exit(code));
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => end(0));
  process.on("uncaughtException", (error) => {
    log("error", "unexpected", { error });
    end(1);
  });
  try {
    stop = await start(config, log, () => end(1));
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

await main();
