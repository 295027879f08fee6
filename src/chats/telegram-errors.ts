import { GrammyError, HttpError } from "grammy";
import type { ChatId } from "../core/model.ts";
import type { SendResult } from "../core/ports.ts";

const SECOND = 1000;

/** What an error of a send or an edit means for the chat; undefined where it is none of Telegram's. Code and parameters decide first, the text second. */
export function sendResult(error: unknown, toChat: (id: number) => ChatId): SendResult | undefined {
  if (error instanceof HttpError)
    return { status: "retry", afterMs: 3 * SECOND, scope: "platform", uncertain: unknownOutcome(error) };
  if (!(error instanceof GrammyError)) return undefined;
  const { error_code: code, description, parameters } = error;
  if (parameters?.migrate_to_chat_id !== undefined)
    return { status: "moved", to: toChat(parameters.migrate_to_chat_id) };
  if (code === 429) return { status: "retry", afterMs: (parameters?.retry_after ?? 5) * SECOND, scope: "chat" };
  if (code >= 500) return { status: "retry", afterMs: 5 * SECOND, scope: "platform" };
  if (code === 401 || code === 404) return { status: "retry", afterMs: 60 * SECOND, scope: "platform" };
  if (code === 403) return { status: "gone", reason: description };
  if (
    /chat not found|thread not found|TOPIC_DELETED|need administrator rights|CHAT_ADMIN_REQUIRED|PEER_ID_INVALID|group chat was deactivated/i.test(
      description,
    )
  ) {
    return { status: "gone", reason: description };
  }
  return { status: "refused", reason: description };
}

/** Whether an edit failed only because the message says this already. */
export function unchanged(error: unknown): boolean {
  return error instanceof GrammyError && /message is not modified/i.test(error.description);
}

/** Whether a request may have been carried out although its answer never came. */
function unknownOutcome(error: unknown): boolean {
  if (!(error instanceof HttpError)) return false;
  const cause = error.error as { readonly code?: string; readonly type?: string } | undefined;
  return !["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"].includes(cause?.code ?? "");
}
