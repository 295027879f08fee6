import { describe, expect, it } from "vitest";
import { analyse } from "../../src/core/analysis.ts";
import { openCoder } from "../../src/core/coder.ts";
import { relevanceSignals } from "../../src/core/signals.ts";
import { speakerKind, spokenByOthers } from "../../src/core/speaker.ts";
import { identify, openCatalog } from "../../src/data.ts";

const catalog = openCatalog();
const read = (title: string, text = "", lang = "en") => {
  const tongue = catalog.tongues.get(lang);
  if (!tongue) throw new Error(`no such language: ${lang}`);
  return analyse(title, text, tongue, catalog, "2026-02-01");
};

describe("who speaks", () => {
  it.each([
    ["no verb of saying", "Chile sends soldiers to Haiti", "none"],
    ["a state", "Chile says soldiers will go to Haiti", "state"],
    ["an unnamed source", "Soldiers will go to Haiti, sources say", "anonymous"],
    ["an unknown full name", "Soldiers will go to Haiti, Ramon Tillery said", "fullname"],
    ["nobody near", "Soldiers will go to Haiti, it was announced", "somebody"],
  ])("is told apart: %s", (_, title, kind) => {
    expect(read(title).scenes.map(speakerKind)).toEqual([kind]);
  });

  it.each([
    ["a capital before a colon, of another state", "Nairobi: Chile will send soldiers to Haiti", true],
    ["a capital before a colon, of the holder", "Santiago: Chile will send soldiers to Haiti", false],
    ["a place before a colon", "Haiti: Chile will send soldiers", false],
  ])("may be another than the holder: %s", (_, title, others) => {
    expect(spokenByOthers(read(title), "CL")).toBe(others);
  });
});

describe("words that belong to a force", () => {
  it.each([
    ["before it", "en", "Chilean soldiers in Haiti", true],
    ["behind it", "es", "Militares chilenos en Haití", true],
    ["behind a preposition", "en", "Soldiers of Chile in Haiti", true],
    ["nowhere", "en", "Soldiers in Haiti", false],
  ])("are found %s", (_, lang, title, owned) => {
    const signals = relevanceSignals(read(title, "", lang), catalog, { holderSure: 0, placeSure: 0 });
    expect(signals.has("owned force in title")).toBe(owned);
  });
});

describe("relevance", () => {
  it("asks of weak force words what the topic says", () => {
    const title = "Chile sends police to Haiti";
    const score = openCoder(catalog, identify).code({ title, text: "" }).score;
    const asking = (soft: number) =>
      openCoder({ ...catalog, topic: { ...catalog.topic, relevant: { strong: 0, firm: 0, soft } } }, identify);
    expect(asking(score - 0.01).code({ title, text: "" }).relevant).toBe(true);
    expect(asking(score + 0.01).code({ title, text: "" }).relevant).toBe(false);
  });
});
