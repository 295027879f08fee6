import { createInterface } from "node:readline";
import { styleText } from "node:util";
import { parseLine } from "../core/line.ts";
import { type Block, blockSpans, type Message, printable, type Span } from "../core/message.ts";
import type { ChatPlatform, Request } from "../core/ports.ts";

/** The terminal as a chat: what it reads from and writes to, and whether it has colour and a person. */
export interface ConsoleOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly colour: boolean;
  /** Shows a prompt; without it the chat ends with its input. */
  readonly interactive: boolean;
  readonly language: string;
}

/** The terminal's chat id. */
export const TERMINAL = "terminal:0";

const STYLES = { bold: "bold", italic: "italic", code: "cyan", struck: "strikethrough" } as const;
const DIRECTIONS = { advance: "green", rollback: "red", hold: "yellow", none: "gray" } as const;

/** Columns that a text takes in a terminal, near enough: wide East Asian characters and emoji take two. */
function width(text: string): number {
  let columns = 0;
  for (const char of text) {
    if (/\p{M}/u.test(char)) continue;
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{1faff}]/u.test(char)
        ? 2
        : 1;
  }
  return columns;
}

function ink(span: Span, colour: boolean): string {
  const text = printable(span.text);
  const shown = span.style === "struck" && !colour ? `~${text}~` : text;
  const link = span.url ? ` <${printable(span.url)}>` : "";
  if (!colour) return shown + link;
  const styled = span.style ? styleText(STYLES[span.style], shown, { validateStream: false }) : shown;
  return styled + (link ? styleText("dim", link, { validateStream: false }) : "");
}

/** The lines of a message for a terminal: rows in columns, the quote in quotation marks, buttons as what to type. */
export function consoleText(message: Message, colour: boolean): string {
  const rows = message.blocks.flatMap((block) => (block.kind === "row" ? [block.cells] : []));
  const widths: number[] = [];
  for (const cells of rows) {
    cells.forEach((cell, i) => {
      const columns = width(cell.map((span) => span.text).join(""));
      widths[i] = Math.max(widths[i] ?? 0, columns > 40 ? 0 : columns);
    });
  }
  const paint = (spans: readonly Span[]) => spans.map((span) => ink(span, colour)).join("");
  const text = (block: Block): string => {
    if (block.kind === "gap") return "";
    if (block.kind === "quote") {
      const quote = `"${printable(block.text)}"${block.lang ? ` (${block.lang})` : ""}`;
      return colour ? styleText("italic", quote, { validateStream: false }) : quote;
    }
    if (block.kind === "row") {
      return block.cells
        .map((cell, i) => {
          const pad = Math.max((widths[i] ?? 0) - width(cell.map((span) => span.text).join("")), 0);
          return paint(cell) + (i < block.cells.length - 1 ? " ".repeat(pad) : "");
        })
        .join("  ");
    }
    const line = paint(blockSpans(block));
    return block.kind === "heading" && block.direction && colour
      ? styleText(DIRECTIONS[block.direction], line, { validateStream: false })
      : line;
  };
  const buttons = (message.buttons ?? [])
    .flat()
    .filter((b) => !b.invites)
    .map((button) => {
      const does = button.url ?? `/${button.command ?? ""}`;
      const label = `[${button.label}]`;
      return `${colour ? styleText("cyan", label, { validateStream: false }) : label} ${printable(does)}`;
    });
  return [
    ...message.blocks.map(text),
    ...(message.file ? [message.file.text] : []),
    ...(buttons.length > 0 ? [buttons.join("   ")] : []),
  ].join("\n");
}

/** The terminal as a chat platform; `ended` settles when its input ends and every command is answered. */
export function openConsole(options: ConsoleOptions): ChatPlatform & { readonly ended: Promise<void> } {
  const { input, output, colour, interactive } = options;
  let sent = 0;
  let last: string | undefined;
  let finish: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let reader: ReturnType<typeof createInterface> | undefined;
  let working: Promise<void> = Promise.resolve();
  const show = (message: Message) => {
    output.write(`\n${consoleText(message, colour)}\n`);
    if (interactive) reader?.prompt();
  };

  return {
    name: "terminal",
    ended,
    async start(answer) {
      reader = createInterface({ input, ...(interactive ? { output, prompt: "> " } : {}), terminal: interactive });
      const handle = async (text: string) => {
        if (text.trim() === "") return;
        const request: Request = {
          chat: TERMINAL,
          user: TERMINAL,
          language: options.language,
          ...parseLine(text),
          // in a terminal "this alert" is the last one shown
          ...(last === undefined ? {} : { replyTo: last }),
          private: true,
          operator: true,
          mayManage: async (chat) => chat === TERMINAL,
          resolveChat: async () => ({ problem: "chat-not-found" }),
        };
        show(await answer(request));
      };
      reader.on("line", (text) => {
        working = working
          .then(() => handle(text))
          .catch((error: unknown) => show({ blocks: [{ kind: "line", spans: [{ text: String(error) }] }] }));
      });
      reader.on("close", () => void working.then(finish));
      if (interactive) reader.prompt();
    },
    async send(_chat, message) {
      sent += 1;
      last = String(sent);
      show(message);
      return { status: "sent", messageId: last };
    },
    async edit(_chat, messageId, message) {
      // a terminal cannot change what it has shown: the heading says what the card says now
      const top = message.blocks.slice(0, 1);
      show({ blocks: [...top, ...message.blocks.filter((b) => b.kind === "line").slice(0, 1)] });
      return { status: "sent", messageId };
    },
    async stop() {
      reader?.close();
      await working;
    },
  };
}
