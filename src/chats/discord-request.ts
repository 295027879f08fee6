import {
  type BaseInteraction,
  type Client,
  InteractionContextType,
  PermissionFlagsBits,
  type PermissionsBitField,
} from "discord.js";
import type { Line } from "../core/line.ts";
import type { ChatId } from "../core/model.ts";
import type { Request } from "../core/ports.ts";

/** What a request is made with: who is connected, and who owns the bot. */
export interface RequestParts {
  readonly client: Client;
  readonly owners: ReadonlySet<ChatId>;
}

/** The chat id of a channel, a thread or a direct message. */
export const chatOf = (channel: string): ChatId => `discord:${channel}`;

/** What `chatOf` made a chat id of. */
export function channelOf(chat: ChatId): string {
  const found = /^discord:(\d+)$/.exec(chat);
  if (!found?.[1]) throw new Error(`"${chat}" is no chat of Discord`);
  return found[1];
}

/** What the bot may do in a channel that it knows; undefined where it cannot tell (direct messages). */
export function permissionsIn(client: Client, channel: string): Readonly<PermissionsBitField> | undefined {
  const known = client.channels.cache.get(channel);
  if (!known || !("guild" in known) || !known.guild.members.me) return undefined;
  return known.permissionsFor(known.guild.members.me) ?? undefined;
}

/** Whether the bot may write in a channel of its own accord. */
export function mayPost(client: Client, channel: string): boolean {
  const known = client.channels.cache.get(channel);
  const mine = permissionsIn(client, channel);
  if (!known || !mine || !("guild" in known)) return false;
  const speak = known.isThread() ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  return mine.has([PermissionFlagsBits.ViewChannel, speak]);
}

/** A request as commands see it; the rights come with the interaction itself. */
export function toRequest(
  { client, owners }: RequestParts,
  interaction: BaseInteraction,
  line: Line,
  replyTo?: string,
): Request {
  const own = chatOf(interaction.channelId ?? "0");
  const person = chatOf(interaction.user.id);
  const direct =
    interaction.context === InteractionContextType.BotDM ||
    (interaction.context === null && interaction.guildId === null);
  const inGuild = interaction.inCachedGuild();
  return {
    chat: own,
    user: person,
    language: interaction.locale,
    ...line,
    ...(replyTo === undefined ? {} : { replyTo }),
    private: direct,
    // a user-installed app answers anywhere, but posts by itself only where the bot is a member
    cannotPost: direct ? false : !inGuild || !mayPost(client, channelOf(own)),
    operator: owners.has(own) || owners.has(person),
    async mayManage(chat) {
      if (direct) return chat === own;
      if (!inGuild || !interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild)) return false;
      // the rights come with the press itself; another channel counts where it is of the same server
      return (
        chat === own ||
        interaction.guild.channels.cache.has(channelOf(chat)) ||
        (await client.channels.fetch(channelOf(chat)).then(
          (c) => c !== null && "guildId" in c && c.guildId === interaction.guildId,
          () => false,
        ))
      );
    },
    async resolveChat(name) {
      if (!inGuild) return { problem: "chat-ask-there" };
      const wanted = name
        .trim()
        .replace(/^<#(\d+)>$/, "$1")
        .replace(/^#/, "");
      const found =
        interaction.guild.channels.cache.get(wanted) ?? interaction.guild.channels.cache.find((c) => c.name === wanted);
      if (!found) return { problem: "chat-not-found", title: name };
      const title = `#${found.name}`;
      return mayPost(client, found.id) ? { chat: chatOf(found.id), title } : { problem: "chat-no-post", title };
    },
  };
}
