import { describe, expect, test } from "vitest";
import type { Store } from "../../src/core/ports.ts";
import {
  alert,
  at,
  coding,
  DAY,
  feed,
  HOUR,
  irrelevant,
  item,
  outcome,
  plus,
  settings,
  shift,
  stance,
  story,
  subscription,
  telling,
} from "./values.ts";

const C = "telegram:42";
const MINUTE = 60_000;

/** What every store must do, whatever engine it stands on; `open` gives a fresh, empty one. */
export function contract(name: string, open: () => Promise<Store>): void {
  const claim = async (store: Store, now = at, limit = 10, platform = "telegram") =>
    (await store.claim(platform, now, MINUTE, limit)).filter((one) => one.kind !== "note");
  const brief = (deliveries: Awaited<ReturnType<typeof claim>>) =>
    deliveries.map((one) => `${one.kind} ${one.alert.id}.${one.alert.revision} ${one.chat}`);
  const sentAs = async (store: Store, messageId: string, now = at) => {
    const [delivery] = await claim(store, now, 1);
    if (!delivery) throw new Error("nothing to deliver");
    await store.settle(delivery.id, { status: "sent", messageId }, now);
    return delivery;
  };
  const listening = async (...chats: string[]) => {
    const store = await open();
    for (const chat of chats.length === 0 ? [C] : chats) await store.subscribe(subscription(chat));
    return store;
  };

  describe(`${name}: items`, () => {
    test("an item is new once, unchanged after that, changed when its words change", async () => {
      const store = await open();
      expect(await store.sight(item("i1"))).toEqual({ status: "new" });
      await store.record(outcome({ story: story("s1") }), at);
      expect(await store.sight(item("i1"))).toEqual({ status: "unchanged", id: "i1" });
      const again = await store.sight(item("i9", { url: "https://example.com/i1", title: "Another title" }));
      expect(again).toEqual({ status: "changed", id: "i1", story: "s1", coding: coding() });
    });

    test.each([
      ["its link with a tracker", { url: "https://www.example.com/i1?utm_source=rss", guid: "other" }, "unchanged"],
      ["its guid, the link being new", { url: "https://example.com/moved", guid: "g1" }, "unchanged"],
      ["another link and guid", { url: "https://example.com/x", guid: "g2" }, "new"],
      ["the guid of another feed", { feed: "other", url: "https://example.com/x", guid: "g1" }, "new"],
    ])("an item is known by %s", async (_, over, status) => {
      const store = await open();
      const first = item("i1", { guid: "g1" });
      await store.record(outcome({ item: first, coding: irrelevant }), at);
      expect(await store.sight({ ...first, id: "i2", ...over })).toMatchObject({ status });
    });

    test("an item without link and guid is known by its title and publisher", async () => {
      const store = await open();
      const { url: _, ...bare } = item("i1", { title: "UPDATE 2 - Troops go home" });
      await store.record(outcome({ item: bare, coding: irrelevant }), at);
      expect(await store.sight({ ...bare, id: "i2", title: "Troops go home!", feed: "other" })).toMatchObject({
        status: "unchanged",
      });
      expect(await store.sight({ ...bare, id: "i3", publisher: "Other Times" })).toEqual({ status: "new" });
    });

    test("two feeds that word one item in two ways do not change it at every poll", async () => {
      const store = await open();
      const one = item("i1", { text: "Long." });
      const two = item("i1", { text: "Short." });
      await store.record(outcome({ item: one }), at);
      await store.record(outcome({ item: two }), at);
      expect(await store.sight(one)).toEqual({ status: "unchanged", id: "i1" });
      expect(await store.sight(two)).toEqual({ status: "unchanged", id: "i1" });
    });

    test("entries that all link to the front page are different items", async () => {
      const store = await open();
      const one = item("i1", { url: "https://example.com/", guid: "a" });
      await store.record(outcome({ item: one }), at);
      expect(await store.sight(item("i2", { url: "https://example.com/", guid: "b" }))).toEqual({ status: "new" });
    });

    test("an item on topic keeps its words, its coding and why it ended where it did", async () => {
      const store = await open();
      await store.record(outcome({ story: story("s1") }), at);
      const answer = { item: item("i1"), coding: coding(), verdict: { stage: "alerted", reason: "founded" } };
      expect(await store.why("i1")).toEqual(answer);
      expect(await store.why("https://m.example.com/i1?utm_medium=x")).toEqual(answer);
      expect(await store.why("https://example.com/unknown")).toBeUndefined();
    });

    test("an item off topic keeps its title and its verdict, not its words", async () => {
      const store = await open();
      const verdict = { stage: "not_relevant", reason: "score 0.02" } as const;
      await store.record(outcome({ coding: irrelevant, verdict }), at);
      const why = await store.why("https://example.com/i1");
      expect(why?.item.title).toBe("Title of i1");
      expect(why?.item.text).toBe("");
      expect(why?.verdict).toEqual(verdict);
      expect(why?.coding.relevant).toBe(false);
    });

    test("an item off topic is forgotten after thirty days, one of a story is not", async () => {
      const store = await open();
      await store.record(outcome({ item: item("i1"), coding: irrelevant }), at);
      await store.record(outcome({ item: item("i2"), story: story("s1") }), at);
      await store.prune(plus(29 * DAY));
      expect(await store.sight(item("i1"))).toMatchObject({ status: "unchanged" });
      await store.prune(plus(32 * DAY));
      expect(await store.sight(item("i1"))).toEqual({ status: "new" });
      expect(await store.sight(item("i2"))).toMatchObject({ status: "unchanged" });
    });

    test("an item that stays in its feed is not forgotten", async () => {
      const store = await open();
      await store.record(outcome({ coding: irrelevant }), at);
      await store.sight(item("i1", { firstSeen: plus(20 * DAY) }));
      await store.prune(plus(40 * DAY));
      expect(await store.sight(item("i1"))).toMatchObject({ status: "unchanged" });
    });
  });

  describe(`${name}: context`, () => {
    const ids = async (store: Store, over: Parameters<typeof coding>[0], now = at) =>
      (await store.context(item("new"), coding(over), now)).stories.map((one) => one.id).sort();

    test("stories that share an actor or a place are at hand, others and older ones are not", async () => {
      const store = await open();
      const put = (id: string, over: Parameters<typeof story>[1]) =>
        store.record(outcome({ item: item(`of-${id}`), story: story(id, over) }), at);
      await put("both", {});
      await put("actor", { places: ["PS"] });
      await put("place", { actors: ["FR"] });
      await put("neither", { actors: ["FR"], places: ["PS"] });
      await put("old", { lastAt: plus(-22 * DAY) });
      expect(await ids(store, {})).toEqual(["actor", "both", "place"]);
      expect(await ids(store, { actors: [], places: ["PS"] })).toEqual(["actor", "neither"]);
    });

    test("an item that names nobody finds stories by its words", async () => {
      const store = await open();
      const words = item("x", { title: "Parliament postpones debate about brigade in Timbuktu", text: "" });
      const { terms } = await import("../../src/core/likeness.ts");
      const put = (id: string, some: readonly string[]) =>
        store.record(outcome({ item: item(`of-${id}`), story: story(id, { terms: some }) }), at);
      await put("alike", terms(words.title, words.text));
      await put("unlike", ["zzz"]);
      const found = await store.context(words, coding({ actors: [], places: [] }), at);
      expect(found.stories.map((one) => one.id)).toEqual(["alike"]);
    });

    test("a story that grew is found by its new facts and its new time, once", async () => {
      const store = await open();
      await store.record(outcome({ story: story("s1", { lastAt: plus(-20 * DAY) }) }), at);
      await store.record(outcome({ item: item("i2"), story: story("s1", { actors: ["GB", "EU"], items: 2 }) }), at);
      const found = await store.context(item("new"), coding({ actors: ["EU"] }), plus(10 * DAY));
      expect(found.stories).toEqual([story("s1", { actors: ["GB", "EU"], items: 2 })]);
    });

    test("the story that an item is in is at hand, whatever the item now says", async () => {
      const store = await open();
      await store.record(outcome({ story: story("s1") }), at);
      const found = await store.context(item("i1"), coding({ actors: ["FR"], places: ["PS"] }), at);
      expect(found.stories.map((one) => one.id)).toEqual(["s1"]);
    });

    test("a merged story is found no more, and its name stays", async () => {
      const store = await open();
      await store.record(outcome({ story: story("s1") }), at);
      await store.record(outcome({ item: item("i2"), story: story("s2"), merged: ["s1"] }), at);
      expect(await ids(store, {})).toEqual(["s2"]);
    });

    test("the stances of the actors and of everybody at the places are at hand, newest first, the baseline among them", async () => {
      const store = await open();
      const demand = stance({
        actor: "RU",
        presence: "foreign",
        rung: -3,
        source: "baseline",
        since: plus(-1600 * DAY),
      });
      const { item: _i, story: _s, ...known } = demand;
      await store.saveBaseline([known]);
      const mine = stance({ place: "PS", since: plus(-DAY), item: "i2" });
      const theirs = stance({ actor: "FR", since: plus(-2 * DAY), item: "i3" });
      const others = stance({ actor: "FR", place: "PS", item: "i4" });
      await store.record(outcome({ stances: [theirs, others, mine] }), at);
      expect((await store.context(item("new"), coding(), at)).stances).toEqual([mine, theirs, known]);
    });

    test("a new start takes the place of the old baseline and leaves the ledger", async () => {
      const store = await open();
      await store.saveBaseline([stance({ actor: "RU" }), stance({ actor: "FR" })]);
      await store.record(outcome({ stances: [stance()] }), at);
      await store.saveBaseline([stance({ actor: "DE" })]);
      expect((await store.stances({ place: "UA" })).map((one) => one.actor).sort()).toEqual(["DE", "GB"]);
    });

    test("a stance written again has its new status", async () => {
      const store = await open();
      await store.record(outcome({ stances: [stance()] }), at);
      await store.record(outcome({ item: item("i2"), stances: [stance({ status: "denied" })] }), at);
      expect((await store.stances({ actor: "GB" })).map((one) => one.status)).toEqual(["denied"]);
    });

    test("of a holder who moved often the last stances are at hand, and all answer a question", async () => {
      const store = await open();
      const many = Array.from({ length: 12 }, (_, n) => stance({ since: plus(n * HOUR), item: `m${n}` }));
      await store.record(outcome({ stances: many }), at);
      const near = (await store.context(item("new"), coding(), at)).stances;
      expect(near.map((one) => one.item)).toEqual(["m11", "m10", "m9", "m8", "m7", "m6"]);
      expect(await store.stances({ place: "UA", actor: "GB" })).toHaveLength(12);
    });

    test("stances answer by place, by actor, by both and by topic", async () => {
      const store = await open();
      await store.record(
        outcome({
          stances: [
            stance(),
            stance({ place: "PS" }),
            stance({ actor: "FR" }),
            stance({ topic: "sanctions", place: "ML" }),
          ],
        }),
        at,
      );
      const count = async (where: Parameters<Store["stances"]>[0]) => (await store.stances(where)).length;
      expect(await count({})).toBe(4);
      expect(await count({ place: "UA" })).toBe(2);
      expect(await count({ actor: "GB" })).toBe(3);
      expect(await count({ actor: "GB", place: "PS" })).toBe(1);
      expect(await count({ topic: "sanctions" })).toBe(1);
    });

    test("the newest revision of the alerts of an item's stories and actors is at hand", async () => {
      const store = await open();
      await store.record(outcome({ story: story("s1"), alert: alert() }), at);
      await store.record(outcome({ item: item("i2"), alert: alert({ revision: 2, status: "confirmed" }) }), at);
      const elsewhere = { ...shift, actor: "FR", place: "PS" };
      await store.record(
        outcome({ item: item("i3"), alert: alert({ id: "a2", story: "s9", shifts: [elsewhere] }) }),
        at,
      );
      const found = (await store.context(item("new"), coding(), at)).alerts;
      expect(found).toEqual([alert({ revision: 2, status: "confirmed" })]);
    });
  });

  describe(`${name}: alerts`, () => {
    test("alerts answer by story, place, actor, id and time, newest first, in their newest revision", async () => {
      const store = await open();
      const elsewhere = { ...shift, actor: "FR", place: "PS" };
      await store.record(telling({}), at);
      await store.record(telling({ id: "a2", story: "s2", shifts: [elsewhere], at: plus(HOUR) }), at);
      await store.record(telling({ id: "a1", revision: 2, at: plus(2 * HOUR) }), at);
      const find = async (where: Omit<Parameters<Store["alerts"]>[0], "limit">, limit = 10) =>
        (await store.alerts({ ...where, limit })).map((one) => `${one.id}.${one.revision}`);
      expect(await find({})).toEqual(["a1.2", "a2.1"]);
      expect(await find({}, 1)).toEqual(["a1.2"]);
      expect(await find({ place: "PS" })).toEqual(["a2.1"]);
      expect(await find({ actor: "GB" })).toEqual(["a1.2"]);
      expect(await find({ actor: "GB", place: "PS" })).toEqual([]);
      expect(await find({ story: "s2" })).toEqual(["a2.1"]);
      expect(await find({ id: "a1" })).toEqual(["a1.2"]);
      expect(await find({ since: plus(90 * MINUTE) })).toEqual(["a1.2"]);
    });

    test("a whole outcome is written or nothing of it", async () => {
      const store = await listening();
      await store.record(telling({}), at);
      const twice = outcome({
        item: item("i7"),
        story: story("s7"),
        stances: [stance({ item: "i7" })],
        alert: alert(),
      });
      await expect(store.record(twice, at)).rejects.toThrow();
      expect(await store.sight(item("i7"))).toEqual({ status: "new" });
      expect(await store.stances({})).toEqual([]);
      expect(await claim(store)).toHaveLength(1);
    });
  });

  describe(`${name}: chats`, () => {
    test("subscriptions are kept in order, changed in place, and taken back", async () => {
      const store = await open();
      await store.subscribe(subscription(C));
      await store.subscribe(subscription(C, { id: "2", places: ["UA"] }));
      await store.subscribe(subscription(C, { id: "1", places: ["PS"] }));
      expect((await store.subscriptions(C)).map((one) => one.places)).toEqual([["PS"], ["UA"]]);
      expect(await store.unsubscribe(C, "1")).toBe(1);
      expect(await store.unsubscribe(C, "1")).toBe(0);
      expect((await store.subscriptions(C)).map((one) => one.id)).toEqual(["2"]);
      expect(await store.unsubscribe(C)).toBe(1);
    });

    test("settings come back as they were saved", async () => {
      const store = await open();
      const full = settings(C, {
        mutedUntil: plus(HOUR),
        quiet: { from: "22:00", to: "07:00" },
        digest: { every: "daily", at: "08:00" },
        muted: [{ kind: "place", id: "UA", until: plus(HOUR) }],
      });
      await store.saveChat(full);
      expect(await store.chat(C)).toEqual(full);
      expect(await store.chat("telegram:43")).toBeUndefined();
    });

    test("a forgotten chat leaves nothing", async () => {
      const store = await listening();
      await store.saveChat(settings(C));
      await store.record(telling({}), at);
      await sentAs(store, "m1");
      await store.record(telling({ id: "a2" }), at);
      await store.forget(C);
      expect(await store.chat(C)).toBeUndefined();
      expect(await store.subscriptions(C)).toEqual([]);
      expect(await store.alertOf(C, "m1")).toBeUndefined();
      expect(await claim(store)).toEqual([]);
    });

    test("the alert behind a message is found in its newest revision", async () => {
      const store = await listening();
      await store.record(telling({}), at);
      await sentAs(store, "m1");
      await store.record(telling({ revision: 2, cause: "edited", rings: false }), at);
      expect((await store.alertOf(C, "m1"))?.revision).toBe(2);
      expect(await store.alertOf(C, "m2")).toBeUndefined();
      expect(await store.alertOf("telegram:43", "m1")).toBeUndefined();
    });
  });

  describe(`${name}: who is told`, () => {
    test("an alert goes once to each chat with a matching subscription", async () => {
      const store = await open();
      await store.subscribe(subscription("telegram:1"));
      await store.subscribe(subscription("telegram:1", { id: "2", places: ["UA"] }));
      await store.subscribe(subscription("telegram:2", { places: ["PS"] }));
      await store.subscribe(subscription("discord:3"));
      await store.record(telling({}), at);
      expect(brief(await claim(store))).toEqual(["send a1.1 telegram:1"]);
      expect(brief(await claim(store, at, 10, "discord"))).toEqual(["send a1.1 discord:3"]);
    });

    test.each([
      ["paused", { state: "paused" }],
      ["retired", { state: "retired" }],
      ["muted", { mutedUntil: plus(HOUR) }],
      ["deaf to the place", { muted: [{ kind: "place", id: "UA", until: plus(HOUR) }] }],
    ] as const)("a chat that is %s is not told", async (_, over) => {
      const store = await listening();
      await store.saveChat(settings(C, over));
      await store.record(telling({}), at);
      expect(await claim(store)).toEqual([]);
    });

    test("in quiet hours an alert waits for their end, a severe one does not", async () => {
      const store = await listening();
      await store.saveChat(settings(C, { quiet: { from: "09:00", to: "10:00" } }));
      await store.record(telling({}), at);
      expect(await claim(store)).toEqual([]);
      await store.record(telling({ id: "a2", severity: 4 }), at);
      expect(brief(await claim(store))).toEqual(["send a2.1 telegram:42"]);
      expect(await claim(store, plus(45 * MINUTE))).toMatchObject([{ alert: { id: "a2" } }]);
      await store.settle(2, { status: "sent", messageId: "m2" }, plus(45 * MINUTE));
      expect(brief(await claim(store, plus(46 * MINUTE)))).toEqual(["send a1.1 telegram:42"]);
    });

    test("a silent revision edits the card of those who have it, and tells nobody else", async () => {
      const store = await listening();
      await store.record(telling({}), at);
      await sentAs(store, "m1");
      await store.subscribe(subscription("telegram:43"));
      await store.record(telling({ revision: 2, cause: "edited", rings: false }), at);
      const found = await claim(store);
      expect(brief(found)).toEqual(["edit a1.2 telegram:42"]);
      expect(found[0]?.messageId).toBe("m1");
    });

    test("a ringing revision replies to those who have the card, edits it, and is new to the others", async () => {
      const store = await listening();
      await store.record(telling({}), at);
      await sentAs(store, "m1");
      await store.subscribe(subscription("telegram:43"));
      await store.record(telling({ revision: 2, cause: "confirmed", status: "confirmed" }), at);
      const found = await claim(store);
      expect(brief(found)).toEqual(["reply a1.2 telegram:42", "send a1.2 telegram:43"]);
      expect(found[0]?.messageId).toBe("m1");
      for (const one of found) await store.settle(one.id, { status: "sent", messageId: `m-${one.chat}` }, at);
      const next = await claim(store);
      expect(brief(next)).toEqual(["edit a1.2 telegram:42"]);
      expect(next[0]?.messageId).toBe("m1");
      expect((await store.alertOf(C, `m-${C}`))?.id).toBe("a1");
    });

    test("a chat that wants no confirmations has its card edited, and still hears of a denial", async () => {
      const store = await listening();
      await store.saveChat(settings(C, { confirmations: false }));
      await store.record(telling({}), at);
      await sentAs(store, "m1");
      await store.record(telling({ revision: 2, cause: "confirmed", status: "confirmed" }), at);
      expect(brief([await sentAs(store, "m1")])).toEqual(["edit a1.2 telegram:42"]);
      await store.record(telling({ revision: 3, cause: "denied", status: "denied" }), at);
      expect(brief(await claim(store))).toEqual(["reply a1.3 telegram:42"]);
    });

    test("who was told of a claim hears of its denial, though the denial alone would not fit the filters", async () => {
      const store = await open();
      await store.subscribe(subscription(C, { certainty: "confirmed" }));
      await store.record(telling({ status: "confirmed" }), at);
      await sentAs(store, "m1");
      await store.record(telling({ revision: 2, cause: "denied", status: "denied" }), at);
      expect(brief(await claim(store))).toEqual(["reply a1.2 telegram:42"]);
    });

    test("who was told and does not listen any more gets the edit alone", async () => {
      const store = await listening();
      await store.record(telling({}), at);
      await sentAs(store, "m1");
      await store.unsubscribe(C);
      await store.record(telling({ revision: 2, cause: "denied", status: "denied" }), at);
      expect(brief(await claim(store))).toEqual(["edit a1.2 telegram:42"]);
    });

    test("an opposition's turn rings those who subscribed to that level, and edits the card of the others", async () => {
      const store = await open();
      await store.subscribe(subscription("telegram:1"));
      await store.subscribe(subscription("telegram:2", { levels: ["opposition"] }));
      await store.record(telling({}), at);
      for (const one of await claim(store)) await store.settle(one.id, { status: "sent", messageId: "m" }, at);
      const opposition = { ...shift, level: "opposition" } as const;
      await store.record(
        telling({ revision: 2, cause: "joined", rings: false, shifts: [shift, opposition], newShifts: [opposition] }),
        at,
      );
      expect(brief(await claim(store)).sort()).toEqual(["edit a1.2 telegram:1", "reply a1.2 telegram:2"]);
    });

    test("a message that nobody has tried to send yet carries the newest words", async () => {
      const store = await listening();
      await store.record(telling({}), at);
      await store.record(telling({ revision: 2, cause: "edited", rings: false }), at);
      await store.record(telling({ revision: 3, cause: "confirmed", status: "confirmed" }), at);
      expect(brief([await sentAs(store, "m1")])).toEqual(["send a1.3 telegram:42"]);
      expect(await claim(store)).toEqual([]);
    });

    test("an alert that is taken back before it was sent is not sent", async () => {
      const store = await listening();
      await store.record(telling({}), at);
      await store.record(telling({ revision: 2, cause: "retracted", status: "retracted" }), at);
      expect(await claim(store)).toEqual([]);
    });

    test("a message under way is followed by the edit and the reply, in order", async () => {
      const store = await listening();
      await store.record(telling({}), at);
      const [first] = await claim(store);
      await store.record(telling({ revision: 2, cause: "denied", status: "denied" }), at);
      expect(await claim(store)).toEqual([]);
      await store.settle(first?.id ?? 0, { status: "sent", messageId: "m1" }, at);
      expect(brief([await sentAs(store, "m2")])).toEqual(["reply a1.2 telegram:42"]);
      expect(await claim(store)).toMatchObject([{ kind: "edit", messageId: "m1" }]);
    });

    test("an edit supersedes an older one that was not made yet", async () => {
      const store = await listening();
      await store.record(telling({}), at);
      await sentAs(store, "m1");
      for (const revision of [2, 3, 4]) await store.record(telling({ revision, cause: "edited", rings: false }), at);
      expect(brief([await sentAs(store, "m1")])).toEqual(["edit a1.4 telegram:42"]);
      expect(await claim(store)).toEqual([]);
    });
  });

  describe(`${name}: deliveries`, () => {
    test("a chat gets one delivery at a time, in order", async () => {
      const store = await listening();
      for (const id of ["a1", "a2", "a3"]) await store.record(telling({ id }), at);
      expect(brief([await sentAs(store, "m1"), await sentAs(store, "m2"), await sentAs(store, "m3")])).toEqual([
        "send a1.1 telegram:42",
        "send a2.1 telegram:42",
        "send a3.1 telegram:42",
      ]);
    });

    test("across chats the severe ones go first, and what waits before them in their chat", async () => {
      const store = await open();
      await store.subscribe(subscription("telegram:1", { minSeverity: 1 }));
      await store.subscribe(subscription("telegram:2", { minSeverity: 3 }));
      await store.record(telling({ id: "low", severity: 1 }), at);
      await store.record(telling({ id: "mid", severity: 2 }), at);
      await store.subscribe(subscription("telegram:3", { minSeverity: 2 }));
      await store.record(telling({ id: "high", severity: 4 }), at);
      expect(brief(await claim(store, at, 2))).toEqual(["send low.1 telegram:1", "send high.1 telegram:2"]);
      expect(brief(await claim(store, at, 2))).toEqual(["send high.1 telegram:3"]);
    });

    test("a lease keeps a delivery from others until it runs out, and then says that it may have arrived", async () => {
      const store = await listening();
      await store.record(telling({}), at);
      expect(await claim(store)).toMatchObject([{ attempts: 1 }]);
      expect(await claim(store, plus(MINUTE - 1))).toEqual([]);
      expect(await claim(store, plus(MINUTE))).toMatchObject([{ attempts: 2, uncertain: true }]);
    });

    test("a retry waits as long as it was told, in its chat alone, and keeps its nonce", async () => {
      const store = await listening("telegram:1", "telegram:2");
      await store.record(telling({}), at);
      await store.record(telling({ id: "a2" }), at);
      const [one, two] = await claim(store);
      await store.settle(one?.id ?? 0, { status: "retry", afterMs: 5000 }, at);
      await store.settle(two?.id ?? 0, { status: "sent", messageId: "m" }, at);
      expect(brief(await claim(store))).toEqual(["send a2.1 telegram:2"]);
      const [again] = await claim(store, plus(5000));
      expect(again).toMatchObject({ chat: "telegram:1", attempts: 1, nonce: one?.nonce });
      expect(again?.uncertain).toBeUndefined();
    });

    test("a retry after a lost answer says that the message may have arrived", async () => {
      const store = await listening();
      await store.record(telling({}), at);
      const [one] = await claim(store);
      await store.settle(one?.id ?? 0, { status: "retry", afterMs: 0, uncertain: true }, at);
      expect(await claim(store)).toMatchObject([{ uncertain: true, attempts: 2 }]);
      expect((await store.figures()).perhapsTwice).toBe(1);
    });

    test("a retry of the whole platform stops all its chats, and no other platform", async () => {
      const store = await listening("telegram:1", "telegram:2", "discord:3");
      await store.record(telling({}), at);
      const [one] = await claim(store, at, 1);
      await store.settle(one?.id ?? 0, { status: "retry", afterMs: 5000, scope: "platform" }, at);
      expect(await claim(store, plus(4999))).toEqual([]);
      expect(await claim(store, at, 10, "discord")).toHaveLength(1);
      expect(await claim(store, plus(5000))).toHaveLength(2);
    });

    test("nonces are short, and differ by chat, revision and kind", async () => {
      const store = await listening("telegram:1", "telegram:2");
      await store.record(telling({}), at);
      const nonces = (await claim(store)).map((one) => one.nonce);
      expect(new Set(nonces).size).toBe(2);
      expect(nonces.every((nonce) => /^[\w-]{1,25}$/.test(nonce))).toBe(true);
    });

    test("a chat that moved is renamed everywhere, its threads too, and gets what waited", async () => {
      const store = await listening("telegram:-1", "telegram:-1/7");
      await store.saveChat(settings("telegram:-1", { language: "uk" }));
      await store.record(telling({}), at);
      await store.record(telling({ id: "a2" }), at);
      const [first] = await claim(store, at, 1);
      await store.settle(first?.id ?? 0, { status: "moved", to: "telegram:-100" }, at);
      expect((await store.chat("telegram:-100"))?.language).toBe("uk");
      expect(await store.chat("telegram:-1")).toBeUndefined();
      expect((await store.subscriptions("telegram:-100/7")).map((one) => one.chat)).toEqual(["telegram:-100/7"]);
      expect(brief(await claim(store))).toEqual(["send a1.1 telegram:-100", "send a1.1 telegram:-100/7"]);
    });

    test("a chat that moved to one that has settings keeps those, and its messages are still known", async () => {
      const store = await listening("telegram:-1");
      await store.record(telling({}), at);
      await sentAs(store, "m1");
      await store.saveChat(settings("telegram:-1", { language: "uk" }));
      await store.saveChat(settings("telegram:-100", { language: "de" }));
      await store.moveChat("telegram:-1", "telegram:-100");
      expect((await store.chat("telegram:-100"))?.language).toBe("de");
      expect((await store.alertOf("telegram:-100", "m1"))?.id).toBe("a1");
      expect(await store.subscriptions("telegram:-100")).toHaveLength(1);
    });

    test("a chat that is gone is retired with its settings kept, and gets nothing more", async () => {
      const store = await listening();
      await store.saveChat(settings(C, { language: "uk" }));
      await store.record(telling({}), at);
      await store.record(telling({ id: "a2" }), at);
      const [first] = await claim(store);
      await store.settle(first?.id ?? 0, { status: "gone", reason: "blocked" }, at);
      expect(await claim(store, plus(HOUR))).toEqual([]);
      expect(await store.chat(C)).toEqual(settings(C, { language: "uk", state: "retired" }));
      await store.record(telling({ id: "a3" }), at);
      expect(await claim(store, plus(HOUR))).toEqual([]);
      await store.saveChat(settings(C));
      await store.record(telling({ id: "a4" }), at);
      expect(brief(await claim(store))).toEqual(["send a4.1 telegram:42"]);
    });

    test("a chat that never saved settings is retired too", async () => {
      const store = await listening();
      await store.record(telling({}), at);
      const [first] = await claim(store);
      await store.settle(first?.id ?? 0, { status: "gone", reason: "blocked" }, at);
      await store.record(telling({ id: "a2" }), at);
      expect(await claim(store)).toEqual([]);
    });

    test("retiring a chat gives up what waits for it", async () => {
      const store = await listening();
      await store.record(telling({}), at);
      await store.saveChat(settings(C, { state: "retired" }));
      expect(await claim(store)).toEqual([]);
    });

    test("a refused message is given up and the next one goes", async () => {
      const store = await listening();
      await store.record(telling({}), at);
      await store.record(telling({ id: "a2" }), at);
      const [first] = await claim(store);
      await store.settle(first?.id ?? 0, { status: "refused", reason: "too long" }, at);
      expect(brief(await claim(store))).toEqual(["send a2.1 telegram:42"]);
    });

    test("a delivery is settled once", async () => {
      const store = await listening();
      await store.record(telling({}), at);
      const { id } = await sentAs(store, "m1");
      await store.settle(id, { status: "sent", messageId: "m2" }, at);
      await store.settle(id, { status: "retry", afterMs: 0 }, at);
      expect(await store.alertOf(C, "m2")).toBeUndefined();
      expect(await claim(store)).toEqual([]);
    });

    test("what waited too long is told in one message, and later turns reply to it without editing it", async () => {
      const store = await listening();
      for (const id of ["a1", "a2", "a3"]) await store.record(telling({ id }), at);
      await store.record(telling({ id: "a4" }), plus(7 * HOUR));
      const [away] = await claim(store, plus(7 * HOUR));
      expect(away?.alert.id).toBe("a1");
      expect(away?.folded?.map((one) => one.id)).toEqual(["a2", "a3"]);
      await store.settle(away?.id ?? 0, { status: "sent", messageId: "m1" }, plus(7 * HOUR));
      expect(brief([await sentAs(store, "m2", plus(7 * HOUR))])).toEqual(["send a4.1 telegram:42"]);
      await store.record(telling({ id: "a2", revision: 2, cause: "denied", status: "denied" }), plus(8 * HOUR));
      const found = await claim(store, plus(8 * HOUR));
      expect(brief(found)).toEqual(["reply a2.2 telegram:42"]);
      expect(found[0]?.messageId).toBe("m1");
    });

    test("what is folded stays folded when its message has to be tried again", async () => {
      const store = await listening();
      for (const id of ["a1", "a2"]) await store.record(telling({ id }), at);
      const [away] = await claim(store, plus(7 * HOUR));
      await store.settle(away?.id ?? 0, { status: "retry", afterMs: 0 }, plus(7 * HOUR));
      const [again] = await claim(store, plus(7 * HOUR));
      expect(again?.folded?.map((one) => one.id)).toEqual(["a2"]);
    });

    test("a card older than two days is not edited any more", async () => {
      const store = await listening();
      await store.record(telling({}), at);
      await sentAs(store, "m1");
      await store.record(telling({ revision: 2, cause: "edited", rings: false }), plus(49 * HOUR));
      expect(await claim(store, plus(49 * HOUR))).toEqual([]);
    });

    test("settled deliveries are forgotten in time, the messages stay answerable", async () => {
      const store = await listening();
      await store.record(telling({}), at);
      await sentAs(store, "m1");
      await store.prune(plus(40 * DAY));
      expect((await store.alertOf(C, "m1"))?.id).toBe("a1");
    });
  });

  describe(`${name}: notes and the operator`, () => {
    const note = { blocks: [{ kind: "line", spans: [{ text: "Hello." }] }] } as const;

    test("a note goes once to each chat, however often it is asked, in the chat's order", async () => {
      const store = await listening();
      await store.record(telling({}), at);
      expect(await store.post("hello", [C, "telegram:43"], note, at)).toBe(2);
      expect(await store.post("hello", [C, "telegram:43", "telegram:44"], note, at)).toBe(1);
      await sentAs(store, "m1");
      const found = await store.claim("telegram", at, MINUTE, 10);
      expect(found.map((one) => one.chat).sort()).toEqual([C, "telegram:43", "telegram:44"]);
      expect(found.every((one) => one.kind === "note" && one.message.blocks.length === 1)).toBe(true);
      for (const one of found) await store.settle(one.id, { status: "sent", messageId: "n" }, at);
      expect(await store.post("hello", [C], note, at)).toBe(0);
      expect(await store.claim("telegram", at, MINUTE, 10)).toEqual([]);
    });

    test("an alert taken back is told to those who have it, and the ledger is set back", async () => {
      const store = await listening();
      await store.record(outcome({ stances: [stance()], alert: alert() }), at);
      await sentAs(store, "m1");
      const back = alert({ revision: 2, status: "retracted", cause: "retracted" });
      expect(await store.amend(back, [stance({ status: "retracted" })], at)).toBe(1);
      expect((await store.stances({})).map((one) => one.status)).toEqual(["retracted"]);
      expect(brief([await sentAs(store, "m2")])).toEqual(["reply a1.2 telegram:42"]);
      expect(brief(await claim(store))).toEqual(["edit a1.2 telegram:42"]);
    });

    test("every chat that saved settings or listens is known", async () => {
      const store = await listening("telegram:1");
      await store.saveChat(settings("telegram:2", { language: "uk" }));
      expect((await store.chats()).map((one) => `${one.chat} ${one.language}`)).toEqual([
        "telegram:1 en",
        "telegram:2 uk",
      ]);
    });

    test("figures count what there is", async () => {
      const store = await listening();
      await store.saveFeeds([feed("a")], at);
      await store.record(telling({}), at);
      await store.saveFeedback({ chat: C, user: C, text: "Wrong.", at });
      expect(await store.figures()).toMatchObject({
        feeds: 1,
        items: 1,
        alerts: 1,
        chats: 1,
        waiting: 1,
        sent: 0,
        feedback: 1,
      });
    });
  });

  describe(`${name}: feeds`, () => {
    test("a feed is due at once, then when it was told to be", async () => {
      const store = await open();
      await store.saveFeeds([feed("a"), feed("b"), feed("off", { enabled: false })], at);
      const due = async (now: Date) => (await store.dueFeeds(now, 10)).map((one) => one.feed.id).sort();
      expect(await due(at)).toEqual(["a", "b"]);
      await store.settleFeed("a", { notBefore: plus(MINUTE), etag: "x", firstContact: false }, at);
      expect(await due(at)).toEqual(["b"]);
      expect(await due(plus(MINUTE))).toEqual(["a", "b"]);
      expect((await store.feeds()).map((one) => one.feed.id)).toEqual(["a", "b"]);
    });

    test("what is remembered of a feed survives a new list, until its address changes", async () => {
      const store = await open();
      await store.saveFeeds([feed("a")], at);
      const state = {
        errors: 0,
        etag: "x",
        firstContact: false,
        notBefore: plus(MINUTE),
        lastSuccess: at,
        memory: "{}",
      };
      await store.settleFeed("a", state, at);
      await store.saveFeeds([feed("a", { publisher: "Renamed" })], at);
      expect(await store.feeds()).toEqual([{ feed: feed("a", { publisher: "Renamed" }), state }]);
      await store.saveFeeds([feed("a", { url: "https://new.example/" })], at);
      expect((await store.feeds())[0]?.state).toEqual({ errors: 0, firstContact: true, notBefore: at });
    });

    test("a feed that is no longer listed is not polled, and its past is there when it returns", async () => {
      const store = await open();
      await store.saveFeeds([feed("a"), feed("b")], at);
      await store.settleFeed("a", { firstContact: false }, at);
      await store.saveFeeds([feed("b")], at);
      expect((await store.dueFeeds(at, 10)).map((one) => one.feed.id)).toEqual(["b"]);
      await store.saveFeeds([feed("a"), feed("b")], at);
      expect((await store.feeds())[0]?.state.firstContact).toBe(false);
    });
  });
}
