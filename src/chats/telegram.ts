import { autoRetry } from "@grammyjs/auto-retry";
import { Api, Bot, GrammyError, InputFile, type Transformer } from "grammy";
import type { Chat } from "grammy/types";
import type { Message } from "../core/message.ts";
import type { ChatId } from "../core/model.ts";
import type { ChatPlatform, Log, SendResult } from "../core/ports.ts";
import { openGate } from "./gate.ts";
import { toHtml, toKeyboard } from "./html.ts";
import { after, openPace } from "./pace.ts";
import { sendResult, unchanged } from "./telegram-errors.ts";
import { setMenus } from "./telegram-menus.ts";
import { addressOf, chatOf } from "./telegram-request.ts";
import { listen } from "./telegram-updates.ts";

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
const UPDATES = ["message", "channel_post", "callback_query", "inline_query", "my_chat_member"] as const;
/** A message a second in a chat with short bursts, 20 a minute in a group (core.telegram.org/bots/faq), a little below. */
const LIMITS = {
  chat: { count: 4, ms: 4200 },
  group: { count: 19, ms: 61_000 },
} as const;
/** And 30 a second in all. */
const ALL = 30;
const SECOND = 1000;
const DELIVERY_PATIENCE_MS = 4000;
const ANSWER_PATIENCE_MS = 60_000;
/** How far behind a message the one may be that an earlier attempt left. */
const BEHIND = 4;

/** Telegram as a chat platform, by long polling. */
export function openTelegram(options: TelegramOptions): ChatPlatform {
  const { log } = options;
  const client = { apiRoot: options.apiRoot, timeoutSeconds: options.timeoutSeconds ?? 30 };
  const bot = new Bot(options.token, { client });
  bot.api.config.use(autoRetry({ maxRetryAttempts: 2, maxDelaySeconds: 60, rethrowHttpErrors: true }));
  // deliveries have their own retries, in the outbox
  const api = new Api(options.token, client);
  const gate = openGate(ALL, SECOND);
  const gated =
    (first: boolean): Transformer =>
    (call, method, payload, signal) =>
      /^(send|edit)/.test(method)
        ? gate.pass(() => call(method, payload, signal), first)
        : call(method, payload, signal);
  api.config.use(gated(false));
  bot.api.config.use(gated(true));
  const kinds = new Map<number, Chat["type"]>();
  const pace = openPace();
  const working = new Map<number, Promise<void>>();
  const own = new Map<number, number[]>();
  let sentBefore: (chat: ChatId, messageId: string) => Promise<boolean> = async () => false;
  let stopping = false;
  let running: Promise<void> = Promise.resolve();

  /** Milliseconds until a message may be sent to a chat (or edited there); beyond the patience nothing is reserved. */
  function slot(id: number, what: "send" | "edit", patience: number): number {
    const group = id < 0 ? ([[`${what} group ${id}`, LIMITS.group]] as const) : [];
    return pace.take([[`${what} ${id}`, LIMITS.chat], ...group], Date.now(), patience);
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
    const turn = async () => {
      if (by === bot.api) await after(slot(id, "send", ANSWER_PATIENCE_MS));
    };
    if (message.image) {
      await turn();
      await by.sendPhoto(id, new InputFile(message.image.png, "shiftwire.png"), common);
    }
    if (message.file) {
      await turn();
      await by.sendDocument(id, new InputFile(Buffer.from(message.file.text), message.file.name), common);
    }
    await turn();
    const sent = await by.sendMessage(id, toHtml(message), {
      ...common,
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
      ...(await keyboard(id, message)),
    });
    own.set(id, [...(own.get(id) ?? []), sent.message_id].slice(-BEHIND));
    return sent.message_id;
  }

  /**
   * The message that an earlier attempt left although its answer was lost, if it did: only the very same one "is not modified" by an edit. The
   * second copy is deleted. Messages that are known to be others of ours are not touched.
   */
  async function settled(id: number, messageId: number, message: Message, others: (id: number) => Promise<boolean>) {
    for (let candidate = messageId - 1; candidate >= messageId - BEHIND && candidate > 0; candidate--) {
      if (own.get(id)?.includes(candidate) || (await others(candidate))) continue;
      try {
        await change(api, id, candidate, message);
      } catch (error) {
        if (!unchanged(error)) continue;
        await api.deleteMessage(id, messageId);
        return candidate;
      }
    }
    return messageId;
  }

  async function change(by: Api, id: number, messageId: number, message: Message): Promise<void> {
    await by.editMessageText(id, messageId, toHtml(message), {
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
      ...(await keyboard(id, message)),
    });
  }

  async function download(fileId: string): Promise<string> {
    const { file_path: path } = await bot.api.getFile(fileId);
    const response = await fetch(`${options.apiRoot}/file/bot${options.token}/${path ?? ""}`, {
      signal: AbortSignal.timeout(client.timeoutSeconds * 1000),
    });
    return response.ok ? response.text() : "";
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
      sentBefore = hooks.sent;
      listen(
        {
          bot,
          owners: new Set(options.owners),
          log,
          kindOf,
          noteKind: (id, kind) => void kinds.set(id, kind),
          answer: (chat, message, extra) => post(bot.api, chat, message, extra),
          download,
          replaced,
          inTurn,
        },
        answer,
        hooks,
      );
      running = poll();
      void setMenus(bot.api, hooks).catch((error: unknown) => log("warn", "telegram menus not set", { error }));
    },
    async send(chat, message, { replyTo, silent, uncertain }) {
      const { id } = addressOf(chat);
      const wait = slot(id, "send", DELIVERY_PATIENCE_MS);
      if (wait > DELIVERY_PATIENCE_MS) return { status: "retry", afterMs: wait, scope: "chat" };
      await after(wait);
      try {
        const extra = { ...(replyTo === undefined ? {} : { replyTo: Number(replyTo) }), ...(silent ? { silent } : {}) };
        const sent = await post(api, chat, message, extra);
        const first = uncertain
          ? await settled(id, sent, message, (other) => sentBefore(chat, String(other))).catch((error: unknown) => {
              log("warn", "perhaps sent twice", { chat, error });
              return sent;
            })
          : sent;
        return { status: "sent", messageId: String(first) };
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
