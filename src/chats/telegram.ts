import { autoRetry } from "@grammyjs/auto-retry";
import { Api, Bot, type Context, GrammyError, InputFile } from "grammy";
import type { Chat, ChatMember, Message as TelegramMessage } from "grammy/types";
import { parseLine } from "../core/line.ts";
import { type Message, plainText } from "../core/message.ts";
import type { ChatId } from "../core/model.ts";
import type { ChatHooks, ChatPlatform, Log, Request, SendResult } from "../core/ports.ts";
import { toHtml, toKeyboard } from "./html.ts";
import { openPace } from "./pace.ts";
import { sendResult, unchanged } from "./telegram-errors.ts";
import { setMenus } from "./telegram-menus.ts";

/** Where Telegram is, who the bot is, who owns it. */
export interface TelegramOptions {
  readonly token: string;
  readonly apiRoot: string;
  /** Chats and persons with operator rights (`telegram:42`). */
  readonly owners: readonly ChatId[];
  readonly log: Log;
  /** Seconds that a request may take; an answer cut in the middle would hang for all of them. */
  readonly timeoutSeconds?: number;
}

const POLL_SECONDS = 20;
const UPDATES = ["message", "channel_post", "callback_query", "my_chat_member"] as const;
/** A message a second in a chat with short bursts, 20 a minute in a group, 30 a second in all (core.telegram.org/bots/faq), a little below. */
const LIMITS = {
  chat: { count: 4, ms: 4200 },
  group: { count: 19, ms: 61_000 },
  all: { count: 27, ms: 1050 },
} as const;
const DELIVERY_PATIENCE_MS = 4000;
const ANSWER_PATIENCE_MS = 60_000;
const ALERT_TEXT = 200;
const PATIENCE_MS = 700;

const here = new Set(["creator", "administrator", "member", "restricted"]);
const chatOf = (id: number, thread?: number): ChatId =>
  thread === undefined ? `telegram:${id}` : `telegram:${id}/${thread}`;

function addressOf(chat: ChatId): { readonly id: number; readonly thread?: number } {
  const found = /^telegram:(-?\d+)(?:\/(\d+))?$/.exec(chat);
  if (!found) throw new Error(`"${chat}" is no chat of Telegram`);
  return { id: Number(found[1]), ...(found[2] ? { thread: Number(found[2]) } : {}) };
}

function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), ms).unref();
  });
}

/** A short private answer as the notice of a press; what offers more than help needs a message. */
function noticeOf(message: Message): string {
  const offers = (message.buttons ?? []).flat().some((button) => !button.command?.startsWith("help"));
  if (!message.discreet || offers || message.blocks.some((block) => block.kind !== "line")) return "";
  return plainText(message);
}

function mayManageAs(member: ChatMember, chat: Chat["type"] | undefined): boolean {
  if (member.status === "creator") return true;
  return member.status === "administrator" && (chat !== "channel" || member.can_post_messages === true);
}

function mayPostAs(member: ChatMember, chat: Chat["type"]): boolean {
  if (chat === "channel")
    return member.status === "creator" || (member.status === "administrator" && member.can_post_messages === true);
  return (
    member.status !== "left" &&
    member.status !== "kicked" &&
    (member.status !== "restricted" || member.can_send_messages === true)
  );
}

