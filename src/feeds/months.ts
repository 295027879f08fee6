const LANGUAGES =
  "en uk ru be bg sr mk hr sl cs sk pl de nl fr es it pt ca ro hu tr az el sq lt lv et fi sv nb da is ka hy ar fa he hi bn id ms vi".split(
    " ",
  );
const MORE: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  en: [["sept", 9]],
  fr: [
    ["janv", 1],
    ["fevr", 2],
    ["fev", 2],
    ["avr", 4],
    ["juil", 7],
    ["sept", 9],
    ["jan", 1],
  ],
  de: [
    ["mrz", 3],
    ["marz", 3],
    ["mär", 3],
    ["jän", 1],
    ["jänner", 1],
    ["dez", 12],
    ["okt", 10],
    ["mai", 5],
  ],
  es: [
    ["set", 9],
    ["setiembre", 9],
  ],
  ru: [
    ["мая", 5],
    ["сент", 9],
    ["нояб", 11],
    ["февр", 2],
  ],
  uk: [
    ["трав", 5],
    ["лист", 11],
  ],
  ar: [
    ["كانون الثاني", 1],
    ["شباط", 2],
    ["اذار", 3],
    ["نيسان", 4],
    ["ايار", 5],
    ["حزيران", 6],
    ["تموز", 7],
    ["اب", 8],
    ["ايلول", 9],
    ["تشرين الاول", 10],
    ["تشرين الثاني", 11],
    ["كانون الاول", 12],
    ["جانفي", 1],
    ["فيفري", 2],
    ["افريل", 4],
    ["جوان", 6],
    ["جويلية", 7],
    ["اوت", 8],
  ],
};

/** A word of a date as the table knows it: lower case, no full stop, Arabic letters unified. */
function key(word: string): string {
  return word
    .toLocaleLowerCase("en")
    .normalize("NFC")
    .replace(/i̇/g, "i")
    .replace(/[أإآ]/g, "ا")
    .replace(/\u200f/g, "")
    .replace(/[.']/g, "")
    .trim();
}

const tables = new Map<string, ReadonlyMap<string, number>>();

function table(language: string): ReadonlyMap<string, number> {
  const known = tables.get(language);
  if (known) return known;
  const words = new Map<string, number>();
  const clash = new Set<string>();
  const put = (word: string, month: number) => {
    const k = key(word);
    if (k.length < 2 || /^\d/.test(k)) return;
    const old = words.get(k);
    if (old !== undefined && old !== month) clash.add(k);
    words.set(k, month);
  };
  for (const shape of [
    { month: "long" },
    { month: "short" },
    { month: "long", day: "numeric" },
    { month: "short", day: "numeric" },
  ] as const) {
    const format = new Intl.DateTimeFormat(language, {
      ...shape,
      timeZone: "UTC",
      calendar: "gregory",
      numberingSystem: "latn",
    });
    for (let month = 1; month <= 12; month += 1) {
      const part = format.formatToParts(Date.UTC(2026, month - 1, 15)).find((p) => p.type === "month");
      if (part) put(part.value, month);
    }
  }
  for (const [word, month] of MORE[language] ?? []) put(word, month);
  for (const word of clash) words.delete(word);
  tables.set(language, words);
  return words;
}

function inLanguage(word: string, language: string): number | undefined {
  const words = table(language);
  const exact = words.get(word);
  if (exact !== undefined || word.length < 3) return exact;
  const found = new Set<number>();
  for (const [name, month] of words) if (name.startsWith(word)) found.add(month);
  return found.size === 1 ? [...found][0] : undefined;
}

/** The month (1 to 12) that a word names: in the feed's language, in English, else where all languages that know the word agree on it. */
export function month(word: string, language: string | undefined): number | undefined {
  const k = key(word);
  if (k.length < 2) return undefined;
  const own = language?.slice(0, 2).toLowerCase();
  if (own && LANGUAGES.includes(own)) {
    const found = inLanguage(k, own);
    if (found !== undefined) return found;
  }
  const english = inLanguage(k, "en");
  if (english !== undefined) return english;
  const found = new Set<number>();
  for (const other of LANGUAGES) {
    const value = inLanguage(k, other);
    if (value !== undefined) found.add(value);
  }
  return found.size === 1 ? [...found][0] : undefined;
}
