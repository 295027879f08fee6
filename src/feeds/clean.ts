import { Parser } from "htmlparser2";

const BLOCK = new Set(
  "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul".split(
    " ",
  ),
);
const SKIPPED = new Set("script style template noscript iframe object svg head".split(" "));
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
const HIDDEN = /[\p{Default_Ignorable_Code_Point}\p{Cs}\ufff9-\ufffb]|(?![\t\n\r])\p{Cc}/u;
const CHUNK = 4096;

const CONTROL = /(?![\t\n\r])\p{Cc}/gu;

function stripped(html: string, limit: number): string {
  let text = "";
  let skip = 0;
  const parser = new Parser(
    {
      onopentag(name) {
        if (SKIPPED.has(name)) skip += 1;
        else if (BLOCK.has(name) && text !== "") text += "\n";
      },
      onclosetag(name) {
        if (SKIPPED.has(name)) skip = Math.max(0, skip - 1);
        else if (BLOCK.has(name)) text += "\n";
      },
      ontext(chunk) {
        if (skip === 0 && text.length <= limit) text += chunk;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  for (let at = 0; at < html.length && text.length <= limit; at += CHUNK) parser.write(html.slice(at, at + CHUNK));
  parser.end();
  return text;
}

/** Removes what hides in words (bidi marks, zero-width, control characters), collapses space, puts the text into NFC. */
function tidied(text: string): string {
  const bare = HIDDEN.test(text) ? text.toWellFormed().replace(INVISIBLE, "").replace(CONTROL, " ") : text;
  return bare
    .normalize("NFC")
    .replace(/\s{2,}|[^\S ]/g, (space) => (space.includes("\n") ? "\n" : " "))
    .trim();
}

/** Cuts at the last space before `limit` characters and says so with an ellipsis; never inside a surrogate pair. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = text
    .slice(0, limit - 1)
    .toWellFormed()
    .replace(/\ufffd$/, "");
  const space = head.search(/\s\S*$/);
  return `${(space > limit * 0.5 ? head.slice(0, space) : head).trimEnd()}…`;
}

/** Plain text of a piece of HTML (or of plain text): entities decoded once, tags dropped, blocks as lines, at most `limit` characters. */
export function toText(html: string, limit: number): string {
  const source = html.length > limit * 8 ? html.slice(0, limit * 8) : html;
  const text = /[<&]/.test(source) ? stripped(source, limit) : source;
  return cut(tidied(text), limit);
}

/** A headline on one line, at most `limit` characters. */
export function toTitle(html: string, limit = 300): string {
  return cut(toText(html, limit * 2).replace(/\s+/g, " "), limit);
}
