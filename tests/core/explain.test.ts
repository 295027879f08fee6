import { expect, it } from "vitest";
import { openCoder } from "../../src/core/coder.ts";
import { sketch } from "../../src/core/explain.ts";
import { identify, openCatalog } from "../../src/data.ts";

const coder = openCoder(openCatalog(), identify);
const lines = (title: string) => {
  const { analysis } = coder.explain({ title, text: "", date: "2026-02-01" });
  return analysis ? sketch(analysis).join("\n") : "";
};

it.each([
  ["the sentence", /^title: Norway does not rule out sending soldiers to Ukraine$/m],
  ["the names with their parts", /names: Norway = NO name; Ukraine = UA name after to/],
  ["the force", /forces: soldiers = force\.troops/],
  ["the act", /acts: sending = go/],
  ["what governs it, and what negates that", /operators: .*= refuse negated/],
  [
    "the composed position, marked as the one that counts",
    /^→ title: go · weigh · hold by not refuse \(binding [\d.]+\)$/m,
  ],
])("an explanation shows %s", (_, expected) => {
  expect(lines("Norway does not rule out sending soldiers to Ukraine")).toMatch(expected);
});

it("an item without a force word in any language has nothing to explain", () => {
  expect(lines("Parliament debates the budget")).toBe("");
});
