import { describe, expect, it } from "vitest";
import { toItems } from "../../src/feeds/items.ts";
import { discoverFeeds } from "../../src/feeds/pages.ts";
import { parseDocument } from "../../src/feeds/parse.ts";
import { feedAt, NOW } from "./server.ts";

const post = (id: number, text: string, more = "") => `
<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="example_office/${id}">
  <div class="tgme_widget_message_bubble"><div class="tgme_widget_message_author"><a class="tgme_widget_message_owner_name" href="https://t.me/example_office"><span dir="auto">Example Office</span></a></div>${more}
  ${text === "" ? "" : `<div class="tgme_widget_message_text js-message_text" dir="auto">${text}</div>`}
  <div class="tgme_widget_message_footer"><a class="tgme_widget_message_date" href="https://t.me/example_office/${id}"><time datetime="2026-11-24T10:0${id}:00+00:00" class="time">10:0${id}</time></a></div>
</div></div></div>`;
const page = (posts: string) =>
  `<!DOCTYPE html><html><head><title>Example Office – Telegram</title><meta property="og:title" content="Example Office"></head><body><main class="tgme_main"><section class="tgme_channel_history js-message_history">${posts}</section></main></body></html>`;

describe("channel previews", () => {
  it("reads posts with their words, times and addresses, and passes over pictures", async () => {
    const reply =
      '<a class="tgme_widget_message_reply" href="https://t.me/example_office/1"><div class="tgme_widget_message_text js-message_reply_text">An older post</div></a>';
    const forwarded =
      '<div class="tgme_widget_message_forwarded_from">Forwarded from <a class="tgme_widget_message_forwarded_from_name" href="https://t.me/wire">Sample Wire</a></div>';
    const document = page(
      post(
        1,
        "<b>Headline of a post</b><br/><br/>And what it says &amp; more, with a <a href='https://daily.example'>link</a>.",
      ) +
        post(2, "") +
        post(3, "One long line without a break. It goes on after the first sentence.", reply) +
        post(4, "Passed on", forwarded),
    );
    const parsed = await parseDocument(document);
    if (parsed.status !== "read") throw new Error(parsed.reason);
    const { items } = toItems(
      parsed.feed,
      feedAt("https://t.me/s/example_office", { publisher: "Example Office" }),
      "https://t.me/s/example_office",
      NOW,
    );
    expect(
      items.map((item) => [item.title, item.text, item.url, item.published?.toISOString(), item.publisher]),
    ).toEqual([
      [
        "Headline of a post",
        "And what it says & more, with a link.",
        "https://t.me/example_office/1",
        "2026-11-24T10:01:00.000Z",
        "Example Office",
      ],
      [
        "One long line without a break.",
        "It goes on after the first sentence.",
        "https://t.me/example_office/3",
        "2026-11-24T10:03:00.000Z",
        "Example Office",
      ],
      ["Passed on", "", "https://t.me/example_office/4", "2026-11-24T10:04:00.000Z", "Sample Wire"],
    ]);
  });

  it("names the page of a channel that has no preview", async () => {
    expect(
      await parseDocument(
        '<!DOCTYPE html><html><head><title>Telegram: Contact @nobody</title></head><body class="tgme_page"></body></html>',
      ),
    ).toMatchObject({ status: "refused", errorClass: "html" });
  });
});

describe("JSON endpoints", () => {
  const mapping = {
    items: "data.posts",
    title: "title.rendered",
    url: "link",
    text: "excerpt.rendered",
    date: "date",
    id: "id",
    publisher: "author.name",
  };
  it("are read by the mapping of the catalogue", async () => {
    const document = JSON.stringify({
      data: {
        posts: [
          {
            id: 7,
            date: "2026-11-24T09:00:00",
            link: "/p/7",
            title: { rendered: "Assessment &#8211; Nov 24" },
            excerpt: { rendered: "<p>What changed today on the ground, and what did not change at all.</p>" },
            author: { name: "Institute" },
          },
        ],
      },
    });
    const parsed = await parseDocument(document, mapping);
    if (parsed.status !== "read") throw new Error(parsed.reason);
    expect(
      toItems(parsed.feed, feedAt("https://institute.example/wp-json"), "https://institute.example/wp-json", NOW)
        .items[0],
    ).toMatchObject({
      title: "Assessment – Nov 24",
      url: "https://institute.example/p/7",
      publisher: "Institute",
      published: new Date("2026-11-24T09:00:00Z"),
    });
  });

  it.each([
    ["a list somewhere else", '{"posts": []}'],
    ["a path through inherited properties", '{"data": 1}'],
    ["no JSON at all", "<html></html>"],
  ])("name %s", async (_name, document) => {
    expect(
      await parseDocument(document, {
        ...mapping,
        items: document.includes("data") ? "constructor.name" : mapping.items,
      }),
    ).toMatchObject({ status: "refused" });
  });
});

describe("discoverFeeds", () => {
  it("finds the feeds that a page names", () => {
    const html =
      '<html><head><link rel="alternate" type="application/rss+xml" href="/feeds/new.xml"><link rel="alternate" type="text/html" hreflang="uk" href="/uk"><link rel="alternate" type="application/atom+xml" href="javascript:x"></head></html>';
    expect(discoverFeeds(html, "https://daily.example/news/")).toEqual(["https://daily.example/feeds/new.xml"]);
  });
});
