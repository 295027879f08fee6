import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import type { SendResult } from "../core/ports.ts";

const SECOND = 1000;
/** Unknown channel, guild; no access, no permission, closed direct messages, not a text channel, locked thread (docs: opcodes-and-status-codes). */
const GONE = new Set<number | string>([10003, 10004, 50001, 50013, 50007, 50278, 50008, 160005]);

/** What an error of a send or an edit means for the chat; undefined where it is none of Discord's. */
export function sendResult(error: unknown): SendResult | undefined {
  if (error instanceof RateLimitError) {
    return { status: "retry", afterMs: Math.max(error.retryAfter, SECOND), scope: error.global ? "platform" : "chat" };
  }
  if (error instanceof DiscordAPIError) {
    if (GONE.has(error.code)) return { status: "gone", reason: `${error.code} ${error.message}` };
    if (error.status === 401) return { status: "retry", afterMs: 60 * SECOND, scope: "platform" };
    if (error.status === 429) return { status: "retry", afterMs: 5 * SECOND, scope: "chat" };
    if (error.status >= 500) return { status: "retry", afterMs: 5 * SECOND, scope: "platform" };
    return { status: "refused", reason: `${error.code} ${error.message}` };
  }
  if (error instanceof HTTPError) return { status: "retry", afterMs: 5 * SECOND, scope: "platform", uncertain: true };
  return isNetworkError(error)
    ? { status: "retry", afterMs: 3 * SECOND, scope: "platform", uncertain: true }
    : undefined;
}

/** Whether the network failed: the request may be repeated, because its nonce keeps Discord from posting it twice (a forum's posts have none, and are looked for). */
function isNetworkError(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    const code = "code" in e ? String(e.code) : "";
    if (
      /^(E[A-Z]+|UND_ERR_\w+|ABORT_ERR|20)$/.test(code) ||
      e.name === "AbortError" ||
      e.message === "fetch failed" ||
      /other side closed|terminated/.test(e.message)
    )
      return true;
  }
  return false;
}
