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
  /** The word often means something else. */
  readonly vague: boolean;
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

/** One word of a pattern; one with a single form is that form itself: lexicons are large. */
type Element =
  | string
  | { readonly kind: "exact"; readonly forms: readonly string[]; readonly cased?: string }
  | { readonly kind: "prefix"; readonly stems: readonly string[] }
  | { readonly kind: "suffix"; readonly stem: string }
  | { readonly kind: "infix"; readonly stem: string }
  | { readonly kind: "gap" };

interface Compiled {
  readonly phrase: Phrase;
  readonly concept: string;
  readonly not: boolean;
  readonly noun: boolean;
  readonly vague: boolean;
  readonly elements: readonly Element[];
  readonly listed: boolean;
}

/** Phrases by how their first word is written; most keys have one, which then stands without a list: lexicons are large. */
type Index = Map<string, Compiled | Compiled[]>;

/** Compiled phrases of one language; `find` marks every phrase in a sentence, longest first, all readings of a span kept. */
export interface Lexicon {
  readonly size: number;
  find(tokens: readonly Token[]): Mark[];
}

/** Words that a gap may span where the language does not say otherwise. */
const GAP_WORDS = 5;
const REMEMBERED = 4_000;
const CLAUSE = /[;:!?؛؟]|\s[–—-]+\s/;

/** Whether a full stop only shortens the word before it: `EE. UU.`, `N. Korea`, `St. Petersburg`. */
function shortened(before: Token | undefined, token: Token): boolean {
  return before !== undefined && before.raw.length <= 2 && before.capital && token.capital && /^\.\s$/.test(token.gap);
}

/** Reads one word of a pattern; throws with the pattern where its notation is wrong. */
function element(written: string, pattern: string, fold: boolean, same: (form: string) => string): Element {
  if (written === "..") return { kind: "gap" };
  const word = written.replace(/[,:;]+$/, "");
  const cased = word.startsWith("=");
  const body = cased ? word.slice(1) : word;
  const listed = /^([^(]*)\(([^()]*)\)(\*?)$/.exec(body);
  const norm = (s: string) => (fold ? unmarked(normalWord(s)) : normalWord(s)).replace(/\.+$/, "");
  if (listed) {
    const stem = norm(listed[1] ?? "");
    const endings = (listed[2] ?? "").split(",").map((e) => norm(e.trim().replace(/^-/, "")));
    if (listed[3] === "*") return { kind: "prefix", stems: endings.map((e) => same(stem + e)) };
    // of two equal endings the first counts, which is the nominative
    const forms = [...new Set(endings.map((e) => same(stem + e)))];
    return forms.length === 1 ? (forms[0] as string) : { kind: "exact", forms };
  }
  if (/[()]/.test(body)) throw new Error(`pattern "${pattern}": brackets belong at the end of a word, once`);
  const before = body.startsWith("*");
  const after = body.endsWith("*");
  const stem = same(norm(body.replace(/^\*|\*$/g, "")));
  if (stem === "") throw new Error(`pattern "${pattern}" has an empty word`);
  if (before && after) return { kind: "infix", stem };
  if (before) return { kind: "suffix", stem };
  if (after) return { kind: "prefix", stems: [stem] };
  return cased ? { kind: "exact", forms: [stem], cased: body } : stem;
}

function isGap(e: Element | undefined): boolean {
  return typeof e === "object" && e.kind === "gap";
}

/** How many forms a word lists; 0 where it is open. */
function formsOf(e: Element): number {
  return typeof e === "string" ? 1 : e.kind === "exact" ? e.forms.length : 0;
}

function compile(
  phrase: Phrase,
  fold: boolean,
  apostrophe: Writing["apostrophe"],
  same: (form: string) => string,
): Compiled[] {
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
    const elements = words.map((w) => element(w, phrase.pattern, fold, same));
    const parts = phrase.concept.split(".");
    return {
      phrase,
      concept: same(parts.filter((p) => p !== "not" && p !== "noun" && p !== "vague").join(".")),
      not: parts.includes("not"),
      noun: parts.includes("noun"),
      vague: parts.includes("vague"),
      elements,
      listed:
        elements.every((e) => formsOf(e) > 1 || (formsOf(e) === 1 && elements.length === 1)) &&
        elements.some((e) => formsOf(e) > 1),
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
  const exact: Index = new Map();
  const prefix: Index = new Map();
  const endings: Index = new Map();
  const infix: Index = new Map();
  let size = 0;
  let longestStem = 0;
  const add = (map: Index, key: string, entry: Compiled) => {
    const known = map.get(key);
    if (known === undefined) map.set(key, entry);
    else if (Array.isArray(known)) known.push(entry);
    else map.set(key, [known, entry]);
  };
  const forms = new Map<string, string>();
  const same = (form: string): string => {
    const known = forms.get(form);
    if (known !== undefined) return known;
    forms.set(form, form);
    return form;
  };
  for (const phrase of phrases) {
    for (const entry of compile(phrase, fold, apostrophe, same)) {
      size++;
      const first = entry.elements[0];
      if (first === undefined || (typeof first !== "string" && first.kind === "gap"))
        throw new Error(`pattern "${phrase.pattern}" starts with a gap`);
      if (typeof first === "string") add(exact, first, entry);
      else if (first.kind === "exact") for (const form of first.forms) add(exact, form, entry);
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
      if (typeof e === "string") {
        if (e === norm) return 0;
      } else if (e.kind === "exact") {
        const form = e.forms.indexOf(norm);
        if (form >= 0 && (e.cased === undefined || e.cased.replace(/\.+$/, "") === token.raw)) return form;
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
    const collect = (some: Compiled | readonly Compiled[] | undefined) => {
      if (some === undefined) return;
      if ("elements" in some) found.push(some);
      else found.push(...some);
    };
    collect(exact.get(norm));
    const shortest = Math.max(1, norm.length - suffix);
    for (let n = shortest; n <= norm.length && n <= longestStem; n++) {
      collect(prefix.get(norm.slice(0, n)));
    }
    if (endings.size > 0) {
      for (let n = 0; n < norm.length - 2; n++) {
        collect(endings.get(norm.slice(n)));
      }
    }
    for (const [stem, entries] of infixes) if (norm.includes(stem)) collect(entries);
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
    if (firstElement === undefined || !firstToken) return undefined;
    const form = fits(firstElement, firstToken);
    if (form < 0) return undefined;
    if (form > 0) oblique = true;
    if (entry.phrase.proper && !firstToken.capital) return undefined;
    for (let i = 1; i < entry.elements.length; i++) {
      const e = entry.elements[i] as Element;
      if (isGap(e)) continue;
      const reach = isGap(entry.elements[i - 1]) ? gap : 0;
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
      vague: entry.vague,
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
