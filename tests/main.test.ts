import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { openStore } from "../src/store/index.ts";

vi.setConfig({ testTimeout: 90_000 });

const root = new URL("..", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "main-"));
const running = new Set<ChildProcess>();
const servers = new Set<Server>();
let files = 0;
const fresh = () => join(folder, `${++files}.db`);
const TOKEN = "42:abcdefghijklmnopqrstuvwxyz123456789";

afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  running.clear();
  servers.clear();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A process of the bot, with what it has written so far. */
function bot(settings: Record<string, string>) {
  const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      // a developer's own .env does not count here
      TELEGRAM_BOT_TOKEN: "",
      DISCORD_TOKEN: "",
      SHIFTWIRE_OWNER: "",
      LOG_LEVEL: "info",
      SHIFTWIRE_FEEDS: feedsFile([]),
      ...settings,
    },
  });
  running.add(child);
  let out = "";
  let errors = "";
  child.stdout.on("data", (chunk) => {
    out += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    errors += String(chunk);
  });
  const exit = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  return { child, exit, out: () => out, errors: () => errors };
}

const long = { timeout: 30_000, interval: 50 };
const up = (of: ReturnType<typeof bot>) => expect.poll(of.errors, long).toContain("running");

function feedsFile(feeds: readonly object[]): string {
  const file = join(folder, `feeds-${++files}.json`);
  writeFileSync(file, JSON.stringify(feeds));
  return file;
}

