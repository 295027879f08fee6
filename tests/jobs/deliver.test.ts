import { expect, test } from "vitest";
import type { Message } from "../../src/core/message.ts";
import type { ChatPlatform, SendResult, Store } from "../../src/core/ports.ts";
import { openDeliver } from "../../src/jobs/deliver.ts";
import { openStore } from "../../src/store/index.ts";
import { at, plus, subscription, telling } from "../store/values.ts";

const message: Message = { blocks: [] };
const sent = (messageId: string): SendResult => ({ status: "sent", messageId });

interface Call {
  readonly to: string;
  readonly what: string;
}

async function delivering(over: {
  readonly chats?: readonly string[];
  readonly send?: (chat: string, options: Parameters<ChatPlatform["send"]>[2]) => Promise<SendResult>;
  readonly store?: Partial<Store>;
  readonly concurrency?: number;
  readonly leaseMs?: number;
  readonly render?: () => Message;
}) {
  const store = openStore(":memory:");
  for (const chat of over.chats ?? ["telegram:1"]) await store.subscribe(subscription(chat));
  const calls: Call[] = [];
  const logged: string[] = [];
  let time = at;
  let count = 0;
  const deliver = openDeliver({
    store: { ...store, ...over.store },
    platform: {
      name: "telegram",
      async send(chat, _, options) {
        calls.push({ to: chat, what: options.replyTo === undefined ? "send" : `reply to ${options.replyTo}` });
        count += 1;
        return over.send ? over.send(chat, options) : sent(`m${count}`);
      },
      async edit(chat, messageId) {
        calls.push({ to: chat, what: `edit ${messageId}` });
        return sent(messageId);
      },
    },
    render: over.render ?? (() => message),
    log: (level, event) => void logged.push(`${level} ${event}`),
    now: () => time,
    ...(over.concurrency ? { concurrency: over.concurrency } : {}),
    ...(over.leaseMs ? { leaseMs: over.leaseMs } : {}),
  });
  const later = (ms: number) => {
    time = plus(ms);
  };
  return { store, deliver, calls, logged, later };
}

const chats = (count: number) => Array.from({ length: count }, (_, n) => `telegram:${n + 1}`);

test("what waits is sent, and nothing twice", async () => {
  const { store, deliver, calls } = await delivering({ chats: chats(3), concurrency: 2 });
  await store.record(telling({}), at);
  await deliver.run();
  await deliver.run();
  expect(calls.map((call) => call.to).sort()).toEqual(chats(3));
  expect((await store.figures()).waiting).toBe(0);
});

test("a later turn replies to the message and edits it", async () => {
  const { store, deliver, calls } = await delivering({});
  await store.record(telling({}), at);
  await deliver.run();
  await store.record(telling({ revision: 2, cause: "denied", status: "denied" }), at);
  await deliver.run();
  expect(calls.map((call) => call.what)).toEqual(["send", "reply to m1", "edit m1"]);
});

test("one chat that has to wait holds up that chat alone", async () => {
  const { store, deliver, calls, later } = await delivering({
    chats: chats(3),
    send: async (chat) => (chat === "telegram:2" && calls.length < 5 ? { status: "retry", afterMs: 1000 } : sent("m")),
  });
  for (const id of ["a1", "a2"]) await store.record(telling({ id }), at);
  await deliver.run();
  const to = (chat: string) => calls.filter((call) => call.to === chat).length;
  expect([to("telegram:1"), to("telegram:2"), to("telegram:3")]).toEqual([2, 1, 2]);
  later(1000);
  await deliver.run();
  expect(to("telegram:2")).toBe(3);
});

test("an alert that comes while a slow send is under way does not wait for it", async () => {
  let release = (_: SendResult) => {};
  const { store, deliver, calls } = await delivering({
    chats: ["telegram:1"],
    send: async () =>
      calls.length === 1
        ? new Promise((resolve) => {
            release = resolve;
          })
        : sent("m"),
  });
  await store.record(telling({}), at);
  const first = deliver.run();
  await expect.poll(() => calls.length).toBe(1);
  await store.subscribe(subscription("telegram:2"));
  await store.record(telling({ id: "a2" }), at);
  void deliver.run();
  await expect.poll(() => calls.map((call) => call.to)).toEqual(["telegram:1", "telegram:2"]);
  release(sent("m1"));
  await first;
  expect((await store.figures()).waiting).toBe(0);
});

