import { createHash } from "node:crypto";
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  ChannelType,
  type ChatInputCommandInteraction,
  Client,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  MessageFlags,
  PermissionFlagsBits,
  type RawFile,
  Routes,
} from "discord.js";
import { parseLine } from "../core/line.ts";
import type { Message } from "../core/message.ts";
import type { ChatId } from "../core/model.ts";
import type { ChatHooks, ChatPlatform, Log, Request, SendResult } from "../core/ports.ts";
import { commandKey, toSlashCommands } from "./discord-commands.ts";
import { sendResult } from "./discord-errors.ts";
import { postInForum } from "./discord-forum.ts";
import { channelOf, chatOf, mayPost, permissionsIn, toRequest } from "./discord-request.ts";
import { toComponents, toContent, toEmbed } from "./embed.ts";
import { after } from "./pace.ts";

/** Where Discord is, who the bot is, who owns it. */
export interface DiscordOptions {
  readonly token: string;
  /** The REST address without its version; the gateway is the one that it answers. */
  readonly apiUrl: string;
  /** Chats and persons with operator rights (`discord:7`). */
  readonly owners: readonly ChatId[];
  readonly log: Log;
}

const PATIENCE_MS = 1200;
const READY_MS = 20_000;
const LONGEST_WAIT_MS = 2000;
const CROSSPOSTS_AN_HOUR = 10;
const NEEDED = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
const INVITE_PERMISSIONS =
  NEEDED |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads;

