import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

/** A call of Discord's REST that the adapter made. */
interface Call {
  readonly route: string;
  readonly body: Record<string, unknown>;
}

/** What the fake answers to a route once: an error with Discord's code, or nothing at all. */
export type Reply =
  | { readonly error: readonly [status: number, code: number, message: string] }
  | { readonly lost: true };

/** Discord on loopback with one server, for the adapter's own tests. */
export interface DiscordFake {
  readonly api: string;
  readonly calls: Call[];
  readonly faults: Map<string, Reply>;
  /** Calls whose route fits, in order. */
  to(route: RegExp): readonly Call[];
  dispatch(event: string, data: object): void;
  /** Cuts every gateway connection and refuses new ones until `up`. */
  down(): void;
  up(): void;
  readonly connections: () => number;
  close(): Promise<void>;
}

export const APP = "1000";
export const GUILD = "2000";
/** Channels by kind: text, announcement, forum, and one in which the bot may not write. */
export const CHANNELS = { text: "3000", news: "3005", forum: "3015", closed: "3099" } as const;

const VIEW = 1n << 10n;
const SEND = 1n << 11n;
const EMBED = 1n << 14n;
const EVERYONE = {
  id: GUILD,
  name: "@everyone",
  permissions: String(VIEW | SEND | EMBED),
  position: 0,
  color: 0,
  hoist: false,
  managed: false,
  mentionable: false,
  flags: 0,
};
const bot = { id: APP, username: "shiftwire", discriminator: "0", global_name: null, avatar: null, bot: true };
const channel = (id: string, name: string, type: number, deny = 0n) => ({
  id,
  name,
  type,
  guild_id: GUILD,
  position: 0,
  permission_overwrites: deny === 0n ? [] : [{ id: GUILD, type: 0, allow: "0", deny: String(deny) }],
});
const tag = (id: string, name: string) => ({ id, name, moderated: false, emoji_id: null, emoji_name: null });
const guild = {
  id: GUILD,
  name: "Desk",
  owner_id: "42",
  roles: [EVERYONE],
  emojis: [],
  stickers: [],
  features: [],
  channels: [
    channel(CHANNELS.text, "general", 0),
    channel(CHANNELS.news, "news", 5),
    {
      ...channel(CHANNELS.forum, "stories", 15),
      flags: 1 << 4,
      available_tags: [tag("1", "Mali"), tag("2", "Ukraine"), tag("3", "rollback")],
    },
    channel(CHANNELS.closed, "closed", 0, SEND),
  ],
  threads: [],
  members: [{ user: bot, roles: [], joined_at: "2025-01-01T00:00:00.000Z", deaf: false, mute: false, flags: 0 }],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  member_count: 2,
  preferred_locale: "en-US",
  unavailable: false,
};

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  try {
    return text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
  } catch {
    return { multipart: text };
  }
}

