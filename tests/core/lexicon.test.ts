import { describe, expect, it } from "vitest";
import { compileLexicon, type Phrase } from "../../src/core/lexicon.ts";
import { tokenize, type Writing } from "../../src/core/text.ts";

const writing = (apostrophe: Writing["apostrophe"] = "join", fold = false): Writing => ({
  apostrophe,
  clitics: [],
  fold,
  abbreviations: new Set(),
});

/** What a list of `concept: pattern` marks in a text, as `concept=words`. */
function marks(patterns: readonly (readonly [string, string])[], text: string, how = writing(), suffix = 4): string[] {
  const lexicon = compileLexicon(
    patterns.map(([concept, pattern]) => ({ concept, pattern })),
    suffix,
    how.fold,
    how.apostrophe,
  );
  const tokens = tokenize(text, how);
  return lexicon
    .find(tokens)
    .map(
      (m) =>
        `${m.concept}${m.not ? ".not" : ""}${m.noun ? ".noun" : ""}=${m.words.map((w) => tokens[w]?.norm).join(" ")}`,
    );
}

describe("the notation of patterns", () => {
  it.each([
    ["a word is matched whole, in any case", "troops", "Troops TROOPS troopship", ["go=troops", "go=troops"]],
    ["a stem takes up to four more letters", "солдат*", "солдат солдатами солдатиками", ["go=солдат", "go=солдатами"]],
    [
      "a list of endings takes exactly one",
      "Франці(я,ї,ю)",
      "Франція Франції Франціями Франці",
      ["go=франція", "go=франції"],
    ],
    ["an empty ending is written as nothing", "Іран(,у)", "Іран Ірану Ірани", ["go=іран", "go=ірану"]],
    [
      "stems in a list with a star take letters each",
      "зав(ез,оз)*",
      "завезли завозять завал",
      ["go=завезли", "go=завозять"],
    ],
    ["any beginning", "*truppen", "Bodentruppen Truppen Truppenabzug", ["go=bodentruppen", "go=truppen"]],
    ["anything around", "*einsatz*", "Auslandseinsatzes Einsatz", ["go=auslandseinsatzes", "go=einsatz"]],
    ["this very case", "=US", "US us Us", ["go=us"]],
    ["several words in a row", "pull out", "they pull out; pull it out", ["go=pull out"]],
    ["alternatives", "quit|pull out", "quit or pull out", ["go=quit", "go=pull out"]],
    ["a dash in a pattern parts words as in a text", "pull-out", "a pull-out", ["go=pull out"]],
    ["a dash before listed endings too", "re-up(,s)", "it re-ups", ["go=re ups"]],
    ["a gap of at most five words", "zieh* .. ab", "zieht die Truppen bald ab", ["go=zieht ab"]],
    ["no gap of six", "zieh* .. ab", "zieht a b c d e f ab", []],
    ["a gap does not reach over a clause", "zieh* .. ab", "zieht Truppen; sagt ab", []],
    ["words in a row do not reach over a comma", "pull out", "they pull, out of fear", []],
    ["a full stop that shortens a word does not part a name", "N. Korea", "in N. Korea", ["go=n korea"]],
  ])("%s: %s", (_, pattern, text, expected) => {
    expect(marks([["go", pattern]], text)).toEqual(expected);
  });

  it.each([
    ["go.not", ["go.not=x"]],
    ["leave.noun", ["leave.noun=x"]],
    ["leave.noun.not", ["leave.not.noun=x"]],
    ["force.peace", ["force.peace=x"]],
  ])("the concept %s keeps its suffixes apart", (concept, expected) => {
    expect(marks([[concept, "x"]], "x")).toEqual(expected);
  });

  it.each([
    ["a suffix after an apostrophe is cut in patterns too", "Kiev'in", "Kiev'e", writing("suffix"), ["go=kiev"]],
    ["an elided article is a word of its own in patterns too", "l'armée", "l’armée", writing("split"), ["go=l armée"]],
    [
      "diacritics do not count where a language writes without them",
      "trupe străine",
      "trupe straine",
      writing("join", true),
      ["go=trupe straine"],
    ],
  ] as const)("%s", (_, pattern, text, how, expected) => {
    expect(marks([["go", pattern]], text, how)).toEqual(expected);
  });

  it.each([
    ["fo(o)bar", "fo(o)bar"],
    ["troops *", "troops *"],
    [".. out", ".. out"],
  ])("the wrong pattern %s is named in the error", (pattern, named) => {
    expect(() => compileLexicon([{ concept: "go", pattern }], 4, false)).toThrow(named);
  });

  it("counts what it compiled, alternatives apart", () => {
    expect(
      compileLexicon(
        [
          { concept: "go", pattern: "send|deploy" },
          { concept: "leave", pattern: "quit" },
        ],
        4,
        false,
      ).size,
    ).toBe(3);
  });
});

describe("which match wins", () => {
  it("the longest phrase hides the shorter ones inside", () => {
    expect(
      marks(
        [
          ["neg", "no"],
          ["nolonger", "no longer"],
          ["last", "longer"],
        ],
        "no longer there",
      ),
    ).toEqual(["nolonger=no longer"]);
  });

  it("both readings of the same words are kept", () => {
    expect(
      marks(
        [
          ["admit", "welcomes"],
          ["support", "welcomes"],
        ],
        "welcomes",
      ).sort(),
    ).toEqual(["admit=welcomes", "support=welcomes"]);
  });

  it("an act never swallows the force in it", () => {
    expect(
      marks(
        [
          ["leave", "bring troops home"],
          ["force.troops", "troops"],
        ],
        "bring troops home",
      ),
    ).toEqual(["leave=bring troops home", "force.troops=troops"]);
  });

  it("a sign of something else does", () => {
    expect(
      marks(
        [
          ["anti.sport", "Olympic troops"],
          ["force.troops", "troops"],
        ],
        "Olympic troops",
      ),
    ).toEqual(["anti.sport=olympic troops"]);
  });

  const name = (pattern: string, id: string): Phrase => ({
    pattern,
    concept: "name.name",
    name: { id, kind: "state", field: "name" },
    proper: /^\p{Lu}/u.test(pattern),
  });
  const names = (phrases: readonly Phrase[], text: string) => {
    const tokens = tokenize(text, writing());
    return compileLexicon(phrases, 4, false)
      .find(tokens)
      .map((m) => m.name?.id ?? m.concept);
  };

  it("the longer name wins: South Sudan is not Sudan", () => {
    expect(names([name("Sudan", "SD"), name("South Sudan", "SS")], "South Sudan, Sudan")).toEqual(["SS", "SD"]);
  });

  it("a mask hides the name in it", () => {
    expect(
      names(
        [name("Washington", "US"), { pattern: "Washington Post", concept: "mask", proper: true }],
        "Washington Post on Washington",
      ),
    ).toEqual(["mask", "US"]);
  });

  it("an act leaves the name in it alone", () => {
    expect(names([name("Paris", "FR"), { pattern: "leaves Paris", concept: "leave" }], "leaves Paris").sort()).toEqual([
      "FR",
      "leave",
    ]);
  });

  it("a name wants its capital", () => {
    expect(names([name("Turkey", "TR")], "a turkey for Turkey")).toEqual(["TR"]);
  });

  it("of a name with listed endings the nominative is known", () => {
    const tokens = tokenize("Франція, Франції", writing());
    const found = compileLexicon([name("Франці(я,ї,ю)", "FR")], 4, false).find(tokens);
    expect(found.map((m) => m.nominative)).toEqual([true, false]);
  });
});
