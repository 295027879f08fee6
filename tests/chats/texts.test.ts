import { describe, expect, it } from "vitest";
import { toSlashCommands } from "../../src/chats/discord-commands.ts";
import { escapeMarkdown, toComponents, toContent, toEmbed } from "../../src/chats/embed.ts";
import { escapeHtml, TEXT, toHtml, toKeyboard } from "../../src/chats/html.ts";
import { menuOf } from "../../src/commands/answer.ts";
import { commands } from "../../src/commands/index.ts";
import { card } from "../../src/core/card.ts";
import { blockSpans, line, type Message } from "../../src/core/message.ts";
import type { Alert } from "../../src/core/model.ts";
import { alertOf, NOW, openWorld, outcomeOf, shiftOf, strings } from "../commands/world.ts";
import { embedProblems, rowProblems, slashProblems } from "./discord-limits.ts";
import { found, parsed } from "./tdlib.ts";

/** What Telegram and Discord would refuse in a message. */
function problems(message: Message): readonly string[] {
  const html = toHtml(message);
  const { text } = parsed(html);
  const keys = [true, false].flatMap((channel) => toKeyboard(message, "ShiftwireBot", channel).flat());
  return [
    ...(text.trim() === "" || text.length > TEXT ? [`text of ${text.length}`] : []),
    ...keys
      .filter((k) => Buffer.byteLength(k.callback_data ?? "x") > 64)
      .map((k) => `button data "${k.callback_data}"`),
    ...keys.filter((k) => (k.callback_data === undefined) === (k.url === undefined)).map((k) => `button "${k.text}"`),
    ...(message.buttons ?? [])
      .flat()
      .filter((b) => b.replaces && !keys.some((k) => k.callback_data === `~${b.command}`))
      .map((b) => `"${b.command}" cannot be pressed`),
    ...embedProblems(toEmbed(message)),
    ...rowProblems(toComponents(message.buttons ?? [], "https://discord.com/oauth2/authorize?client_id=1")),
    ...(toContent(message).length > 2000 ? ["content too long"] : []),
  ];
}

/** Every press that a message offers, as it would be answered. */
const presses = (message: Message) => (message.buttons ?? []).flat().flatMap((b) => b.command ?? []);

const asked = [
  ...commands.map((c) => `/${c.name}`),
  ...commands.map((c) => `/help ${c.name}`),
  ...commands.flatMap((c) => c.example ?? []),
  "/subscribe place:Atlantis",
  "/subscribe plc:UA",
  "/nosuch",
  "/context UA",
  "/context GB",
  "/positions UA",
  "/timeline UA",
  "/why a-first",
  "/why https://news.example/first?a=1&b=2",
  `/why https://news.example/${"long/".repeat(30)}`,
  "/mute a-first",
  "/follow a-first",
  "/retract a-first drill",
  "/broadcast hello <b>all</b> & sundry",
  "/forget sure:yes",
];

const HOSTILE = [
  "<b>bold</b> & <script>alert(1)</script>",
  "</blockquote></b></a> unclosed < > \" ' &amp; &nbsp; &#8203;",
  "@everyone @here <@123456789012345678> <@&1> <#1> <t:0:R> :x:",
  "**bold** __x__ ~~y~~ `code` ```block``` ||spoiler|| [text](https://evil.example) > quote\n# heading\n- list\n1. one",
  "join @durov #hashtag /start $TON t.me/joinchat/x",
  "\u202eright to left\u202c \u2066\u2069 \u200b\ufeff",
  "\u0000\u0007\u001b[31mred\u001b[0m",
  "half \ud83d emoji \udc00",
  "😀".repeat(400),
  "x".repeat(5000),
  "مرحبا بالعالم ".repeat(60),
  "' OR 1=1; --",
  "\\".repeat(200),
  "   ",
  "\n\n\n",
];