/** Discord as a chat platform: slash commands, buttons, embeds; the only intent is Guilds. */
export function openDiscord(options: DiscordOptions): ChatPlatform {
  const { log } = options;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: { api: options.apiUrl, timeout: 10_000, rejectOnRateLimit: (limit) => limit.retryAfter > LONGEST_WAIT_MS },
  });
  const parts = { client, owners: new Set(options.owners) };
  const published = new Map<string, number[]>();

  const invite = () =>
    `https://discord.com/oauth2/authorize?client_id=${client.application?.id ?? ""}&scope=bot+applications.commands&permissions=${INVITE_PERMISSIONS}`;

  function files(message: Message): RawFile[] {
    return [
      ...(message.image
        ? [{ name: "shiftwire.png", data: Buffer.from(message.image.png), contentType: "image/png" }]
        : []),
      ...(message.file ? [{ name: message.file.name, data: Buffer.from(message.file.text) }] : []),
    ];
  }

  function body(message: Message, mayEmbed: boolean): Record<string, unknown> {
    const image = message.image ? { image: { url: "attachment://shiftwire.png" } } : {};
    return {
      ...(mayEmbed ? { embeds: [{ ...toEmbed(message), ...image }] } : { content: toContent(message) }),
      components: toComponents(message.buttons ?? [], invite()),
      allowed_mentions: { parse: [] },
    };
  }

  async function slash(
    interaction: ChatInputCommandInteraction,
    answer: (request: Request) => Promise<Message>,
    hooks: ChatHooks,
  ): Promise<void> {
    const given = interaction.options.data.flatMap(({ name, value }) =>
      value === undefined ? [] : [[name, String(value)] as const],
    );
    const request = toRequest(parts, interaction, {
      command: interaction.commandName,
      words: [],
      options: Object.fromEntries(given),
    });
    const working = answer(request);
    const quick = await Promise.race([working, after(PATIENCE_MS)]);
    if (quick) {
      await interaction.reply({
        ...reply(quick),
        ...(quick.discreet && !request.private ? { flags: MessageFlags.Ephemeral as const } : {}),
      });
      return;
    }
    const settings = hooks.menu.find((entry) => entry.name === request.command)?.audience !== "everyone";
    await interaction.deferReply(settings && !request.private ? { flags: MessageFlags.Ephemeral } : {});
    await interaction.editReply(reply(await working));
  }

  /** A message for discord.js, which wants its own casing for the same thing. */
  function reply(message: Message) {
    const { embeds, components } = body(message, true);
    return {
      embeds: embeds as object[],
      components: components as { type: 1; components: { type: 2; style: 5; label: string; url: string }[] }[],
      files: files(message).map(({ name, data }) => ({ name, attachment: Buffer.from(data as Uint8Array) })),
      allowedMentions: { parse: [] as const },
    };
  }

  async function pressed(
    interaction: ButtonInteraction,
    answer: (request: Request) => Promise<Message>,
  ): Promise<void> {
    const replaces = interaction.customId.startsWith("~");
    const request = toRequest(
      parts,
      interaction,
      parseLine(interaction.customId.replace(/^~/, "")),
      interaction.message.id,
    );
    // in a server a press is answered to who pressed, so that a channel stays a channel
    const flags = request.private ? {} : { flags: MessageFlags.Ephemeral as const };
    const own = interaction.message.flags.has(MessageFlags.Ephemeral) || request.private;
    const working = answer(request);
    const quick = await Promise.race([working, after(PATIENCE_MS)]);
    if (replaces && own) {
      if (quick) await interaction.update(reply(quick));
      else {
        await interaction.deferUpdate();
        await interaction.editReply(reply(await working));
      }
      return;
    }
    if (quick) await interaction.reply({ ...reply(quick), ...flags });
    else {
      await interaction.deferReply(flags);
      await interaction.editReply(reply(await working));
    }
  }

  async function typed(interaction: AutocompleteInteraction, hooks: ChatHooks): Promise<void> {
    const { name, value } = interaction.options.getFocused(true);
    const parts = value.split(",");
    const last = parts.pop() ?? "";
    const before = parts
      .map((part) => part.trim())
      .filter(Boolean)
      .join(", ");
    const prefix = before === "" ? "" : `${before}, `;
    const choices = hooks
      .complete(name, last.trim(), interaction.locale)
      .map((choice) => ({ name: `${prefix}${choice.name}`, value: `${prefix}${choice.value}` }))
      .filter((choice) => choice.name.length <= 100 && choice.value.length <= 100);
    await interaction.respond(choices.slice(0, 25));
  }

  function listen(answer: (request: Request) => Promise<Message>, hooks: ChatHooks): void {
    client.on(Events.InteractionCreate, async (interaction) => {
      try {
        if (interaction.isChatInputCommand()) await slash(interaction, answer, hooks);
        else if (interaction.isButton()) await pressed(interaction, answer);
        else if (interaction.isAutocomplete()) await typed(interaction, hooks);
      } catch (error) {
        log("warn", "discord interaction not answered", { interaction: interaction.id, error });
      }
    });
    const lost = (channel: string, reason: string) =>
      hooks
        .gone(chatOf(channel), reason)
        .catch((error: unknown) => log("error", "chat not retired", { channel, error }));
    // by the time that discord.js tells of it, it has forgotten the server's channels
    client.ws.on(GatewayDispatchEvents.GuildDelete, ({ id, unavailable }: { id: string; unavailable?: boolean }) => {
      if (unavailable) return;
      for (const channel of client.guilds.cache.get(id)?.channels.cache.keys() ?? [])
        void lost(channel, "the bot was removed from the server");
    });
    // rights that come back wake the chats that lost them
    const regained = (channels: Iterable<string>) => {
      for (const channel of channels) {
        if (!mayPost(client, channel)) continue;
        hooks.back(chatOf(channel), {}).catch((error: unknown) => log("error", "chat not woken", { channel, error }));
      }
    };
    client.on(Events.ChannelUpdate, (_, channel) => regained([channel.id]));
    client.on(Events.GuildRoleUpdate, (_, role) => regained(role.guild.channels.cache.keys()));
    client.on(Events.GuildCreate, (guild) => regained(guild.channels.cache.keys()));
    client.on(Events.ChannelDelete, (channel) => void lost(channel.id, "the channel was deleted"));
    client.on(Events.ThreadDelete, (thread) => void lost(thread.id, "the thread was deleted"));
    client.on(Events.ShardDisconnect, ({ code }) => log("error", "discord closed the connection for good", { code }));
    client.on(Events.Warn, (warning) => log("warn", "discord warns", { warning }));
  }

  async function setCommands(hooks: ChatHooks): Promise<void> {
    const app = client.application?.id ?? "";
    const wanted = toSlashCommands(hooks.menu, hooks.languages);
    const now = await client.rest.get(Routes.applicationCommands(app), {
      query: new URLSearchParams({ with_localizations: "true" }),
    });
    if (Array.isArray(now) && commandKey(now) === commandKey(wanted)) return;
    await client.rest.put(Routes.applicationCommands(app), { body: wanted });
  }

  /** Posts; in a forum an alert is a post of its own, whose later turns are replies inside it. */
  async function post(channel: string, message: Message, extra: Parameters<ChatPlatform["send"]>[2]): Promise<string> {
    const known = client.channels.cache.get(channel);
    const embeds = permissionsIn(client, channel)?.has(PermissionFlagsBits.EmbedLinks) ?? true;
    const content = body(message, embeds);
    const attached = files(message);
    const withFiles = attached.length > 0 ? { files: attached } : {};
    if (known?.type === ChannelType.GuildForum || known?.type === ChannelType.GuildMedia) {
      const [thread] = extra.replyTo?.split("/") ?? [];
      if (thread === undefined)
        return postInForum(client, known, message, content, { files: attached, uncertain: extra.uncertain === true });
      const sent = (await client.rest.post(Routes.channelMessages(thread), {
        body: { ...content, nonce: extra.nonce, enforce_nonce: true },
        ...withFiles,
      })) as { readonly id: string };
      return `${thread}/${sent.id}`;
    }
    const sent = (await client.rest.post(Routes.channelMessages(channel), {
      body: {
        ...content,
        nonce: extra.nonce,
        enforce_nonce: true,
        ...(extra.silent ? { flags: MessageFlags.SuppressNotifications } : {}),
        ...(extra.replyTo === undefined
          ? {}
          : { message_reference: { message_id: extra.replyTo, fail_if_not_exists: false } }),
      },
      ...withFiles,
    })) as { readonly id: string };
    if (known?.type === ChannelType.GuildAnnouncement) publish(channel, sent.id);
    return sent.id;
  }

  /** Cross-posts to the followers of an announcement channel; not waited for, and not beyond what an hour allows. */
  function publish(channel: string, messageId: string): void {
    const hour = (published.get(channel) ?? []).filter((at) => at > Date.now() - 3_600_000);
    if (hour.length >= CROSSPOSTS_AN_HOUR) return;
    published.set(channel, [...hour, Date.now()]);
    void client.rest
      .post(Routes.channelMessageCrosspost(channel, messageId))
      .catch((error: unknown) => log("warn", "discord announcement not published", { channel, error }));
  }

  const outcome = (error: unknown): SendResult => {
    const result = sendResult(error);
    if (!result) throw error;
    return result;
  };

  return {
    name: "discord",
    async start(answer, hooks) {
      client.on(Events.Error, (error) => log("warn", "discord connection", { error }));
      client.on(Events.ShardError, (error) => log("warn", "discord connection", { error }));
      listen(answer, hooks);
      const ready = new Promise<"ready">((resolve) => {
        client.once(Events.ClientReady, () => resolve("ready"));
      });
      try {
        await client.login(options.token);
        if ((await Promise.race([ready, after(READY_MS)])) === undefined)
          throw new Error("the gateway does not answer");
      } catch (cause) {
        await client.destroy();
        const refused =
          cause instanceof Error &&
          (("code" in cause && cause.code === "TokenInvalid") ||
            ("status" in cause && cause.status === 401) ||
            /token/i.test(cause.message));
        if (refused)
          throw new Error("Discord refuses the token: set DISCORD_TOKEN to the bot token of the developer portal.", {
            cause,
          });
        throw new Error(`Discord cannot be reached at ${options.apiUrl}: check the network or DISCORD_API_URL.`, {
          cause,
        });
      }
      log("info", "discord listens", { bot: client.user?.tag, servers: client.guilds.cache.size });
      void setCommands(hooks).catch((error: unknown) => log("warn", "discord commands not set", { error }));
    },
    async send(chat, message, extra) {
      // a refusal that can be foreseen is not asked for: too many of them ban the bot for a while
      if (permissionsIn(client, channelOf(chat)) && !mayPost(client, channelOf(chat)))
        return { status: "gone", reason: "the bot may not write in this channel" };
      // 25 characters at most
      const nonce =
        extra.nonce.length <= 25
          ? extra.nonce
          : createHash("sha256").update(extra.nonce).digest("base64url").slice(0, 25);
      try {
        return { status: "sent", messageId: await post(channelOf(chat), message, { ...extra, nonce }) };
      } catch (error) {
        return outcome(error);
      }
    },
    async edit(chat, messageId, message) {
      const [first = "", second] = messageId.split("/");
      const type = client.channels.cache.get(channelOf(chat))?.type;
      const forum = type === ChannelType.GuildForum || type === ChannelType.GuildMedia;
      const [channel, id] = second === undefined ? [forum ? first : channelOf(chat), first] : [first, second];
      try {
        await client.rest.patch(Routes.channelMessage(channel, id), {
          body: body(message, permissionsIn(client, channelOf(chat))?.has(PermissionFlagsBits.EmbedLinks) ?? true),
        });
        return { status: "sent", messageId };
      } catch (error) {
        return outcome(error);
      }
    },
    async stop() {
      // a shard that waits to reconnect ignores `destroy`: asked for its session, it is kept waiting instead of connecting once more
      const inner = (client.ws as unknown as { readonly _ws?: { readonly options: { retrieveSessionInfo: unknown } } })
        ._ws;
      if (inner) inner.options.retrieveSessionInfo = () => new Promise(() => {});
      const closed = client.destroy().catch((error: unknown) => log("debug", "discord did not close", { error }));
      await Promise.race([closed, after(3000)]);
    },
  };
}
