import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A call that the adapter made. */
interface Call {
  readonly method: string;
  readonly params: Record<string, unknown>;
}

/** What the fake says to a call: a result, an error as the Bot API words it, or nothing at all. */
export type Reply =
  | { readonly result: unknown }
  | { readonly error: readonly [code: number, description: string, parameters?: object] }
  | { readonly lost: true };

/** A Bot API on loopback with one bot, for the adapter's own tests. */
export interface TelegramFake {
  readonly root: string;
  readonly calls: Call[];
  /** Answers of methods; a function may count its calls. */
  readonly answers: Map<string, (params: Record<string, unknown>) => Reply | undefined>;
  /** Files to download, by path. */
  readonly files: Map<string, string>;
  push(update: object): void;
  sent(): readonly Record<string, unknown>[];
  close(): Promise<void>;
}

/** Chats as `getChat` gives them: positive ids are persons, -100… channels or supergroups, others groups. */
export const CHANNEL = -1001;
export const GROUP = -2002;
export const ANN = 11;

async function body(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  if (text === "") return {};
  if (request.headers["content-type"]?.startsWith("application/json"))
    return JSON.parse(text) as Record<string, unknown>;
  return { multipart: text };
}

/** Opens the fake; it knows Ann (11), a channel (-1001) and a group (-2002), both hers. */
export async function openTelegramFake(): Promise<TelegramFake> {
  const calls: Call[] = [];
  const queue: object[] = [];
  const files = new Map<string, string>();
  const answers: TelegramFake["answers"] = new Map();
  let updateId = 100;
  let messageId = 500;
  let wake = () => {};
  let closed = false;

  const known: Record<string, (params: Record<string, unknown>) => unknown> = {
    getMe: () => ({ id: 7, is_bot: true, first_name: "Shiftwire", username: "ShiftwireBot", can_join_groups: true }),
    getMyCommands: () => [],
    getMyDescription: () => ({ description: "" }),
    getMyShortDescription: () => ({ short_description: "" }),
    getChat: ({ chat_id: id }) =>
      id === CHANNEL || id === "@front"
        ? { id: CHANNEL, type: "channel", title: "Front" }
        : id === GROUP
          ? { id: GROUP, type: "supergroup", title: "Desk", linked_chat_id: CHANNEL }
          : { id, type: "private", first_name: "Ann" },
    getChatMember: ({ user_id: id }) => ({
      status: id === ANN || id === 7 ? "administrator" : "member",
      can_post_messages: true,
      user: { id },
    }),
    sendMessage: ({ chat_id: id, text }) => ({ message_id: ++messageId, date: 0, chat: { id, type: "private" }, text }),
  };

  async function updates(): Promise<readonly object[]> {
    if (queue.length === 0 && !closed) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, 60).unref();
      });
    }
    return queue.splice(0);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.url?.split("/").at(-1)?.split("?")[0] ?? "";
    const file = files.get(/^\/file\/bot[^/]+\/(.+)$/.exec(request.url ?? "")?.[1] ?? "");
    if (file !== undefined) {
      response.end(file);
      return;
    }
    const params = await body(request);
    const json = (status: number, value: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    if (method === "getUpdates") {
      json(200, { ok: true, result: await updates() });
      return;
    }
    calls.push({ method, params });
    const reply = answers.get(method)?.(params) ?? { result: known[method]?.(params) ?? true };
    if ("lost" in reply) request.socket.destroy();
    else if ("error" in reply) {
      const [code, description, parameters] = reply.error;
      json(code, { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) });
    } else json(200, { ok: true, result: reply.result });
  }

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    root: `http://127.0.0.1:${port}`,
    calls,
    answers,
    files,
    push(update) {
      queue.push({ update_id: ++updateId, ...update });
      wake();
    },
    sent: () => calls.filter((c) => c.method === "sendMessage").map((c) => c.params),
    async close() {
      closed = true;
      wake();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const ann = { id: ANN, is_bot: false, first_name: "Ann", language_code: "en" };

/** A text that Ann writes, to the bot unless `change` says where. */
export function textUpdate(text: string, change: object = {}): object {
  return {
    message: {
      message_id: 1,
      date: 0,
      chat: { id: ANN, type: "private", first_name: "Ann" },
      from: ann,
      text,
      ...change,
    },
  };
}

/** Ann's press of a button under a message. */
export function pressUpdate(data: string, chat: object = { id: ANN, type: "private" }, from: object = ann): object {
  return {
    callback_query: { id: "q", from, chat_instance: "c", data, message: { message_id: 400, date: 1, chat, text: "x" } },
  };
}
