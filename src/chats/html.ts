import { type Block, type Button, blockSpans, type Message, printable, type Span } from "../core/message.ts";

/** Telegram's limits: characters of a text and of a caption after parsing, bytes of a button's data (core.telegram.org/bots/api). */
export const TEXT = 4096;
const DATA = 64;
const WORD_JOINER = "\u2060";

/** Text that cannot be markup, and in which `@name` calls nobody. */
export function escapeHtml(text: string): string {
  return printable(text)
    .replace(/@(?=[\p{L}\p{N}_])/gu, `@${WORD_JOINER}`)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

const TAGS = { bold: "b", italic: "i", code: "code", struck: "s" } as const;

function spanHtml(span: Span): string {
  const text = escapeHtml(span.text);
  if (text.trim() === "") return text;
  const link = span.url && /^https?:\/\//i.test(span.url) ? span.url : undefined;
  const inner = span.style ? `<${TAGS[span.style]}>${text}</${TAGS[span.style]}>` : text;
  return link
    ? `<a href="${link.toWellFormed().replace(/&/g, "&amp;").replace(/"/g, "%22").replace(/</g, "%3C").replace(/>/g, "%3E").replace(/\s/g, "%20")}">${inner}</a>`
    : inner;
}

/** Foreign words: no `#tag`, `/command` or `@name` of theirs becomes a link. */
function quoteHtml(text: string, lang: string): string {
  const inert = text.replace(/(^|[^\p{L}\p{N}])([/#$])(?=[\p{L}\p{N}_])/gu, `$1$2${WORD_JOINER}`);
  const open = text.length > 240 ? "<blockquote expandable>" : "<blockquote>";
  return `${open}${escapeHtml(inert)}${lang ? ` (${escapeHtml(lang)})` : ""}</blockquote>`;
}

function blockHtml(block: Block): string {
  if (block.kind === "gap") return "";
  if (block.kind === "quote") return quoteHtml(block.text, block.lang);
  return blockSpans(block).map(spanHtml).join("");
}

function visible(block: Block): number {
  return blockSpans(block).reduce((sum, span) => sum + span.text.length + 2, 1);
}

/** A message as Telegram's HTML, never longer than `limit` visible characters: blocks that do not fit are left out at the end. */
export function toHtml(message: Message, limit = TEXT): string {
  let room = limit - 2;
  const lines: string[] = [];
  for (const block of message.blocks) {
    room -= visible(block);
    if (room < 0) {
      lines.push("…");
      break;
    }
    lines.push(blockHtml(block));
  }
  // a line break beside a quote would show as an empty line
  const text = lines
    .join("\n")
    .replace(/<\/blockquote>\n/g, "</blockquote>")
    .replace(/^\n+|\n+$/g, "");
  return text.trim() === "" ? "…" : text;
}

/** A press as Telegram carries it. */
export interface InlineButton {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
}

const label = (text: string) => printable(text).trim().slice(0, 60).toWellFormed() || "…";

/** Buttons of a post in a channel: everybody reads it, so answers open in a private chat, and settings are left out. */
function publicButton(button: Button, bot: string): InlineButton | undefined {
  if (button.url) return { text: label(button.label), url: button.url };
  const param = button.command?.replace(/ /g, "_") ?? "";
  if (button.personal || button.replaces || !/^[A-Za-z0-9_-]{1,64}$/.test(param)) return undefined;
  return { text: label(button.label), url: `https://t.me/${bot}?start=${param}` };
}

function privateButton(button: Button, bot: string): InlineButton | undefined {
  if (button.invites) return { text: label(button.label), url: `https://t.me/${bot}?startchannel&admin=post_messages` };
  if (button.url) return { text: label(button.label), url: button.url };
  const data = `${button.replaces ? "~" : ""}${button.command ?? ""}`;
  return Buffer.byteLength(data) <= DATA && button.command
    ? { text: label(button.label), callback_data: data }
    : undefined;
}

/** The inline keyboard of a message; `inChannel` makes it one for readers. */
export function toKeyboard(message: Message, bot: string, inChannel: boolean): readonly (readonly InlineButton[])[] {
  return (message.buttons ?? [])
    .map((row) =>
      row.flatMap((button) => {
        if (button.url !== undefined && !/^https?:\/\/[^\s]+$/i.test(button.url)) return [];
        return (inChannel ? publicButton(button, bot) : privateButton(button, bot)) ?? [];
      }),
    )
    .filter((row) => row.length > 0);
}
