import { normalWord, type Token, unmarked, type Writing, withoutSuffix } from "./text.ts";

/** What a name stands for: the id, and the field of the names file that it stands in. */
export interface NameRef {
  readonly id: string;
  readonly kind: "state" | "organisation" | "mission" | "person";
  readonly field: string;
}

/** A phrase of the data with what it says: a concept (`go`, `force.peace`) or a name. */
export interface Phrase {
  readonly pattern: string;
  readonly concept: string;
  readonly name?: NameRef;
  /** A name whose pattern starts with a capital matches capitalised words only. */
  readonly proper?: boolean;
}

/** A phrase found in a sentence; `start` and `end` count words, `words` are the indexes it covers (a gap is not covered). */
export interface Mark {
  readonly concept: string;
  readonly not: boolean;
  readonly noun: boolean;
  readonly name?: NameRef;
  readonly start: number;
  readonly end: number;
  readonly words: readonly number[];
  /** What was cut off before the first word to match it: an Arabic clitic. */
  readonly cut: string;
  /** For names with listed endings: whether the nominative stands. */
  readonly nominative?: boolean;
  readonly phrase: string;
}

type Element =
  | { readonly kind: "exact"; readonly forms: ReadonlyMap<string, number>; readonly cased?: string }
  | { readonly kind: "prefix"; readonly stems: readonly string[] }
  | { readonly kind: "suffix"; readonly stem: string }
  | { readonly kind: "infix"; readonly stem: string }
  | { readonly kind: "gap" };

interface Compiled {
  readonly phrase: Phrase;
  readonly concept: string;
  readonly not: boolean;
  readonly noun: boolean;
  readonly elements: readonly Element[];
  readonly listed: boolean;
}

/** Compiled phrases of one language; `find` marks every phrase in a sentence, longest first, all readings of a span kept. */
export interface Lexicon {
  readonly size: number;
  find(tokens: readonly Token[]): Mark[];
}

/** Words that a gap may span where the language does not say otherwise. */
const GAP_WORDS = 5;
const REMEMBERED = 20_000;
const CLAUSE = /[;:!?؛؟]|\s[–—-]+\s/;

/** Whether a full stop only shortens the word before it: `EE. UU.`, `N. Korea`, `St. Petersburg`. */
function shortened(before: Token | undefined, token: Token): boolean {
  return before !== undefined && before.raw.length <= 2 && before.capital && token.capital && /^\.\s$/.test(token.gap);
}

