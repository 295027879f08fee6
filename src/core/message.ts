/** A run of text with at most one style; platforms escape it. */
export interface Span {
  readonly text: string;
  readonly style?: "bold" | "italic" | "code" | "struck";
  readonly url?: string;
}

/** One block of a message; platforms give it their best form. */
export type Block =
  | {
      readonly kind: "heading";
      readonly direction?: "advance" | "rollback" | "hold" | "none";
      readonly spans: readonly Span[];
    }
  | { readonly kind: "line"; readonly spans: readonly Span[] }
  | { readonly kind: "row"; readonly cells: readonly (readonly Span[])[] }
  | { readonly kind: "quote"; readonly text: string; readonly lang: string }
  | { readonly kind: "gap" };

/** A press: `command` is a whole command line (`context UA`), or `url` opens a page. */
export interface Button {
  readonly label: string;
  readonly command?: string;
  readonly url?: string;
  /** The answer takes the place of the message that carries the button (pages). */
  readonly replaces?: boolean;
  /** Opens the platform's own dialogue that adds the bot to a channel or server. */
  readonly invites?: boolean;
  /** Changes what a chat receives, so it makes no sense under a post of a channel. */
  readonly personal?: boolean;
}

/** What a chat is shown, free of any platform; `page` means that there is more behind buttons. */
export interface Message {
  readonly blocks: readonly Block[];
  readonly buttons?: readonly (readonly Button[])[];
  /** Only the caller should see it, where the platform can. */
  readonly discreet?: boolean;
  readonly image?: { readonly png: Uint8Array; readonly alt: string };
  readonly file?: { readonly name: string; readonly text: string };
  /** The command line, with ids, that shows this message again: what page buttons are made of. */
  readonly line?: string;
}

/** Text without what no reader may be handed: control characters, marks that turn the direction around, halves of characters. */
export function printable(text: string): string {
  return text.toWellFormed().replace(/(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "");
}

/** A line of plain text. */
export function line(...parts: readonly (string | Span)[]): Block {
  return { kind: "line", spans: parts.map((part) => (typeof part === "string" ? { text: part } : part)) };
}

/** A heading of plain text. */
export function heading(text: string): Block {
  return { kind: "heading", spans: [{ text, style: "bold" }] };
}

/** Text in bold. */
export function bold(text: string): Span {
  return { text, style: "bold" };
}

/** A row as one run of text for platforms without columns: the first cell is the label, arrows need no separator. */
export function rowSpans(cells: readonly (readonly Span[])[]): readonly Span[] {
  return cells.flatMap((cell, i) => {
    const first = cell[0]?.text ?? "";
    const separator =
      i === 0 ? "" : i === 1 ? ": " : first.startsWith("→") || cells[i - 1]?.at(-1)?.text === "→" ? " " : " · ";
    return separator === "" ? cell : [{ text: separator }, ...cell];
  });
}

/** A block's spans, without its form. */
export function blockSpans(block: Block): readonly Span[] {
  if (block.kind === "row") return rowSpans(block.cells);
  if (block.kind === "quote") return [{ text: `"${block.text}" (${block.lang})` }];
  return block.kind === "gap" ? [] : block.spans;
}

/** The message as plain text, a block a line: for logs, tests and `replay`. */
export function plainText(message: Message): string {
  return message.blocks
    .map((block) =>
      blockSpans(block)
        .map((span) => span.text)
        .join(""),
    )
    .join("\n");
}

/** Cuts text to at most `limit` UTF-16 units at the end of a word, with an ellipsis; never inside a character. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = Math.max(limit - 1, 0);
  const cut = text.slice(0, room);
  const space = cut.search(/\s\S*$/);
  const whole = space > room / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, "");
  return `${whole.trimEnd()}…`;
}

function weight(block: Block): number {
  return blockSpans(block).reduce((sum, span) => sum + span.text.length + (span.url?.length ?? 0) / 2, 1);
}

/** The blocks of each page of at most `limit` characters (links count half); no block is cut, a heading never ends a page. */
export function pages(blocks: readonly Block[], limit: number): readonly (readonly Block[])[] {
  const result: Block[][] = [];
  let page: Block[] = [];
  let size = 0;
  for (const block of blocks) {
    const w = weight(block);
    if (page.length > 0 && size + w > limit) {
      const carried: Block[] = [];
      while (page.at(-1)?.kind === "heading" || page.at(-1)?.kind === "gap") {
        const last = page.pop();
        if (last?.kind === "heading") carried.unshift(last);
      }
      if (page.length > 0) result.push(page);
      page = carried;
      size = carried.reduce((sum, b) => sum + weight(b), 0);
    }
    if (block.kind === "gap" && page.length === 0) continue;
    page.push(block);
    size += w;
  }
  if (page.length > 0) result.push(page);
  return result.length > 0 ? result : [[]];
}
