import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDiscord } from "../../src/chats/discord.ts";
import { tagsOf } from "../../src/chats/discord-forum.ts";
import { answering } from "../../src/commands/answer.ts";
import { hooksOf } from "../../src/commands/hooks.ts";
import { card } from "../../src/core/card.ts";
import { everything } from "../../src/core/filter.ts";
import type { ChatPlatform } from "../../src/core/ports.ts";
import { alertOf, NOW, openWorld, outcomeOf, strings, type World } from "../commands/world.ts";
import { APP, CHANNELS, type DiscordFake, GUILD, interaction, openDiscordFake, type Reply } from "./fakes/discord.ts";

let fake: DiscordFake;
let world: World;
let discord: ChatPlatform;
const alert = card(alertOf(), "send", strings.phrases("en"));
const text = `discord:${CHANNELS.text}`;
const posts = `POST /channels/${CHANNELS.text}/messages`;

beforeEach(async () => {
  fake = await openDiscordFake();
  world = openWorld();
  await world.store.record(outcomeOf(alertOf()), NOW);
  discord = openDiscord({ token: "test.token", apiUrl: fake.api, owners: ["discord:99"], log: world.tools.log });
  await discord.start(answering(world.tools), hooksOf(world.tools));
});

afterEach(async () => {
  await discord.stop();
  await fake.close();
});

interface Answer {
  readonly type: number;
  readonly data: {
    readonly embeds?: readonly { title?: string; description?: string }[];
    readonly flags?: number;
    readonly choices?: readonly object[];
    readonly allowed_mentions?: object;
  };
}

/** What the first response to an interaction was. */
async function answered(id: string): Promise<Answer> {
  const route = new RegExp(`^POST /interactions/${id}/`);
  await expect.poll(() => fake.to(route).length, { timeout: 4000 }).toBe(1);
  const body = fake.to(route)[0]?.body ?? {};
  const parts = /name="payload_json"\r\n(?:[^\r]+\r\n)*\r\n(\{.*\})/.exec(String(body.multipart ?? ""));
  return (parts?.[1] ? JSON.parse(parts[1]) : body) as unknown as Answer;
}

let count = 0;
async function slash(
  name: string,
  options: Record<string, string> = {},
  change: Parameters<typeof interaction>[3] = {},
): Promise<Answer> {
  const id = String(70_000 + ++count);
  const given = Object.entries(options).map(([key, value]) => ({ name: key, type: key === "in" ? 7 : 3, value }));
  const resolved = options.in
    ? {
        resolved: {
          channels: {
            [options.in]: {
              id: options.in,
              type: 0,
              name: options.in === CHANNELS.closed ? "closed" : "news",
              permissions: "0",
            },
          },
        },
      }
    : {};
  fake.dispatch(
    "INTERACTION_CREATE",
    interaction(id, 2, { id: "1", name, type: 1, options: given, ...resolved }, change),
  );
  return answered(id);
}

async function press(customId: string, change: Parameters<typeof interaction>[3] = {}): Promise<Answer> {
  const id = String(80_000 + ++count);
  const message = {
    id: "9100",
    channel_id: CHANNELS.text,
    type: 0,
    content: "",
    author: { id: APP, username: "shiftwire", discriminator: "0", avatar: null },
    timestamp: "2025-01-01T00:00:00.000Z",
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    flags: 0,
    components: [],
    ...change.extra,
  };
  fake.dispatch(
    "INTERACTION_CREATE",
    interaction(id, 3, { custom_id: customId, component_type: 2 }, { ...change, extra: { message } }),
  );
  return answered(id);
}

const said = (answer: Answer) =>
  (answer.data.embeds ?? [])
    .map((e) => `${e.title ?? ""}\n${e.description ?? ""}`)
    .join("")
    .trim();
const EPHEMERAL = 64;

