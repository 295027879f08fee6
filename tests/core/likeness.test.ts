import { describe, expect, it } from "vitest";
import { figures, ITEM_TERMS, likeness, skeleton, terms } from "../../src/core/likeness.ts";

describe("likeness", () => {
  it.each([
    ["Zelensky", "Зеленський"],
    ["Zelenskyj", "Зеленский"],
    ["Botswana", "Ботсвана"],
    ["Macron", "ماكرون"],
    ["Macron", "Макрон"],
    ["Mosambik", "Mozambique"],
    ["Regenvanu", "Регенвану"],
  ])("folds %s and %s together", (a, b) => {
    expect(skeleton(a).slice(0, 4)).toBe(skeleton(b).slice(0, 4));
  });

  it.each([
    ["Mali", "Mongolia"],
    ["Kenya", "Kongo"],
    ["Lesotho", "Lebanon"],
  ])("keeps %s and %s apart", (a, b) => {
    expect(skeleton(a)).not.toBe(skeleton(b));
  });

  it.each([
    ["2,100 soldiers until 2026", [2100]],
    ["2.100 militares", [2100]],
    ["30 000 солдат", [30000]],
    ["٢٩٦ جنديا", [296]],
    ["in 2014, 7 men", []],
  ])("reads the figures of %s", (text, wanted) => {
    expect(figures(text)).toEqual(wanted);
  });

  it("is one for the same terms, nought for others, and between for some", () => {
    const even = () => 1;
    const a = terms("Botswana brings soldiers home from Mozambique", "");
    const b = terms("Botswana to bring soldiers home", "");
    expect(likeness(a, a, even)).toBeCloseTo(1);
    expect(likeness(a, terms("Fiji votes tomorrow", ""), even)).toBe(0);
    expect(likeness(a, b, even)).toBeGreaterThan(0.4);
    expect(likeness(a, b, even)).toBeLessThan(1);
  });

  it("keeps no more terms of a huge text than of a long one", () => {
    const huge = Array.from({ length: 50_000 }, (_, i) => `word${String.fromCharCode(97 + (i % 26))}${i}`).join(" ");
    expect(terms("Title of it", huge).length).toBeLessThanOrEqual(ITEM_TERMS);
  });
});
