import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTelegram } from "../../src/chats/telegram.ts";
import { answering } from "../../src/commands/answer.ts";
import { hooksOf } from "../../src/commands/hooks.ts";
import { card } from "../../src/core/card.ts";
import { everything } from "../../src/core/filter.ts";
import type { ChatPlatform } from "../../src/core/ports.ts";
import { alertOf, NOW, openWorld, outcomeOf, strings, type World } from "../commands/world.ts";
import {
  ANN,
  CHANNEL,
  GROUP,
  openTelegramFake,
  pressUpdate,
  type Reply,
  type TelegramFake,
  textUpdate,
} from "./fakes/telegram.ts";

let fake: TelegramFake;
let world: World;
let telegram: ChatPlatform;
const phrases = strings.phrases("en");
const alert = card(alertOf(), "send", phrases);

beforeEach(async () => {
  fake = await openTelegramFake();
  world = openWorld();
  await world.store.record(outcomeOf(alertOf()), NOW);
  telegram = openTelegram({
    token: "7:test",
    apiRoot: fake.root,
    owners: ["telegram:99"],
    log: world.tools.log,
    timeoutSeconds: 3,
  });
  await telegram.start(answering(world.tools), hooksOf(world.tools));
});

afterEach(async () => {
  await telegram.stop();
  await fake.close();
});

/** The messages sent after an update. */
async function answersTo(update: object): Promise<readonly Record<string, unknown>[]> {
  const before = fake.sent().length;
  fake.push(update);
  await expect.poll(() => fake.sent().length).toBeGreaterThan(before);
  return fake.sent().slice(before);
}

const group = { id: GROUP, type: "supergroup", title: "Desk" };
const stranger = { id: 55, is_bot: false, first_name: "Eve", language_code: "de" };

describe("starting", () => {
  it("says in one sentence that the token is refused", async () => {
    fake.answers.set("getMe", () => ({ error: [401, "Unauthorized"] }));
    const other = openTelegram({ token: "7:bad", apiRoot: fake.root, owners: [], log: () => {} });
    await expect(other.start(answering(world.tools), hooksOf(world.tools))).rejects.toThrow(
      /^Telegram refuses the token: set TELEGRAM_BOT_TOKEN/,
    );
    await other.stop();
  });

  it("says in one sentence that Telegram cannot be reached", async () => {
    const other = openTelegram({ token: "7:x", apiRoot: "http://127.0.0.1:1", owners: [], log: () => {} });
    await expect(other.start(answering(world.tools), hooksOf(world.tools))).rejects.toThrow(
      /^Telegram cannot be reached at http:\/\/127\.0\.0\.1:1/,
    );
    await other.stop();
  });

  it("sets menus for everybody, for groups and for administrators in every language", async () => {
    await expect
      .poll(() => fake.calls.filter((c) => c.method === "setMyCommands").length)
      .toBe(3 * (strings.languages.length + 1));
    const menu = (type: string, language?: string) => {
      const call = fake.calls.find(
        (c) =>
          c.method === "setMyCommands" &&
          (c.params.scope as { type: string }).type === type &&
          c.params.language_code === language,
      );
      return (call?.params.commands as { command: string; description: string }[]) ?? [];
    };
    expect(menu("default", "uk").find((c) => c.command === "help")?.description).toBe("Усі команди або одна докладно");
    expect(menu("all_group_chats").map((c) => c.command)).not.toContain("subscribe");
    expect(menu("all_chat_administrators").map((c) => c.command)).toContain("subscribe");
    expect(menu("default").map((c) => c.command)).not.toContain("retract");
  });
});

describe("what the bot says of itself", () => {
  it("is set in every language, within Telegram's limits", async () => {
    await expect
      .poll(() => fake.calls.filter((c) => c.method === "setMyShortDescription").length)
      .toBe(strings.languages.length + 1);
    const texts = (method: string, key: string) =>
      fake.calls.filter((c) => c.method === method).map((c) => String(c.params[key]));
    for (const text of texts("setMyDescription", "description")) expect(text.length).toBeLessThanOrEqual(512);
    for (const text of texts("setMyShortDescription", "short_description"))
      expect(text.length).toBeLessThanOrEqual(120);
    expect(new Set(texts("setMyDescription", "description")).size).toBe(strings.languages.length);
  });
});