describe("starting", () => {
  it("sends the commands once, and not again where they are the same", async () => {
    await expect.poll(() => fake.to(/^PUT .*\/commands$/).length).toBe(1);
    const sent = fake.to(/^PUT .*\/commands$/)[0]?.body as unknown as {
      name: string;
      default_member_permissions: string | null;
    }[];
    expect(sent.find((c) => c.name === "subscribe")?.default_member_permissions).toBe("32");
    expect(sent.find((c) => c.name === "context")?.default_member_permissions).toBeNull();
    expect(sent.map((c) => c.name)).not.toContain("broadcast");
  });

  it("says in one sentence that the token is refused", async () => {
    fake.faults.set("GET /gateway/bot", { error: [401, 0, "401: Unauthorized"] });
    const other = openDiscord({ token: "bad.token", apiUrl: fake.api, owners: [], log: () => {} });
    await expect(other.start(answering(world.tools), hooksOf(world.tools))).rejects.toThrow(
      /^Discord refuses the token: set DISCORD_TOKEN/,
    );
  });

  it("says in one sentence that Discord cannot be reached", async () => {
    const other = openDiscord({ token: "x.token", apiUrl: "http://127.0.0.1:1/api", owners: [], log: () => {} });
    await expect(other.start(answering(world.tools), hooksOf(world.tools))).rejects.toThrow(
      /^Discord cannot be reached at http:\/\/127\.0\.0\.1:1/,
    );
  });
});

describe("slash commands", () => {
  it("are answered to everybody where everybody asked, to the caller alone where it is theirs", async () => {
    const open = await slash("context", { about: "Ukraine" });
    expect([open.type, open.data.flags ?? 0]).toEqual([4, 0]);
    expect(said(open)).toMatch(/^Ukraine: who stands where\n/);
    expect(open.data.allowed_mentions).toEqual({ parse: [] });
    expect((await slash("subscriptions")).data.flags).toBe(EPHEMERAL);
    expect((await slash("context", { about: "Ukrane" })).data.flags).toBe(EPHEMERAL);
  });

  it("are answered in the caller's language", async () => {
    expect(said(await slash("latest", {}, { extra: { locale: "uk" } }))).toMatch(/^Найновіші сповіщення/);
  });

  it("subscribe a channel for who may manage the server only", async () => {
    expect(said(await slash("subscribe", { place: "Ukraine" }, { manager: false }))).toContain("Only administrators");
    expect(await world.store.subscriptions(text)).toEqual([]);
    expect(said(await slash("subscribe", { place: "Ukraine" }))).toContain("Subscribed: places Ukraine");
    expect(await world.store.subscriptions(text)).toHaveLength(1);
  });

  it("subscribe another channel of the server, if the bot may write there", async () => {
    expect(said(await slash("subscribe", { in: CHANNELS.news }))).toContain("Subscribed “#news”: everything");
    expect(said(await slash("subscribe", { in: CHANNELS.closed }))).toContain("may not post in “#closed”");
    expect(said(await slash("subscribe", { in: CHANNELS.news }, { manager: false }))).toContain(
      "Only an administrator of “#news”",
    );
    expect(await world.store.subscriptions(`discord:${CHANNELS.closed}`)).toEqual([]);
  });

  it("do not subscribe a channel in which the bot may only answer", async () => {
    expect(said(await slash("subscribe", {}, { channel: CHANNELS.closed }))).toContain("may not post in this channel");
  });

  it("are deferred where the answer takes long", async () => {
    const slow = world.tools.store.stances;
    Object.assign(world.tools.store, {
      stances: async (where: object) => new Promise((resolve) => setTimeout(resolve, 2000)).then(() => slow(where)),
    });
    expect((await slash("positions", { place: "UA" })).type).toBe(5);
    await expect
      .poll(() => fake.to(/^PATCH \/webhooks\/.*\/messages\/(@|%40)original$/).length, { timeout: 5000 })
      .toBe(1);
  });

  it("complete places while they are typed, after a comma too", async () => {
    fake.dispatch(
      "INTERACTION_CREATE",
      interaction("60001", 4, {
        id: "1",
        name: "subscribe",
        type: 1,
        options: [{ name: "place", type: 3, value: "Mali, ukr", focused: true }],
      }),
    );
    const { type, data } = await answered("60001");
    expect([type, data.choices?.[0]]).toEqual([8, { name: "Mali, Ukraine", value: "Mali, UA" }]);
  });

  it("work in a direct message", async () => {
    const direct = {
      extra: {
        guild_id: undefined,
        member: undefined,
        context: 1,
        channel_id: "5000",
        channel: { id: "5000", type: 1, recipients: [] },
        user: { id: "42", username: "ann", discriminator: "0", avatar: null },
      },
    };
    expect(said(await slash("subscribe", {}, direct))).toContain("Subscribed: everything");
    expect(await world.store.subscriptions("discord:5000")).toHaveLength(1);
  });
});