/** Opens the fake. */
export async function openDiscordFake(): Promise<DiscordFake> {
  const calls: Call[] = [];
  const faults: DiscordFake["faults"] = new Map();
  const nonces = new Map<unknown, object>();
  const sockets = new Set<WebSocket>();
  const threads: object[] = [];
  const snowflake = () => String((BigInt(Date.now() - 1_420_070_400_000) << 22n) + BigInt(++next));
  let next = 9000;
  let sequence = 0;
  let refused = false;
  let address = "";

  function answer(route: string, body: Record<string, unknown>): unknown {
    if (route === "GET /gateway/bot")
      return {
        url: address.replace("http", "ws"),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
      };
    if (route === `GET /applications/${APP}/commands`) return [];
    if (/^POST \/channels\/\d+\/threads$/.test(route)) {
      const parent = route.split("/")[2];
      threads.push({ id: snowflake(), type: 11, name: body.name, guild_id: GUILD, parent_id: parent, owner_id: APP });
      return threads.at(-1);
    }
    if (route === `GET /guilds/${GUILD}/threads/active`) return { threads, members: [] };
    if (/^POST \/channels\/\d+\/messages$/.test(route)) {
      // the same nonce within a few minutes gives the first message again
      const known = nonces.get(body.nonce) ?? { id: String(++next), channel_id: route.split("/")[2] };
      nonces.set(body.nonce, known);
      return known;
    }
    return {};
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? "").replace(/^\/api\/v10/, "").split("?")[0];
    const route = `${request.method} ${path}`;
    const body = await read(request);
    calls.push({ route, body });
    const fault = faults.get(route);
    faults.delete(route);
    if (fault && "lost" in fault) {
      answer(route, body);
      request.socket.destroy();
      return;
    }
    const json = (status: number, value: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    if (fault) json(fault.error[0], { code: fault.error[1], message: fault.error[2] });
    else if (/^POST \/interactions\//.test(route)) response.writeHead(204).end();
    else json(200, answer(route, body));
  }

  const server = createServer((request, response) => void handle(request, response));
  const gateway = new WebSocketServer({ noServer: true });
  server.on("upgrade", (request, socket, head) => {
    if (refused) socket.destroy();
    else gateway.handleUpgrade(request, socket, head, (ws) => gateway.emit("connection", ws));
  });
  gateway.on("connection", (ws: WebSocket) => {
    sockets.add(ws);
    ws.on("close", () => sockets.delete(ws));
    const send = (op: number, d: unknown, t?: string) =>
      ws.send(JSON.stringify({ op, d, ...(t ? { t, s: ++sequence } : {}) }));
    send(10, { heartbeat_interval: 40_000 });
    ws.on("message", (data) => {
      const { op } = JSON.parse(String(data)) as { op: number };
      if (op === 1) send(11, null);
      if (op === 2) {
        send(
          0,
          {
            v: 10,
            user: bot,
            guilds: [{ id: GUILD, unavailable: true }],
            session_id: "s",
            resume_gateway_url: address.replace("http", "ws"),
            application: { id: APP, flags: 0 },
          },
          "READY",
        );
        send(0, guild, "GUILD_CREATE");
      }
      if (op === 6) send(0, {}, "RESUMED");
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    api: `${address}/api`,
    calls,
    faults,
    to: (route) => calls.filter((call) => route.test(call.route)),
    dispatch(event, data) {
      for (const ws of sockets) ws.send(JSON.stringify({ op: 0, t: event, s: ++sequence, d: data }));
    },
    down() {
      refused = true;
      for (const ws of sockets) ws.terminate();
    },
    up() {
      refused = false;
    },
    connections: () => sockets.size,
    async close() {
      for (const ws of sockets) ws.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const MANAGE_GUILD = 1n << 5n;

/** An interaction in the server by somebody, who may manage it unless `change` says otherwise. */
export function interaction(
  id: string,
  type: number,
  data: object,
  change: { readonly manager?: boolean; readonly channel?: string; readonly extra?: object } = {},
): object {
  const rights = VIEW | SEND | (change.manager === false ? 0n : MANAGE_GUILD);
  return {
    id,
    application_id: APP,
    type,
    token: `token${id}`,
    version: 1,
    guild_id: GUILD,
    channel_id: change.channel ?? CHANNELS.text,
    channel: { id: change.channel ?? CHANNELS.text, type: 0, name: "general", guild_id: GUILD },
    context: 0,
    locale: "en-US",
    guild_locale: "en-US",
    app_permissions: String(VIEW | SEND | EMBED),
    authorizing_integration_owners: { "0": GUILD },
    entitlements: [],
    attachment_size_limit: 10_485_760,
    member: {
      user: { id: "42", username: "ann", discriminator: "0", avatar: null, global_name: "Ann" },
      roles: [],
      joined_at: "2025-01-01T00:00:00.000Z",
      permissions: String(rights),
      deaf: false,
      mute: false,
      flags: 0,
    },
    data,
    ...change.extra,
  };
}
