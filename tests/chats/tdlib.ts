import { createRequire } from "node:module";

const load = createRequire(import.meta.url);
const tdl = load("tdl") as { configure(options: object): void; execute(query: object): Answer };
tdl.configure({ tdjson: load.resolve("@prebuilt-tdlib/linux-x64-glibc/libtdjson.so"), verbosityLevel: 0 });

interface Entity {
  readonly offset: number;
  readonly length: number;
  readonly type: { readonly _: string; readonly url?: string };
}

interface Answer {
  readonly _: string;
  readonly message?: string;
  readonly text?: string;
  readonly entities?: readonly Entity[];
}

/** What Telegram's own library makes of an HTML text; throws its complaint. */
export function parsed(html: string): { readonly text: string; readonly entities: readonly Entity[] } {
  const answer = tdl.execute({ _: "parseTextEntities", text: html, parse_mode: { _: "textParseModeHTML" } });
  if (answer._ === "error") throw new Error(`${answer.message}: ${html}`);
  return { text: answer.text ?? "", entities: answer.entities ?? [] };
}

/** What Telegram finds by itself in plain text: mentions, tags, commands, links. */
export function found(text: string): readonly string[] {
  const answer = tdl.execute({ _: "getTextEntities", text });
  return (answer.entities ?? []).map(
    (e) => `${e.type._.replace("textEntityType", "")} ${text.slice(e.offset, e.offset + e.length)}`,
  );
}