test("a send that outlives its lease is not made again", async () => {
  let release = (_: SendResult) => {};
  const { store, deliver, calls, later } = await delivering({
    leaseMs: 1000,
    send: () =>
      new Promise((resolve) => {
        release = resolve;
      }),
  });
  await store.record(telling({}), at);
  const run = deliver.run();
  await expect.poll(() => calls.length).toBe(1);
  later(5000);
  void deliver.run();
  await new Promise((resolve) => setTimeout(resolve, 20));
  release(sent("m1"));
  await run;
  expect(calls).toHaveLength(1);
});

test("a surprise is tried again after a growing while, and given up in the end", async () => {
  const { store, deliver, calls, logged, later } = await delivering({
    send: async () => {
      throw new Error("no way");
    },
  });
  await store.record(telling({}), at);
  await deliver.run();
  expect(calls).toHaveLength(1);
  for (let hour = 1; hour <= 20; hour += 1) {
    later(hour * 600_000);
    await deliver.run();
  }
  expect(calls).toHaveLength(12);
  expect((await store.figures()).refused).toBe(1);
  expect(logged.at(-1)).toBe("warn delivery refused");
});

test("an alert that cannot be rendered is given up, and the next one goes", async () => {
  let broken = true;
  const { store, deliver, calls } = await delivering({
    render: () => {
      if (!broken) return message;
      broken = false;
      throw new Error("no such string");
    },
  });
  await store.record(telling({}), at);
  await store.record(telling({ id: "a2" }), at);
  await deliver.run();
  expect(calls).toHaveLength(1);
  expect(await store.figures()).toMatchObject({ refused: 1, sent: 1 });
});

test("a platform that asks for patience many times is not given up at the first surprise", async () => {
  const answers = [...Array.from({ length: 20 }, () => "wait"), "throw", "take"];
  const { store, deliver, later } = await delivering({
    send: async () => {
      const answer = answers.shift();
      if (answer === "throw") throw new Error("odd");
      return answer === "wait" ? { status: "retry", afterMs: 1000 } : sent("m");
    },
  });
  await store.record(telling({}), at);
  for (let minute = 0; minute < 30; minute += 1) {
    later(minute * 60_000);
    await deliver.run();
  }
  expect(await store.figures()).toMatchObject({ refused: 0, sent: 1 });
});

test("what was sent is settled as soon as the store can, and not sent again", async () => {
  const memory = openStore(":memory:");
  let fails = 2;
  const settle: Store["settle"] = async (...given) => {
    fails -= 1;
    if (fails >= 0) throw new Error("disk full");
    return memory.settle(...given);
  };
  const { deliver, calls, logged } = await delivering({ store: { ...memory, settle } });
  await memory.subscribe(subscription("telegram:1"));
  await memory.record(telling({}), at);
  await deliver.run();
  expect(calls).toHaveLength(1);
  expect(logged.filter((line) => line === "error a delivery could not be settled")).toHaveLength(2);
  expect((await memory.figures()).sent).toBe(1);
});

test("an attempt after one of unknown outcome says so in the log", async () => {
  const { store, deliver, logged, later } = await delivering({});
  await store.record(telling({}), at);
  await store.claim("telegram", at, 1000, 1);
  later(1000);
  await deliver.run();
  expect(logged[0]).toBe("warn an earlier attempt may have arrived");
});

test("a note is sent as it is", async () => {
  const { store, deliver, calls } = await delivering({});
  await store.post("hello", ["telegram:1"], message, at);
  await deliver.run();
  expect(calls).toEqual([{ to: "telegram:1", what: "send" }]);
});

test("a stop waits for what is under way, and starts nothing more", async () => {
  const { store, deliver, calls } = await delivering({
    chats: chats(3),
    concurrency: 1,
    send: async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return sent("m");
    },
  });
  await store.record(telling({}), at);
  void deliver.run();
  await expect.poll(() => calls.length).toBe(1);
  await deliver.stop();
  expect(calls).toHaveLength(1);
  expect((await store.figures()).sent).toBe(1);
});
