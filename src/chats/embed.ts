import {
  type Block,
  type Button,
  blockSpans,
  type Message,
  printable,
  rowSpans,
  type Span,
  shorten,
} from "../core/message.ts";

/** Discord's limits in characters (docs: resources/message, components/reference). */
const TITLE = 256;
const DESCRIPTION = 4096;
const CONTENT = 2000;
const CUSTOM_ID = 100;
const LABEL = 80;
const URL_LIMIT = 512;
const COLOURS = { advance: 0x2e7d32, rollback: 0xc62828, hold: 0xf9a825, none: 0x546e7a } as const;

/** Text that cannot be Markdown and names nobody. */
export function escapeMarkdown(text: string): string {
  return printable(text)
    .replace(/[\\*_~`|[\]<]/g, "\\$&")
    .replace(/^(\s*)([#>-])/gm, "$1\\$2")
    .replace(/^(\s*\d+)\./gm, "$1\\.")
    .replace(/@(?=everyone|here)/g, "@\u2060");
}

const MARKS = { bold: "**", italic: "*", code: "`", struck: "~~" } as const;

function link(url: string | undefined): string | undefined {
  if (!url || !/^https?:\/\/\S+$/i.test(url) || url.length > URL_LIMIT) return undefined;
  return printable(url).replace(/[()<>[\]\\]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function spanMarkdown(span: Span): string {
  const edge = /^(\s*)(.*?)(\s*)$/s.exec(span.text);
  const inner = edge?.[2] ?? "";
  if (inner === "") return span.text;
  const body = span.style === "code" ? printable(inner).replace(/`/g, "'") : escapeMarkdown(inner);
  const mark = span.style ? MARKS[span.style] : "";
  const styled = `${mark}${body}${mark}`;
  const target = link(span.url);
  return `${edge?.[1] ?? ""}${target ? `[${styled}](${target})` : styled}${edge?.[3] ?? ""}`;
}

function blockMarkdown(block: Block): string {
  if (block.kind === "gap") return "";
  if (block.kind === "quote")
    return `> ${escapeMarkdown(block.text.replace(/\s+/g, " "))}${block.lang ? ` (${block.lang})` : ""}`;
  const text = (block.kind === "row" ? rowSpans(block.cells) : blockSpans(block)).map(spanMarkdown).join("");
  return block.kind === "heading" && !text.includes("**") ? `**${text}**` : text;
}

/** Lines joined up to a limit; whole blocks only, but for a first one that is too long by itself. */
function joined(blocks: readonly Block[], limit: number): string {
  let text = "";
  for (const block of blocks) {
    const line = blockMarkdown(block);
    const next = text === "" ? line : `${text}\n${line}`;
    if (next.length > limit - 2) return text === "" ? shorten(line, limit) : `${text}\n…`;
    text = next;
  }
  return text;
}

/** A press as Discord carries it (component type 2, style 5 for links). */
export interface DiscordButton {
  readonly type: 2;
  readonly style: 2 | 5;
  readonly label: string;
  readonly custom_id?: string;
  readonly url?: string;
}

/** Rows of at most five buttons, at most five rows; ids are unique in a message. */
export function toComponents(
  buttons: readonly (readonly Button[])[],
  invite: string,
): readonly { readonly type: 1; readonly components: readonly DiscordButton[] }[] {
  const used = new Set<string>();
  const made = (button: Button): readonly DiscordButton[] => {
    const label = shorten(printable(button.label), LABEL) || "…";
    const url = button.invites ? invite : button.url;
    if (url !== undefined)
      return /^https?:\/\/\S+$/i.test(url) && url.length <= URL_LIMIT ? [{ type: 2, style: 5, label, url }] : [];
    const id = `${button.replaces ? "~" : ""}${button.command ?? ""}`;
    if (!button.command || id.length > CUSTOM_ID || used.has(id)) return [];
    used.add(id);
    return [{ type: 2, style: 2, label, custom_id: id }];
  };
  return buttons
    .flatMap((row) => {
      const all = row.flatMap(made);
      return all.length > 5 ? [all.slice(0, 5), all.slice(5, 10)] : [all];
    })
    .filter((row) => row.length > 0)
    .slice(0, 5)
    .map((components) => ({ type: 1, components }));
}

/** A message as an embed: the first heading is its title, its colour says the direction. */
export function toEmbed(message: Message): {
  readonly title?: string;
  readonly description?: string;
  readonly color?: number;
} {
  const [first, ...rest] = message.blocks;
  const titled = first?.kind === "heading";
  const direction = titled ? (first.direction ?? "none") : "none";
  const title = titled
    ? blockMarkdown({ ...first, spans: first.spans.map(({ text }) => ({ text })) }).replace(/^\*\*|\*\*$/g, "")
    : undefined;
  const description = joined(titled ? rest : message.blocks, DESCRIPTION);
  return {
    ...(title ? { title: shorten(title, TITLE) } : {}),
    ...(description.trim() === "" ? (title ? {} : { description: "…" }) : { description }),
    color: COLOURS[direction],
  };
}

/** The same without an embed, for channels where the bot may not embed links. */
export function toContent(message: Message): string {
  return joined(message.blocks, CONTENT) || "…";
}
