import { Parser } from "htmlparser2";
import { NO_HINTS, type Parsed, type RawItem } from "./raw.ts";

interface Post {
  readonly id: string;
  html: string;
  date?: string;
  forwardedFrom?: string;
}

/** Whether a page is the public preview of a Telegram channel (`t.me/s/NAME`). */
export function isChannelPreview(html: string): boolean {
  return html.includes("tgme_channel_history") || html.includes("tgme_widget_message_wrap");
}

function hasClass(attributes: Readonly<Record<string, string>>, name: string): boolean {
  return (attributes.class ?? "").split(/\s+/).includes(name);
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

/** First line as the headline, where more follows it; one long line is all headline up to its first sentence. */
function split(html: string): { readonly title: string; readonly rest: string } {
  const lines = html
    .split(/\n/)
    .map((line) => line.trim())
    .filter((line) => line.replace(/<[^>]*>|[^\p{L}\p{N}]/gu, "") !== "");
  const [head = "", ...rest] = lines;
  if (rest.length > 0 && head.length <= 250) return { title: head, rest: rest.join("\n") };
  const sentence = /^[\s\S]{20,250}?[.!?…](?=\s)/.exec(head)?.[0];
  if (sentence === undefined) return { title: head, rest: rest.join("\n") };
  return { title: sentence, rest: [head.slice(sentence.length), ...rest].join("\n") };
}

function toItem(post: Post): RawItem {
  const { title, rest } = split(post.html);
  return {
    title,
    summary: rest,
    link: `https://t.me/${post.id}`,
    guid: `https://t.me/${post.id}`,
    dates: [post.date],
    source: post.forwardedFrom,
  };
}

/** Reads the posts of a channel's preview page; posts without words (pictures, service lines) are passed over. */
export function readChannelPreview(html: string): Parsed {
  const posts: Post[] = [];
  let title: string | undefined;
  let depth = 0;
  let textDepth = 0;
  let forwardDepth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === "meta" && attributes.property === "og:title") title = attributes.content;
        if (name === "br") {
          const post = posts.at(-1);
          if (textDepth > 0 && post) post.html += "\n";
          return;
        }
        if (/^(?:meta|img|link|input|hr|source|path|circle|use)$/.test(name)) return;
        depth += 1;
        const post = attributes["data-post"];
        if (post !== undefined && /^[\w]{3,64}\/\d{1,12}$/.test(post)) posts.push({ id: post, html: "" });
        const current = posts.at(-1);
        if (!current) return;
        if (
          textDepth === 0 &&
          hasClass(attributes, "tgme_widget_message_text") &&
          hasClass(attributes, "js-message_text")
        )
          textDepth = depth;
        if (hasClass(attributes, "tgme_widget_message_forwarded_from_name")) forwardDepth = depth;
        if (name === "time" && attributes.datetime !== undefined) current.date = attributes.datetime;
      },
      ontext(text) {
        const current = posts.at(-1);
        if (!current) return;
        if (textDepth > 0) current.html += escaped(text);
        else if (forwardDepth > 0) current.forwardedFrom = (current.forwardedFrom ?? "") + text;
      },
      onclosetag(name) {
        if (/^(?:meta|br|img|link|input|hr|source|path|circle|use)$/.test(name)) return;
        if (depth === textDepth) textDepth = 0;
        if (depth === forwardDepth) forwardDepth = 0;
        depth = Math.max(0, depth - 1);
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  const items = posts.filter((post) => post.html.trim() !== "").map(toItem);
  return { status: "read", feed: { how: "telegram", title, hints: NO_HINTS, items, broken: [] } };
}
