import { beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../src/commands/index.ts";
import { everything } from "../../src/core/filter.ts";
import { alertOf, EUROPE, NOW, openWorld, outcomeOf, shiftOf, type World } from "./world.ts";

let world: World;
const CHAT = "telegram:1";
const HOUR = 3_600_000;
const kept = async (chat = CHAT) => world.store.subscriptions(chat);

beforeEach(async () => {
  world = openWorld();
  await world.store.record(outcomeOf(alertOf()), NOW);
});

describe("subscribe", () => {
  it.each([
    ["/subscribe", "everything", {}],
    ["/subscribe place:Ukraine, MD", "places Ukraine, Moldova", { places: ["UA", "MD"] }],
    ["/subscribe actor:EU,France", "actors European Union, France", { actors: ["EU", "FR"] }],
    [
      "/subscribe direction:rollback severity:3",
      "directions rollback · at least important",
      { directions: ["rollback"], minSeverity: 3 },
    ],
    [
      "/subscribe severity:important certainty:confirmed",
      "at least important · confirmed only",
      { minSeverity: 3, certainty: "confirmed" },
    ],
    [
      "/subscribe level:opposition,ex-official",
      "also opposition, a former official",
      { levels: ["opposition", "ex_official"] },
    ],
    ["/subscribe language:uk,Polish", "items in Ukrainian, Polish", { languages: ["uk", "pl"] }],
    ["/subscribe topic:foreign-troops", "topics troops abroad", { topics: ["foreign-troops"] }],
    ["/subscribe Mali, NATO", "places Mali · actors NATO", { places: ["ML"], actors: ["NATO"] }],
  ])("%s keeps its filters and says them", async (line, words, filters) => {
    expect(await world.say(line)).toContain(`Subscribed: ${words}\n`);
    expect(await kept()).toMatchObject([{ chat: CHAT, createdBy: CHAT, ...filters }]);
  });

  it("is asked in the chat's language, with that language's names and words", async () => {
    const said = await world.say("/subscribe place:Україна direction:відкат", { language: "uk" });
    expect(said).toMatch(
      /^✔ Підписано: місця: Україна · напрям: відкат\nЗа останні 30 днів це надіслало б 1 сповіщення:\n▼ 14 серп/,
    );
    expect(await kept()).toMatchObject([{ places: ["UA"], directions: ["rollback"] }]);
    expect((await world.store.chat(CHAT))?.language).toBe("uk");
  });

  it("shows what the last 30 days would have sent: a count and the newest three", async () => {
    for (let i = 1; i <= 4; i++) {
      const at = new Date(NOW.getTime() - i * 24 * HOUR);
      await world.store.record(
        outcomeOf(
          alertOf({
            id: `a-${i}`,
            story: `s-${i}`,
            items: [`i-${i}`],
            at,
            firstSeen: at,
            published: at,
            url: `https://news.example/${i}`,
          }),
        ),
        at,
      );
    }
    const old = new Date(NOW.getTime() - 40 * 24 * HOUR);
    await world.store.record(
      outcomeOf(
        alertOf({
          id: "a-old",
          story: "s-old",
          items: ["i-old"],
          at: old,
          firstSeen: old,
          published: old,
          url: "https://news.example/old",
        }),
      ),
      old,
    );
    const said = await world.say("/subscribe place:UA");
    expect(said).toContain("would have sent 5 alerts; the newest:");
    expect(said.split("\n").filter((line) => line.startsWith("▼"))).toHaveLength(3);
    expect(await world.say("/subscribe place:ML")).toContain("would have sent nothing");
  });

  it("does not keep the same twice", async () => {
    await world.ask("/subscribe place:UA,MD");
    expect(await world.say("/subscribe place:MD,UA")).toMatch(/exists already: places/);
    expect(await kept()).toHaveLength(1);
  });

  it.each([
    ["/subscribe place:Ukrane", "No place “Ukrane” is known. Did you mean Ukraine?"],
    ["/subscribe actor:Natto", "No actor “Natto” is known. Did you mean NATO?"],
    ["/subscribe place:NATO", "No place “NATO” is known. Did you mean NATO?"],
    [
      "/subscribe direction:rolback",
      "“rolback” does not fit direction: advance, rollback, hold. Did you mean rollback?",
    ],
    ["/subscribe severity:9", "“9” does not fit severity: 1, 2, 3, 4."],
    ["/subscribe language:klingon", "“klingon” does not fit language: en, uk, ru,"],
    ["/subscribe plac:UA", "/subscribe has no option “plac”. Did you mean place?"],
    ["/subscribe in:@nowhere", "“@nowhere” was not found. Add the bot there first."],
  ])("%s is one helpful sentence, and nothing is kept", async (line, sentence) => {
    expect(await world.say(line)).toContain(sentence.replace(" Did you mean NATO?", ""));
    expect((await world.say(line)).split("\n")).toHaveLength(1);
    expect(await kept()).toEqual([]);
  });

  it("sets another chat up for its administrator only", async () => {
    const channel = { chat: "telegram:-1005", title: "Front news" };
    const resolveChat = async () => channel;
    const mayManage = async (chat: string) => chat === channel.chat;
    expect(await world.say("/subscribe in:@front place:UA", { resolveChat, mayManage: async () => false })).toBe(
      "Only an administrator of “Front news” may do that.",
    );
    expect(await kept(channel.chat)).toEqual([]);
    expect(await world.say("/subscribe in:@front place:UA", { resolveChat, mayManage, language: "de" })).toContain(
      "„Front news“ abonniert: Orte Ukraine",
    );
    expect(await kept(channel.chat)).toHaveLength(1);
    expect(await world.store.chat(channel.chat)).toMatchObject({
      title: "Front news",
      language: "de",
      state: "active",
    });
    expect(await kept()).toEqual([]);
  });

  it("is refused where the bot may only answer", async () => {
    expect(await world.say("/subscribe", { cannotPost: true })).toMatch(/may not post in this channel/);
    expect(await kept()).toEqual([]);
  });

  it("wakes a chat that was given up", async () => {
    await world.store.saveChat({ chat: CHAT, language: "pl", timeZone: "UTC", confirmations: true, state: "retired" });
    await world.ask("/subscribe");
    expect(await world.store.chat(CHAT)).toMatchObject({ state: "active", language: "pl" });
  });
});

describe("settings are for administrators", () => {
  const stranger = { mayManage: async () => false, private: false };

  it.each(commands.filter((c) => c.audience === "settings").map((c) => [c.name]))(
    "/%s changes nothing for anybody else",
    async (name) => {
      await world.store.subscribe({ ...everything("s1", CHAT, NOW) });
      const value =
        {
          language: "uk",
          timezone: "UTC",
          quiet: "off",
          digest: "off",
          forget: "yes",
          settings: "confirmations:off",
          subscriptions: "do:remove id:1",
          follow: "a-first",
          mute: "place:UA",
        }[name] ?? "";
      expect(await world.say(`/${name} ${value}`, stranger)).toBe("Only administrators of this chat may do that.");
      expect(await kept()).toHaveLength(1);
      expect(await world.store.chat(CHAT)).toBeUndefined();
    },
  );

  it.each([
    ["/subscriptions", /Nothing is sent here yet/],
    ["/language", /Language of this chat: English/],
    ["/timezone", /UTC/],
    ["/settings", /Settings/],
    ["/quiet", /No quiet hours/],
    ["/digest", /No summary/],
  ])("%s shows to everybody", async (line, shown) => {
    expect(await world.say(line, stranger)).toMatch(shown);
  });
});

describe("subscriptions", () => {
  it("are listed with numbers, paused for hours, resumed and removed", async () => {
    await world.ask("/subscribe place:UA");
    await world.ask("/subscribe actor:FR");
    const [first] = await kept();
    expect(await world.say("/subscriptions")).toMatch(/^2 subscriptions\n1 .*\n2 /);
    expect(await world.say(`/subscriptions do:pause id:${first?.id} hours:6`)).toContain(
      "paused until 14 Aug, 16:00 UTC",
    );
    expect((await kept()).find((s) => s.id === first?.id)?.pausedUntil).toEqual(new Date(NOW.getTime() + 6 * HOUR));
    expect(await world.say(`/subscriptions do:resume id:${first?.id}`)).not.toContain("paused");
    await world.ask(`/subscriptions do:remove id:${first?.id}`);
    expect(await kept()).toHaveLength(1);
  });

  it.each([
    ["/subscriptions do:remove id:7", "There is no subscription “7” here"],
    ["/subscriptions do:delete", "“delete” does not fit do: pause, resume, remove."],
    ["/subscriptions do:pause id:1 hours:never", "“never” does not fit hours"],
  ])("%s is one helpful sentence", async (line, sentence) => {
    await world.ask("/subscribe");
    expect(await world.say(line)).toContain(sentence);
    expect(await kept()).toHaveLength(1);
  });

  it("are stopped one by one or all at once", async () => {
    for (const place of ["UA", "ML", "LB"]) await world.ask(`/subscribe place:${place}`);
    expect(await world.say("/unsubscribe 2")).toBe("Stopped 1 subscription.");
    expect(await world.say("/unsubscribe")).toBe("Stopped 2 subscriptions.");
    expect(await world.say("/unsubscribe")).toBe("There was nothing to stop.");
  });

  it("are carried from chat to chat by export and import", async () => {
    await world.ask("/subscribe place:UA direction:rollback");
    await world.ask("/subscribe level:opposition certainty:confirmed");
    const { file } = await world.ask("/export");
    const other = { chat: "telegram:2", user: "telegram:2" };
    expect(await world.say(`/import ${file?.text}`, other)).toBe("Imported 2 subscriptions.");
    expect(await world.say(`/import ${file?.text}`, other)).toBe("Nothing new in it.");
    expect(
      (await world.store.subscriptions("telegram:2")).map((s) => [s.places, s.levels, s.certainty]).sort(),
    ).toEqual((await kept()).map((s) => [s.places, s.levels, s.certainty]).sort());
  });

  it.each([
    "{",
    "[]",
    '{"subscriptions":[{"places":["ZZ"]}]}',
    '{"subscriptions":[{"minSeverity":9}]}',
    '{"subscriptions":[7]}',
    "",
  ])("are not imported from %j", async (text) => {
    expect(await world.say(`/import ${text}`)).toMatch(/no export of this bot/);
    expect(await kept()).toEqual([]);
  });
});

describe("context", () => {
  it("says who stands where since when on whose word, the last shifts, and the background with sources", async () => {
    const { blocks, buttons } = await world.ask("/context Ukraine");
    const said = await world.say("/context Ukraine");
    expect(said).toMatch(/^Ukraine: who stands where\n/);
    expect(said).toMatch(
      /United Kingdom: off the agenda · since 14 Aug 2025 · an anonymous source \(office of the President of Ukraine\) \(unconfirmed\)/,
    );
    expect(said).toMatch(/Last shifts\n▼ 14 Aug 2025 · (United Kingdom|European Union) \+1/);
    expect(said).toMatch(/Background\n2014 · The OSCE sent civilian monitors\. \(OSCE\)$/);
    expect(JSON.stringify(blocks)).toContain("https://www.osce.org/");
    expect(buttons?.flat().map((b) => b.command)).toEqual(["positions UA", "timeline UA", "subscribe UA"]);
  });

  it("says what is still on the table", async () => {
    const training = alertOf({
      id: "a-t",
      story: "s-t",
      items: ["i-t"],
      url: "https://news.example/t",
      shifts: [{ ...shiftOf("FR", "UA", undefined, [2, "support"]), object: "training" }],
    });
    await world.store.record(outcomeOf(training), NOW);
    expect(await world.say("/context UA")).toMatch(/Still on the table\ntraining mission: France/);
  });

  it("answers for an actor with what it holds elsewhere", async () => {
    expect(await world.say("/context GB")).toMatch(/United Kingdom: who stands where\nUkraine: off the agenda/);
  });

  it("answers a reply to an alert", async () => {
    await world.store.subscribe(everything("s", CHAT, NOW));
    await world.store.saveChat({ chat: CHAT, language: "en", timeZone: "UTC", confirmations: true, state: "active" });
    await world.store.record(
      outcomeOf(alertOf({ id: "a-2", story: "s-2", items: ["i-2"], url: "https://news.example/2" })),
      NOW,
    );
    const [delivery] = await world.store.claim("telegram", NOW, 1000, 1);
    await world.store.settle(delivery?.id ?? 0, { status: "sent", messageId: "77" }, NOW);
    expect(await world.say("/context", { replyTo: "77" })).toMatch(/^Ukraine: who stands where/);
    expect(await world.say("/why", { replyTo: "77" })).toMatch(/^Why this alert/);
    expect(await world.say("/why", { replyTo: "78" })).toMatch(/no alert that this bot sent here/);
  });

  it.each([
    ["/context", "A place or an actor, please"],
    ["/context Ukarine", "Did you mean Ukraine?"],
    ["/context Iceland", "No position is known here yet."],
  ])("%s gets a helpful answer", async (line, answer) => {
    expect(await world.say(line)).toContain(answer);
  });

  it("does not count what was denied or retracted", async () => {
    const denied = outcomeOf(
      alertOf({
        id: "a-d",
        story: "s-d",
        items: ["i-d"],
        url: "https://news.example/d",
        status: "denied",
        shifts: [shiftOf("PL", "UA", undefined, [4, "deploy"])],
      }),
    );
    await world.store.record(denied, NOW);
    expect(await world.say("/context UA")).not.toMatch(/^Poland: troops there/m);
  });
});

describe("positions and timeline", () => {
  it("show the board from there to against", async () => {
    const willing = alertOf({
      id: "a-w",
      story: "s-w",
      items: ["i-w"],
      url: "https://news.example/w",
      shifts: [shiftOf("FR", "UA", undefined, [2, "support"])],
    });
    await world.store.record(outcomeOf(willing), NOW);
    expect(await world.say("/positions Ukraine")).toMatch(
      /^Positions: Ukraine\n\nWilling \(1\)\nFrance: .*\n\nBacking off \(2\)\n/,
    );
    expect(await world.say("/timeline place:UA actor:France")).toMatch(
      /^Timeline: Ukraine\n▲ 14 Aug 2025 · France: ready to send/,
    );
    expect(await world.say("/timeline place:UA actor:Spain")).toBe("No shift is known about Ukraine yet.");
  });
});

describe("why", () => {
  it("gives the sentence, the words, the rungs and the filters", async () => {
    await world.ask("/subscribe place:UA");
    const said = await world.say("/why a-first");
    expect(said).toContain("The question of a mission was removed from the agenda, the source said.");
    expect(said).toContain("Words that matched: removed from the agenda, mission");
    expect(said).toContain("United Kingdom – Before and after: ready to send (+2) → off the agenda (-2)");
    expect(said).toContain("This chat gets it because of: places Ukraine");
  });

  it("says which stage stopped an item", async () => {
    const { alert: _, ...quiet } = outcomeOf(alertOf({ items: ["i-q"], url: "https://news.example/quiet" }));
    await world.store.record({ ...quiet, verdict: { stage: "background", reason: "opinion" } }, NOW);
    expect(await world.say("/why https://news.example/quiet")).toContain(
      "Opinion, history or background: that rings nobody.",
    );
  });

  it.each([
    ["/why", "Reply with /why to an alert"],
    ["/why https://news.example/unknown", "Nothing is known under “https://news.example/unknown”"],
  ])("%s gets a helpful answer", async (line, answer) => {
    expect(await world.say(line)).toContain(answer);
  });
});

describe("follow and mute", () => {
  it("follow keeps one story, once", async () => {
    await world.ask("/follow a-first");
    await world.ask("/follow a-first");
    expect(await kept()).toMatchObject([{ stories: ["s-first"] }]);
  });

  it("mute offers the story, the place and the actor, and keeps what is chosen", async () => {
    const { buttons } = await world.ask("/mute a-first");
    const choices = buttons?.flat().map((b) => b.command) ?? [];
    expect(choices).toContain("mute story:s-first hours:24");
    expect(choices).toContain("mute place:UA hours:168");
    expect(await world.say("/mute actor:GB hours:168")).toContain("Silent until 21 Aug, 10:00 UTC: United Kingdom");
    expect((await world.store.chat(CHAT))?.muted).toEqual([
      { kind: "actor", id: "GB", until: new Date(NOW.getTime() + 168 * HOUR) },
    ]);
    await world.ask("/mute actor:GB hours:0");
    expect((await world.store.chat(CHAT))?.muted).toEqual([]);
  });

  it("mute with hours alone silences the chat", async () => {
    expect(await world.say("/mute hours:2")).toBe("Silent until 14 Aug, 12:00 UTC: this chat");
    expect((await world.store.chat(CHAT))?.mutedUntil).toEqual(new Date(NOW.getTime() + 2 * HOUR));
  });

  it.each(["/follow", "/follow a-nothing", "/mute a-nothing"])("%s says that there is no such alert", async (line) => {
    expect(await world.say(line)).toContain("no alert that this bot sent here");
  });
});

describe("a chat's settings", () => {
  it.each([
    ["/language uk", { language: "uk" }, "Мова цього чату: українська."],
    ["/language Deutsch", { language: "de" }, "Sprache dieses Chats: Deutsch."],
    ["/timezone Kyiv", { timeZone: "Europe/Kyiv" }, "Europe/Kyiv (now 13:00)"],
    ["/timezone new york", { timeZone: "America/New_York" }, "America/New_York (now 06:00)"],
    ["/timezone utc", { timeZone: "UTC" }, "UTC (now 10:00)"],
    ["/quiet 23:00-7:00", { quiet: { from: "23:00", to: "07:00" } }, "Quiet from 23:00 to 07:00"],
    ["/digest daily at:8:30", { digest: { every: "daily", at: "08:30" } }, "every day at 08:30"],
    ["/digest weekly at 9:00", { digest: { every: "weekly", at: "09:00" } }, "every Monday at 09:00"],
    ["/digest daily", { digest: { every: "daily", at: "08:00" } }, "every day at 08:00"],
    ["/settings confirmations:off", { confirmations: false }, "Does not ring again"],
  ])("%s is kept and said back", async (line, kept, said) => {
    expect(await world.say(line)).toContain(said);
    expect(await world.store.chat(CHAT)).toMatchObject(kept);
  });

  it.each([
    ["/language Klingon", "“klingon” does not fit language"],
    ["/timezone Atlantis", "“Atlantis” is no known time zone"],
    ["/quiet late", "Say it as /quiet 23:00-07:00"],
    ["/quiet 25:00-07:00", "Say it as /quiet 23:00-07:00"],
    ["/digest hourly", "Say it as /digest daily"],
    ["/digest daily at:99:00", "Say it as /digest daily"],
    ["/settings confirmations:maybe", "“maybe” does not fit confirmations: on, off."],
  ])("%s is one helpful sentence", async (line, sentence) => {
    expect(await world.say(line)).toContain(sentence);
    expect(await world.store.chat(CHAT)).toBeUndefined();
  });

  it("turn off what was on", async () => {
    for (const line of ["/quiet 22:00-06:00", "/digest daily", "/quiet off", "/digest off"]) await world.ask(line);
    const settings = await world.store.chat(CHAT);
    expect([settings?.quiet, settings?.digest]).toEqual([undefined, undefined]);
  });

  it("are forgotten after a yes, with everything else", async () => {
    await world.ask("/subscribe");
    expect(await world.say("/forget")).toMatch(/cannot be undone/);
    expect(await kept()).toHaveLength(1);
    expect(await world.say("/forget sure:yes")).toBe("Everything about this chat is deleted.");
    expect([await kept(), await world.store.chat(CHAT)]).toEqual([[], undefined]);
  });
});

describe("answers", () => {
  it.each([
    ["/contxt", "There is no command “/contxt”. Did you mean /context?"],
    ["/xyzzy", "There is no command “/xyzzy”. /help shows what there is."],
    ["/stats", "Only the operator of this bot may do that."],
    ["/help xyzzy", "There is no command “/xyzzy”."],
  ])("%s gets one helpful sentence", async (line, sentence) => {
    expect(await world.say(line)).toBe(sentence);
  });

  it("offer every command in /help, the operator's to the operator only", async () => {
    const said = await world.say("/help");
    const operators = await world.say("/help", { operator: true });
    for (const { name, audience } of commands) {
      expect(said.includes(`/${name} –`)).toBe(audience !== "operator");
      expect(operators).toContain(`/${name} –`);
    }
  });

  it.each(commands.map((c) => [c.name]))("explain /%s with its options and an example that works", async (name) => {
    const command = commands.find((c) => c.name === name);
    const said = await world.say(`/help ${name}`, { operator: true });
    for (const option of command?.options ?? []) expect(said).toContain(`• ${option.name}: `);
    if (command?.example) expect(await world.say(command.example)).not.toMatch(/does not fit|has no option|no command/);
  });

  it("lead from a deep link to its place", async () => {
    expect(await world.say("/start context_UA")).toMatch(/^Ukraine: who stands where/);
    expect(await world.say("/start why_a-first")).toMatch(/^Why this alert/);
    expect((await world.ask("/start subscribe_LB")).buttons?.[0]?.[0]).toEqual({
      label: "Lebanon",
      command: "subscribe place:LB",
    });
    expect(await world.say("/start forget_x")).toMatch(/^Shiftwire tells you/);
  });

  it("come in pages, with buttons between them, each with all of its lines", async () => {
    const many = Array.from({ length: 60 }, (_, i) => EUROPE[i % 20] ?? "FR");
    const shifts = [...new Set(many)].map((actor) => shiftOf(actor, "LB", undefined, [2, "support"]));
    await world.store.record(
      outcomeOf(alertOf({ id: "a-m", story: "s-m", items: ["i-m"], url: "https://news.example/m", shifts })),
      NOW,
    );
    const first = await world.ask("/positions LB");
    expect(first.buttons?.[0]?.map((b) => [b.command, b.replaces])).toEqual([["positions LB page:2", true]]);
    const second = await world.ask("/positions LB page:2");
    expect(second.buttons?.[0]?.[0]?.command).toBe("positions LB page:1");
    expect(first.blocks).not.toEqual(second.blocks);
    const rows = [first, second].flatMap((m) => m.blocks.filter((b) => b.kind === "row"));
    expect(rows).toHaveLength(20);
  });

  it("say that it is our fault where it is, and log it", async () => {
    const broken = openWorld({
      background: () => {
        throw new Error("disk");
      },
    });
    expect(await broken.say("/context UA")).toBe(
      "Something went wrong on our side. It is noted; please try again in a minute.",
    );
    expect(broken.logged).toMatchObject([["error", "command failed", { command: "context" }]]);
  });

  it("take feedback to the operator, with the alert that it replies to", async () => {
    expect(await world.say("/feedback too late")).toContain("Thank you");
    expect(world.deeds).toMatchObject([{ chat: CHAT, text: "too late", at: NOW }]);
    expect(await world.say("/feedback")).toContain("Say what was wrong");
  });

  it("do what the operator asks", async () => {
    const operator = { operator: true };
    expect(await world.say("/stats", operator)).toContain("alerts: 1,234");
    expect(await world.say("/retract a-first it was a drill", operator)).toBe("Retracted; 2 chats are told.");
    expect(await world.say("/retract a-nothing x", operator)).toContain("no alert");
    expect(await world.say("/broadcast Back at noon", operator)).toBe("On its way to 3 chats.");
    expect(world.deeds).toEqual([
      { alert: "a-first", reason: "it was a drill" },
      { alert: "a-nothing", reason: "x" },
      "Back at noon",
    ]);
  });

  it("say how the feeds are", async () => {
    const feed = (id: string, change: object = {}) => ({
      id,
      url: `https://${id}.example/rss`,
      publisher: id,
      language: "en",
      ...change,
    });
    await world.store.saveFeeds([feed("alpha"), feed("beta", { stateMedia: true }), feed("gamma")], NOW);
    await world.store.settleFeed("alpha", { lastSuccess: NOW, errors: 0 }, NOW);
    await world.store.settleFeed("beta", { errors: 3, errorClass: "timeout" }, NOW);
    const said = await world.say("/sources");
    expect(said).toMatch(
      /^3 feeds\nRead well: 1 · with errors: 1 · not read yet: 1\nbeta · English · state media · ⚠ 3 errors \(timeout\)/,
    );
    expect(await world.say("/status")).toMatch(/^⚠ 1 feed cannot be read/);
  });
});
