import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Item } from "../../src/core/model.ts";
import { provenance, publisherIndex } from "../../src/core/publisher.ts";
import { goldCoding } from "./gold.ts";

const families = JSON.parse(readFileSync(new URL("../../data/publishers.json", import.meta.url), "utf8"));
const index = publisherIndex(families);
const coding = goldCoding({ actors: ["GB"], places: ["UA"], direction: "advance", action: "support", rung: 2 }, "t");
const item = (title: string, text: string, publisher: string): Item => ({
  id: "1",
  feed: "f",
  title,
  text,
  publisher,
  firstSeen: new Date("2025-01-01"),
});

describe("whose words an item is made of", () => {
  it.each([
    [
      "a wire copy with a date line",
      "Kenya sends police",
      "NAIROBI (Reuters) - Kenya will send police.",
      "Lakeside Wire",
      "Reuters",
    ],
    [
      "a date line with a day before the mark",
      "Portugal enviará comandos",
      "Lisboa, 10 nov (EFE).- El Gobierno aprobó el envío.",
      "El Correo",
      "EFE",
    ],
    [
      "two agencies in one mark",
      "Mehr Soldaten",
      "Skopje (APA/dpa) - Das Kabinett beschloss es.",
      "Elbtal Bote",
      "APA",
    ],
    ["an agency's mark at the end", "Vote on mandate", "The council voted on Friday. (AFP)", "Daily", "AFP"],
    [
      "the outlet itself",
      "Kenya sends police",
      "Kenya will send police to Haiti.",
      "Harbour Gazette",
      "Harbour Gazette",
    ],
    [
      "an aggregator's item, by its title",
      "UK drops plan for troops - Financial Times",
      "",
      "https://news.google.com/rss",
      "Financial Times",
    ],
    ["an aggregator's item with no outlet named", "UK drops plan for troops", "", "news.google.com", ""],
    ["an item with no publisher", "UK drops plan for troops", "", "", ""],
    ["a name in another script", "Лондон отказался", "Лондон отказался от плана.", "ТАСС", "TASS"],
  ])("%s", (_, title, text, publisher, name) => {
    expect(provenance(item(title, text, publisher), coding, index).name).toBe(name);
  });

  it("counts an outlet that is cited as the source", () => {
    const cited = {
      ...coding,
      events: coding.events.map((event) => ({
        ...event,
        attribution: { kind: "media_report" as const, who: "The Times" },
      })),
    };
    expect(provenance(item("UK drops plan, The Times reports", "", "Harbour Gazette"), cited, index).id).toBe("times");
  });

  it("takes an item that passes on an unnamed outlet's words as no independent voice", () => {
    const cited = {
      ...coding,
      events: coding.events.map((event) => ({
        ...event,
        attribution: { kind: "media_report" as const, who: "a newspaper" },
      })),
    };
    expect(provenance(item("UK drops plan, newspaper reports", "", "Harbour Gazette"), cited, index).borrowed).toBe(
      true,
    );
  });

  it("marks state media, whichever feed carries them", () => {
    expect(provenance(item("t", "MOSCOW (TASS) - Russia says so.", "Harbour Gazette"), coding, index).stateMedia).toBe(
      true,
    );
    expect(provenance(item("t", "PARIS (AFP) - France says so.", "Harbour Gazette"), coding, index).stateMedia).toBe(
      false,
    );
  });

  it("takes the outlet's own name off the title, and nothing else", () => {
    expect(
      provenance(item("Botswana brings soldiers home - Lakeside Wire", "", "Lakeside Wire"), coding, index).title,
    ).toBe("Botswana brings soldiers home");
    expect(provenance(item("Botswana brings soldiers home - minister", "", "Lakeside Wire"), coding, index).title).toBe(
      "Botswana brings soldiers home - minister",
    );
  });

  it("lists no name twice", () => {
    const ids = families.map((family: { id: string }) => family.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
