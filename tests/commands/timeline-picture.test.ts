import { describe, expect, it } from "vitest";
import { spansOf, timelinePicture } from "../../src/commands/timeline-picture.ts";
import type { Stance } from "../../src/core/model.ts";
import { alertOf, EUROPE, NOW, openWorld, outcomeOf, shiftOf, strings } from "./world.ts";

const english = strings.phrases("en");
const day = (text: string) => new Date(`${text}T12:00:00Z`);
const stance = (actor: string, since: string, rung: number, action: string, change: Partial<Stance> = {}): Stance => ({
  topic: "foreign-troops",
  actor,
  level: "government_or_igo",
  place: "UA",
  presence: "own",
  rung: rung as Stance["rung"],
  action,
  object: "mission",
  since: day(since),
  status: "confirmed",
  attribution: { kind: "official" },
  source: "ledger",
  ...change,
});

/** Width and height of a PNG, from its header. */
const size = (png: Uint8Array) => [Buffer.from(png).readUInt32BE(16), Buffer.from(png).readUInt32BE(20)];

describe("spansOf", () => {
  it("lasts from one position to the next, the last one until now; who moved comes first", () => {
    const list = [
      stance("IT", "2025-03-06", -3, "rule_out"),
      stance("GB", "2025-08-10", -2, "drop"),
      stance("GB", "2025-03-02", 2, "support"),
    ];
    expect(spansOf(list, english, NOW)).toEqual([
      { who: "United Kingdom", class: "willing", from: day("2025-03-02"), to: day("2025-08-10") },
      { who: "United Kingdom", class: "backing_off", from: day("2025-08-10"), to: NOW },
      { who: "Italy", class: "against", from: day("2025-03-06"), to: NOW },
    ]);
  });

  it("keeps own and foreign soldiers apart, and leaves out what was taken back or is yet to come", () => {
    const list = [
      stance("RU", "2022-02-24", 4, "deploy"),
      stance("RU", "2022-03-29", -3, "oppose", { presence: "foreign" }),
      stance("PL", "2025-03-01", 4, "deploy", { status: "denied" }),
      stance("DE", "2030-01-01", 2, "support"),
    ];
    expect(
      spansOf(list, english, NOW)
        .map((s) => s.who)
        .sort(),
    ).toEqual(["Russia", "Russia – foreign troops"]);
  });

  it("draws ten holders at most", () => {
    const list = EUROPE.map((a) => stance(a, "2025-03-01", 2, "support"));
    expect(new Set(spansOf(list, english, NOW).map((s) => s.who)).size).toBe(10);
  });
});

describe("the picture", () => {
  it.each(strings.languages)("is a PNG of 1600 pixels' width in %s", async (language) => {
    const image = await timelinePicture(
      "Ж <&> ş",
      [stance("GB", "2025-03-02", 2, "support")],
      strings.phrases(language),
      NOW,
    );
    expect(
      Buffer.from(image?.png ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
    expect(size(image?.png ?? new Uint8Array(24))[0]).toBe(1600);
  });

  it("grows with the number of holders, and is none where there is nothing", async () => {
    const one = await timelinePicture("x", [stance("GB", "2025-03-02", 2, "support")], english, NOW);
    const two = await timelinePicture(
      "x",
      [stance("GB", "2025-03-02", 2, "support"), stance("FR", "2025-03-02", 2, "support")],
      english,
      NOW,
    );
    expect(size(two?.png ?? new Uint8Array(24))[1]).toBeGreaterThan(size(one?.png ?? new Uint8Array(24))[1] ?? 0);
    expect(await timelinePicture("x", [], english, NOW)).toBeUndefined();
  });

  it("comes with the words of /timeline, on the first page only", async () => {
    const world = openWorld();
    const shifts = EUROPE.map((a) => shiftOf(a, "LB", undefined, [2, "support"]));
    await world.store.record(outcomeOf(alertOf({ shifts })), NOW);
    const first = await world.ask("/timeline LB");
    expect(first.image?.alt).toBe("Positions over time: Lebanon");
    expect((await world.ask("/timeline LB page:2")).image).toBeUndefined();
  });
});
