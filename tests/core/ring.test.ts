import { describe, expect, it } from "vitest";
import { analyse } from "../../src/core/analysis.ts";
import type { Catalog } from "../../src/core/catalog.ts";
import { openCoder } from "../../src/core/coder.ts";
import { identify, openCatalog } from "../../src/data.ts";

const catalog = openCatalog();
const eager: Catalog = {
  ...catalog,
  topic: { ...catalog.topic, relevant: { strong: 0, firm: 0, soft: 0 }, sure: { strong: 0, firm: 0, soft: 0 } },
};
const rings = (title: string) => openCoder(eager, identify).code({ title, text: "", date: "2026-02-01" }).sure;

describe("an item however relevant", () => {
  it.each([
    ["Chile to send soldiers to Haiti", true],
    // a word that is also used for other things says too little
    ["Chile leaves base in Haiti", false],
    // nobody is named
    ["Soldiers to be sent to Haiti", false],
    // no place is named
    ["Chile to send soldiers", false],
  ])("rings only with a holder, a place and a plain force word: %s", (title, wanted) => {
    expect(rings(title)).toBe(wanted);
  });
});

describe("so many of a nation", () => {
  const english = catalog.tongues.get("en");
  it.each([
    ["700 Danes for Estonia", "DK", "advance"],
    ["Danes for Estonia", "", ""],
    ["700 Danes fined", "", ""],
  ])("are soldiers where they are bound for a place: %s", (title, who, direction) => {
    if (!english) throw new Error("no English");
    const { scenes, main } = analyse(title, "", english, catalog, "2026-02-01");
    const [scene] = scenes;
    const force = scene?.forces[0];
    expect(scene?.mentions.find((m) => m.start === force?.start)?.id ?? "").toBe(who);
    expect(main?.direction ?? "").toBe(direction);
  });
});
