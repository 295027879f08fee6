import { intake } from "../../src/core/intake.ts";
import { plainText } from "../../src/core/message.ts";
import type { Alert, Item } from "../../src/core/model.ts";
import type { ChatPlatform, SendResult } from "../../src/core/ports.ts";
import { openDeliver } from "../../src/jobs/deliver.ts";
import { openPoll } from "../../src/jobs/poll.ts";
import { openStore } from "../../src/store/index.ts";
import { alert, coding, item, outcome, stance } from "../store/values.ts";

/** The process that the crash test kills: polls, judges by a rule of its own, and delivers to two loopback platforms. */
interface Task {
  readonly file: string;
  readonly peer: string;
  /** Dies when this point is passed for the `nth` time. */
  readonly point?: string;
  readonly nth?: number;
}

const task = JSON.parse(process.argv[2] ?? "") as Task;
let passed = 0;
const pass = (point: string) => {
  if (point !== task.point) return;
  passed += 1;
  if (passed === task.nth) process.kill(process.pid, "SIGKILL");
};

/** Wraps a function so that the process may die right before and right after it. */
function deadly<A extends readonly unknown[], R>(
  name: string,
  work: (...given: A) => Promise<R>,
): (...given: A) => Promise<R> {
  return async (...given) => {
    pass(`before ${name}`);
    const result = await work(...given);
    pass(`after ${name}`);
    return result;
  };
}

const now = () => new Date();
const log = () => {};
const ask = async <T>(path: string, body?: unknown): Promise<T> => {
  const answer = await fetch(
    `${task.peer}${path}`,
    body === undefined ? {} : { method: "POST", body: JSON.stringify(body) },
  );
  return (await answer.json()) as T;
};

const opened = openStore(task.file);
process.stdout.write("open\n");
const store = {
  ...opened,
  record: deadly("record", opened.record),
  settleFeed: deadly("settleFeed", opened.settleFeed),
  claim: deadly("claim", opened.claim),
  settle: deadly("settle", opened.settle),
};

/** "a3.2" is the second revision of the alert a3. */
function told(one: Item): Alert {
  const [id = "", revision = "1"] = one.title.split(".");
  const later = revision !== "1";
  return alert({
    id,
    revision: Number(revision),
    ...(later ? { cause: "confirmed", status: "confirmed" } : {}),
    items: [one.id],
    at: now(),
  });
}

const platform = (name: string): Pick<ChatPlatform, "name" | "send" | "edit"> => ({
  name,
  send: deadly("send", (chat, message, options) =>
    ask<SendResult>("/send", {
      chat,
      text: plainText(message),
      nonce: name === "discord" ? options.nonce : undefined,
      replyTo: options.replyTo,
    }),
  ),
  edit: deadly("edit", (chat, messageId, message) =>
    ask<SendResult>("/edit", { chat, messageId, text: plainText(message) }),
  ),
});

const delivers = ["telegram", "discord"].map((name) =>
  openDeliver({
    store,
    platform: platform(name),
    render: (delivery) => ({
      blocks: [
        {
          kind: "line",
          spans: [
            {
              text:
                delivery.kind === "note" ? "note" : `${delivery.kind} ${delivery.alert.id}.${delivery.alert.revision}`,
            },
          ],
        },
      ],
    }),
    log,
    now,
    concurrency: 4,
  }),
);
const deliverAll = () => Promise.all(delivers.map((deliver) => deliver.run()));
const poll = openPoll({
  store,
  reader: {
    read: async () => {
      const titles = await ask<string[]>("/feed");
      const items = titles.map((title, n) =>
        item(title, { title, firstSeen: now(), published: new Date(Date.now() - 60_000 + n) }),
      );
      return { status: "read", items, broken: [], state: {} };
    },
  },
  take: (one, options) =>
    intake(
      one,
      {
        store,
        log,
        code: () => coding(),
        assess: (known) =>
          outcome({ item: known, stances: [stance({ item: known.id, since: now() })], alert: told(known) }),
      },
      options,
    ),
  log,
  now,
  intervalMs: 20,
  alerted: () => void deliverAll(),
});

for (;;) {
  await poll.tick();
  await poll.idle();
  await deliverAll();
  if (await ask<boolean>("/done")) {
    const { waiting } = await opened.figures();
    if (waiting === 0) break;
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
}
await opened.close();
process.exit(0);
