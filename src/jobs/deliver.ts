import type { Message } from "../core/message.ts";
import type { ChatPlatform, ChatSettings, Delivery, Log, SendResult, Store } from "../core/ports.ts";

/** What delivering to one platform works with. */
export interface DeliverParts {
  readonly store: Pick<Store, "claim" | "settle" | "chat">;
  readonly platform: Pick<ChatPlatform, "name" | "send" | "edit">;
  readonly render: (delivery: Delivery, settings: ChatSettings | undefined) => Message;
  readonly log: Log;
  readonly now: () => Date;
  /** Chats that are written to at the same time. */
  readonly concurrency?: number;
  /** How long a delivery is ours before another process may take it, in ms. */
  readonly leaseMs?: number;
}

/** The delivering to one platform: `run` sends what is due and settles when nothing is left; while it runs, another call makes it look again. */
export interface Deliver {
  run(): Promise<void>;
  stop(): Promise<void>;
}

/** A delivery that keeps throwing is given up after so many attempts; a platform that answers is waited for as long as it asks. */
const ATTEMPTS = 12;
const LONGEST_WAIT_MS = 10 * 60_000;
const STOP_MS = 4000;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());

/** A delivery as the log names it. */
function factsOf(delivery: Delivery): Readonly<Record<string, unknown>> {
  const { chat, kind } = delivery;
  return kind === "note" ? { chat, kind } : { chat, kind, alert: delivery.alert.id, revision: delivery.alert.revision };
}

/** Opens the delivering to one platform: one message at a time in a chat, many chats at a time; one chat's trouble holds up that chat alone. */
export function openDeliver(parts: DeliverParts): Deliver {
  const { store, platform, log, now } = parts;
  const concurrency = parts.concurrency ?? 32;
  const leaseMs = parts.leaseMs ?? 120_000;
  const underWay = new Map<number, Promise<void>>();
  let stopping = false;
  let running: Promise<void> | undefined;
  let wake = () => {};
  let asked = false;

  /** The message, or undefined where it cannot be rendered: trying again would not help, and the chat's other messages wait. */
  const worded = (delivery: Delivery, settings: ChatSettings | undefined): Message | undefined => {
    try {
      return parts.render(delivery, settings);
    } catch (error) {
      log("error", "a message could not be rendered", { ...factsOf(delivery), error });
      return undefined;
    }
  };

  const attempt = async (delivery: Delivery): Promise<SendResult> => {
    const facts = factsOf(delivery);
    if (delivery.uncertain) log("warn", "an earlier attempt may have arrived", facts);
    try {
      const settings = await store.chat(delivery.chat);
      const message = worded(delivery, settings);
      if (!message) return { status: "refused", reason: "it could not be put into words" };
      const known = delivery.kind === "note" ? undefined : delivery.messageId;
      if (delivery.kind === "edit") return await platform.edit(delivery.chat, known ?? "", message);
      return await platform.send(delivery.chat, message, {
        nonce: delivery.nonce,
        ...(known === undefined ? {} : { replyTo: known }),
        ...(delivery.uncertain ? { uncertain: true } : {}),
      });
    } catch (error) {
      log("error", "delivery failed", { ...facts, attempts: delivery.attempts, error });
      if (delivery.attempts >= ATTEMPTS) return { status: "refused", reason: `gave up: ${String(error)}` };
      const afterMs = Math.min(1000 * 2 ** delivery.attempts, LONGEST_WAIT_MS);
      return { status: "retry", afterMs, uncertain: true };
    }
  };

  /** What was sent must not be sent again: its settling is tried until it is written, or the process ends. */
  const settle = async (delivery: Delivery, result: SendResult) => {
    for (let wait = 500; ; wait = Math.min(wait * 2, 30_000)) {
      try {
        return await store.settle(delivery.id, result, now());
      } catch (error) {
        log("error", "a delivery could not be settled", { delivery: delivery.id, error });
        if (stopping) return;
        await sleep(wait);
      }
    }
  };

  const deliver = async (delivery: Delivery) => {
    const result = await attempt(delivery);
    const level = result.status === "refused" ? "warn" : result.status === "sent" ? "debug" : "info";
    log(level, `delivery ${result.status}`, { ...result, ...factsOf(delivery) });
    await settle(delivery, result);
  };

  const start = (delivery: Delivery) => {
    const work = deliver(delivery).finally(() => {
      underWay.delete(delivery.id);
      wake();
    });
    underWay.set(delivery.id, work);
  };

  const pump = async () => {
    while (!stopping) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      asked = false;
      const room = concurrency - underWay.size;
      const due = room > 0 ? await store.claim(platform.name, now(), leaseMs, room) : [];
      for (const delivery of due) if (!underWay.has(delivery.id)) start(delivery);
      if (due.length > 0 && underWay.size < concurrency) continue;
      if (underWay.size > 0) await woken;
      else if (!asked) return;
    }
  };

  return {
    run() {
      asked = true;
      wake();
      running ??= pump().finally(() => {
        running = undefined;
      });
      return running;
    },
    async stop() {
      stopping = true;
      wake();
      await Promise.race([Promise.allSettled(underWay.values()), sleep(STOP_MS)]);
    },
  };
}
