import { Parser } from "htmlparser2";
import type { RawItem } from "./raw.ts";

const MAX_DEPTH = 200;

interface Fields {
  readonly [name: string]: string[];
}

/** Cuts a broken document into its closed `<item>` or `<entry>` elements, at most `limit` of them. */
function regions(document: string, limit: number): readonly string[] {
  const found: string[] = [];
  const open = /<((?:[\w-]+:)?(?:item|entry))(?=[\s>])/gi;
  for (let match = open.exec(document); match && found.length < limit; match = open.exec(document)) {
    const name = match[1] ?? "";
    const end = document.indexOf(`</${name}`, match.index);
    if (end < 0) break;
    // an entry that was never closed must not swallow the next one
    const region = document.slice(match.index, end);
    const last = region.toLowerCase().lastIndexOf(`<${name.toLowerCase()}`);
    const nested =
      last > 0 && !/<!\[CDATA\[(?:(?!\]\]>)[\s\S])*$/.test(region.slice(0, last)) ? region.slice(last) : region;
    found.push(nested);
    open.lastIndex = end;
  }
  return found;
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
