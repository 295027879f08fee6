import { type Block, bold, heading, line } from "../core/message.ts";
import type { Command } from "./command.ts";

/** `/sources`: the feeds, with state media marked, and their health. */
export const sources: Command = {
  name: "sources",
  audience: "everyone",
  options: [],
  async run(asked, tools) {
    const { phrases, now } = asked;
    const all = (await tools.store.feeds()).filter(({ feed }) => feed.enabled !== false);
    const bad = all.filter(({ state }) => state.errors > 0);
    const unread = all.filter(({ state }) => state.errors === 0 && !state.lastSuccess);
    const row = ({ feed, state }: (typeof all)[number]): Block => {
      const marks = [
        phrases.languageName(feed.language),
        ...(feed.stateMedia ? [phrases.say("state-media")] : []),
        state.errors > 0
          ? `⚠ ${phrases.say("sources-error", { errors: state.errors })}${state.errorClass ? ` (${state.errorClass})` : ""}`
          : state.lastSuccess
            ? phrases.say("sources-read", { when: phrases.moment(state.lastSuccess, now) })
            : phrases.say("sources-unread"),
      ];
      return line(bold(feed.publisher), ` · ${marks.join(" · ")}`);
    };
    const order = all.toSorted(
      (a, b) => b.state.errors - a.state.errors || a.feed.publisher.localeCompare(b.feed.publisher),
    );
    return {
      blocks: [
        heading(phrases.say("sources-title", { count: all.length })),
        line(
          phrases.say("sources-summary", {
            good: all.length - bad.length - unread.length,
            bad: bad.length,
            new: unread.length,
          }),
        ),
        ...order.map(row),
      ],
      discreet: true,
      line: "sources",
    };
  },
};
