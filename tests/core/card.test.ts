import { describe, expect, it } from "vitest";
import { card } from "../../src/core/card.ts";
import { blockSpans, type Message, plainText } from "../../src/core/message.ts";
import type { Alert } from "../../src/core/model.ts";
import { alertOf, shiftOf, strings } from "../commands/world.ts";

const english = strings.phrases("en");
const lines = (message: Message) => plainText(message).split("\n");
const back = shiftOf("GB", "UA", [-2, "drop"], [2, "support"]);
const lone = { shifts: [shiftOf("GB", "UA", [2, "support"], [-2, "drop"])] };

/** What is struck out of a card's rows. */
const struck = (message: Message) =>
  message.blocks
    .flatMap((b) => (b.kind === "row" ? blockSpans(b) : []))
    .flatMap((s) => (s.style === "struck" ? [s.text] : []));

describe("card", () => {
  it("tells the first story as the design shows it", () => {
    expect(lines(card(alertOf(), "send", english))).toEqual([
      "▼ ROLLBACK · Ukraine · peacekeeping mission",
      "United Kingdom: ready to send → off the agenda",
      "European Union: considering → off the agenda",
      '"The question of a mission was removed from the agenda, the source said." (en)',
      "Word of: an anonymous source (office of the President of Ukraine) · Example Daily, 1 publisher · unconfirmed",
      "Agrees with a demand of: Russia – no EU or NATO contingents (since 29 Mar 2022)",
      "Published 14 Aug, 09:12 UTC · first seen 09:14",
    ]);
  });

  it.each([
    ["uk", "▼ ВІДКАТ · Україна · миротворча місія", "Велика Британія: готовність надіслати → знято з порядку денного"],
    ["de", "▼ RÜCKZIEHER · Ukraine · Friedensmission", "Vereinigtes Königreich: zur Entsendung bereit → vom Tisch"],
    ["tr", "▼ GERİ ADIM · Ukrayna · barış gücü", "Birleşik Krallık: göndermeye hazır → gündemden çıktı"],
  ])("is told in %s whatever language the item was in", (language, top, row) => {
    const told = lines(card(alertOf(), "send", strings.phrases(language)));
    expect(told.slice(0, 2)).toEqual([top, row]);
    expect(told[3]).toContain("The question of a mission");
  });

  it("gives times in the chat's zone", () => {
    expect(lines(card(alertOf(), "send", strings.phrases("en", "Asia/Tokyo"))).at(-1)).toBe(
      "Published 14 Aug, 18:12 GMT+9 · first seen 18:14",
    );
  });

  it.each<[string, Partial<Alert>, RegExp]>([
    [
      "an item without a date as undated, never as now",
      { published: undefined as never },
      /^No date given · first seen 14 Aug, 09:14 UTC$/m,
    ],
    [
      "a first position as first seen",
      { shifts: [shiftOf("GB", "UA", undefined, [2, "support"])] },
      /^United Kingdom: first seen → ready to send$/m,
    ],
    ["two publishers as two", { publishers: ["A", "B"] }, /A, B, 2 publishers/],
    [
      "many publishers by three names and a number",
      { publishers: ["A", "B", "C", "D", "E"] },
      /A, B, C \+2, 5 publishers/,
    ],
    ["nobody known as nobody known", { publishers: [] }, /publisher unknown/],
    ["state media as such", { publishers: ["TV One"], stateMedia: ["TV One"] }, /TV One \(state media\), 1 publisher/],
    [
      "a demand by what it refuses",
      { demands: [{ actor: "RU", since: new Date("2022-03-29"), agrees: true, note: "contingents of NATO states" }] },
      /Russia – no contingents of NATO states \(/,
    ],
    [
      "a source that says no more than its kind by its kind",
      { attribution: { kind: "anonymous_source", who: "une source" } },
      /Word of: an anonymous source · /,
    ],
    [
      "an official word as official",
      { attribution: { kind: "official" }, status: "confirmed" },
      /an official source · Example Daily, 1 publisher · confirmed/,
    ],
    [
      "whose opposition it is",
      { shifts: [{ ...shiftOf("FR", "UA", undefined, [-3, "oppose"]), level: "opposition" }] },
      /^France \(opposition\): first seen → against$/m,
    ],
    [
      "foreign soldiers as foreign",
      { shifts: [{ ...shiftOf("RU", "UA", undefined, [-3, "oppose"]), presence: "foreign" }] },
      /Russia: first seen → against foreign troops/,
    ],
    [
      "against a demand as against it",
      { demands: [{ actor: "RU", since: new Date("2022-03-29"), agrees: false }] },
      /^Against a demand of: Russia \(since 29 Mar 2022\)$/m,
    ],
    [
      "each place where there are several",
      {
        shifts: [
          shiftOf("FR", "ML", [4, "deploy"], [-4, "withdraw"]),
          shiftOf("FR", "NE", [4, "deploy"], [-4, "withdraw"]),
        ],
      },
      /Mali, Niger.*France, Mali: troops there → withdrawing\nFrance, Niger:/s,
    ],
  ])("shows %s", (_, change, shown) => {
    const alert = alertOf(change);
    const { published, ...rest } = alert;
    expect(plainText(card(published ? alert : rest, "send", english))).toMatch(shown);
  });

  it("leaves a foreign demand's note out where it would be in another language", () => {
    expect(plainText(card(alertOf(), "send", strings.phrases("fr")))).not.toContain("contingents");
  });

  it("replies with what is new only", () => {
    const joined = alertOf({
      cause: "joined",
      revision: 2,
      shifts: [...alertOf().shifts, shiftOf("FR", "UA", [2, "support"], [-2, "drop"])],
      newShifts: [shiftOf("FR", "UA", [2, "support"], [-2, "drop"])],
    });
    const told = lines(card(joined, "reply", english));
    expect(told[0]).toBe("▼ ANOTHER JOINS · rollback · Ukraine · peacekeeping mission");
    expect(told[1]).toBe("France: ready to send → off the agenda");
    expect(told[2]).toMatch(/^"/);
  });

  it("replies that a report is confirmed", () => {
    const told = lines(card(alertOf({ cause: "confirmed", status: "confirmed", newShifts: [] }), "reply", english));
    expect(told[0]).toBe("▼ CONFIRMED · rollback · Ukraine · peacekeeping mission");
    expect(told[1]).toContain("United Kingdom");
  });

  it("replies to a denial with the position that stands again", () => {
    const denied = alertOf({
      cause: "denied",
      status: "denied",
      direction: "advance",
      shifts: [...lone.shifts, back],
      newShifts: [back],
    });
    const told = lines(card(denied, "reply", english));
    expect(told[0]).toBe("✖ DENIED · rollback · Ukraine · peacekeeping mission");
    expect(told[1]).toBe("United Kingdom: off the agenda → ready to send");
  });

  it.each<[string, Partial<Alert>, string, readonly string[]]>([
    [
      "denied",
      { status: "denied", cause: "denied", shifts: [...lone.shifts, back], newShifts: [back] },
      "✖ DENIED",
      ["ready to send", "off the agenda"],
    ],
    [
      "denied with no position to go back to",
      { status: "denied", cause: "denied", ...lone, newShifts: [] },
      "✖ DENIED",
      ["ready to send", "off the agenda"],
    ],
    [
      "retracted",
      { status: "retracted", cause: "retracted", ...lone, newShifts: [back] },
      "✖ RETRACTED",
      ["ready to send", "off the agenda"],
    ],
    [
      "reversed",
      { status: "reversed", cause: "reversed", shifts: [...lone.shifts, back], newShifts: [back] },
      "▲ REVERSED",
      ["ready to send", "off the agenda"],
    ],
    ["still standing", { status: "reported", ...lone, newShifts: [] }, "▼ ROLLBACK", []],
  ])("restates a sent card that is %s", (_, change, top, gone) => {
    const restated = card(alertOf(change), "edit", english);
    expect(lines(restated)[0]).toContain(top);
    expect(struck(restated)).toEqual(gone);
  });

  it("cuts a long quote at a word and says its language", () => {
    const quote = { text: "peacekeepers ".repeat(100), lang: "uk" };
    const shown = card(alertOf({ quote }), "send", english).blocks.find((b) => b.kind === "quote");
    expect(shown).toMatchObject({ lang: "uk" });
    expect(shown?.kind === "quote" && shown.text).toMatch(/peacekeepers…$/);
    expect(shown?.kind === "quote" && shown.text.length).toBeLessThanOrEqual(400);
  });

  it("has buttons that lead to the place, the reasons, the story and silence", () => {
    expect(
      card(alertOf(), "send", english)
        .buttons?.flat()
        .map((b) => b.url ?? b.command),
    ).toEqual(["https://news.example/first?a=1&b=2", "context UA", "why a-first", "follow a-first", "mute a-first"]);
  });

  it("leads to the actor where no place is coded", () => {
    const placeless = alertOf({ shifts: [shiftOf("GB", "", undefined, [2, "support"])] });
    expect(
      card(placeless, "send", english)
        .buttons?.flat()
        .map((b) => b.command),
    ).toContain("context GB");
  });
});