async function serve(
  answer: (request: IncomingMessage, body: string, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += String(chunk);
    });
    request.on("end", () => answer(request, body, response));
  });
  servers.add(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A small Telegram: `say` writes to the bot, `texts` are what it sent. */
async function telegram() {
  const updates: object[] = [];
  const texts: string[] = [];
  const me = { id: 42, is_bot: true, first_name: "Shiftwire", username: "shiftwire_bot", can_join_groups: true };
  const url = await serve((request, body, response) => {
    const method = request.url?.split("/").at(-1) ?? "";
    const given = body.startsWith("{") ? (JSON.parse(body) as Record<string, unknown>) : {};
    const answer = (result: unknown) => response.end(JSON.stringify({ ok: true, result }));
    if (method === "getMe") return answer(me);
    if (method === "getUpdates") {
      const offset = Number(given.offset ?? 0);
      const due = () => updates.filter((_, n) => n + 1 >= offset);
      setTimeout(() => answer(due()), due().length > 0 ? 0 : 300);
      return undefined;
    }
    if (method === "sendMessage" || method === "editMessageText") {
      texts.push(`${method} ${String(given.text)}`);
      return answer({ message_id: texts.length, date: 0, chat: { id: 7, type: "private" } });
    }
    return answer(true);
  });
  const say = (text: string) => {
    const person = { id: 7, is_bot: false, first_name: "A", language_code: "en" };
    const chat = { id: 7, type: "private", first_name: "A" };
    const entities = [{ type: "bot_command", offset: 0, length: text.split(" ")[0]?.length }];
    updates.push({
      update_id: updates.length + 1,
      message: { message_id: 1000 + updates.length, date: 1, chat, from: person, text, entities },
    });
  };
  return { url, texts, say };
}

test("every mistake in the settings is named, and the process ends", async () => {
  const one = bot({ TELEGRAM_BOT_TOKEN: "x", SHIFTWIRE_POLL_SECONDS: "never" });
  expect(await one.exit).toBe(1);
  expect(one.errors().trim().split("\n")).toEqual([
    expect.stringMatching(/^TELEGRAM_BOT_TOKEN /),
    expect.stringMatching(/^SHIFTWIRE_POLL_SECONDS is "never"/),
  ]);
});

test.each([
  [
    "a feeds file that is not there",
    { SHIFTWIRE_FEEDS: "/no/such.json" },
    /^The feeds file \/no\/such.json cannot be read\.$/,
  ],
  [
    "a database in no folder",
    { SHIFTWIRE_DB: "/dev/null/x.db" },
    /^The database \/dev\/null\/x.db cannot be opened: check that its folder exists/,
  ],
  [
    "an unreachable Telegram",
    { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: "http://127.0.0.1:9" },
    /^Telegram cannot be reached at http:\/\/127\.0\.0\.1:9/,
  ],
])("%s is one sentence, and the process ends", async (_, settings, sentence) => {
  const one = bot({ SHIFTWIRE_DB: fresh(), ...settings });
  expect(await one.exit).toBe(1);
  expect(one.errors().trim()).toMatch(sentence);
  expect(one.errors().trim().split("\n")).toHaveLength(1);
});

test("a wrong token is one sentence without the token, and the process ends", async () => {
  const url = await serve((_request, _body, response) => {
    response.statusCode = 401;
    response.end(JSON.stringify({ ok: false, error_code: 401, description: "Unauthorized" }));
  });
  const one = bot({ SHIFTWIRE_DB: fresh(), TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: url });
  expect(await one.exit).toBe(1);
  expect(one.errors().trim()).toMatch(/^Telegram refuses the token: set TELEGRAM_BOT_TOKEN/);
  expect(one.errors()).not.toContain(TOKEN);
});

test("a second bot on the same database is refused", async () => {
  const file = fresh();
  const store = openStore(file);
  const one = bot({ SHIFTWIRE_DB: file });
  expect(await one.exit).toBe(1);
  expect(one.errors()).toContain(`Another Shiftwire bot is running on ${file}`);
  await store.close();
});

test("without a token the terminal says what is missing, answers, and stops at a signal", async () => {
  const one = bot({ SHIFTWIRE_DB: fresh() });
  await up(one);
  expect(one.out()).toMatch(/No TELEGRAM_BOT_TOKEN and no DISCORD_TOKEN is set/);
  one.child.stdin?.write("/help\n");
  await expect.poll(one.out, long).toContain("/subscribe");
  const before = Date.now();
  one.child.kill("SIGTERM");
  expect(await one.exit).toBe(0);
  expect(Date.now() - before).toBeLessThan(5000);
});

test("a platform that never answers does not keep a stopping process alive", async () => {
  let asked = false;
  const url = await serve(() => {
    asked = true;
  });
  const one = bot({
    SHIFTWIRE_DB: fresh(),
    DISCORD_TOKEN: "MTIzNDU2Nzg5.abcdef.ghijklmnopqrstuvwxyz",
    DISCORD_API_URL: `${url}/api`,
  });
  await expect.poll(() => asked, long).toBe(true);
  const before = Date.now();
  one.child.kill("SIGTERM");
  expect(await one.exit).toBe(0);
  expect(Date.now() - before).toBeLessThan(5000);
});

test("a news item becomes an alert in the chat that subscribed, and what was there before does not", async () => {
  const peer = await telegram();
  const entry = (n: number, title: string) =>
    `<item><title>${title}</title><link>https://daily.example/${n}</link><guid>${n}</guid><pubDate>${new Date(Date.now() - 60_000).toUTCString()}</pubDate></item>`;
  const before = entry(1, "Portugal rules out sending troops to Chad, the Portuguese government says");
  const news = entry(2, "The United Kingdom will not send peacekeepers to Ukraine, the British government says");
  let items = before;
  const origin = await serve((_request, _body, response) => {
    response.setHeader("content-type", "application/rss+xml");
    response.end(`<rss version="2.0"><channel><title>Daily</title>${items}</channel></rss>`);
  });
  const file = fresh();
  const one = bot({
    SHIFTWIRE_DB: file,
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: peer.url,
    SHIFTWIRE_FEEDS: feedsFile([
      { id: "daily", url: `${origin}/rss`, publisher: "Example Daily", language: "en", official: true },
    ]),
    SHIFTWIRE_POLL_SECONDS: "1",
    SHIFTWIRE_ALLOW_PRIVATE_FEEDS: "on",
  });
  await up(one);
  peer.say("/subscribe");
  await expect.poll(() => peer.texts.length, long).toBe(1);
  await expect.poll(one.errors, long).toContain("feed read");
  items = news + before;
  await expect.poll(() => peer.texts.length, long).toBe(2);
  expect(peer.texts[1]).toMatch(/^sendMessage .*Ukraine/s);
  one.child.kill("SIGTERM");
  expect(await one.exit).toBe(0);
  expect(one.errors()).not.toContain(TOKEN);

  const store = openStore(file, { as: "beside" });
  expect(await store.figures()).toMatchObject({ items: 2, chats: 1, alerts: 1, sent: 1, waiting: 0, perhapsTwice: 0 });
  expect((await store.why("https://daily.example/1"))?.verdict.stage).toBe("silent_start");
  await store.close();
});