describe("commands", () => {
  it("are answered in HTML, without previews, in the person's language", async () => {
    const [sent] = await answersTo(
      textUpdate("/subscribe place:Україна", { from: { ...stranger, id: ANN, language_code: "uk" } }),
    );
    expect(sent).toMatchObject({ chat_id: ANN, parse_mode: "HTML", link_preview_options: { is_disabled: true } });
    expect(sent?.text).toMatch(/^✔ Підписано: місця: Україна/);
  });

  it("in a private chat may be a mere name", async () => {
    expect((await answersTo(textUpdate("Ukraine")))[0]?.text).toMatch(/who stands where/);
  });

  it.each([
    ["another bot's", "/subscribe@OtherBot"],
    ["unknown and not addressed", "/weather"],
    ["no command at all", "hello all"],
  ])("in a group are left alone where they are %s", async (_, text) => {
    fake.push(textUpdate(text, { chat: group }));
    const [sent] = await answersTo(textUpdate("/help@ShiftwireBot", { chat: group, message_id: 9 }));
    expect(sent).toMatchObject({
      chat_id: GROUP,
      reply_parameters: { message_id: 9, allow_sending_without_reply: true },
    });
    expect(fake.sent()).toHaveLength(1);
  });

  it("in a group an unknown one that names this bot gets a helpful sentence", async () => {
    expect((await answersTo(textUpdate("/subscrbe@shiftwirebot", { chat: group })))[0]?.text).toContain(
      "Did you mean /subscribe?",
    );
  });

  it("in a topic are answered in that topic", async () => {
    const [sent] = await answersTo(
      textUpdate("/subscribe", { chat: { ...group, is_forum: true }, is_topic_message: true, message_thread_id: 42 }),
    );
    expect(sent).toMatchObject({ chat_id: GROUP, message_thread_id: 42 });
    expect(await world.store.subscriptions(`telegram:${GROUP}/42`)).toHaveLength(1);
  });

  it.each<[string, object, boolean]>([
    ["an administrator", {}, true],
    ["a member", { from: stranger }, false],
    [
      "an anonymous administrator",
      { from: { id: 1087968824, is_bot: true, first_name: "Group" }, sender_chat: group },
      true,
    ],
    [
      "the channel that the group is linked to",
      {
        from: { id: 777000, is_bot: false, first_name: "Telegram" },
        sender_chat: { id: CHANNEL, type: "channel", title: "Front" },
      },
      true,
    ],
    [
      "some other channel",
      {
        from: { id: 136817688, is_bot: true, first_name: "Channel" },
        sender_chat: { id: -1009, type: "channel", title: "Other" },
      },
      false,
    ],
  ])("may change a group's settings when they come from %s: %s", async (_, change, allowed) => {
    const [sent] = await answersTo(textUpdate("/subscribe", { chat: group, ...change }));
    expect(String(sent?.text).includes("Subscribed") || String(sent?.text).includes("Abonniert")).toBe(allowed);
    expect(await world.store.subscriptions(`telegram:${GROUP}`)).toHaveLength(allowed ? 1 : 0);
  });

  it("posted in a channel are those of its administrators", async () => {
    const channel = { id: CHANNEL, type: "channel", title: "Front" };
    const [sent] = await answersTo({
      channel_post: {
        message_id: 3,
        date: 0,
        chat: channel,
        sender_chat: channel,
        text: "/subscribe direction:rollback",
      },
    });
    expect(sent).toMatchObject({ chat_id: CHANNEL });
    expect(await world.store.subscriptions(`telegram:${CHANNEL}`)).toHaveLength(1);
  });

  it("of the operator work for owners only", async () => {
    expect((await answersTo(textUpdate("/stats")))[0]?.text).toContain("Only the operator");
    const owner = { id: 99, is_bot: false, first_name: "Owner" };
    expect(
      (await answersTo(textUpdate("/stats", { chat: { id: 99, type: "private" }, from: owner })))[0]?.text,
    ).toContain("alerts: 1,234");
  });

  it("in one chat are answered in order, and do not wait for another chat's", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = world.tools.store.subscriptions;
    Object.assign(world.tools.store, {
      subscriptions: async (chat: string) => (chat === `telegram:${ANN}` ? held.then(() => slow(chat)) : slow(chat)),
    });
    fake.push(textUpdate("/subscriptions"));
    fake.push(textUpdate("/help"));
    const [other] = await answersTo(textUpdate("/help", { chat: { id: 55, type: "private" }, from: stranger }));
    expect(other?.chat_id).toBe(55);
    release();
    await expect.poll(() => fake.sent().filter((m) => m.chat_id === ANN).length).toBe(2);
    expect(
      fake
        .sent()
        .filter((m) => m.chat_id === ANN)
        .map((m) => /^[^\n]*/.exec(String(m.text))?.[0]),
    ).toEqual(["Nothing is sent here yet. Begin with /subscribe", "<b>Commands</b>"]);
  });

  it("take an export back as a file", async () => {
    await world.store.subscribe({ ...everything("s", "telegram:99", NOW), places: ["UA"] });
    const { file } = await world.ask("/export", { chat: "telegram:99" });
    fake.files.set("documents/f.json", file?.text ?? "");
    fake.answers.set("getFile", () => ({
      result: { file_id: "f", file_unique_id: "f", file_path: "documents/f.json" },
    }));
    const document = { file_id: "f", file_unique_id: "f", file_size: 500 };
    const [sent] = await answersTo(textUpdate("", { text: undefined, document, caption: "/import" }));
    expect(sent?.text).toContain("Imported 1 subscription.");
    expect(await world.store.subscriptions(`telegram:${ANN}`)).toMatchObject([{ places: ["UA"] }]);
  });

  it("offer a channel whose post is forwarded", async () => {
    const origin = { type: "channel", chat: { id: CHANNEL, type: "channel", title: "Front" }, message_id: 4, date: 0 };
    const [offer] = await answersTo(textUpdate("some post", { forward_origin: origin }));
    expect(offer?.text).toContain("“Front”");
    expect(JSON.stringify(offer?.reply_markup)).toContain(`subscribe in:${CHANNEL}`);
  });

  it("send an export as a file", async () => {
    await world.store.subscribe(everything("s", `telegram:${ANN}`, NOW));
    await answersTo(textUpdate("/export"));
    const file = fake.calls.find((c) => c.method === "sendDocument");
    expect(String(file?.params.multipart)).toContain("shiftwire-subscriptions.json");
  });
});

