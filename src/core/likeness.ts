import type { Story } from "./model.ts";

/** At most this many terms are kept of an item, and of a story. */
export const ITEM_TERMS = 48;
export const STORY_TERMS = 64;

const CYRILLIC: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  ґ: "g",
  д: "d",
  е: "e",
  є: "e",
  ж: "zh",
  з: "z",
  и: "i",
  і: "i",
  ї: "i",
  й: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "h",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "sh",
  ъ: "",
  ы: "i",
  ь: "",
  э: "e",
  ю: "iu",
  я: "ia",
  ў: "u",
  ђ: "d",
  ј: "i",
  љ: "l",
  њ: "n",
  ћ: "ch",
  џ: "dz",
};
const ARABIC: Readonly<Record<string, string>> = {
  ا: "a",
  أ: "a",
  إ: "i",
  آ: "a",
  ب: "b",
  ت: "t",
  ث: "t",
  ج: "g",
  ح: "h",
  خ: "h",
  د: "d",
  ذ: "d",
  ر: "r",
  ز: "z",
  س: "s",
  ش: "sh",
  ص: "s",
  ض: "d",
  ط: "t",
  ظ: "z",
  ع: "a",
  غ: "g",
  ف: "f",
  ق: "k",
  ك: "k",
  ل: "l",
  م: "m",
  ن: "n",
  ه: "h",
  ة: "",
  و: "u",
  ي: "i",
  ى: "a",
  ئ: "i",
  ء: "",
  ؤ: "u",
  پ: "p",
  چ: "ch",
  ژ: "zh",
  گ: "g",
  ک: "k",
  ی: "i",
};
const GREEK: Readonly<Record<string, string>> = {
  α: "a",
  β: "v",
  γ: "g",
  δ: "d",
  ε: "e",
  ζ: "z",
  η: "i",
  θ: "t",
  ι: "i",
  κ: "k",
  λ: "l",
  μ: "m",
  ν: "n",
  ξ: "ks",
  ο: "o",
  π: "p",
  ρ: "r",
  σ: "s",
  ς: "s",
  τ: "t",
  υ: "i",
  φ: "f",
  χ: "h",
  ψ: "ps",
  ω: "o",
};

const WORD = /[\p{L}\p{M}]+|\p{N}+(?:[.,\u00a0 ’']\p{N}{3})*/gu;

/** A word in plain Latin letters, whatever script it was written in. */
function latin(word: string): string {
  let out = "";
  for (const letter of word
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/ı/g, "i")
    .replace(/ł/g, "l")
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o"))
    out += CYRILLIC[letter] ?? ARABIC[letter] ?? GREEK[letter] ?? letter;
  return out;
}

/**
 * The consonant skeleton of a word, so that Zelensky, Selenskyj, Zełenski and Зеленський fold together: letters that
 * languages write for one sound are one letter, vowels after the first sound go, at most six consonants stay. Empty where fewer than two are left.
 */
export function skeleton(word: string): string {
  const folded = latin(word)
    .replace(/tsch|tch|cz|ch|sch|sh|sz|zh|rz/g, "s")
    .replace(/ph/g, "f")
    .replace(/kh|gh|q|ck|c(?![eiy])/g, "k")
    .replace(/ts|tz|c/g, "s")
    .replace(/x/g, "ks")
    .replace(/dj|j/g, "g")
    .replace(/[wv]/g, "v")
    .replace(/z/g, "s")
    .replace(/th/g, "t");
  const consonants = folded.replace(/[aeiouyh]/g, "").replace(/(.)\1+/g, "$1");
  return consonants.length < 2 ? "" : consonants.slice(0, 6);
}

/** Whole numbers of a text with two digits or more, years left out; thousands marks are read. */
export function figures(text: string): number[] {
  const found = new Set<number>();
  for (const match of text.matchAll(/\p{N}+(?:[.,\u00a0\u202f ’']\p{N}{3})*/gu)) {
    const value = Number(match[0].replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660)).replace(/\D/g, ""));
    if (value >= 10 && value < 1e9 && !(value >= 1940 && value <= 2060)) found.add(value);
  }
  return [...found].slice(0, 16);
}

/** What an item is compared by: skeletons of its words of four letters or more (title first, then the lead) and its figures as `#n`. */
export function terms(title: string, text: string, limit = ITEM_TERMS): string[] {
  const found = new Set<string>();
  const lead = text.length > 600 ? text.slice(0, 600) : text;
  for (const figure of figures(`${title} ${lead}`)) found.add(`#${figure}`);
  for (const part of [title, lead])
    for (const match of part.matchAll(WORD)) {
      if (found.size >= limit) return [...found];
      const word = match[0];
      if (word.length < 4 && word !== word.toUpperCase()) continue;
      const bone = skeleton(word.replace(/^(?:وال|بال|ال|لل)/, ""));
      if (bone !== "") found.add(bone);
    }
  return [...found];
}

/** How rare terms are among the stories at hand; the fewer share a term, the more it says. */
export function rarity(stories: readonly Story[]): (term: string) => number {
  const seen = new Map<string, number>();
  for (const story of stories) for (const term of story.terms) seen.set(term, (seen.get(term) ?? 0) + 1);
  return (term) => {
    const weight = Math.log(1 + (stories.length + 4) / ((seen.get(term) ?? 0) + 1));
    return term.startsWith("#") ? weight * 1.5 : weight * Math.min(1, term.length / 4);
  };
}

/** Likeness of two sets of terms, 0 to 1: the weight of what they share against the lighter of the two, damped where that is short. */
export function likeness(a: readonly string[], b: readonly string[], weight: (term: string) => number): number {
  const other = new Set(b);
  let shared = 0;
  let left = 0;
  for (const term of a) {
    const w = weight(term);
    left += w;
    if (other.has(term)) shared += w;
  }
  let right = 0;
  for (const term of other) right += weight(term);
  const base = Math.sqrt(Math.max(left, 1e-9) * Math.max(right, 1e-9));
  return Math.min(1, shared / base);
}
