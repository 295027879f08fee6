import { describe, expect, it } from "vitest";
import { hooksOf } from "../../src/commands/hooks.ts";
import { everything } from "../../src/core/filter.ts";
import { plainText } from "../../src/core/message.ts";
import { NOW, openWorld } from "./world.ts";

const settings = {
  chat: "telegram:-5",
  language: "pl",
  timeZone: "UTC",
  confirmations: true,
  state: "active",
} as const;

describe("what platforms tell", () => {
  it("retires a chat that is gone and wakes it when it is back, with its settings", async () => {
    const { tools, store } = openWorld();
    const hooks = hooksOf(tools);
    await store.saveChat(settings);
    await hooks.gone("telegram:-5", "kicked");
    expect((await store.chat("telegram:-5"))?.state).toBe("retired");
    await hooks.back("telegram:-5", {});
    expect(await store.chat("telegram:-5")).toMatchObject(settings);
  });

  it("makes no chat of one that never asked for anything", async () => {
    const { tools, store } = openWorld();
    await hooksOf(tools).gone("telegram:-6", "kicked");
    expect(await store.chat("telegram:-6")).toBeUndefined();
  });

  it("moves subscriptions with their chat", async () => {
    const { tools, store } = openWorld();
    await store.subscribe(everything("s", "telegram:-5", NOW));
    await hooksOf(tools).moved("telegram:-5", "telegram:-1005");
    expect([await store.subscriptions("telegram:-5"), (await store.subscriptions("telegram:-1005")).length]).toEqual([
      [],
      1,
    ]);
  });

  it("offers a channel to who opened it, in that person's language", async () => {
    const { tools, store } = openWorld();
    await store.saveChat({ ...settings, chat: "telegram:1", language: "de" });
    const offer = await hooksOf(tools).back("telegram:-1001", { title: "Front", by: "telegram:1", language: "en" });
    expect(offer && plainText(offer)).toContain("Shiftwire kann jetzt in „Front“ schreiben");
    expect(offer?.buttons?.[0]?.[0]?.command).toBe("subscribe in:-1001");
  });

  it.each([
    ["place", "ukr", "UA"],
    ["place", "euro", "EU"],
    ["about", "unit", "GB"],
    ["actor", "nat", "NATO"],
    ["command", "sub", "subscribe"],
    ["zone", "new y", "America/New_York"],
  ])("completes %s %s", (option, typed, id) => {
    const { tools } = openWorld();
    const choices = hooksOf(tools).complete(option, typed, "en-US");
    expect(choices.map((c) => c.value)).toContain(id);
    expect(choices.length).toBeLessThanOrEqual(25);
  });

  it("offers no alliance as a place", () => {
    expect(hooksOf(openWorld().tools).complete("place", "nato", "en-US")).toEqual([]);
  });
});
