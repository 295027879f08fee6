import { describe, expect, it } from "vitest";
import { openCoder } from "../../src/core/coder.ts";
import type { Coding } from "../../src/core/model.ts";
import { identify, LANGUAGES, openCatalog } from "../../src/data.ts";

const coder = openCoder(openCatalog(), identify);
const ROLLBACK = "Italy withdraws its peacekeepers from Lebanon";

/** Whether every event is carried by a sentence of the item, at the offsets that it names, and every figure is in its range. */
function faults(title: string, text: string, coding: Coding): readonly string[] {
  const wrong: string[] = [];
  if (!(coding.score >= 0 && coding.score <= 1)) wrong.push(`score ${coding.score}`);
  if (!coding.relevant && coding.events.length > 0) wrong.push("an event of an item that is not relevant");
  if (title.trim() === "" && text.trim() === "" && coding.relevant) wrong.push("relevant out of nothing");
  for (const event of coding.events) {
    if (event.evidence.sentence.trim() === "") wrong.push("no evidence");
    if (event.evidence.matched.length === 0) wrong.push("nothing matched");
    if (event.evidence.end - event.evidence.start !== event.evidence.sentence.length) wrong.push("offsets");
    if (!coding.named?.includes(event.actor) && !coding.actors.includes(event.actor))
      wrong.push(`${event.actor} from nowhere`);
  }
  return wrong;
}

describe("hostile input", () => {
  it.each([
    ["nothing", ""],
    ["spaces and marks", " \t\n\u200b\u202e – … !!! "],
    ["broken surrogates", "\ud800\udc00\ud83d troops \udfff"],
    ["only tags", "<p><b></b></p><script>troops withdraw</script>".replace("troops withdraw", "")],
    ["one word", "troops"],
    ["force words without anybody", "troops soldiers peacekeepers contingent battalion"],
    ["names without a force", "France Germany Ukraine Mali NATO"],
    ["numbers", "1,500 2.500 ٣٠٠ 4 000 ".repeat(50)],
    ["one endless word", "a".repeat(100_000)],
    ["brackets and stars", "((((([[[[{{{{****....)))) => != \\u0000"],
  ])("no event comes out of %s", (_, text) => {
    for (const [title, lead] of [
      [text, ""],
      ["", text],
      [text, text],
    ] as const)
      expect(coder.code({ title, text: lead }).events).toEqual([]);
  });

  it.each([
    ["zero-width letters", "Ita\u200bly with\u200ddraws its peace\u200ckeepers from Leb\u2060anon"],
    ["soft hyphens", "Italy with\u00addraws its peace\u00adkeepers from Lebanon"],
    ["bidi marks", "\u202eItaly\u202c withdraws its \u2066peacekeepers\u2069 from Lebanon"],
    ["HTML", "<b>Italy</b> withdraws its <a href='x'>peacekeepers</a> from Lebanon"],
    ["wide spaces", "Italy\u00a0withdraws  its\u2003peacekeepers from\tLebanon"],
  ])("%s hide nothing", (_, title) => {
    const plain = coder.code({ title: ROLLBACK, text: "" });
    expect(coder.code({ title, text: "" })).toMatchObject({
      direction: "rollback",
      actors: plain.actors,
      places: plain.places,
    });
  });

  it("dots inside Arabic words hide nothing", () => {
    const of = (title: string) => {
      const { direction, actors, places } = coder.code({ title, text: "", lang: "ar" });
      return { direction, actors, places };
    };
    const open = of("إيطاليا تسحب قوات حفظ السلام من لبنان");
    expect(open).toEqual({ direction: "rollback", actors: ["IT"], places: ["LB"] });
    expect(of("إيطاليا تسحب ق.و.ا.ت حفظ السلام من لبنان")).toEqual(open);
  });

  it("a lead of a megabyte costs hardly more than one of six thousand letters", () => {
    const filler = "The minister spoke of soldiers, peacekeepers and Mali at length, and France listened. ";
    const long = filler.repeat(Math.ceil(1e6 / filler.length));
    const cost = (text: string) => {
      const start = performance.now();
      for (let n = 0; n < 20; n++) coder.code({ title: ROLLBACK, text });
      return performance.now() - start;
    };
    cost(long);
    const [short, huge] = [cost(long.slice(0, 6000)), cost(long)];
    // cleaning a megabyte costs a little; reading it would cost 160 times as much
    expect(huge / short).toBeLessThan(40);
  });

  it("a lead of a megabyte does not drown the title", () => {
    expect(coder.code({ title: ROLLBACK, text: "слово ".repeat(170_000), lang: "en" }).score).toBeGreaterThanOrEqual(0);
    expect(coder.code({ title: ROLLBACK, text: "Nothing else. ".repeat(75_000) }).direction).toBe("rollback");
  });
});

/** Numbers from 0 to 1 that a seed gives again. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

describe("random input", () => {
  it("never throws, and has no event without evidence", () => {
    const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 32));
    console.log(`seed of the random items: ${seed}`);
    const roll = dice(seed);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;
    const words =
      "Italy withdraws peacekeepers from Lebanon not no unless until only if sources say Kyiv NATO NATO's will send troops mission Україна не відправить війська миротворців Росія вимагає вывести войска Frankreich zieht Truppen ab l'armée n'enverra pas soldats BM'nin askeri إيطاليا تسحب قوات wojska żołnierzy 1,500 U.S. Gen. Smith said that which"
        .split(" ")
        .concat([
          "–",
          ":",
          ",",
          "?",
          "“",
          "”",
          "\n",
          "<b>",
          "\u200b",
          "\u202e",
          "\ud800",
          "(",
          ")",
          ";",
          "...",
          "'",
          "’",
        ]);
    const text = (n: number) =>
      Array.from({ length: Math.floor(roll() * n) }, () => pick(words)).join(pick([" ", " ", " ", ""]));
    const found: string[] = [];
    for (let n = 0; n < 1500; n++) {
      const [title, lead] = [text(14), text(60)];
      const coding = coder.code({
        title,
        text: lead,
        ...(roll() < 0.3 ? { lang: pick(LANGUAGES) } : {}),
        ...(roll() < 0.3 ? { date: pick(["2024-01-01", "yesterday", ""]) } : {}),
      });
      found.push(...faults(title, lead, coding).map((fault) => `${fault}: ${title} | ${lead}`));
    }
    expect(found).toEqual([]);
  }, 60_000);
});
