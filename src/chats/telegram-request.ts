import { type Bot, type Context, GrammyError } from "grammy";
import type { Chat, ChatMember, Message as TelegramMessage } from "grammy/types";
import { parseLine } from "../core/line.ts";
import type { ChatId } from "../core/model.ts";
import type { Request } from "../core/ports.ts";

/** What a request is made with: the bot that asks Telegram about chats and rights, and who owns it. */
export interface RequestParts {
  readonly bot: Bot;
  readonly owners: ReadonlySet<ChatId>;
  kindOf(id: number): Promise<Chat["type"]>;
  noteKind(id: number, kind: Chat["type"]): void;
}

/** What was written or pressed, and where. */
export interface Spoken {
  readonly text: string;
  readonly chat: Chat;
  readonly message?: TelegramMessage | undefined;
  readonly replyTo?: number | undefined;
}

/** The chat id of a chat, and of a topic inside it. */
export const chatOf = (id: number, thread?: number): ChatId =>
  thread === undefined ? `telegram:${id}` : `telegram:${id}/${thread}`;

/** What `chatOf` made a chat id of. */
export function addressOf(chat: ChatId): { readonly id: number; readonly thread?: number } {
  const found = /^telegram:(-?\d+)(?:\/(\d+))?$/.exec(chat);
  if (!found) throw new Error(`"${chat}" is no chat of Telegram`);
  return { id: Number(found[1]), ...(found[2] ? { thread: Number(found[2]) } : {}) };
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

/** A request as commands see it; rights are asked of Telegram at the time of the change. */
export function toRequest(parts: RequestParts, context: Context, { text, chat, message, replyTo }: Spoken): Request {
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
    operator: parts.owners.has(own) || (sender === undefined && parts.owners.has(person)),
    async mayManage(other) {
      const { id } = addressOf(other);
      if (id > 0) return sender === undefined && id === user;
      // an anonymous administrator, or the channel itself, writes in its name
      if (sender === id) return true;
      if (sender !== undefined) {
        const full = await parts.bot.api.getChat(id);
        return "linked_chat_id" in full && full.linked_chat_id === sender;
      }
      if (user === undefined) return false;
      try {
        return mayManageAs(await parts.bot.api.getChatMember(id, user), await parts.kindOf(id));
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
      if (!/^-?\d+$/.test(key) && !/^@?[A-Za-z]\w{3,31}$/.test(key)) return { problem: "chat-not-found", title: name };
      try {
        const found = await parts.bot.api.getChat(
          /^-?\d+$/.test(key) ? Number(key) : key.startsWith("@") ? key : `@${key}`,
        );
        parts.noteKind(found.id, found.type);
        const title = "title" in found && found.title ? found.title : name;
        if (found.type === "private")
          return found.id === user ? { chat: chatOf(found.id), title } : { problem: "chat-not-found", title: name };
        const me = await parts.bot.api.getChatMember(found.id, parts.bot.botInfo.id);
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
