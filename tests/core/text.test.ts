import { describe, expect, it } from "vitest";
import { normalWord, plain, sentences, tokenize, unmarked, type Writing, withoutSuffix } from "../../src/core/text.ts";

const writing = (apostrophe: Writing["apostrophe"], rest: Partial<Writing> = {}): Writing => ({
  apostrophe,
  clitics: [],
  fold: false,
  abbreviations: new Set(),
  ...rest,
});
const english = writing("suffix", { abbreviations: new Set(["gen", "dr", "u.s"]) });
const french = writing("split");
const ukrainian = writing("join", { abbreviations: new Set(["тис", "ім"]) });
const turkish = writing("suffix", { fold: true });
const arabic = writing("join", { clitics: ["و", "ف", "ب", "ل", "ك", "ال"] });

describe("words", () => {
  it.each([
    ["a possessive is cut off", "Kyiv's troops", english, ["kyiv", "troops"]],
    [
      "a typographic possessive too, and one after a plural",
      "Kyiv’s soldiers’ camp",
      english,
      ["kyiv", "soldiers", "camp"],
    ],
    ["a contraction stays whole", "won't didn’t they're", english, ["won't", "didn't", "they're"]],
    ["an apostrophe before a capital is part of the name", "N'Djamena", english, ["n'djamena"]],
    ["French elision makes two words", "l'armée n’enverra", french, ["l", "armée", "n", "enverra"]],
    [
      "a Ukrainian apostrophe is a letter, in every shape",
      "п'ять об’єднаних Пʼятниця",
      ukrainian,
      ["п'ять", "об'єднаних", "п'ятниця"],
    ],
    ["a Turkish case ending is cut off", "BM'nin Kıbrıs’taki", turkish, ["bm", "kıbrıs"]],
    ["a Turkish capital I with a dot is i", "İSTANBUL'da İRAN", turkish, ["istanbul", "iran"]],
    ["Arabic vowels, tatweel and hamza do not count", "جُنُود قـوات إلى الأمم", arabic, ["جنود", "قوات", "الي", "الامم"]],
    ["dots inside an Arabic word do not cut it", "ق.و.ا.ت", arabic, ["قوات"]],
    [
      "every dash parts words",
      "US-Truppen Ukraine—Mission Mali–Einsatz",
      writing("join"),
      ["us", "truppen", "ukraine", "mission", "mali", "einsatz"],
    ],
    [
      "a full stop without a space is still one, but not in an abbreviation",
      "said.Then the U.S. left",
      english,
      ["said", "then", "the", "u.s", "left"],
    ],
    ["stress marks and ё do not count", "войска́ ещё", writing("join"), ["войска", "еще"]],
  ] as const)("%s", (_, text, how, expected) => {
    expect(tokenize(text, how).map((token) => token.norm)).toEqual(expected);
  });

  it.each([
    ["1,500", 1500],
    ["1.500", 1500],
    ["12,500,000", 12_500_000],
    ["3.5", 3.5],
    ["2,5", 2.5],
    ["300", 300],
  ])("%s is the number %d", (text, value) => {
    expect(tokenize(`${text} troops`, english)[0]?.value).toBe(value);
  });

  it("Arabic digits are digits", () => {
    expect(tokenize("٣٠٠ جندي", arabic)[0]?.value).toBe(300);
  });

  it.each([
    ["والقوات", arabic, "القوات"],
    ["القوات", arabic, "قوات"],
    ["kıbrıs", turkish, "kibris"],
    ["știință", writing("join", { fold: true }), "stiinta"],
  ] as const)("%s is also tried in its bare spelling", (text, how, bare) => {
    expect(tokenize(text, how)[0]?.also).toContain(bare);
  });

  it("each word knows its offsets, its capital, its suffix and what stood before it", () => {
    const text = "The “Kyiv's” plan – army";
    const words = tokenize(text, english);
    expect(words.map((w) => text.slice(w.start, w.end))).toEqual(["The", "Kyiv", "plan", "army"]);
    expect(words.map((w) => w.capital)).toEqual([true, true, false, false]);
    expect(words[1]?.suffix).toBe("s");
    expect(words[3]?.gap).toBe(" – ");
  });

  it.each([
    ["Kiev'in", "Kiev"],
    ["Sana'a", "Sana"],
    ["don't", "don't"],
    ["N'Djamena", "N'Djamena"],
  ])("%s without its suffix is %s", (word, bare) => {
    expect(withoutSuffix(word)).toBe(bare);
  });

  it("letters that only look different are unified", () => {
    expect([normalWord("Ёлка"), normalWord("МІСІЯ"), normalWord("مُهِمَّة")]).toEqual(["елка", "місія", "مهمه"]);
    expect(unmarked("łączność straße kaldırılıyor")).toBe("lacznosc strasse kaldiriliyor");
  });
});

describe("sentences", () => {
  const cut = (text: string, how: Writing = english, limit = 9) =>
    sentences("text", text, how, limit).map((s) => s.text);

  it.each([
    ["an abbreviation does not end one", "Gen. Smith left. Troops stay.", ["Gen. Smith left.", "Troops stay."]],
    ["an initial does not end one", "J. Doe spoke. He left.", ["J. Doe spoke.", "He left."]],
    ["nor do letters with dots", "The U.S. sends troops. Paris waits.", ["The U.S. sends troops.", "Paris waits."]],
    [
      "a lower-case word goes on with it",
      "Over 3 per. cent agreed. Others not.",
      ["Over 3 per. cent agreed.", "Others not."],
    ],
    ["a decimal number does not end one", "Some 3.5 million fled! Why?", ["Some 3.5 million fled!", "Why?"]],
    ["a closing quote belongs to it", "He said “no.” Then he left.", ["He said “no.”", "Then he left."]],
    ["a line break ends one", "Troops leave\nmission over", ["Troops leave", "mission over"]],
  ])("%s", (_, text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  it("Ukrainian abbreviations do not end one", () => {
    expect(cut("Прибули 2 тис. Солдатів чекали. Потім пішли.", ukrainian)).toEqual([
      "Прибули 2 тис. Солдатів чекали.",
      "Потім пішли.",
    ]);
  });

  it("Arabic question marks end one", () => {
    expect(cut("هل تنسحب القوات؟ لا.", arabic)).toHaveLength(2);
  });

  it("a title is one sentence, and an empty field none", () => {
    expect(sentences("title", "Gone. Back. Gone.", english, 1)).toHaveLength(1);
    expect(sentences("title", " – ", english, 1)).toEqual([]);
    expect(sentences("text", "", english, 4)).toEqual([]);
  });

  it("no more are cut than asked for, and each knows where it starts", () => {
    const text = "One left. Two left. Three left.";
    const got = sentences("text", text, english, 2);
    expect(got.map((s) => text.slice(s.start, s.start + s.text.length))).toEqual(["One left.", "Two left."]);
  });
});

describe("plain text", () => {
  it.each([
    ["tags become spaces", "a<b>b</b>", "a b "],
    ["zero-width letters vanish", "pe\u200bace\u202ekeep\u2066er\ufeff", "peacekeeper"],
    ["soft hyphens vanish", "peace\u00adkeeper", "peacekeeper"],
    ["a broken surrogate is replaced", "a\ud800b", "a\ufffdb"],
    ["letters and their marks are composed", "e\u0301", "é"],
  ])("%s", (_, text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it("a field of a megabyte costs no more words than a long one", () => {
    expect(tokenize("слово ".repeat(200_000), ukrainian)).toHaveLength(400);
    expect(sentences("text", "Слово. ".repeat(150_000), ukrainian, 4)).toHaveLength(4);
  });
});
