import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { consoleText, openConsole } from "../../src/chats/console.ts";
import { answering } from "../../src/commands/answer.ts";
import { hooksOf } from "../../src/commands/hooks.ts";
import { card } from "../../src/core/card.ts";
import { line } from "../../src/core/message.ts";
import { alertOf, NOW, openWorld, outcomeOf, shiftOf, strings } from "../commands/world.ts";

const alert = card(alertOf(), "send", strings.phrases("en"));

/** A terminal with its input typed and its output kept. */
function terminal() {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = "";
  output.on("data", (chunk: Buffer) => {
    shown += chunk.toString();
  });
  const chat = openConsole({ input, output, colour: false, interactive: false, language: "en" });
  return { chat, input, shown: () => shown };
}

describe("a card in the terminal", () => {
  it("is plain when piped, with the rows in columns", () => {
    const text = consoleText(alert, false);
    expect(text).not.toContain("\u001b");
    expect(text.split("\n").slice(0, 4)).toEqual([
      "▼ ROLLBACK · Ukraine · peacekeeping mission",
      "United Kingdom  ready to send  →  off the agenda",
      "European Union  considering    →  off the agenda",
      '"The question of a mission was removed from the agenda, the source said." (en)',
    ]);
    expect(text).toContain("[Context] /context UA");
  });

  it("has colour where the terminal has it", () => {
    expect(consoleText(alert, true)).toContain("\u001b[31m");
  });

  it("marks what no longer holds, without colour too", () => {
    const back = shiftOf("GB", "UA", [-2, "drop"], [2, "support"]);
    const denied = card(
      alertOf({ status: "denied", shifts: [...alertOf().shifts.slice(0, 1), back], newShifts: [back] }),
      "edit",
      strings.phrases("en"),
    );
    expect(consoleText(denied, false)).toContain("~off the agenda~");
    expect(consoleText(denied, true)).toContain("\u001b[9m");
  });

  it("obeys no escape sequence of a headline", () => {
    const text = consoleText(
      { blocks: [line("a\u001b[2Jb\u0007\u202e"), { kind: "quote", text: "\u001b]0;x\u0007", lang: "" }] },
      false,
    );
    expect(text).toBe('a[2Jb\n"]0;x"');
  });
});

describe("the terminal as a chat", () => {
  it("answers what is typed, in order, and ends with its input", async () => {
    const world = openWorld();
    await world.store.record(outcomeOf(alertOf()), NOW);
    const { chat, input, shown } = terminal();
    await chat.start(answering(world.tools), hooksOf(world.tools));
    input.end("/subscribe place:Ukraine\n\nsubscriptions\n/context Ukraine\n/nosuch\n");
    await chat.ended;
    const order = [
      "Subscribed: places Ukraine",
      "1 subscription",
      "Ukraine: who stands where",
      "There is no command “/nosuch”.",
    ].map((text) => shown().indexOf(text));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it("shows alerts, and takes the last one for the one that is asked about", async () => {
    const world = openWorld();
    const asked: (string | undefined)[] = [];
    const { chat, input, shown } = terminal();
    await chat.start(async (request) => {
      asked.push(request.replyTo);
      return { blocks: [line("ok")] };
    }, hooksOf(world.tools));
    expect(await chat.send("terminal:0", alert, { nonce: "n" })).toEqual({ status: "sent", messageId: "1" });
    input.end("/why\n");
    await chat.ended;
    expect(asked).toEqual(["1"]);
    expect(shown()).toContain("▼ ROLLBACK · Ukraine");
  });

  it("says in short that a card is restated", async () => {
    const { chat, shown } = terminal();
    await chat.edit("terminal:0", "1", alert);
    expect(shown()).toContain("▼ ROLLBACK");
    expect(shown()).not.toContain("Agrees with a demand");
  });
});