describe("presses", () => {
  it("under an alert are answered to who pressed", async () => {
    const answer = await press("context UA");
    expect([answer.type, answer.data.flags]).toEqual([4, EPHEMERAL]);
    expect(said(answer)).toContain("who stands where");
  });

  it("of a page turn it where the message is the caller's own", async () => {
    expect((await press("~language de", { extra: { flags: EPHEMERAL } })).type).toBe(7);
    expect((await press("~language uk")).type).toBe(4);
  });

  it("change a channel's settings for who may manage the server only", async () => {
    expect(said(await press("mute place:UA", { manager: false }))).toContain("Only administrators");
    expect(said(await press("mute place:UA hours:24"))).toContain("Silent until");
  });
});

describe("what became of a send", () => {
  it.each<[string, Reply, object]>([
    ["no such channel", { error: [404, 10003, "Unknown Channel"] }, { status: "gone" }],
    ["no access", { error: [403, 50001, "Missing Access"] }, { status: "gone" }],
    ["no permission", { error: [403, 50013, "Missing Permissions"] }, { status: "gone" }],
    ["closed direct messages", { error: [403, 50007, "Cannot send messages to this user"] }, { status: "gone" }],
    ["a bad form", { error: [400, 50035, "Invalid Form Body"] }, { status: "refused" }],
    ["a revoked token", { error: [401, 0, "401: Unauthorized"] }, { status: "retry", scope: "platform" }],
  ])("%s", async (_, fault, result) => {
    fake.faults.set(posts, fault);
    expect(await discord.send(text, alert, { nonce: "n" })).toMatchObject(result);
  });

  it("is not tried where the bot may not write", async () => {
    expect(await discord.send(`discord:${CHANNELS.closed}`, alert, { nonce: "n" })).toMatchObject({ status: "gone" });
    expect(fake.to(/\/messages$/)).toEqual([]);
  });

  it("is one message however often it is sent, by its nonce", async () => {
    fake.faults.set(posts, { lost: true });
    expect(await discord.send(text, alert, { nonce: "a very long nonce of the outbox" })).toMatchObject({
      status: "retry",
      scope: "platform",
    });
    const second = await discord.send(text, alert, { nonce: "a very long nonce of the outbox" });
    expect(second).toMatchObject({ status: "sent" });
    const [first, again] = fake.to(/\/messages$/).map((c) => c.body);
    expect([first?.nonce, first?.enforce_nonce, String(first?.nonce).length <= 25]).toEqual([again?.nonce, true, true]);
  });

  it("mentions nobody and can be replied to", async () => {
    await discord.send(text, alert, { nonce: "n", replyTo: "9001", silent: true });
    expect(fake.to(/\/messages$/)[0]?.body).toMatchObject({
      allowed_mentions: { parse: [] },
      message_reference: { message_id: "9001", fail_if_not_exists: false },
      flags: 4096,
    });
  });

  it("in a forum is a post of its own, with its later turns inside", async () => {
    const forum = `discord:${CHANNELS.forum}`;
    const first = await discord.send(forum, alert, { nonce: "1" });
    const id = first.status === "sent" ? first.messageId : "";
    expect(fake.to(/\/threads$/)[0]?.body).toMatchObject({
      name: "▼ ROLLBACK · Ukraine · peacekeeping mission",
      applied_tags: ["2", "3"],
    });
    const reply = await discord.send(forum, alert, { nonce: "2", replyTo: id });
    expect(reply).toMatchObject({ status: "sent", messageId: expect.stringMatching(new RegExp(`^${id}/`)) });
    await discord.edit(forum, id, alert);
    await discord.edit(forum, reply.status === "sent" ? reply.messageId : "", alert);
    expect(fake.to(/^PATCH \/channels/).map((c) => c.route)).toEqual([
      `PATCH /channels/${id}/messages/${id}`,
      `PATCH /channels/${id}/messages/${reply.status === "sent" ? reply.messageId.split("/")[1] : ""}`,
    ]);
  });

  it("in a forum is one post though its answer was lost", async () => {
    const forum = `discord:${CHANNELS.forum}`;
    fake.faults.set(`POST /channels/${CHANNELS.forum}/threads`, { lost: true });
    expect(await discord.send(forum, alert, { nonce: "1" })).toMatchObject({ status: "retry" });
    expect(await discord.send(forum, alert, { nonce: "1", uncertain: true })).toMatchObject({ status: "sent" });
    expect(fake.to(/^POST .*\/threads$/)).toHaveLength(1);
  });

  it.each<[string, boolean, readonly string[]]>([
    ["▼ ROLLBACK · Ukraine", false, ["2", "3"]],
    ["▲ ADVANCE · Chad", false, []],
    ["▲ ADVANCE · Chad", true, ["1"]],
  ])("is tagged by what its heading names: %s (required: %s)", (heading, required, tags) => {
    const available = [
      { id: "1", name: "Mali" },
      { id: "2", name: "Ukraine" },
      { id: "3", name: "Rollback" },
    ];
    expect(tagsOf(heading, available, required)).toEqual(tags);
  });

  it("in an announcement channel is published, at most ten times an hour", async () => {
    for (let i = 0; i < 12; i++) await discord.send(`discord:${CHANNELS.news}`, alert, { nonce: `n${i}` });
    await expect.poll(() => fake.to(/\/crosspost$/).length).toBe(10);
  });
});

