import { type Client, type ForumChannel, type MediaChannel, type RawFile, Routes } from "discord.js";
import type { Message } from "../core/message.ts";
import { toEmbed } from "./embed.ts";

const NAME = 100;
const TAGS = 5;

/** The tags of a forum that a card's heading names (a direction, a place); one at least where the forum wants one. */
export function tagsOf(
  heading: string,
  available: readonly { readonly id: string; readonly name: string }[],
  required: boolean,
): readonly string[] {
  const text = heading.toLowerCase();
  const named = available.filter((tag) => text.includes(tag.name.trim().toLowerCase()));
  const chosen = named.length > 0 || !required ? named : available.slice(0, 1);
  return chosen.slice(0, TAGS).map((tag) => tag.id);
}

/** A post that an earlier attempt left in the forum although its answer was lost: ours, of this name, of the last hour. */
async function leftBehind(
  client: Client,
  forum: ForumChannel | MediaChannel,
  name: string,
): Promise<string | undefined> {
  const { threads } = (await client.rest.get(Routes.guildActiveThreads(forum.guildId))) as {
    readonly threads: readonly {
      readonly id: string;
      readonly parent_id: string;
      readonly owner_id: string;
      readonly name: string;
    }[];
  };
  // an id carries its time: milliseconds since 2015 above 22 bits (docs: reference, snowflakes)
  const hourAgo = BigInt(Date.now() - 3_600_000 - 1_420_070_400_000) << 22n;
  return threads.find(
    (t) => t.parent_id === forum.id && t.owner_id === client.user?.id && t.name === name && BigInt(t.id) > hourAgo,
  )?.id;
}

/** Makes a post of its own for a card; the id of the post is that of its first message. */
export async function postInForum(
  client: Client,
  forum: ForumChannel | MediaChannel,
  message: Message,
  content: Record<string, unknown>,
  extra: { readonly files: RawFile[]; readonly uncertain: boolean },
): Promise<string> {
  const heading = toEmbed(message).title ?? "Shiftwire";
  const name = heading.replace(/[\\*]/g, "").slice(0, NAME).toWellFormed();
  const left = extra.uncertain ? await leftBehind(client, forum, name) : undefined;
  if (left !== undefined) return left;
  const tags = tagsOf(name, forum.availableTags, forum.flags.has("RequireTag"));
  const made = (await client.rest.post(Routes.threads(forum.id), {
    body: { name, message: content, ...(tags.length > 0 ? { applied_tags: tags } : {}) },
    ...(extra.files.length > 0 ? { files: extra.files } : {}),
  })) as { readonly id: string };
  return made.id;
}
