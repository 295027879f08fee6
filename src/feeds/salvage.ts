import { Parser } from "htmlparser2";
import type { RawItem } from "./raw.ts";

const MAX_DEPTH = 200;

interface Fields {
  readonly [name: string]: string[];
}

const OPENING = /<(?:[\w-]+:)?(?:item|entry)(?=[\s>])/gi;

/** How many entries a document opens, exactly where that is more than `read`; what stands inside CDATA does not count. */
export function countEntries(document: string, read: number): number {
  const opened = document.match(OPENING)?.length ?? 0;
  if (opened <= read) return opened;
  return document.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, "").match(OPENING)?.length ?? 0;
}

/** Where CDATA sections begin and end. */
function sections(document: string): readonly (readonly [number, number])[] {
  return [...document.matchAll(/<!\[CDATA\[[\s\S]*?\]\]>/g)].map((match) => [
    match.index,
    match.index + match[0].length,
  ]);
}

/**
 * Cuts a broken document into its `<item>` or `<entry>` elements, at most `limit` of them: each to its end, or, where it was never closed, to the
 * next one. What breaks off at the end of the document is left out.
 */
function regions(document: string, limit: number): readonly string[] {
  const hidden = sections(document);
  let section = 0;
  const starts: { readonly at: number; readonly name: string }[] = [];
  for (const match of document.matchAll(OPENING)) {
    while ((hidden[section]?.[1] ?? Number.POSITIVE_INFINITY) <= match.index) section += 1;
    if ((hidden[section]?.[0] ?? Number.POSITIVE_INFINITY) < match.index) continue;
    starts.push({ at: match.index, name: match[0].slice(1) });
    if (starts.length > limit) break;
  }
  return starts.slice(0, limit).flatMap(({ at, name }, index) => {
    const next = starts[index + 1]?.at ?? document.length;
    const region = document.slice(at, next);
    const end = region.indexOf(`</${name}`);
    if (end >= 0) return [region.slice(0, end)];
    return next < document.length && /<\/title/i.test(region) ? [region] : [];
  });
}

function local(name: string): string {
  const lower = name.toLowerCase();
  return /^(?:dc|content|dcterms):/.test(lower) ? lower : lower.replace(/^[\w-]+:/, "");
}

/** The fields directly inside one entry, as text with the markup of what is nested in them. */
function fieldsOf(region: string): {
  readonly fields: Fields;
  readonly links: readonly (readonly [string, string])[];
  readonly base?: string;
} {
  const fields: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  const links: [string, string][] = [];
  let base: string | undefined;
  let depth = 0;
  let current: string[] | undefined;
  const unclosed = (region.match(/<!\[CDATA\[/g)?.length ?? 0) > (region.match(/\]\]>/g)?.length ?? 0);
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth === 1) {
          base = attributes["xml:base"];
          if (attributes.href !== undefined) links.push(["alternate", attributes.href]);
          return;
        }
        if (depth === 2) {
          const field = local(name);
          current = [];
          if (field === "link" && attributes.href !== undefined)
            links.push([attributes.rel ?? "alternate", attributes.href]);
          if (field === "source" && attributes.title !== undefined) current.push(attributes.title);
          fields[field] = [...(fields[field] ?? []), ""];
        } else if (current && depth < MAX_DEPTH) current.push(`<${name}>`);
      },
      ontext(text) {
        current?.push(text);
      },
      onclosetag(name) {
        if (depth === 2 && current) {
          const values = fields[local(name)];
          if (values) values[values.length - 1] = current.join("");
          current = undefined;
        } else if (current && depth < MAX_DEPTH) current.push(`</${name}>`);
        depth -= 1;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(unclosed ? region.replaceAll("<![CDATA[", "").replaceAll("]]>", "") : region);
  parser.end();
  return base === undefined ? { fields, links } : { fields, links, base };
}

function itemOf(region: string): RawItem {
  const { fields, links, base } = fieldsOf(region);
  const get = (...names: string[]) =>
    names.map((name) => fields[name]?.find((value) => value.trim() !== "")).find((value) => value !== undefined);
  return {
    title: get("title", "dc:title"),
    summary: get("description", "summary"),
    content: get("content:encoded", "content", "encoded"),
    link: get("link") ?? links.find(([rel]) => rel === "alternate")?.[1] ?? links[0]?.[1],
    base,
    guid: get("guid", "id"),
    dates: [get("pubdate"), get("published"), get("dc:date"), get("date"), get("issued"), get("updated")],
    source: get("source"),
    language: get("dc:language"),
  };
}

/** Reads what is whole in a document that no parser accepts: each closed entry by itself. */
export function salvage(document: string, limit: number): readonly RawItem[] {
  return regions(document, limit).map(itemOf);
}
