import { expect, test } from "vitest";
import { canonicalLink } from "../../src/core/link.ts";

test.each([
  ["https://www.Example.com/World/story-1/", "example.com/World/story-1"],
  ["http://m.example.com/a", "example.com/a"],
  ["https://amp.example.co.uk/a", "example.co.uk/a"],
  ["https://example.com/a/amp/", "example.com/a"],
  ["https://example.com/a.amp.html", "example.com/a"],
  ["https://example.com/a?amp=1", "example.com/a"],
  ["https://example.com/a#part", "example.com/a"],
  ["https://example.com/a?utm_source=rss&utm_medium=x", "example.com/a"],
  ["https://example.com/a?amp;utm_source=rss&id=4", "example.com/a?id=4"],
  ["https://example.com/a?fbclid=1&gclid=2&yclid=3&at_medium=RSS&ref=home", "example.com/a"],
  ["https://example.com/?id=7", "example.com?id=7"],
  ["https://example.com/show?newsid=2&id=1", "example.com/show?id=1&newsid=2"],
  ["https://example.com:8443/a", "example.com:8443/a"],
  ["https://m.net/a", "m.net/a"],
  ["  https://example.com/a  ", "example.com/a"],
])("%s is %s", (address, link) => {
  expect(canonicalLink(address)).toBe(link);
});

test.each([
  ["https://example.com/"],
  ["https://example.com?utm_source=x"],
  ["tag:example.com,2026:1"],
  ["mailto:a@example.com"],
  ["/a/b"],
  [""],
])("%s is no page's address", (address) => {
  expect(canonicalLink(address)).toBeUndefined();
});

test("an unknown parameter is kept, since it may choose the page", () => {
  expect(canonicalLink("https://example.com/view?p=1")).not.toBe(canonicalLink("https://example.com/view?p=2"));
});

test("spelling a canonical link again changes nothing", () => {
  const once = canonicalLink("https://www.example.com/a//b/?b=2&a=%C3%A9&utm_id=1");
  expect(canonicalLink(`https://${once}`)).toBe(once);
});