describe("inline", () => {
  const typed = (query: string) => ({
    inline_query: {
      id: "i",
      from: { id: ANN, is_bot: false, first_name: "Ann", language_code: "en" },
      query,
      offset: "",
    },
  });
  const results = () =>
    fake.calls
      .filter((c) => c.method === "answerInlineQuery")
      .map((c) => c.params.results as { title: string; input_message_content: { message_text: string } }[]);

  it("shares who stands where into any chat", async () => {
    fake.push(typed("Ukraine"));
    await expect.poll(() => results().length).toBe(1);
    expect(results()[0]?.[0]).toMatchObject({
      title: "Ukraine: who stands where",
      input_message_content: { parse_mode: "HTML" },
    });
  });

  it("offers nothing for what is no place", async () => {
    fake.push(typed("Nowhereland"));
    fake.push(typed(""));
    await expect.poll(() => results()).toEqual([[], []]);
  });
});

describe("presses", () => {
  const answered = () => fake.calls.filter((c) => c.method === "answerCallbackQuery").map((c) => c.params);

  it("are answered at once, then with a message", async () => {
    const [sent] = await answersTo(pressUpdate("context UA"));
    expect(answered()).toEqual([{ callback_query_id: "q" }]);
    expect(sent?.text).toMatch(/who stands where/);
  });

  it("are answered at once even where the answer takes long", async () => {
    const slow = world.tools.store.stances;
    Object.assign(world.tools.store, {
      stances: async (where: object) => new Promise((resolve) => setTimeout(resolve, 1500)).then(() => slow(where)),
    });
    const began = Date.now();
    fake.push(pressUpdate("positions UA"));
    await expect.poll(() => answered().length, { timeout: 3000 }).toBe(1);
    expect(Date.now() - began).toBeLessThan(1200);
    await expect.poll(() => fake.sent().length, { timeout: 3000 }).toBe(1);
  });

  it("of a page button put the page in the message's place", async () => {
    fake.push(pressUpdate("~language uk"));
    await expect
      .poll(() => fake.calls.filter((c) => c.method === "editMessageText").map((c) => c.params))
      .toMatchObject([{ chat_id: ANN, message_id: 400 }]);
    expect(fake.sent()).toEqual([]);
  });

  it("in a group answer short private things in a notice that only the presser sees", async () => {
    fake.push(pressUpdate("mute place:UA", group, stranger));
    await expect
      .poll(answered)
      .toEqual([{ callback_query_id: "q", text: "Das dürfen nur Administratoren dieses Chats.", show_alert: true }]);
    expect(fake.sent()).toEqual([]);
  });
});

