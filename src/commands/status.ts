import { line } from "../core/message.ts";
import type { Command } from "./command.ts";

/** `/status`: whether feeds are read and when the last alert came. */
export const status: Command = {
  name: "status",
  audience: "everyone",
  options: [],
  async run(asked, tools) {
    const { phrases, now } = asked;
    const feeds = (await tools.store.feeds()).filter(({ feed }) => feed.enabled !== false);
    const bad = feeds.filter(({ state }) => state.errors > 0).length;
    const last = feeds.map(({ state }) => state.lastSuccess?.getTime() ?? 0).reduce((a, b) => Math.max(a, b), 0);
    const [newest] = await tools.store.alerts({ limit: 1 });
    const mine = await tools.store.subscriptions(asked.chat);
    const when = (at: Date | undefined) => (at ? phrases.moment(at, now) : phrases.say("status-never"));
    return {
      blocks: [
        line(bad === 0 ? `✔ ${phrases.say("status-ok")}` : `⚠ ${phrases.say("status-trouble", { count: bad })}`),
        line(
          phrases.say("status-feeds", {
            good: feeds.filter(({ state }) => state.errors === 0 && state.lastSuccess).length,
            count: feeds.length,
            when: when(last > 0 ? new Date(last) : undefined),
          }),
        ),
        line(phrases.say("status-latest", { when: when(newest?.at) })),
        line(phrases.say("status-chat", { count: mine.length })),
      ],
      discreet: true,
    };
  },
};