/** Telegram as a chat platform, by long polling. */
export function openTelegram(options: TelegramOptions): ChatPlatform {
  const { log } = options;
  const client = { apiRoot: options.apiRoot, timeoutSeconds: options.timeoutSeconds ?? 30 };
  const bot = new Bot(options.token, { client });
  bot.api.config.use(autoRetry({ maxRetryAttempts: 2, maxDelaySeconds: 5, rethrowHttpErrors: true }));
  // deliveries have their own retries, in the outbox
  const api = new Api(options.token, client);
  const owners = new Set(options.owners);
  const kinds = new Map<number, Chat["type"]>();
  const pace = openPace();
  const working = new Map<number, Promise<void>>();
  let stopping = false;
  let running: Promise<void> = Promise.resolve();

  /** Milliseconds until a message may be sent to a chat (or edited there); beyond the patience nothing is reserved. */
  function slot(id: number, what: "send" | "edit", patience: number): number {
    const group = id < 0 ? ([[`${what} group ${id}`, LIMITS.group]] as const) : [];
    return pace.take([[`${what} ${id}`, LIMITS.chat], ...group, ["all", LIMITS.all]], Date.now(), patience);
  }

  /** Answers in a chat come in the order of the questions; one chat does not wait for another. */
  function inTurn(chat: number, update: number, work: () => Promise<void>): void {
    const done = (working.get(chat) ?? Promise.resolve())
      .then(work)
      .catch((error: unknown) => log("warn", "telegram update not answered", { update, chat, error }))
      .finally(() => {
        if (working.get(chat) === done) working.delete(chat);
      });
    working.set(chat, done);
  }

  async function kindOf(id: number): Promise<Chat["type"]> {
    if (id > 0) return "private";
    const known = kinds.get(id) ?? (await api.getChat(id)).type;
    kinds.set(id, known);
    return known;
  }

  async function keyboard(id: number, message: Message) {
    if (!message.buttons || message.buttons.length === 0) return {};
    const rows = toKeyboard(message, bot.botInfo.username, (await kindOf(id)) === "channel");
    return rows.length > 0
      ? {
          reply_markup: {
            inline_keyboard: rows.map((row) => row.map((b) => ({ ...b }) as { text: string; url: string })),
          },
        }
      : {};
  }

  /** Sends a message in its best form; the id is that of the text, which is what later edits change. */
  async function post(
    by: Api,
    chat: ChatId,
    message: Message,
    extra: { readonly replyTo?: number; readonly silent?: boolean },
  ): Promise<number> {
    const { id, thread } = addressOf(chat);
    const common = {
      ...(thread === undefined ? {} : { message_thread_id: thread }),
      ...(extra.silent ? { disable_notification: true } : {}),
      ...(extra.replyTo === undefined
        ? {}
        : { reply_parameters: { message_id: extra.replyTo, allow_sending_without_reply: true } }),
    };
    if (by === bot.api) await after(slot(id, "send", ANSWER_PATIENCE_MS));
    if (message.image) {
      await by.sendPhoto(id, new InputFile(message.image.png, "shiftwire.png"), common);
    }
    if (message.file)
      await by.sendDocument(id, new InputFile(Buffer.from(message.file.text), message.file.name), common);
    const sent = await by.sendMessage(id, toHtml(message), {
      ...common,
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
      ...(await keyboard(id, message)),
    });
    return sent.message_id;
  }

  async function change(by: Api, id: number, messageId: number, message: Message): Promise<void> {
    await by.editMessageText(id, messageId, toHtml(message), {
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
      ...(await keyboard(id, message)),
    });
  }

  function requestOf(
    context: Context,
    text: string,
    chat: Chat,
    message: TelegramMessage | undefined,
    replyTo: number | undefined,
  ): Request {
    const user = context.from?.id;
    const sender = context.callbackQuery ? undefined : message?.sender_chat?.id;
    const thread = message?.is_topic_message ? message.message_thread_id : undefined;
    const own = chatOf(chat.id, thread);
    const person = user === undefined ? own : chatOf(user);
    const line = parseLine(text);
    return {
      chat: own,
      user: person,
      language: context.from?.language_code ?? "en",
      ...line,
      ...(replyTo === undefined ? {} : { replyTo: String(replyTo) }),
      private: chat.type === "private",
      operator: owners.has(own) || (sender === undefined && owners.has(person)),
      async mayManage(other) {
        const { id } = addressOf(other);
        if (id > 0) return sender === undefined && id === user;
        // an anonymous administrator, or the channel itself, writes in its name
        if (sender === id) return true;
        if (sender !== undefined) {
          const full = await bot.api.getChat(id);
          return "linked_chat_id" in full && full.linked_chat_id === sender;
        }
        if (user === undefined) return false;
        try {
          return mayManageAs(await bot.api.getChatMember(id, user), await kindOf(id));
        } catch (error) {
          if (error instanceof GrammyError && (error.error_code === 400 || error.error_code === 403)) return false;
          throw error;
        }
      },
      async resolveChat(name) {
        const wanted = name
          .trim()
          .replace(/^https?:\/\/t\.me\//i, "@")
          .replace(/^@@/, "@");
        const topic = /^(-?\d+)\/(\d+)$/.exec(wanted);
        const key = topic?.[1] ?? wanted;
        if (!/^-?\d+$/.test(key) && !/^@?[A-Za-z]\w{3,31}$/.test(key))
          return { problem: "chat-not-found", title: name };
        try {
          const found = await bot.api.getChat(
            /^-?\d+$/.test(key) ? Number(key) : key.startsWith("@") ? key : `@${key}`,
          );
          kinds.set(found.id, found.type);
          const title = "title" in found && found.title ? found.title : name;
          if (found.type === "private")
            return found.id === user ? { chat: chatOf(found.id), title } : { problem: "chat-not-found", title: name };
          const me = await bot.api.getChatMember(found.id, bot.botInfo.id);
          if (!mayPostAs(me, found.type)) return { problem: "chat-no-post", title };
          return { chat: chatOf(found.id, topic?.[2] === undefined ? undefined : Number(topic[2])), title };
        } catch (error) {
          if (error instanceof GrammyError && (error.error_code === 400 || error.error_code === 403))
            return { problem: "chat-not-found", title: name };
          throw error;
        }
      },
    };
  }

  function listen(answer: (request: Request) => Promise<Message>, hooks: ChatHooks): void {
    const known = new Set(hooks.menu.map((entry) => entry.name));

    bot.on("my_chat_member", async (context) => {
      const { chat, from, old_chat_member: before, new_chat_member: after } = context.myChatMember;
      kinds.set(chat.id, chat.type);
      const own = chatOf(chat.id);
      if (!here.has(after.status)) return hooks.gone(own, `the bot is ${after.status}`);
      const channelNow = chat.type === "channel" && after.status === "administrator";
      if (here.has(before.status) && !channelNow) return undefined;
      const title = chat.type === "private" ? {} : { title: chat.title };
      const greeting = await hooks.back(own, {
        ...title,
        ...(chat.type === "private" ? {} : { by: chatOf(from.id) }),
        language: from.language_code ?? "en",
      });
      // what concerns a channel is told to who added the bot, never to its readers
      const to = chat.type === "channel" ? chatOf(from.id) : own;
      if (greeting && chat.type !== "private") {
        await post(bot.api, to, greeting, {}).catch((error: unknown) =>
          log("debug", "greeting not delivered", { chat: to, error }),
        );
      }
      return undefined;
    });

    bot.on("message:migrate_to_chat_id", (context) =>
      hooks.moved(chatOf(context.chat.id), chatOf(context.message.migrate_to_chat_id)),
    );

    bot.on(["message:text", "channel_post:text"], async (context) => {
      const { msg, chat } = context;
      kinds.set(chat.id, chat.type);
      const command = /^\/([A-Za-z0-9_]+)(?:@([A-Za-z0-9_]+))?/.exec(msg.text);
      const mine = command?.[2] === undefined || command[2].toLowerCase() === bot.botInfo.username.toLowerCase();
      if (command && !mine) return;
      const isPrivate = chat.type === "private";
      // in a group an unknown command is somebody else's, unless it names this bot
      if (command && !isPrivate && command[2] === undefined && !known.has((command[1] ?? "").toLowerCase())) return;
      if (!command && !isPrivate) return;
      const text = command ? msg.text : `context ${msg.text}`;
      const request = requestOf(context, text, chat, msg, msg.reply_to_message?.message_id);
      inTurn(chat.id, context.update.update_id, async () => {
        await post(bot.api, request.chat, await answer(request), isPrivate ? {} : { replyTo: msg.message_id });
      });
    });

    // a forwarded post, or a picked channel: what to do there is asked here
    bot.on("message:forward_origin:channel", async (context) => {
      if (context.chat.type !== "private") return;
      const origin = context.msg.forward_origin;
      if (origin.type !== "channel") return;
      const offer = await hooks.back(chatOf(origin.chat.id), {
        ...("title" in origin.chat ? { title: origin.chat.title } : {}),
        by: chatOf(context.chat.id),
        language: context.from.language_code ?? "en",
      });
      if (offer) await post(bot.api, chatOf(context.chat.id), offer, {});
    });

    bot.on("callback_query:data", (context) => {
      pressed(context, answer).catch((error: unknown) =>
        log("warn", "telegram press not answered", { update: context.update.update_id, error }),
      );
    });
    bot.on("callback_query", (context) => context.answerCallbackQuery());

    bot.catch(({ error, ctx }) => {
      log("warn", "telegram update not answered", { update: ctx.update.update_id, chat: ctx.chat?.id, error });
    });
  }

  async function pressed(context: Context, answer: (request: Request) => Promise<Message>): Promise<void> {
    const query = context.callbackQuery;
    const chat = query?.message?.chat;
    if (query?.data === undefined || !chat) {
      await context.answerCallbackQuery();
      return;
    }
    const replaces = query.data.startsWith("~");
    const message = query.message && "text" in query.message ? (query.message as TelegramMessage) : undefined;
    const request = requestOf(
      context,
      replaces ? query.data.slice(1) : query.data,
      chat,
      message,
      query.message?.message_id,
    );
    const asked = answer(request);
    // the client shows progress until it is answered, so slow work is not waited for
    const quick = await Promise.race([asked, after(PATIENCE_MS)]);
    const text = quick && !replaces ? noticeOf(quick) : "";
    const asAlert = chat.type !== "private" && text !== "" && text.length <= ALERT_TEXT;
    await context
      .answerCallbackQuery(asAlert ? { text, show_alert: true } : {})
      .catch((error: unknown) => log("debug", "press not answered", { error }));
    if (asAlert) return;
    inTurn(chat.id, context.update.update_id, async () => {
      const result = quick ?? (await asked);
      const from = query.message?.message_id;
      if (replaces && from !== undefined && (await replaced(chat.id, from, result))) return;
      await post(bot.api, request.chat, result, chat.type === "private" || from === undefined ? {} : { replyTo: from });
    });
  }

  /** Puts a message in the place of another; false where that one cannot be changed any more. */
  async function replaced(chat: number, messageId: number, message: Message): Promise<boolean> {
    await after(slot(chat, "edit", ANSWER_PATIENCE_MS));
    try {
      await change(bot.api, chat, messageId, message);
      return true;
    } catch (error) {
      if (unchanged(error)) return true;
      if (error instanceof GrammyError) return false;
      throw error;
    }
  }

  /** Polls until it is stopped; another poller or a short outage is waited out, not died of. */
  async function poll(): Promise<void> {
    for (let wait = 1; !stopping; wait = Math.min(wait * 2, 60)) {
      try {
        await bot.start({
          allowed_updates: UPDATES,
          timeout: POLL_SECONDS,
          drop_pending_updates: false,
          onStart: () => log("info", "telegram listens", { bot: bot.botInfo.username }),
        });
        return;
      } catch (error) {
        if (stopping) return;
        const code = error instanceof GrammyError ? error.error_code : undefined;
        log(
          "error",
          code === 401
            ? "telegram refuses the token"
            : code === 409
              ? "another program polls with this token"
              : "telegram polling failed",
          { again: wait, error },
        );
        await after(wait * 1000);
      }
    }
  }

  return {
    name: "telegram",
    async start(answer, hooks) {
      try {
        bot.botInfo = await api.getMe();
      } catch (cause) {
        if (cause instanceof GrammyError && (cause.error_code === 401 || cause.error_code === 404)) {
          throw new Error("Telegram refuses the token: set TELEGRAM_BOT_TOKEN to the one that @BotFather gave.", {
            cause,
          });
        }
        throw new Error(`Telegram cannot be reached at ${options.apiRoot}: check the network or TELEGRAM_API_ROOT.`, {
          cause,
        });
      }
      listen(answer, hooks);
      running = poll();
      void setMenus(bot.api, hooks).catch((error: unknown) => log("warn", "telegram menus not set", { error }));
    },
    async send(chat, message, { replyTo, silent }) {
      const wait = slot(addressOf(chat).id, "send", DELIVERY_PATIENCE_MS);
      if (wait > DELIVERY_PATIENCE_MS) return { status: "retry", afterMs: wait, scope: "chat" };
      await after(wait);
      try {
        const extra = { ...(replyTo === undefined ? {} : { replyTo: Number(replyTo) }), ...(silent ? { silent } : {}) };
        return { status: "sent", messageId: String(await post(api, chat, message, extra)) };
      } catch (error) {
        return known(error, chat);
      }
    },
    async edit(chat, messageId, message) {
      const wait = slot(addressOf(chat).id, "edit", DELIVERY_PATIENCE_MS);
      if (wait > DELIVERY_PATIENCE_MS) return { status: "retry", afterMs: wait, scope: "chat" };
      await after(wait);
      try {
        await change(api, addressOf(chat).id, Number(messageId), message);
      } catch (error) {
        if (!unchanged(error)) return known(error, chat);
      }
      return { status: "sent", messageId };
    },
    async stop() {
      stopping = true;
      const quiet = bot
        .stop()
        .catch((error: unknown) => log("debug", "telegram did not confirm the last update", { error }));
      await Promise.race([Promise.all([quiet, running, ...working.values()]), after(3000)]);
    },
  };

  function known(error: unknown, chat: ChatId): SendResult {
    const result = sendResult(error, (id) => {
      const { thread } = addressOf(chat);
      return chatOf(id, thread);
    });
    if (!result) throw error;
    return result;
  }
}