describe("chats that come and go", () => {
  const member = (status: string) => ({ user: { id: 7, is_bot: true, first_name: "Shiftwire" }, status });
  const change = (
    chat: object,
    from: string,
    to: string,
    by: object = { id: ANN, is_bot: false, first_name: "Ann", language_code: "en" },
  ) => ({
    my_chat_member: { chat, from: by, date: 0, old_chat_member: member(from), new_chat_member: member(to) },
  });
  const chat = `telegram:${ANN}`;
  const settings = { chat, language: "en", timeZone: "UTC", confirmations: true, state: "active" } as const;

  it("are retired when the bot is blocked, and come back with their settings", async () => {
    await world.store.saveChat(settings);
    await world.store.subscribe(everything("s", chat, NOW));
    fake.push(change({ id: ANN, type: "private", first_name: "Ann" }, "member", "kicked"));
    await expect.poll(async () => (await world.store.chat(chat))?.state).toBe("retired");
    fake.push(change({ id: ANN, type: "private", first_name: "Ann" }, "kicked", "member"));
    await expect.poll(async () => (await world.store.chat(chat))?.state).toBe("active");
    expect(await world.store.subscriptions(chat)).toHaveLength(1);
  });

  it("are offered to who added the bot to a channel, not to its readers", async () => {
    const [offer] = await answersTo(change({ id: CHANNEL, type: "channel", title: "Front" }, "left", "administrator"));
    expect(offer).toMatchObject({ chat_id: ANN });
    expect(JSON.stringify(offer?.reply_markup)).toContain(`subscribe in:${CHANNEL}`);
    expect((await answersTo(pressUpdate(`subscribe in:${CHANNEL}`)))[0]?.text).toContain(
      "Subscribed “Front”: everything",
    );
    expect(await world.store.subscriptions(`telegram:${CHANNEL}`)).toHaveLength(1);
  });

  it("are greeted in a group", async () => {
    expect((await answersTo(change(group, "left", "member")))[0]).toMatchObject({ chat_id: GROUP });
  });

  it("keep their subscriptions when a group becomes a supergroup", async () => {
    await world.store.subscribe(everything("s", "telegram:-300", NOW));
    fake.push({
      message: { message_id: 1, date: 0, chat: { id: -300, type: "group", title: "Small" }, migrate_to_chat_id: GROUP },
    });
    await expect.poll(() => world.store.subscriptions(`telegram:${GROUP}`)).toHaveLength(1);
  });
});

