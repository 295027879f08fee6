import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commands } from "../../src/commands/index.ts";
import { toStrings } from "../../src/core/strings.ts";
import { strings } from "../commands/world.ts";

const root = new URL("../../", import.meta.url);
const source = (language: string) => readFileSync(new URL(`data/strings/${language}.ftl`, root), "utf8");

/** The strings of a source by id, with the names of the facts that they use and the variants of each choice. */
function read(language: string): Map<string, { facts: string; variants: string }> {
  const entries = source(language)
    .replace(/^#.*$/gm, "")
    .split(/^(?=[a-z][\w-]* =)/m)
    .filter((entry) => entry.trim() !== "");
  return new Map(
    entries.map((entry) => {
      const id = /^([\w-]+) =/.exec(entry)?.[1] ?? "";
      const facts = [...new Set([...entry.matchAll(/\$(\w+)/g)].map((m) => m[1]))].sort().join(" ");
      const plural = ["zero", "one", "two", "few", "many", "other", "0", "1"];
      const variants = [...entry.matchAll(/\[(\w+)\]/g)]
        .map((m) => m[1] ?? "")
        .filter((v) => !plural.includes(v) || id === "severity");
      return [id, { facts, variants: variants.sort().join(" ") }] as const;
    }),
  );
}

const english = read("en");
const others = strings.languages.filter((language) => language !== "en");
const code = readdirSync(new URL("src/", root), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(new URL(`src/${file}`, root), "utf8"))
  .join("\n");

describe("strings", () => {
  it("speak the eight languages", () => {
    expect([...strings.languages].sort()).toEqual(["de", "en", "es", "fr", "pl", "ru", "tr", "uk"]);
  });

  it.each(others)("in %s are those of English, with the same facts and the same cases", (language) => {
    expect(Object.fromEntries(read(language))).toEqual(Object.fromEntries(english));
  });

  it("have an English text for every id that the code names", () => {
    const named = [...code.matchAll(/(?:say|mistake)\(\s*(?:\w+\.?\w*,\s*)?"([a-z][\w-]+)"/g)].map((m) => m[1] ?? "");
    expect(named.length).toBeGreaterThan(80);
    expect([...new Set(named)].filter((id) => !english.has(id))).toEqual([]);
  });

  it("describe every command and every option", () => {
    const wanted = commands.flatMap((c) => [`cmd-${c.name}`, ...c.options.map((o) => `opt-${o.describes ?? o.name}`)]);
    expect([...new Set(wanted)].filter((id) => !english.has(id))).toEqual([]);
  });

  it("are all in use", () => {
    const described = new Set(
      commands.flatMap((c) => [`cmd-${c.name}`, ...c.options.map((o) => `opt-${o.describes ?? o.name}`)]),
    );
    const unused = [...english.keys()].filter(
      (id) => !described.has(id) && !code.includes(`"${id}"`) && !source("en").includes(`{ ${id} }`),
    );
    expect(unused.filter((id) => !/^unknown-(place|actor)$/.test(id))).toEqual([]);
  });

  it.each(strings.languages)("describe commands in %s within the 100 characters that Discord allows", (language) => {
    const phrases = strings.phrases(language);
    const texts = commands.flatMap((c) => [
      phrases.say(`cmd-${c.name}`),
      ...c.options.map((o) => phrases.say(`opt-${o.describes ?? o.name}`)),
    ]);
    expect(texts.filter((text) => text.length > 100)).toEqual([]);
  });

  it.each([
    ["uk", 1, "1 видавець"],
    ["uk", 2, "2 видавці"],
    ["uk", 5, "5 видавців"],
    ["uk", 21, "21 видавець"],
    ["ru", 3, "3 издателя"],
    ["pl", 22, "22 wydawców"],
    ["en", 1, "1 publisher"],
    ["fr", 0, "éditeur inconnu"],
    ["tr", 4, "4 yayıncı"],
  ])("count in %s: %i is %s", (language, count, text) => {
    expect(strings.phrases(language).say("publishers", { count })).toBe(text);
  });

  it.each([
    ["uk", "GB", "Велика Британія"],
    ["uk", "XK", "Косово"],
    ["pl", "UN", "ONZ"],
    ["fr", "EU", "Union européenne"],
    ["de", "OSCE", "OSZE"],
    ["en", "UNIFIL", "UNIFIL"],
  ])("name in %s the %s", (language, id, name) => {
    expect(strings.phrases(language).name(id)).toBe(name);
  });

  it.each([
    ["uk", "uk"],
    ["uk-UA", "uk"],
    ["pt-BR", "en"],
    ["be", "ru"],
    [undefined, "en"],
    ["de_AT", "de"],
    ["zz-nonsense", "en"],
  ])("fit the tag %s with %s", (tag, language) => {
    expect(strings.nearest(tag)).toBe(language);
  });

  it("fall back to English, then to the id", () => {
    const two = toStrings(
      new Map([
        ["en", "a = A { $x }\nb = B"],
        ["uk", "b = Б"],
      ]),
    );
    expect([two.phrases("uk").say("b"), two.phrases("uk").say("a", { x: 1 }), two.phrases("uk").say("c")]).toEqual([
      "Б",
      "A 1",
      "c",
    ]);
  });

  it("say so where a fact is missing", () => {
    expect(() =>
      toStrings(new Map([["en", "a = A { $x }"]]))
        .phrases("en")
        .say("a"),
    ).toThrow(/string "a"/);
  });
});
