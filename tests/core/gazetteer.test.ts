import { describe, expect, it } from "vitest";
import { toGazetteer } from "../../src/core/gazetteer.ts";
import { compileLexicon } from "../../src/core/lexicon.ts";
import { gazetteer, strings } from "../commands/world.ts";

describe("the gazetteer", () => {
  it.each([
    ["UA", "en", "UA"],
    ["ua", "en", "UA"],
    ["Ukraine", "en", "UA"],
    ["Україна", "uk", "UA"],
    ["Україна", "en", "UA"],
    ["cote d'ivoire", "en", "CI"],
    ["Naciones Unidas", "es", "UN"],
    ["ОБСЄ", "uk", "OSCE"],
    ["unifil", "de", "UNIFIL"],
    ["Nowhereland", "en", undefined],
    ["", "en", undefined],
    ["x".repeat(200), "en", undefined],
  ])("finds %j in %s as %s", (text, language, id) => {
    expect(gazetteer.find(text, language)?.id).toBe(id);
  });

  it("finds the words of the catalogue: adjectives, capitals, regions", () => {
    const lexicon = compileLexicon(
      [
        {
          pattern: "Донбас*",
          concept: "name.places",
          name: { id: "UA", kind: "state", field: "places" },
          proper: true,
        },
      ],
      4,
      false,
    );
    const writing = { apostrophe: "join", clitics: [], fold: false, abbreviations: new Set<string>() } as const;
    const actors = new Map([["UA", { id: "UA", kind: "state", weight: 3, places: ["UA"], members: [] } as const]]);
    const own = toGazetteer(
      { actors, tongues: new Map([["uk", { code: "uk", writing, lexicon, suffixes: new Map() }]]) },
      strings,
    );
    expect([own.find("Донбасу", "uk")?.id, own.find("донбас", "en")?.id, own.find("Донбас і Крим", "uk")?.id]).toEqual([
      "UA",
      "UA",
      undefined,
    ]);
  });

  it.each([
    ["Ukrane", "en", "Ukraine"],
    ["Германя", "ru", "Германия"],
    ["Qwertyuiop", "en", undefined],
  ])("takes %j in %s for %j", (text, language, name) => {
    expect(gazetteer.suggest(text, language)).toBe(name);
  });

  it("completes what is typed, the meant one first", () => {
    expect(gazetteer.complete("ukr", "en", 5)[0]).toBe("UA");
    expect(gazetteer.complete("Поль", "uk", 5)).toContain("PL");
    expect(gazetteer.complete("zzz", "en", 5)).toEqual([]);
    expect(gazetteer.complete("", "en", 7)).toHaveLength(7);
  });
});