describe("what became of a send", () => {
  const once = (reply: Reply) => {
    let used = false;
    fake.answers.set("sendMessage", () => {
      if (used) return undefined;
      used = true;
      return reply;
    });
  };

  it.each<[string, Reply, object]>([
    [
      "flood",
      { error: [429, "Too Many Requests: retry after 7", { retry_after: 7 }] },
      { status: "retry", afterMs: 7000, scope: "chat" },
    ],
    ["their fault", { error: [502, "Bad Gateway"] }, { status: "retry", scope: "platform" }],
    ["a revoked token", { error: [401, "Unauthorized"] }, { status: "retry", scope: "platform" }],
    ["blocked", { error: [403, "Forbidden: bot was blocked by the user"] }, { status: "gone" }],
    ["no such chat", { error: [400, "Bad Request: chat not found"] }, { status: "gone" }],
    ["no such topic", { error: [400, "Bad Request: message thread not found"] }, { status: "gone" }],
    [
      "no right to post",
      { error: [400, "Bad Request: need administrator rights in the channel chat"] },
      { status: "gone" },
    ],
    ["a closed topic", { error: [400, "Bad Request: TOPIC_CLOSED"] }, { status: "refused" }],
    [
      "a new id",
      { error: [400, "Bad Request: group chat was upgraded to a supergroup chat", { migrate_to_chat_id: -1007 }] },
      { status: "moved", to: "telegram:-1007" },
    ],
  ])("%s", async (_, reply, result) => {
    once(reply);
    expect(await telegram.send(`telegram:${ANN}`, alert, { nonce: "n" })).toMatchObject(result);
  });

  it("an edit that changes nothing is done, one of a deleted message is refused", async () => {
    fake.answers.set("editMessageText", () => ({
      error: [
        400,
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same",
      ],
    }));
    expect(await telegram.edit(`telegram:${ANN}`, "5", alert)).toEqual({ status: "sent", messageId: "5" });
    fake.answers.set("editMessageText", () => ({ error: [400, "Bad Request: message to edit not found"] }));
    expect(await telegram.edit(`telegram:${ANN}`, "5", alert)).toMatchObject({ status: "refused" });
  });

  /** A chat in which the first send arrives and its answer is lost; the fake then knows what an edit meets there. */
  function losing(left: Record<number, "same" | "foreign">): void {
    once({ lost: true });
    fake.answers.set("editMessageText", ({ message_id: id }) =>
      left[Number(id)] === "same"
        ? { error: [400, "Bad Request: message is not modified"] }
        : { error: [400, "Bad Request: message can't be edited"] },
    );
  }

  it("is tried again where its answer was lost, and ends as one message", async () => {
    losing({ 499: "foreign", 500: "same" });
    expect(await telegram.send(`telegram:${ANN}`, alert, { nonce: "n" })).toMatchObject({
      status: "retry",
      uncertain: true,
    });
    expect(await telegram.send(`telegram:${ANN}`, alert, { nonce: "n", uncertain: true })).toEqual({
      status: "sent",
      messageId: "500",
    });
    expect(fake.calls.filter((c) => c.method === "deleteMessage").map((c) => c.params)).toEqual([
      { chat_id: ANN, message_id: 501 },
    ]);
  });

  it("is not taken for another message of ours", async () => {
    await telegram.send(`telegram:${ANN}`, alert, { nonce: "m" });
    losing({});
    await telegram.send(`telegram:${ANN}`, alert, { nonce: "n" });
    expect(await telegram.send(`telegram:${ANN}`, alert, { nonce: "n", uncertain: true })).toEqual({
      status: "sent",
      messageId: "502",
    });
    const tried = fake.calls.filter((c) => c.method === "editMessageText").map((c) => c.params.message_id);
    expect(tried).not.toContain(501);
    expect(fake.calls.some((c) => c.method === "deleteMessage")).toBe(false);
  });

  it("a reply that rings hangs on the first message, a silent one makes no sound", async () => {
    await telegram.send(`telegram:${ANN}`, alert, { nonce: "n", replyTo: "12", silent: true });
    expect(fake.sent()[0]).toMatchObject({
      reply_parameters: { message_id: 12, allow_sending_without_reply: true },
      disable_notification: true,
    });
  });

  it("in a channel has buttons for readers", async () => {
    await telegram.send(`telegram:${CHANNEL}`, alert, { nonce: "n" });
    const keys = JSON.stringify(fake.sent()[0]?.reply_markup);
    expect(keys).toContain("https://t.me/ShiftwireBot?start=context_UA");
    expect(keys).not.toContain("callback_data");
  });

  it("stops within five seconds, whatever hangs", async () => {
    const began = Date.now();
    await telegram.stop();
    expect(Date.now() - began).toBeLessThan(5000);
  });
});