describe("every answer in every language passes Telegram's parser and Discord's limits", () => {
  it.each(strings.languages)("%s", async (language) => {
    const world = openWorld();
    await world.store.record(outcomeOf(alertOf()), NOW);
    const long = alertOf({
      id: "a-long",
      story: "s-long",
      items: ["i-long"],
      url: `https://news.example/${"long/".repeat(30)}`,
      quote: { text: "A sentence that goes on. ".repeat(20), lang: "en" },
      shifts: [
        "FR",
        "DE",
        "PL",
        "IT",
        "ES",
        "SE",
        "NO",
        "FI",
        "DK",
        "EE",
        "LV",
        "LT",
        "NL",
        "BE",
        "PT",
        "GR",
        "RO",
        "BG",
      ].map((actor) => shiftOf(actor, "UA", undefined, [2, "support"])),
    });
    await world.store.record(outcomeOf(long), NOW);
    const seen = new Set<string>();
    const queue = [...asked];
    for (let text = queue.shift(); text !== undefined; text = queue.shift()) {
      if (seen.has(text) || seen.size > 400) continue;
      seen.add(text);
      const message = await world.ask(text, { language, operator: true });
      expect({ text, problems: problems(message) }).toEqual({ text, problems: [] });
      // pressing what is offered never ends in a mistake of ours, and changes of language would change the test
      queue.push(...presses(message).filter((press) => !press.startsWith("language ")));
    }
    expect(seen.size).toBeGreaterThan(90);
    expect(world.logged).toEqual([]);
  });
});