describe("chats that go", () => {
  const state = async () => (await world.store.chat(text))?.state;

  beforeEach(async () => {
    await world.store.saveChat({ chat: text, language: "en", timeZone: "UTC", confirmations: true, state: "active" });
    await world.store.subscribe(everything("s", text, NOW));
  });

  it("are retired when their channel is deleted", async () => {
    fake.dispatch("CHANNEL_DELETE", {
      id: CHANNELS.text,
      type: 0,
      name: "general",
      guild_id: GUILD,
      position: 0,
      permission_overwrites: [],
    });
    await expect.poll(state).toBe("retired");
  });

  it("are retired when the bot is removed from the server, and not when the server is away", async () => {
    fake.dispatch("GUILD_DELETE", { id: GUILD, unavailable: true });
    await slash("help").catch(() => undefined);
    expect(await state()).toBe("active");
    fake.dispatch("GUILD_DELETE", { id: GUILD });
    await expect.poll(state).toBe("retired");
  });
});

describe("chats that come back", () => {
  it("are woken when the bot may write in their channel again", async () => {
    const closed = `discord:${CHANNELS.closed}`;
    await world.store.saveChat({
      chat: closed,
      language: "en",
      timeZone: "UTC",
      confirmations: true,
      state: "retired",
    });
    fake.dispatch("CHANNEL_UPDATE", {
      id: CHANNELS.closed,
      type: 0,
      name: "closed",
      guild_id: GUILD,
      position: 1,
      permission_overwrites: [],
    });
    await expect.poll(async () => (await world.store.chat(closed))?.state).toBe("active");
  });
});

describe("stopping", () => {
  it("ends the connection within five seconds", async () => {
    const began = Date.now();
    await discord.stop();
    expect(Date.now() - began).toBeLessThan(5000);
    await expect.poll(fake.connections).toBe(0);
  });

  it("ends the reconnecting too", async () => {
    fake.down();
    await new Promise((resolve) => setTimeout(resolve, 700));
    await discord.stop();
    fake.up();
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(fake.connections()).toBe(0);
  });
});