/** Reads one word of a pattern; throws with the pattern where its notation is wrong. */
function element(written: string, pattern: string, fold: boolean): Element {
  if (written === "..") return { kind: "gap" };
  const word = written.replace(/[,:;]+$/, "");
  const cased = word.startsWith("=");
  const body = cased ? word.slice(1) : word;
  const listed = /^([^(]*)\(([^()]*)\)(\*?)$/.exec(body);
  const norm = (s: string) => (fold ? unmarked(normalWord(s)) : normalWord(s)).replace(/\.+$/, "");
  if (listed) {
    const stem = norm(listed[1] ?? "");
    const endings = (listed[2] ?? "").split(",").map((e) => norm(e.trim().replace(/^-/, "")));
    if (listed[3] === "*") return { kind: "prefix", stems: endings.map((e) => stem + e) };
    // of two equal endings the first counts, which is the nominative
    return { kind: "exact", forms: new Map(endings.map((e, i) => [stem + e, i] as const).reverse()) };
  }
  if (/[()]/.test(body)) throw new Error(`pattern "${pattern}": brackets belong at the end of a word, once`);
  const before = body.startsWith("*");
  const after = body.endsWith("*");
  const stem = norm(body.replace(/^\*|\*$/g, ""));
  if (stem === "") throw new Error(`pattern "${pattern}" has an empty word`);
  if (before && after) return { kind: "infix", stem };
  if (before) return { kind: "suffix", stem };
  if (after) return { kind: "prefix", stems: [stem] };
  return { kind: "exact", forms: new Map([[stem, 0]]), ...(cased ? { cased: body } : {}) };
}

function compile(phrase: Phrase, fold: boolean, apostrophe: Writing["apostrophe"]): Compiled[] {
  const split = apostrophe === "split";
  return phrase.pattern.split("|").map((alternative) => {
    const words = alternative
      .trim()
      .split(/\s+/)
      .map((w) => (apostrophe === "suffix" && !w.includes("(") ? withoutSuffix(w) : w))
      .flatMap((w) =>
        w === ".."
          ? [w]
          : (split && !w.includes("(") ? w.split(/['’]/) : [w])
              // a dash among listed endings is no dash of the word: "re-up(,s)" is two words, "Іран(,-у)" one
              .flatMap((part) => part.split(/[-–—/](?![^(]*\))/))
              .filter(Boolean),
      );
    const elements = words.map((w) => element(w, phrase.pattern, fold));
    const parts = phrase.concept.split(".");
    return {
      phrase,
      concept: parts.filter((p) => p !== "not" && p !== "noun").join("."),
      not: parts.includes("not"),
      noun: parts.includes("noun"),
      elements,
      listed:
        elements.every((e) => e.kind === "exact" && (e.forms.size > 1 || elements.length === 1)) &&
        elements.some((e) => e.kind === "exact" && e.forms.size > 1),
    };
  });
}

/** Compiles the phrases of one language; `suffix` is how many letters `*` may add, `apostrophe` cuts the words of patterns as those of texts are cut. */
export function compileLexicon(
  phrases: Iterable<Phrase>,
  suffix: number,
  fold: boolean,
  apostrophe: Writing["apostrophe"] = "join",
  gap = GAP_WORDS,
): Lexicon {
  const exact = new Map<string, Compiled[]>();
  const prefix = new Map<string, Compiled[]>();
  const endings = new Map<string, Compiled[]>();
  const infix = new Map<string, Compiled[]>();
  let size = 0;
  let longestStem = 0;
  const add = (map: Map<string, Compiled[]>, key: string, entry: Compiled) => {
    const list = map.get(key);
    if (list) list.push(entry);
    else map.set(key, [entry]);
  };
  for (const phrase of phrases) {
    for (const entry of compile(phrase, fold, apostrophe)) {
      size++;
      const first = entry.elements[0];
      if (!first || first.kind === "gap") throw new Error(`pattern "${phrase.pattern}" starts with a gap`);
      if (first.kind === "exact") for (const form of first.forms.keys()) add(exact, form, entry);
      else if (first.kind === "prefix")
        for (const stem of first.stems) {
          add(prefix, stem, entry);
          longestStem = Math.max(longestStem, stem.length);
        }
      else if (first.kind === "suffix") add(endings, first.stem, entry);
      else add(infix, first.stem, entry);
    }
  }
  const infixes = [...infix];

  const fits = (e: Element, token: Token): number => {
    for (let i = -1; i < token.also.length; i++) {
      const norm = i < 0 ? token.norm : (token.also[i] ?? "");
      if (e.kind === "exact") {
        const form = e.forms.get(norm);
        if (form !== undefined && (e.cased === undefined || e.cased.replace(/\.+$/, "") === token.raw)) return form;
      } else if (e.kind === "prefix") {
        if (e.stems.some((s) => norm.startsWith(s) && norm.length - s.length <= suffix)) return 0;
      } else if (e.kind === "suffix") {
        if (norm.endsWith(e.stem)) return 0;
      } else if (e.kind === "infix" && norm.includes(e.stem)) return 0;
    }
    return -1;
  };

  /** The letters before the form that matched, where only a shorter form of the word does. */
  const clitic = (e: Element, token: Token): string => {
    if (token.also.length === 0 || fits(e, { ...token, also: [] }) >= 0) return "";
    const short = token.also.find((a) => token.norm.endsWith(a) && fits(e, { ...token, norm: a, also: [] }) >= 0);
    return short === undefined ? "" : token.norm.slice(0, token.norm.length - short.length);
  };

  // words repeat, so what may start at a word is remembered; the memory is cut when it grows
  const remembered = new Map<string, readonly Compiled[]>();
  const startingAt = (norm: string): readonly Compiled[] => {
    const known = remembered.get(norm);
    if (known) return known;
    const found: Compiled[] = [];
    const same = exact.get(norm);
    if (same) found.push(...same);
    const shortest = Math.max(1, norm.length - suffix);
    for (let n = shortest; n <= norm.length && n <= longestStem; n++) {
      const stems = prefix.get(norm.slice(0, n));
      if (stems) found.push(...stems);
    }
    if (endings.size > 0) {
      for (let n = 0; n < norm.length - 2; n++) {
        const ends = endings.get(norm.slice(n));
        if (ends) found.push(...ends);
      }
    }
    for (const [stem, entries] of infixes) if (norm.includes(stem)) found.push(...entries);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(norm, found);
    return found;
  };
  const candidates = (token: Token): readonly Compiled[] =>
    token.also.length === 0 ? startingAt(token.norm) : [token.norm, ...token.also].flatMap(startingAt);

  const match = (entry: Compiled, tokens: readonly Token[], at: number): Mark | undefined => {
    const words = [at];
    let position = at;
    let oblique = false;
    const firstElement = entry.elements[0];
    const firstToken = tokens[at];
    if (!firstElement || !firstToken) return undefined;
    const form = fits(firstElement, firstToken);
    if (form < 0) return undefined;
    if (form > 0) oblique = true;
    if (entry.phrase.proper && !firstToken.capital) return undefined;
    for (let i = 1; i < entry.elements.length; i++) {
      const e = entry.elements[i] as Element;
      if (e.kind === "gap") continue;
      const reach = entry.elements[i - 1]?.kind === "gap" ? gap : 0;
      let hit = -1;
      for (let step = 1; step <= reach + 1; step++) {
        const token = tokens[position + step];
        if (
          !token ||
          CLAUSE.test(token.gap) ||
          (reach === 0 && /[.,]\s/.test(token.gap) && !shortened(tokens[position + step - 1], token))
        )
          break;
        const f = fits(e, token);
        if (f >= 0) {
          hit = position + step;
          if (f > 0) oblique = true;
          break;
        }
      }
      if (hit < 0) return undefined;
      position = hit;
      words.push(hit);
    }
    return {
      concept: entry.concept,
      not: entry.not,
      noun: entry.noun,
      ...(entry.phrase.name ? { name: entry.phrase.name } : {}),
      start: at,
      end: position + 1,
      words,
      cut: clitic(firstElement, firstToken),
      ...(entry.listed ? { nominative: !oblique } : {}),
      phrase: entry.phrase.pattern,
    };
  };

  return {
    size,
    find(tokens) {
      const all: Mark[] = [];
      for (let at = 0; at < tokens.length; at++) {
        const token = tokens[at] as Token;
        const seen = new Set<string>();
        for (const entry of candidates(token)) {
          const mark = match(entry, tokens, at);
          if (!mark) continue;
          const key = `${mark.concept}|${mark.not}|${mark.name?.id ?? ""}|${mark.name?.field ?? ""}|${mark.words.join()}`;
          if (seen.has(key)) continue;
          seen.add(key);
          all.push(mark);
        }
      }
      // the longer phrase wins, but an act or an operator never swallows the force in it, and only a name, a mask or a sign of something else swallows a name
      const hides = (o: Mark) => o.concept === "mask" || o.concept === "skip" || o.concept.startsWith("anti.");
      const absorbs = (o: Mark, m: Mark) => {
        if (m.name) return o.name !== undefined || hides(o);
        if (m.concept.startsWith("prep.")) return !o.concept.startsWith("force.") && m.words.at(-1) !== o.words.at(-1);
        return !m.concept.startsWith("force.") || o.name !== undefined || o.concept.startsWith("force.") || hides(o);
      };
      const longer = new Map<number, Mark[]>();
      for (const mark of all) {
        if (mark.words.length < 2) continue;
        for (const word of mark.words) {
          const list = longer.get(word);
          if (list) list.push(mark);
          else longer.set(word, [mark]);
        }
      }
      return all.filter(
        (m) =>
          !longer
            .get(m.start)
            ?.some(
              (o) => o.words.length > m.words.length && m.words.every((w) => o.words.includes(w)) && absorbs(o, m),
            ),
      );
    },
  };
}
