import type { Catalog, Tongue } from "./catalog.ts";
import { editDistance } from "./line.ts";
import type { Gazetteer } from "./ports.ts";
import type { Strings } from "./strings.ts";
import { normalWord, tokenize, unmarked } from "./text.ts";

type Known = Pick<Catalog, "actors"> & {
  readonly tongues: ReadonlyMap<string, Pick<Tongue, "writing" | "lexicon">>;
};

/** A name as it is looked up: without case, marks, hyphens and apostrophes. */
function key(text: string): string {
  return unmarked(normalWord(text.trim()))
    .replace(/['’`ʼ.]/g, "")
    .replace(/[-–—\s]+/g, " ");
}

/** What texts name: ids, the names that the strings give in every language, and the words of the catalogue (adjectives, capitals, regions). */
export function toGazetteer(catalog: Known, strings: Strings): Gazetteer {
  const kinds = catalog.actors;
  const names = new Map<string, ReadonlyMap<string, string>>();
  for (const language of strings.languages) {
    const phrases = strings.phrases(language);
    names.set(language, new Map([...kinds.keys()].map((id) => [id, phrases.name(id)])));
  }
  const byName = new Map<string, string>();
  for (const id of kinds.keys()) byName.set(key(id), id);
  for (const known of names.values()) {
    for (const [id, name] of known) if (!byName.has(key(name))) byName.set(key(name), id);
  }

  /** The id that the words of one language's lexicon give to the whole text. */
  function worded(text: string, language: string): string | undefined {
    const tongue = catalog.tongues.get(language);
    if (!tongue) return undefined;
    const tokens = tokenize(text, tongue.writing, 12);
    const marks = tongue.lexicon
      .find(tokens)
      .filter((mark) => mark.name && mark.name.kind !== "person" && mark.words.length === tokens.length);
    const fields = ["name", "metonym", "places", "adj", "people"];
    const rank = (field: string) => (fields.indexOf(field) + fields.length) % fields.length;
    return marks.toSorted((a, b) => rank(a.name?.field ?? "") - rank(b.name?.field ?? ""))[0]?.name?.id;
  }

  const namesOf = (language: string) => names.get(language) ?? names.get("en") ?? new Map<string, string>();

  const find: Gazetteer["find"] = (text, language) => {
    const wanted = text.trim();
    if (wanted === "" || wanted.length > 80) return undefined;
    const capital = wanted.charAt(0).toUpperCase() + wanted.slice(1);
    const others = [...catalog.tongues.keys()].filter((l) => l !== language);
    let id = byName.get(key(wanted)) ?? worded(wanted, language) ?? worded(capital, language);
    for (const other of others) id ??= worded(wanted, other) ?? worded(capital, other);
    const kind = id === undefined ? undefined : kinds.get(id)?.kind;
    return id === undefined || kind === undefined ? undefined : { id, kind };
  };

  return {
    find,
    name: (id, language) => strings.phrases(language).name(id),
    suggest(text, language) {
      const wanted = key(text);
      const allowed = wanted.length <= 4 ? 1 : wanted.length <= 8 ? 2 : 3;
      let best: { readonly name: string; readonly distance: number } | undefined;
      for (const name of [...namesOf(language).values(), ...namesOf("en").values()]) {
        const distance = editDistance(wanted, key(name), allowed);
        if (distance <= allowed && (!best || distance < best.distance)) best = { name, distance };
      }
      return best?.name;
    },
    complete(text, language, limit) {
      const wanted = key(text);
      const rows = [...namesOf(language)].map(([id, name]) => ({
        id,
        name,
        key: key(name),
        weight: kinds.get(id)?.weight ?? 1,
      }));
      const meant = wanted === "" ? undefined : find(text, language)?.id;
      const rank = (row: (typeof rows)[number]) =>
        row.id === meant
          ? -1
          : wanted === ""
            ? 2
            : key(row.id) === wanted
              ? 0
              : row.key.startsWith(wanted)
                ? 1
                : row.key.includes(` ${wanted}`)
                  ? 2
                  : key(namesOf("en").get(row.id) ?? "").startsWith(wanted)
                    ? 3
                    : 9;
      return rows
        .map((row) => ({ ...row, rank: rank(row) }))
        .filter((row) => row.rank < 9)
        .sort((a, b) => a.rank - b.rank || b.weight - a.weight || (a.key < b.key ? -1 : 1))
        .slice(0, limit)
        .map((row) => row.id);
    },
  };
}