describe("every card in every language passes Telegram's parser and Discord's limits", () => {
  const back = shiftOf("GB", "UA", [-2, "drop"], [2, "support"]);
  const states: readonly Partial<Alert>[] = [
    {},
    { status: "confirmed", cause: "confirmed", newShifts: [] },
    { status: "denied", cause: "denied", shifts: [...alertOf().shifts, back], newShifts: [back] },
    { status: "retracted", cause: "retracted" },
    { status: "reversed", cause: "reversed", newShifts: [back] },
    { cause: "joined" },
  ];
  const actions = [
    "deploy",
    "extend",
    "commit",
    "support",
    "accept",
    "propose",
    "consider",
    "condition",
    "suspend",
    "drop",
    "rule_out",
    "oppose",
    "withdraw",
    "end_mission",
  ];

  it.each(strings.languages)("%s", (language) => {
    const phrases = strings.phrases(language, "Europe/Kyiv");
    for (const state of states) {
      for (const kind of ["send", "reply", "edit"] as const)
        expect(problems(card(alertOf(state), kind, phrases))).toEqual([]);
    }
    for (const action of actions) {
      for (const presence of ["own", "foreign"] as const) {
        const told = card(
          alertOf({ shifts: [{ ...shiftOf("UN", "LB", [4, action], [-4, action]), presence }] }),
          "send",
          phrases,
        );
        expect(problems(told)).toEqual([]);
        const unclear = phrases.say(presence === "own" ? "position" : "position-foreign", { action: "?" });
        expect(JSON.stringify(told.blocks)).not.toContain(unclear);
      }
    }
  });

  it.each(HOSTILE.map((text, i) => [i, text] as const))("with hostile words of others (%i)", (_, text) => {
    for (const language of ["en", "uk", "tr"]) {
      const phrases = strings.phrases(language);
      const alert = alertOf({
        quote: { text, lang: "en" },
        attribution: { kind: "official", who: text },
        publishers: [text, text, text, text],
        stateMedia: [text],
        url: `https://news.example/?q=${text}`,
        demands: [{ actor: "RU", since: NOW, agrees: true, note: text, url: text }],
      });
      const told = card(alert, "send", phrases);
      expect(problems(told)).toEqual([]);
      const { text: plain, entities } = parsed(toHtml(told));
      expect(
        entities.map((e) => e.type._).filter((t) => /Mention|Hashtag|Cashtag|Command|Code|Spoiler/.test(t)),
      ).toEqual([]);
      expect(found(plain).filter((e) => /^(Mention|MentionName)/.test(e))).toEqual([]);
      const { description = "" } = toEmbed(told);
      expect(description).not.toMatch(/(?<!\\)<[@#t]|(?<!\\)\|\||@everyone|@here/);
    }
  });
});

describe("escaping", () => {
  it("keeps the words of others as they are, for who reads them", () => {
    for (const text of HOSTILE) {
      const { text: shown } = parsed(`<i>${escapeHtml(text)}.</i>`);
      const bare = (s: string) =>
        s
          .toWellFormed()
          .replace(/[\p{Cc}\p{Cf}]/gu, "")
          .replace(/\s+/g, " ")
          .trim();
      expect(bare(shown)).toBe(bare(`${text}.`));
    }
  });

  it.each([
    ["**a**", "\\*\\*a\\*\\*"],
    ["[a](b)", "\\[a\\](b)"],
    ["# a", "\\# a"],
    ["1. a", "1\\. a"],
    ["<@1>", "\\<@1>"],
    ["a_b", "a\\_b"],
    ["a\nb\n> c", "a\nb\n\\> c"],
  ])("makes %j harmless in Markdown", (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it("lets only web addresses be links", () => {
    const message: Message = {
      blocks: [
        line({ text: "a", url: "javascript:alert(1)" }),
        line({ text: "b", url: "https://x.example/?a=\"'<>&b=1" }),
      ],
      buttons: [
        [
          { label: "c", url: "ftp://x" },
          { label: "d", url: "https://x.example/" },
        ],
      ],
    };
    expect(parsed(toHtml(message)).entities.map((e) => e.type.url)).toEqual(["https://x.example/?a=%22'%3C%3E&b=1"]);
    expect(
      toKeyboard(message, "bot", false)
        .flat()
        .map((b) => b.text),
    ).toEqual(["d"]);
    expect(toEmbed(message).description).not.toContain("javascript");
  });

  it("cuts what is too long at whole blocks, never inside a word", () => {
    const blocks = Array.from({ length: 300 }, (_, i) => line(`word${i} `.repeat(12).trim()));
    const { text } = parsed(toHtml({ blocks }));
    expect(text.length).toBeLessThanOrEqual(TEXT);
    const whole = new Set(blocks.flatMap((b) => blockSpans(b).map((s) => s.text)));
    for (const shown of text.split("\n").slice(0, -1)) expect(whole.has(shown)).toBe(true);
    for (const shown of (toEmbed({ blocks }).description ?? "").split("\n").slice(0, -1))
      expect(whole.has(shown)).toBe(true);
  });
});

describe("buttons", () => {
  const message: Message = {
    blocks: [line("x")],
    buttons: [
      [
        { label: "Open", url: "https://x.example/" },
        { label: "Context", command: "context UA" },
        { label: "Mute", command: "mute a", personal: true },
      ],
      [
        { label: "Next", command: "context UA page:2", replaces: true },
        { label: "Long", command: `context ${"я".repeat(60)}` },
        { label: "Add", invites: true },
      ],
    ],
  };

  it("are for one person in a private chat", () => {
    expect(toKeyboard(message, "Bot", false)).toEqual([
      [
        { text: "Open", url: "https://x.example/" },
        { text: "Context", callback_data: "context UA" },
        { text: "Mute", callback_data: "mute a" },
      ],
      [
        { text: "Next", callback_data: "~context UA page:2" },
        { text: "Add", url: "https://t.me/Bot?startchannel&admin=post_messages" },
      ],
    ]);
  });

  it("are for readers under a channel's post: answers open in private, settings are left out", () => {
    expect(toKeyboard(message, "Bot", true)).toEqual([
      [
        { text: "Open", url: "https://x.example/" },
        { text: "Context", url: "https://t.me/Bot?start=context_UA" },
      ],
    ]);
  });

  it("fill at most five rows of five on Discord", () => {
    const many = [
      Array.from({ length: 12 }, (_, i) => ({ label: `b${i}`, command: `c ${i}` })),
      ...Array.from({ length: 8 }, (_, i) => [{ label: "r", command: `r ${i}` }]),
    ];
    expect(rowProblems(toComponents(many, "https://x.example"))).toEqual([]);
  });
});

describe("menus", () => {
  const menu = menuOf(commands, strings);

  it("are slash commands that Discord takes", () => {
    const slash = toSlashCommands(menu, strings.languages) as Parameters<typeof slashProblems>[0][];
    expect(slash.flatMap(slashProblems)).toEqual([]);
    expect(slash.map((c) => c.name)).not.toContain("retract");
    expect(Object.keys(slash[0]?.description_localizations ?? {})).toEqual(
      expect.arrayContaining(["uk", "de", "es-ES", "es-419", "en-GB"]),
    );
  });

  it("are commands that Telegram takes", () => {
    for (const { name, describe: said } of menu) {
      expect(name).toMatch(/^[a-z0-9_]{1,32}$/);
      for (const language of strings.languages) expect(said(language).length).toBeLessThanOrEqual(256);
    }
  });
});
