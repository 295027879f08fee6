import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDiscord } from "../../src/chats/discord.ts";
import { openTelegram } from "../../src/chats/telegram.ts";
import { answering } from "../../src/commands/answer.ts";
import { hooksOf } from "../../src/commands/hooks.ts";
import { card } from "../../src/core/card.ts";
import type { ChatPlatform } from "../../src/core/ports.ts";
import { alertOf, NOW, openWorld, outcomeOf, strings, type World } from "../commands/world.ts";

// a copy with its packages installed may be named; the shared one lies beside the project
const folder = process.env.SHIFTWIRE_TESTPEERS ?? fileURLToPath(new URL("../../../shared/testpeers", import.meta.url));
const present = existsSync(`${folder}/node_modules`);
if (!present) console.log(`tests/chats/peers.test.ts is skipped: no test peers with their packages in ${folder}`);

interface Control {
  get<T = never>(path: string, query?: object): Promise<T>;
  post<T = never>(path: string, body?: object): Promise<T>;
  tg<T = Record<string, never>>(call: string, body: object): Promise<T>;
  dc<T = Record<string, never>>(call: string, body: object): Promise<T>;
  fault(rule: object): Promise<void>;
  calls<T = { params: Record<string, unknown>; result: Record<string, unknown>; body: Record<string, unknown> }>(
    query: object,
  ): Promise<T[]>;
  expectCalls<
    T = {
      params: Record<string, unknown>;
      result: { message_id: number; text: string };
      body: Record<string, unknown>;
    },
  >(query: object, options?: { count?: number; timeout?: number }): Promise<T[]>;
  violations<T = { kind: string; severity: string }>(query?: object): Promise<T[]>;
}

interface Harness {
  readonly telegram: string;
  readonly discord_rest: string;
  readonly control: Control;
  stop(): Promise<void>;
}

const phrases = strings.phrases("en");
let harness: Harness;
let c: Control;

async function clean(): Promise<void> {
  expect(await c.violations({ severity: "error" })).toEqual([]);
  expect(await c.violations({ kind: "unknown-param" })).toEqual([]);
  expect(await c.get("/selfcheck")).toEqual([]);
}

