import type { Context } from "grammy";
import type { InlineQueryResultArticle, Message as TelegramMessage } from "grammy/types";
import { type Message, plainText, shorten } from "../core/message.ts";
import type { ChatId } from "../core/model.ts";
import type { ChatHooks, Log, Request } from "../core/ports.ts";
import { toHtml } from "./html.ts";
import { after } from "./pace.ts";
import { chatOf, type RequestParts, toRequest } from "./telegram-request.ts";

type Answer = (request: Request) => Promise<Message>;

/** What updates are answered with. */
export interface UpdateParts extends RequestParts {
  readonly log: Log;
  /** Sends an answer, at the pace of its chat. */
  answer(chat: ChatId, message: Message, extra: { readonly replyTo?: number }): Promise<number>;
  /** The text of a small file that somebody sent. */
  download(fileId: string): Promise<string>;
  /** Puts a message in the place of another; false where that one cannot be changed any more. */
  replaced(chat: number, messageId: number, message: Message): Promise<boolean>;
  /** Work in a chat happens in the order of its updates; one chat does not wait for another. */
  inTurn(chat: number, update: number, work: () => Promise<void>): void;
}

const ALERT_TEXT = 200;
const PATIENCE_MS = 700;
const FILE_BYTES = 200_000;
const here = new Set(["creator", "administrator", "member", "restricted"]);

/** Hears what people write and press, and where the bot is let in and put out. */
export function listen(parts: UpdateParts, answer: Answer, hooks: ChatHooks): void {
  const known = new Set(hooks.menu.map((entry) => entry.name));

  parts.bot.on("my_chat_member", async (context) => {
    const { chat, from, old_chat_member: before, new_chat_member: after } = context.myChatMember;
    parts.noteKind(chat.id, chat.type);
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
      await parts
        .answer(to, greeting, {})
        .catch((error: unknown) => parts.log("debug", "greeting not delivered", { chat: to, error }));
    }
    return undefined;
  });

  parts.bot.on("message:migrate_to_chat_id", (context) =>
    hooks.moved(chatOf(context.chat.id), chatOf(context.message.migrate_to_chat_id)),
  );

  // an export that comes back as a file
  parts.bot.on("message:document", async (context, next) => {
    const { msg, chat } = context;
    const caption = /^\/import(?:@(\w+))?\b/i.exec(msg.caption ?? "");
    const other = caption?.[1] !== undefined && caption[1].toLowerCase() !== parts.bot.botInfo.username.toLowerCase();
    if (!caption || other) return next();
    const request = toRequest(parts, context, { text: msg.caption ?? "", chat, message: msg });
    parts.inTurn(chat.id, context.update.update_id, async () => {
      const text = (msg.document.file_size ?? 0) <= FILE_BYTES ? await parts.download(msg.document.file_id) : "";
      await parts.answer(request.chat, await answer({ ...request, words: [text] }), { replyTo: msg.message_id });
    });
    return undefined;
  });

  // a forwarded post, or a picked channel: what to do there is asked here
  parts.bot.on("message:forward_origin:channel", async (context, next) => {
    const origin = context.msg.forward_origin;
    if (context.chat.type !== "private" || origin.type !== "channel") return next();
    const offer = await hooks.back(chatOf(origin.chat.id), {
      ...("title" in origin.chat ? { title: origin.chat.title } : {}),
      by: chatOf(context.chat.id),
      language: context.from.language_code ?? "en",
    });
    if (offer) await parts.answer(chatOf(context.chat.id), offer, {});
    return undefined;
  });

  parts.bot.on(["message:text", "channel_post:text"], async (context) => {
    const { msg, chat } = context;
    parts.noteKind(chat.id, chat.type);
    const command = /^\/([A-Za-z0-9_]+)(?:@([A-Za-z0-9_]+))?/.exec(msg.text);
    const mine = command?.[2] === undefined || command[2].toLowerCase() === parts.bot.botInfo.username.toLowerCase();
    if (command && !mine) return;
    const isPrivate = chat.type === "private";
    // in a group an unknown command is somebody else's, unless it names this bot
    if (command && !isPrivate && command[2] === undefined && !known.has((command[1] ?? "").toLowerCase())) return;
    if (!command && !isPrivate) return;
    const text = command ? msg.text : `context ${msg.text}`;
    const request = toRequest(parts, context, {
      text,
      chat,
      message: msg,
      replyTo: msg.reply_to_message?.message_id,
    });
    parts.inTurn(chat.id, context.update.update_id, async () => {
      await parts.answer(request.chat, await answer(request), isPrivate ? {} : { replyTo: msg.message_id });
    });
  });

  parts.bot.on("callback_query:data", (context) => {
    pressed(parts, context, answer).catch((error: unknown) =>
      parts.log("warn", "telegram press not answered", { update: context.update.update_id, error }),
    );
  });
  parts.bot.on("inline_query", async (context) => {
    const { query, from } = context.inlineQuery;
    const chat = { id: from.id, type: "private", first_name: from.first_name } as const;
    const message =
      query.trim() === "" ? undefined : await answer(toRequest(parts, context, { text: `context ${query}`, chat }));
    await context.answerInlineQuery(message && !message.discreet ? [toArticle(message)] : [], { cache_time: 30 });
  });
  parts.bot.on("callback_query", (context) => context.answerCallbackQuery());

  parts.bot.catch(({ error, ctx }) => {
    parts.log("warn", "telegram update not answered", { update: ctx.update.update_id, chat: ctx.chat?.id, error });
  });
}

/** An answer to share into any chat; its buttons would be answered there, so they stay behind. */
function toArticle(message: Message): InlineQueryResultArticle {
  const [title = "", ...rest] = plainText(message).split("\n");
  return {
    type: "article",
    id: "context",
    title,
    description: shorten(rest.slice(0, 3).join(" · "), 200),
    input_message_content: {
      message_text: toHtml(message),
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
    },
  };
}

/** A short private answer as the notice of a press; what offers more than help needs a message. */
function noticeOf(message: Message): string {
  const offers = (message.buttons ?? []).flat().some((button) => !button.command?.startsWith("help"));
  if (!message.discreet || offers || message.blocks.some((block) => block.kind !== "line")) return "";
  return plainText(message);
}

async function pressed(parts: UpdateParts, context: Context, answer: Answer): Promise<void> {
  const query = context.callbackQuery;
  const chat = query?.message?.chat;
  if (query?.data === undefined || !chat) {
    await context.answerCallbackQuery();
    return;
  }
  const replaces = query.data.startsWith("~");
  const message = query.message && "text" in query.message ? (query.message as TelegramMessage) : undefined;
  const request = toRequest(parts, context, {
    text: replaces ? query.data.slice(1) : query.data,
    chat,
    message,
    replyTo: query.message?.message_id,
  });
  const asked = answer(request);
  // the client shows progress until it is answered, so slow work is not waited for
  const quick = await Promise.race([asked, after(PATIENCE_MS)]);
  const text = quick && !replaces ? noticeOf(quick) : "";
  const asAlert = chat.type !== "private" && text !== "" && text.length <= ALERT_TEXT;
  await context
    .answerCallbackQuery(asAlert ? { text, show_alert: true } : {})
    .catch((error: unknown) => parts.log("debug", "press not answered", { error }));
  if (asAlert) return;
  parts.inTurn(chat.id, context.update.update_id, async () => {
    const result = quick ?? (await asked);
    const from = query.message?.message_id;
    if (replaces && from !== undefined && (await parts.replaced(chat.id, from, result))) return;
    await parts.answer(request.chat, result, chat.type === "private" || from === undefined ? {} : { replyTo: from });
  });
}
