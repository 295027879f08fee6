import { describe, expect, it } from "vitest";
import type { Story } from "../../src/core/model.ts";
import { chooseStory, type Facts, foundStory, joinStory, likelyStory, neededLikeness } from "../../src/core/story.ts";

const facts = (change: Partial<Facts> = {}): Facts => ({
  topic: "foreign-troops",
  direction: "rollback",
  actors: ["TO"],
  places: ["AF"],
  objects: ["contingent"],
  named: [...(change.actors ?? ["TO"]), ...(change.places ?? ["AF"])],
  figures: [],
  terms: ["tng", "afgnst", "mrns"],
  title: "",
  ...change,
});
const day = (n: number) => new Date(Date.UTC(2025, 0, n));
const story = (change: Partial<Facts> = {}, id = "s"): Story => foundStory(id, facts(change), day(1));

describe("what coded facts say of an item and a story", () => {
  it.each<[string, Partial<Facts>, Partial<Facts>, number | undefined]>([
    ["the same holder, place and direction", {}, {}, 0],
    ["another direction", { direction: "advance" }, {}, undefined],
    ["undecided against decided", { direction: "hold" }, {}, undefined],
    ["another holder", { actors: ["JO"] }, {}, undefined],
    [
      "a holder that the story names second",
      { actors: ["CN"], places: ["VU"] },
      { actors: ["VU", "CN"], places: ["VU"] },
      undefined,
    ],
    ["both holders, the other way round", { actors: ["GB", "FR"] }, { actors: ["FR", "GB"] }, 0],
    ["the old holder and a new one", { actors: ["TO", "FJ"] }, {}, 0],
    ["another place", { places: ["IQ"] }, {}, undefined],
    [
      "another place, with the old one beside it",
      { places: ["SB", "VU"], actors: ["VU"] },
      { places: ["VU"], actors: ["VU"] },
      undefined,
    ],
    ["a new place beside the old one", { places: ["AF", "QA"] }, {}, 0],
    ["a new place beside the host's own", { places: ["TO", "QA"] }, { places: ["TO"] }, undefined],
    ["a new place before the old one", { places: ["QA", "AF"] }, {}, undefined],
    [
      "a new place beside the old one, which the story names",
      { places: ["AF", "QA"] },
      { named: ["TO", "AF", "QA"] },
      0,
    ],
    ["fewer of the places", { places: ["AF"] }, { places: ["PK", "AF"] }, 0],
    ["the holder's own state for the place, which is named", { places: ["TO"], named: ["TO", "AF"] }, {}, 0],
    ["the holder's own state in the story, the place named there", {}, { places: ["TO"], named: ["TO", "AF"] }, 0],
    ["no place, which is named", { places: [], named: ["TO", "AF"] }, {}, 0.03],
    ["no place, nobody else named", { places: [], named: ["TO"] }, {}, 0.03],
    ["no holder, nobody else named", { actors: [], named: ["AF"] }, {}, 0.3],
    ["no place, another state named", { places: [], named: ["TO", "IQ"] }, {}, undefined],
    ["no holder, another state named", { actors: [], named: ["JO", "AF"] }, {}, undefined],
    ["no direction", { direction: "none" }, {}, 0.06],
    ["another topic", { topic: "arms" }, {}, undefined],
  ])("%s", (_, item, of, wanted) => {
    expect(neededLikeness(facts(item), story(of))).toBe(wanted);
  });

  it.each<[string, Partial<Facts>, boolean]>([
    ["in other words", { terms: ["xyz"] }, true],
    ["in nearly the same words", {}, false],
    ["in other words by another holder", { terms: ["xyz"], actors: ["FJ"], named: ["FJ", "TO", "AF", "IR"] }, false],
    ["in other words with the opposite direction", { terms: ["xyz"], direction: "advance" }, false],
    ["in other words without the story's place", { terms: ["xyz"], named: ["TO", "IR"] }, false],
  ])("takes an item whose place was read otherwise: %s", (_, change, joins) => {
    const item = facts({ places: ["IR"], named: ["TO", "AF", "IR"], ...change });
    expect(chooseStory(item, [story()], day(1)).joined !== undefined).toBe(joins);
  });

  it("takes items for 72 hours after the last and a week after the first", () => {
    const choose = (one: Story, n: number) => chooseStory(facts(), [one], day(n)).joined?.id;
    expect([choose(story(), 4), choose(story(), 5)]).toEqual(["s", undefined]);
    const long = joinStory(joinStory(joinStory(story(), facts(), day(3)), facts(), day(5)), facts(), day(7));
    expect([choose(long, 8), choose(long, 9)]).toEqual(["s", undefined]);
  });
});

describe("stories that turn out to be one", () => {
  it("are merged into the older one, whose id stays", () => {
    const older = story({ places: ["TO"], named: ["TO", "AF"] }, "older");
    const younger = { ...story({}, "younger"), firstAt: day(2), lastAt: day(2) };
    const choice = chooseStory(facts(), [younger, older], day(2));
    expect(choice.joined).toMatchObject({ id: "older", items: 2 });
    expect(choice.merged.map((one) => one.id)).toEqual(["younger"]);
  });

  it("are not made one by an item that names the holders of both", () => {
    const both = facts({ actors: ["TO", "FJ"] });
    const choice = chooseStory(both, [story({}, "a"), story({ actors: ["FJ"] }, "b")], day(2));
    expect(choice.merged).toEqual([]);
  });

  it("are not looked for among merged ones", () => {
    expect(chooseStory(facts(), [{ ...story(), mergedInto: "x" }], day(1)).joined).toBeUndefined();
  });
});

describe("an item that is not on topic by itself", () => {
  const nothing = { direction: "none", actors: [], places: [] } as const;
  it.each<[string, Partial<Facts>, number, boolean]>([
    ["names holder and place in other words", { named: ["TO", "AF"], terms: ["xyz"] }, 0.4, true],
    ["names them in nearly the same words", { named: ["TO", "AF"] }, 0.4, false],
    ["is far from the topic", { named: ["TO", "AF"], terms: ["xyz"] }, 0.05, false],
    [
      "names them in half the same words and is nearly on topic",
      { named: ["TO", "AF"], terms: ["tng", "abc", "def"] },
      0.45,
      true,
    ],
    [
      "names them in half the same words and is farther from it",
      { named: ["TO", "AF"], terms: ["tng", "abc", "def"] },
      0.2,
      false,
    ],
    ["names somebody new", { named: ["TO", "AF", "IR"], terms: ["xyz"] }, 0.4, false],
    ["names the holder alone", { named: ["TO"], terms: ["xyz"] }, 0.4, false],
    ["names nobody", { named: [], terms: ["xyz"] }, 0.4, false],
  ])("which %s", (_, change, score, joins) => {
    expect(likelyStory(facts({ ...nothing, ...change }), score, [story()], day(1)) !== undefined).toBe(joins);
  });
});
