import { describe, expect, it } from "vitest";
import { type Block, heading, line, pages, plainText, printable, shorten } from "../../src/core/message.ts";

describe("shorten", () => {
  it.each([
    ["short", 10, "short"],
    ["one two three", 9, "one two…"],
    ["oneverylongword", 8, "onevery…"],
    ["ab😀😀", 4, "ab…"],
  ])("cuts %j at %i", (text, limit, cut) => {
    expect(shorten(text, limit)).toBe(cut);
    expect(shorten(text, limit).isWellFormed()).toBe(true);
  });
});

describe("printable", () => {
  it("takes out what would command a terminal or turn the text around", () => {
    expect(printable("a\u001b[31mb\u202ec\ud800d\ne")).toBe("a[31mbc\ufffdd\ne");
  });
});

describe("pages", () => {
  const blocks: Block[] = [
    heading("A"),
    ...Array.from({ length: 30 }, (_, i) => line(`line ${i} ${"x".repeat(80)}`)),
    { kind: "gap" },
    heading("B"),
    line("last"),
  ];

  it("keep every block, in order, none cut", () => {
    const all = pages(blocks, 500);
    expect(all.length).toBeGreaterThan(4);
    const kept = (list: readonly Block[]) => list.filter((b) => b.kind !== "gap");
    expect(kept(all.flat())).toEqual(kept(blocks));
  });

  it("never end with a heading", () => {
    for (let limit = 100; limit < 1500; limit += 37) {
      for (const page of pages(blocks, limit)) expect(page.at(-1)?.kind).not.toBe("heading");
    }
  });

  it("are one where everything fits", () => {
    expect(pages(blocks, 100_000)).toHaveLength(1);
  });

  it("give a block that is too long by itself a page of its own", () => {
    expect(pages([line("x".repeat(900)), line("y")], 500)).toHaveLength(2);
  });
});

describe("plainText", () => {
  it("puts a block on a line, a row with its label first", () => {
    expect(
      plainText({
        blocks: [
          heading("H"),
          { kind: "row", cells: [[{ text: "who" }], [{ text: "a" }], [{ text: "→" }], [{ text: "b" }]] },
          { kind: "row", cells: [[{ text: "who" }], [{ text: "a" }], [{ text: "since" }]] },
        ],
      }),
    ).toBe("H\nwho: a → b\nwho: a · since");
  });
});