describe.skipIf(!present)("against the test peers", () => {
  beforeAll(async () => {
    const { startHarness } = (await import(pathToFileURL(`${folder}/src/client.mjs`).href)) as {
      startHarness(): Promise<Harness>;
    };
    harness = await startHarness();
    c = harness.control;
  });
  afterAll(() => harness?.stop());

  describe("Telegram", () => {
    let world: World;
    let platform: ChatPlatform;
    let ann: { id: number };
    let username: string;

    beforeAll(async () => {
      await c.post("/reset");
      const me = await c.tg<{ token: string; username: string }>("bots", {
        id: 7000000001,
        supports_inline_queries: true,
      });
      username = me.username;
      ann = await c.tg<{ id: number }>("users", { first_name: "Ann", language_code: "en" });
      world = openWorld();
      await world.store.record(outcomeOf(alertOf()), NOW);
      platform = openTelegram({ token: me.token, apiRoot: harness.telegram, owners: [], log: world.tools.log });
      await platform.start(answering(world.tools), hooksOf(world.tools));
      await c.expectCalls({ method: "setMyCommands" }, { count: strings.languages.length * 3 + 3 });
    });
    afterAll(() => platform?.stop());

    const said = async (text: string, chat?: object) => {
      const before = await c.calls({ method: "sendMessage" });
      await c.tg("message", { from: ann.id, text, ...chat });
      const calls = await c.expectCalls({ method: "sendMessage" }, { count: before.length + 1, timeout: 8000 });
      return calls.at(-1)?.result ?? { message_id: 0, text: "" };
    };

    test.each([
      ["/start", /changes its position/],
      ["/help", /\/subscribe – Get alerts/],
      ["/subscribe place:Ukraine", /Subscribed: places Ukraine\n.*would have sent 1 alert/s],
      ["/subscriptions", /1 places Ukraine/],
      ["/context Ukraine", /Ukraine: who stands where.*United Kingdom: off the agenda.*Background/s],
      ["ukraine", /who stands where/],
      ["/context", /A place or an actor, please/],
      ["/unsubscribe", /Stopped 1 subscription/],
      ["/subscrbe", /Did you mean \/subscribe\?/],
      ["/timeline Ukraine", /Timeline: Ukraine/],
    ])("answers %s", async (text, answer) => {
      expect((await said(text)).text).toMatch(answer);
      await clean();
    });

    test("sends an alert with its buttons, restates it, and answers their presses", async () => {
      const chat = `telegram:${ann.id}`;
      const sent = await platform.send(chat, card(alertOf(), "send", phrases), { nonce: "a-first:1" });
      expect(sent.status).toBe("sent");
      const id = Number("messageId" in sent ? sent.messageId : 0);
      await platform.edit(chat, String(id), card(alertOf({ status: "denied" }), "edit", phrases));
      expect(await platform.edit(chat, String(id), card(alertOf({ status: "denied" }), "edit", phrases))).toEqual({
        status: "sent",
        messageId: String(id),
      });
      const before = await c.calls({ method: "sendMessage", chat_id: ann.id });
      for (const data of ["context UA", "why a-first", "follow a-first", "mute a-first"]) {
        const press = await c.tg<{ answered: boolean; ms: number }>("click", {
          chat_id: ann.id,
          message_id: id,
          from: ann.id,
          data,
        });
        expect(press.answered).toBe(true);
        expect(press.ms).toBeLessThan(1000);
      }
      await c.expectCalls({ method: "sendMessage", chat_id: ann.id }, { count: before.length + 4, timeout: 8000 });
      await clean();
    });

    test("is set up for a channel from a private chat by its administrator, and by nobody else", async () => {
      const bob = await c.tg<{ id: number }>("users", { first_name: "Bob", language_code: "en" });
      const channel = await c.tg<{ id: number }>("chats", {
        type: "channel",
        title: "Front news",
        username: "frontnews",
        members: [
          { user_id: ann.id, status: "creator" },
          { user_id: bob.id, status: "member" },
        ],
      });
      await c.tg("bot_status", {
        chat_id: channel.id,
        status: "administrator",
        by: ann.id,
        rights: { can_post_messages: true },
      });
      const offers = await c.expectCalls({ method: "sendMessage", chat_id: ann.id, contains: "Front news" });
      expect(offers.at(-1)?.result.text).toMatch(/can now post in “Front news”/);
      await c.tg("message", { from: bob.id, text: "/subscribe in:@frontnews" });
      const [refused] = await c.expectCalls({ method: "sendMessage", chat_id: bob.id });
      expect(refused?.result.text).toMatch(/Only an administrator of “Front news”/);
      expect((await said("/subscribe in:@frontnews direction:rollback")).text).toMatch(
        /Subscribed “Front news”: directions rollback/,
      );
      expect(await world.store.subscriptions(`telegram:${channel.id}`)).toHaveLength(1);
      const sent = await platform.send(`telegram:${channel.id}`, card(alertOf(), "send", phrases), { nonce: "x" });
      expect(sent.status).toBe("sent");
      const [post] = await c.calls({ method: "sendMessage", chat_id: channel.id });
      expect(JSON.stringify(post?.params.reply_markup)).toContain(`https://t.me/${username}?start=context_UA`);
      expect(JSON.stringify(post?.params.reply_markup)).not.toContain("mute");
      await clean();
    });

    test("refuses a channel in which it may not post", async () => {
      const channel = await c.tg<{ id: number }>("chats", {
        type: "channel",
        title: "Silent",
        username: "silentnews",
        members: [{ user_id: ann.id, status: "creator" }],
        bot: { status: "administrator", rights: { can_post_messages: false } },
      });
      expect((await said("/subscribe in:@silentnews")).text).toMatch(/may not post in “Silent”/);
      expect(await world.store.subscriptions(`telegram:${channel.id}`)).toEqual([]);
      await clean();
    });

    test("works in forum topics and follows a group to its new id", async () => {
      const group = await c.tg<{ id: number }>("chats", {
        type: "supergroup",
        is_forum: true,
        title: "Desk",
        members: [{ user_id: ann.id, status: "creator" }],
        bot: { status: "member" },
      });
      const topic = await c.tg<{ message_thread_id: number }>("topics", {
        chat_id: group.id,
        by: ann.id,
        name: "Alerts",
      });
      await said("/subscribe", { chat_id: group.id, message_thread_id: topic.message_thread_id });
      const chat = `telegram:${group.id}/${topic.message_thread_id}`;
      expect(await world.store.subscriptions(chat)).toHaveLength(1);
      expect((await platform.send(chat, card(alertOf(), "send", phrases), { nonce: "t" })).status).toBe("sent");
      await c.tg("topic", { chat_id: group.id, message_thread_id: topic.message_thread_id, closed: true, by: ann.id });
      expect((await platform.send(chat, card(alertOf(), "send", phrases), { nonce: "u" })).status).toBe("refused");
      const small = await c.tg<{ id: number }>("chats", {
        type: "group",
        title: "Small",
        members: [{ user_id: ann.id, status: "creator" }],
        bot: { status: "member" },
      });
      await said("/subscribe", { chat_id: small.id });
      const { chat_id: grown } = await c.tg<{ chat_id: number }>("migrate", { chat_id: small.id, by: ann.id });
      await expect.poll(() => world.store.subscriptions(`telegram:${grown}`)).toHaveLength(1);
      expect(await platform.send(`telegram:${small.id}`, card(alertOf(), "send", phrases), { nonce: "v" })).toEqual({
        status: "moved",
        to: `telegram:${grown}`,
      });
      await clean();
    });

    test("ends as one message where the answer to a send is lost", async () => {
      const dan = await c.tg<{ id: number }>("users", { first_name: "Dan", language_code: "en" });
      await c.tg("message", { from: dan.id, text: "/help" });
      await c.expectCalls({ method: "sendMessage", chat_id: dan.id });
      await c.fault({ platform: "telegram", match: { method: "sendMessage" }, action: { type: "lost" } });
      const message = card(alertOf({ id: "a-lost" }), "send", phrases);
      expect(await platform.send(`telegram:${dan.id}`, message, { nonce: "l" })).toMatchObject({
        status: "retry",
        uncertain: true,
      });
      expect((await platform.send(`telegram:${dan.id}`, message, { nonce: "l", uncertain: true })).status).toBe("sent");
      const shown = await c.get<{ text: string }[]>("/telegram/messages", { chat_id: dan.id });
      expect(shown.filter((m) => m.text.includes("ROLLBACK"))).toHaveLength(1);
      await clean();
    });

    test("shares a card into any chat by its inline mode", async () => {
      const got = await c.tg<{ results?: { title: string }[]; answer?: { results: { title: string }[] } }>(
        "inline_query",
        { from: ann.id, query: "Ukraine" },
      );
      expect(JSON.stringify(got)).toContain("Ukraine: who stands where");
      await clean();
    });

    test("says what became of a send that failed", async () => {
      const chat = `telegram:${ann.id}`;
      const message = card(alertOf(), "send", phrases);
      const fault = (action: object) => c.fault({ platform: "telegram", match: { method: "sendMessage" }, action });
      await fault({ type: "429", retry_after: 1, hold: false });
      expect(await platform.send(chat, message, { nonce: "f1" })).toEqual({
        status: "retry",
        afterMs: 1000,
        scope: "chat",
      });
      await fault({ type: "5xx", code: 502 });
      expect(await platform.send(chat, message, { nonce: "f2" })).toMatchObject({ status: "retry", scope: "platform" });
      await fault({ type: "reset" });
      expect(await platform.send(chat, message, { nonce: "f3" })).toMatchObject({ status: "retry", scope: "platform" });
      const eve = await c.tg<{ id: number }>("users", { first_name: "Eve", started: true });
      await c.tg("message", { from: eve.id, text: "/subscribe" });
      await expect.poll(() => world.store.subscriptions(`telegram:${eve.id}`)).toHaveLength(1);
      await c.tg("block", { user_id: eve.id });
      await expect.poll(async () => (await world.store.chat(`telegram:${eve.id}`))?.state).toBe("retired");
      expect((await platform.send(`telegram:${eve.id}`, message, { nonce: "f4" })).status).toBe("gone");
      await c.tg("message", { from: eve.id, text: "/latest" });
      await expect.poll(async () => (await world.store.chat(`telegram:${eve.id}`))?.state).toBe("active");
    });
  });

  describe("Discord", () => {
    let world: World;
    let platform: ChatPlatform;
    let admin: { id: string };
    let bob: { id: string };
    let guild: { id: string; channels: { id: string; name: string }[] };
    const channel = (name: string) => guild.channels.find((one) => one.name === name)?.id ?? "";

    beforeAll(async () => {
      await c.post("/reset");
      const app = await c.dc<{ token: string }>("apps", {});
      admin = await c.dc<{ id: string }>("users", { username: "admin", locale: "en-US" });
      bob = await c.dc<{ id: string }>("users", { username: "bob", locale: "en-US" });
      guild = await c.dc<typeof guild>("guilds", {
        owner_id: admin.id,
        members: [bob.id],
        channels: [
          { name: "general", type: 0 },
          { name: "news", type: 5 },
          { name: "stories", type: 15 },
        ],
        bot: {
          permissions: [
            "VIEW_CHANNEL",
            "SEND_MESSAGES",
            "EMBED_LINKS",
            "ATTACH_FILES",
            "SEND_MESSAGES_IN_THREADS",
            "CREATE_PUBLIC_THREADS",
          ],
        },
      });
      world = openWorld();
      await world.store.record(outcomeOf(alertOf()), NOW);
      platform = openDiscord({ token: app.token, apiUrl: harness.discord_rest, owners: [], log: world.tools.log });
      await platform.start(answering(world.tools), hooksOf(world.tools));
      await c.expectCalls({ platform: "discord", route: "PUT /applications/{application_id}/commands" });
    });
    afterAll(() => platform?.stop());

    interface Answer {
      acked: boolean;
      ack_ms: number;
      ephemeral: boolean;
      original: { id: string; embeds: { title?: string; description?: string }[] };
    }
    const command = (name: string, options: object = {}, who = admin.id) =>
      c.dc<Answer>("command", { guild_id: guild.id, channel_id: channel("general"), user_id: who, name, options });
    const textOf = (answer: Answer) =>
      answer.original.embeds.map((e) => `${e.title ?? ""}\n${e.description ?? ""}`).join("\n");

    test.each([
      ["help", {}, /\/subscribe – Get alerts/],
      ["subscribe", { place: "Ukraine" }, /Subscribed: places Ukraine/],
      ["subscriptions", {}, /places Ukraine/],
      ["context", { about: "UA" }, /Ukraine: who stands where.*United Kingdom.*off the agenda/s],
      ["positions", { place: "Nowhereland" }, /No place “Nowhereland” is known/],
      ["unsubscribe", {}, /Stopped 1 subscription/],
      ["timeline", { place: "Ukraine" }, /Timeline: Ukraine/],
    ])("answers /%s %o", async (name, options, answer) => {
      const got = await command(name, options);
      expect(got.acked).toBe(true);
      expect(got.ack_ms).toBeLessThan(2000);
      expect(textOf(got)).toMatch(answer);
      await clean();
    });

    test("completes places while they are typed", async () => {
      const found = await c.dc<{ choices: { name: string; value: string }[] }>("autocomplete", {
        guild_id: guild.id,
        channel_id: channel("general"),
        user_id: bob.id,
        name: "context",
        focused: "about",
        value: "ukr",
      });
      expect(found.choices[0]).toEqual({ name: "Ukraine", value: "UA" });
    });

    test("lets who manages the server subscribe a channel, and hides that from others", async () => {
      expect(textOf(await command("subscribe", { in: channel("news") }))).toMatch(/Subscribed “#news”: everything/);
      expect(await world.store.subscriptions(`discord:${channel("news")}`)).toHaveLength(1);
      await expect(command("subscribe", {}, bob.id)).rejects.toThrow(/hidden/);
      await clean();
    });

    test("sends alerts once to text, announcement and forum channels, restates them and answers presses", async () => {
      for (const name of ["general", "news", "stories"]) {
        const chat = `discord:${channel(name)}`;
        const sent = await platform.send(chat, card(alertOf(), "send", phrases), {
          nonce: `a-first:1:${name}:with-a-long-name`,
        });
        expect(sent.status).toBe("sent");
        const id = "messageId" in sent ? sent.messageId : "";
        const reply = await platform.send(
          chat,
          card(alertOf({ cause: "denied", status: "denied" }), "reply", phrases),
          { nonce: `a-first:2:${name}`, replyTo: id },
        );
        expect(reply.status).toBe("sent");
        expect(await platform.edit(chat, id, card(alertOf({ status: "denied" }), "edit", phrases))).toEqual({
          status: "sent",
          messageId: id,
        });
        expect(
          (
            await platform.edit(
              chat,
              "messageId" in reply ? reply.messageId : "",
              card(alertOf({ status: "denied" }), "edit", phrases),
            )
          ).status,
        ).toBe("sent");
        if (name !== "general") continue;
        const twice = await platform.send(chat, card(alertOf(), "send", phrases), {
          nonce: `a-first:1:${name}:with-a-long-name`,
        });
        expect(twice).toEqual(sent);
        const press = await c.dc<Answer>("component", {
          channel_id: channel("general"),
          message_id: id,
          user_id: bob.id,
          custom_id: "context UA",
        });
        expect(press.ephemeral).toBe(true);
        expect(textOf(press)).toMatch(/who stands where/);
        expect(
          textOf(
            await c.dc<Answer>("component", {
              channel_id: channel("general"),
              message_id: id,
              user_id: bob.id,
              custom_id: "mute a-first",
            }),
          ),
        ).toMatch(/Only administrators/);
      }
      await clean();
    });

    test("sends one message where the answer is lost, and goes on after the gateway broke", async () => {
      const message = card(alertOf({ id: "a-lost" }), "send", phrases);
      for (const name of ["general", "stories"]) {
        const route =
          name === "stories" ? "POST /channels/{channel_id}/threads" : "POST /channels/{channel_id}/messages";
        await c.fault({ platform: "discord", match: { route }, action: { type: "lost" } });
        expect(await platform.send(`discord:${channel(name)}`, message, { nonce: `lost ${name}` })).toMatchObject({
          status: "retry",
        });
        const again = await platform.send(`discord:${channel(name)}`, message, {
          nonce: `lost ${name}`,
          uncertain: true,
        });
        expect(again.status).toBe("sent");
      }
      await c.dc("gateway", { action: "terminate" });
      await expect
        .poll(async () => (await c.get<{ resumes: number }>("/discord/gateway")).resumes, { timeout: 8000 })
        .toBeGreaterThan(0);
      expect(textOf(await command("latest"))).toMatch(/Newest alerts/);
      await clean();
    });

    test("answers in a direct message", async () => {
      const got = await c.dc<Answer>("command", { user_id: bob.id, name: "subscribe" });
      expect(textOf(got)).toMatch(/Subscribed: everything/);
      await clean();
    });

    test("says what became of a send that failed", async () => {
      const message = card(alertOf(), "send", phrases);
      await c.dc("delete_channel", { channel_id: channel("news") });
      await expect.poll(async () => (await world.store.chat(`discord:${channel("news")}`))?.state).toBe("retired");
      expect((await platform.send(`discord:${channel("news")}`, message, { nonce: "g" })).status).toBe("gone");
      await world.store.saveChat({
        chat: `discord:${channel("general")}`,
        language: "en",
        timeZone: "UTC",
        confirmations: true,
        state: "active",
      });
      await c.dc("remove", { guild_id: guild.id });
      await expect.poll(async () => (await world.store.chat(`discord:${channel("general")}`))?.state).toBe("retired");
      await clean();
    });
  });
});
