import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import type { FeedReader, FeedState } from "../../src/core/ports.ts";
import { openReader, type ReaderOptions } from "../../src/feeds/reader.ts";
import { entry, FRESH, feedAt, later, type Misbehaving, NOW, polls, rss, serve, titles } from "./server.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

function reader(options: Partial<ReaderOptions> = {}): FeedReader {
  const opened = openReader({ allowPrivate: true, ...options });
  open.push(opened);
  return opened;
}

async function server(answer: Parameters<typeof serve>[0]): Promise<Misbehaving> {
  const opened = await serve(answer);
  open.push(opened);
  return opened;
}

const DOCUMENT = rss(entry("One") + entry("Two"));

describe("rule 1: conditional GET", () => {
  it("sends both validators back exactly as received, and takes new ones from a 304", async () => {
    const site = await server((request, response, count) => {
      if (count === 1)
        response.writeHead(200, { etag: 'W/"a,b"', "last-modified": "Tue, 24 Nov 2026 09:00:00 GMT" }).end(DOCUMENT);
      else
        response
          .writeHead(304, { etag: `"${request.headers["if-none-match"] === 'W/"a,b"' ? "second" : "third"}"` })
          .end();
    });
    const { readings, state } = await polls(reader(), feedAt(site.origin), [NOW, later(5), later(10)]);
    expect(readings.map((reading) => reading.status)).toEqual(["read", "unchanged", "unchanged"]);
    expect(site.asked[1]?.headers["if-modified-since"]).toBe("Tue, 24 Nov 2026 09:00:00 GMT");
    expect(site.asked[2]?.headers["if-none-match"]).toBe('"second"');
    expect(state.etag).toBe('"third"');
  });

  it("keeps no validators of a document that could not be read", async () => {
    const site = await server((_, response) =>
      response.writeHead(200, { etag: '"bad"' }).end("<html><body>hello</body></html>"),
    );
    const { state } = await polls(reader(), feedAt(site.origin), [NOW]);
    expect(state.etag).toBeUndefined();
    expect(state.bodyHash).toBeUndefined();
  });

  it("knows the same body again where the server ignores validators", async () => {
    const site = await server((_, response) => response.end(DOCUMENT));
    const { readings } = await polls(reader(), feedAt(site.origin), [NOW, later(5)]);
    expect(readings.map((reading) => reading.status)).toEqual(["read", "unchanged"]);
  });

  it("drops a validator from the future, and asks for the whole document once a day", async () => {
    const site = await server((_, response) =>
      response.writeHead(200, { "last-modified": "Fri, 01 Mar 2041 00:00:00 GMT" }).end(DOCUMENT),
    );
    await polls(reader(), feedAt(site.origin), [NOW, later(5)]);
    expect(site.asked[1]?.headers["if-modified-since"]).toBeUndefined();
    const other = await server((_, response) => response.writeHead(200, { etag: '"x"' }).end(DOCUMENT));
    await polls(reader(), feedAt(other.origin), [NOW, later(60), later(25 * 60), later(25 * 60 + 5)]);
    expect(other.asked.map((request) => request.headers["if-none-match"])).toEqual([
      undefined,
      '"x"',
      undefined,
      '"x"',
    ]);
  });
});

describe("rule 2: 429 and 503", () => {
  it.each([
    [429, "120", "rate_limited", 120_000],
    [503, "Tue, 24 Nov 2026 13:00:00 GMT", "rate_limited", 3_600_000],
    [429, "99999999", "rate_limited", 86_400_000],
    [429, "soon", "rate_limited", undefined],
    [503, undefined, "server_error", undefined],
  ])("%i with Retry-After %s is %s and waits", async (status, header, errorClass, ms) => {
    const site = await server((_, response) =>
      response.writeHead(status, header === undefined ? {} : { "retry-after": header }).end("no"),
    );
    const reading = await reader().read(feedAt(site.origin), FRESH, NOW);
    expect(reading).toMatchObject({ status: "failed", errorClass });
    if (reading.status !== "failed") throw new Error("not failed");
    expect(reading.retryAfterMs).toBe(ms);
    expect((reading.state?.notBefore?.getTime() ?? 0) - NOW.getTime()).toBeGreaterThanOrEqual(ms ?? 50_000);
  });

  it("backs off twice as long each time, up to six hours", async () => {
    const site = await server((_, response) => response.writeHead(500).end());
    const times = Array.from({ length: 14 }, (_, index) => later(index * 600));
    const { readings } = await polls(reader(), feedAt(site.origin), times);
    const waits = readings.map(
      (reading, index) => (reading.state?.notBefore?.getTime() ?? 0) - (times[index]?.getTime() ?? 0),
    );
    expect(waits[3]).toBeGreaterThan((waits[0] ?? 0) * 4);
    expect(Math.max(...waits)).toBeLessThanOrEqual(6 * 3_600_000);
    expect(waits.at(-1)).toBeGreaterThan(4 * 3_600_000);
  });
});

describe("rule 3: gone, missing, blocked", () => {
  it("ends at 410", async () => {
    const site = await server((_, response) => response.writeHead(410).end());
    const reading = await reader().read(feedAt(site.origin), FRESH, NOW);
    expect(reading).toMatchObject({ errorClass: "gone", gone: true });
    expect(reading.state?.notBefore?.getTime()).toBeGreaterThan(later(60 * 24 * 20).getTime());
  });

  it("backs off at 404 and gives up only after two weeks of it", async () => {
    const site = await server((_, response) => response.writeHead(404).end());
    const { readings } = await polls(reader(), feedAt(site.origin), [NOW, later(60 * 24 * 13), later(60 * 24 * 15)]);
    expect(readings.map((reading) => reading.status === "failed" && reading.gone === true)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it.each([401, 403, 406, 451])(
    "takes %i as blocked and asks the fallback, which it keeps for some hours",
    async (status) => {
      const site = await server((request, response) => {
        if (request.url === "/first") response.writeHead(status).end("no");
        else response.writeHead(200, { etag: '"f"' }).end(DOCUMENT);
      });
      const feed = feedAt(`${site.origin}/first`, { fallbacks: [`${site.origin}/second`] });
      const { readings } = await polls(reader(), feed, [NOW, later(10)]);
      expect(titles(readings[0])).toEqual(["One", "Two"]);
      expect(site.asked.map((request) => request.url)).toEqual(["/first", "/second", "/second"]);
      expect(site.asked[2]?.headers["if-none-match"]).toBe('"f"');
    },
  );

  it("names a blocked feed without a fallback and waits half an hour or more", async () => {
    const site = await server((_, response) => response.writeHead(403).end("no"));
    const reading = await reader().read(feedAt(site.origin), FRESH, NOW);
    expect(reading).toMatchObject({ status: "failed", errorClass: "blocked" });
    expect(reading.state?.notBefore?.getTime()).toBeGreaterThan(later(20).getTime());
  });
});

describe("rule 4: redirects", () => {
  const redirecting = (status: number) =>
    server((request, response) => {
      if (request.url === "/old") response.writeHead(status, { location: "/new" }).end();
      else response.end(rss(entry(`Story ${Math.random()}`)));
    });

  it.each([
    [301, true],
    [308, true],
    [302, false],
    [303, false],
    [307, false],
  ])("%i: adopted once it has been stable is %s", async (status, adopted) => {
    const site = await redirecting(status);
    await polls(reader(), feedAt(`${site.origin}/old`), [NOW, later(5), later(10), later(15)]);
    const wanted = ["/old", "/new", "/old", "/new", "/old", "/new", ...(adopted ? ["/new"] : ["/old", "/new"])];
    expect(site.asked.map((request) => request.url)).toEqual(wanted);
  });

  it("goes back to the old address where the adopted one stops answering", async () => {
    const site = await server((request, response, count) => {
      if (request.url === "/old" && count < 7) response.writeHead(301, { location: "/new" }).end();
      else if (request.url === "/new" && count >= 7) response.writeHead(404).end();
      else response.end(rss(entry(`Story ${count}`)));
    });
    const { readings } = await polls(reader(), feedAt(`${site.origin}/old`), [NOW, later(5), later(10), later(15)]);
    expect(readings[3]?.status).toBe("read");
    expect(site.asked.slice(6).map((request) => request.url)).toEqual(["/new", "/old"]);
  });

  it("cuts circles and long chains", async () => {
    const site = await server((request, response) => {
      const hop = Number(request.url?.slice(2) ?? 0);
      const to = request.url?.startsWith("/c") ? `/c${(hop + 1) % 2}` : `/l${hop + 1}`;
      response.writeHead(hop % 2 ? 301 : 302, { location: to }).end();
    });
    for (const path of ["/c0", "/l0"])
      expect(titles(await reader().read(feedAt(site.origin + path), FRESH, NOW))).toEqual(["failed: redirect_loop"]);
    expect(site.asked.length).toBeLessThanOrEqual(2 + 6);
  });

  it.each([
    "http://169.254.169.254/latest/meta-data",
    "file:///etc/passwd",
    "http://user:secret@192.168.1.1/",
    "http://[::ffff:169.254.169.254]/",
  ])("refuses a hop to %s", async (target) => {
    const site = await server((_, response) => response.writeHead(302, { location: target }).end());
    expect(titles(await reader().read(feedAt(site.origin), FRESH, NOW))).toEqual(["failed: refused_address"]);
  });
});

describe("rule 5: pages in place of feeds", () => {
  const html = (inside: string) => `<!DOCTYPE html><html><head>${inside}</head><body></body></html>`;
  it.each([
    ["Cloudflare", 200, {}, html("<title>Just a moment...</title>"), "blocked"],
    ["Cloudflare by its header", 200, { "cf-mitigated": "challenge" }, DOCUMENT, "blocked"],
    ["Cloudflare with 503", 503, {}, html("<title>Just a moment...</title>"), "blocked"],
    [
      "Incapsula called a feed",
      200,
      { "content-type": "application/rss+xml" },
      html('<script src="/_Incapsula_Resource?x=1">'),
      "blocked",
    ],
    ["a captcha", 200, {}, html('<div class="g-recaptcha"></div>'), "blocked"],
    ["a consent page", 200, {}, html("<title>Before you continue to Google Search</title>"), "consent"],
    ["a plain page", 200, {}, html("<title>News</title>"), "html"],
    ["an error in JSON", 200, { "content-type": "application/json" }, '{"error":"Too Many Requests"}', "not_a_feed"],
    ["nothing", 200, {}, "", "empty"],
    ["no document", 204, {}, "", "empty"],
  ])("names %s", async (_name, status, headers, body, errorClass) => {
    const site = await server((__, response) => response.writeHead(status, headers).end(body));
    expect(titles(await reader().read(feedAt(site.origin), FRESH, NOW))).toEqual([`failed: ${errorClass}`]);
  });

  it("reads a feed that is called text/html", async () => {
    const site = await server((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(DOCUMENT));
    expect(titles(await reader().read(feedAt(site.origin), FRESH, NOW))).toEqual(["One", "Two"]);
  });
});

describe("rule 6: who asks, and for what", () => {
  it("says its stable name and asks for feeds first, unless the feed wants another name", async () => {
    const site = await server((_, response) => response.end(DOCUMENT));
    await reader().read(feedAt(site.origin), FRESH, NOW);
    await reader().read(feedAt(site.origin, { userAgent: "Something Else" }), FRESH, NOW);
    expect(site.asked[0]?.headers["user-agent"]).toMatch(/^Shiftwire\//);
    expect(site.asked[0]?.headers.accept).toMatch(/^application\/rss\+xml.*\*\/\*;q=0\.\d$/);
    expect(site.asked[1]?.headers["user-agent"]).toBe("Something Else");
  });
});

describe("rule 7: time and size", () => {
  const short = { firstByteMs: 200, totalMs: 500 };
  const small = { bytes: 200_000, packedBytes: 100_000 };
  const bomb = gzipSync(Buffer.alloc(30_000_000));
  it.each([
    ["silence before the first byte", () => undefined, "timeout"],
    [
      "a body that trickles",
      (response: import("node:http").ServerResponse) => {
        response.writeHead(200);
        const timer = setInterval(() => response.write("<"), 20);
        response.on("close", () => clearInterval(timer));
      },
      "timeout",
    ],
    [
      "a body without end",
      (response: import("node:http").ServerResponse) => {
        response.writeHead(200);
        const more = () => {
          while (!response.destroyed && response.write("x".repeat(10_000)));
        };
        response.on("drain", more);
        more();
      },
      "too_large",
    ],
    [
      "a length that is too much",
      (response: import("node:http").ServerResponse) =>
        response.writeHead(200, { "content-length": "90000000" }).write("x"),
      "too_large",
    ],
    [
      "a bomb",
      (response: import("node:http").ServerResponse) =>
        response.writeHead(200, { "content-encoding": "gzip" }).end(bomb),
      "too_large",
    ],
    ["a bomb that no header names", (response: import("node:http").ServerResponse) => response.end(bomb), "too_large"],
    [
      "a flood of headers",
      (response: import("node:http").ServerResponse) =>
        response
          .writeHead(200, Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`x-${index}`, "y".repeat(60)])))
          .end(),
      "too_large",
    ],
    [
      "a broken gzip",
      (response: import("node:http").ServerResponse) =>
        response.writeHead(200, { "content-encoding": "br" }).end("not brotli at all"),
      "bad_encoding",
    ],
    [
      "a coding that nobody knows",
      (response: import("node:http").ServerResponse) =>
        response.writeHead(200, { "content-encoding": "compress-o-matic" }).end("?"),
      "bad_encoding",
    ],
    [
      "a connection cut in the middle",
      (response: import("node:http").ServerResponse) => {
        response.writeHead(200, { "content-length": "5000" }).write("<rss");
        setTimeout(() => response.destroy(), 20);
      },
      "connect",
    ],
  ])("%s costs little and is named", async (_name, misbehave, errorClass) => {
    const site = await server((__, response) => void misbehave(response));
    const limits = errorClass === "timeout" ? short : small;
    const start = performance.now();
    expect(titles(await reader({ limits }).read(feedAt(site.origin), FRESH, NOW))).toEqual([`failed: ${errorClass}`]);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe("rule 8: politeness", () => {
  it("spreads feeds over their interval and keeps each in its slot", async () => {
    const site = await server((_, response) => response.end(DOCUMENT));
    const waits = new Set<number>();
    for (let index = 0; index < 12; index += 1) {
      const reading = await reader().read(feedAt(site.origin, { id: `feed-${index}` }), FRESH, NOW);
      waits.add(reading.state?.notBefore?.getTime() ?? 0);
    }
    expect(waits.size).toBeGreaterThan(8);
  });
});

describe("rule 9: scheduling", () => {
  it("takes ttl and max-age as advice, skips the hours that the feed names, and hurries official feeds", async () => {
    const dates = Array.from(
      { length: 10 },
      (_, index) => `<pubDate>${new Date(NOW.getTime() - index * 4 * 3_600_000).toUTCString()}</pubDate>`,
    );
    const slow = dates.map((date, index) => entry(`Story ${index}`, `/${index}`, date)).join("");
    const site = await server((request, response) => {
      if (request.url === "/skip") response.end(rss(slow, "<skipHours><hour>13</hour><hour>14</hour></skipHours>"));
      else response.end(rss(slow, "<ttl>30</ttl>"));
    });
    const wait = async (path: string, more = {}) => {
      const reading = await reader().read(feedAt(site.origin + path, more), FRESH, NOW);
      return ((reading.state?.notBefore?.getTime() ?? 0) - NOW.getTime()) / 60_000;
    };
    expect(await wait("/")).toBeGreaterThan(60);
    expect(await wait("/", { official: true })).toBeLessThanOrEqual(6);
    const skipped = new Date(NOW.getTime() + (await wait("/skip")) * 60_000).getUTCHours();
    expect([13, 14]).not.toContain(skipped);
  });
});

describe("rule 10: hubs", () => {
  it("reads a feed that names a hub by polling it, and takes the hub for no article", async () => {
    const hub = '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="https://hub.example/"/>';
    const site = await server((_, response) => response.end(rss(entry("One", "https://daily.example/one"), hub)));
    const reading = await reader().read(feedAt(site.origin), FRESH, NOW);
    expect(reading.status === "read" && reading.items.map((item) => item.url)).toEqual(["https://daily.example/one"]);
  });
});

describe("rule 11: addresses", () => {
  it("refuses loopback unless private feeds are allowed, and connects to nothing", async () => {
    const site = await server((_, response) => response.end(DOCUMENT));
    const port = new URL(site.origin).port;
    for (const host of [
      "127.0.0.1",
      "2130706433",
      "0177.0.0.1",
      "0x7f.1",
      "[::1]",
      "[::ffff:127.0.0.1]",
      "localhost",
    ]) {
      const reading = await reader({ allowPrivate: false }).read(feedAt(`http://${host}:${port}/`), FRESH, NOW);
      expect(titles(reading), host).toEqual(["failed: refused_url"]);
    }
    expect(site.asked).toHaveLength(0);
  });

  it("refuses a name that leads to a private address, checked at the connection itself", async () => {
    const site = await server((_, response) => response.end(DOCUMENT));
    const resolve = async () => [{ address: "127.0.0.1", family: 4 }];
    const reading = await reader({ allowPrivate: false, resolve }).read(
      feedAt("http://news.example.com/feed"),
      FRESH,
      NOW,
    );
    expect(titles(reading)).toEqual(["failed: refused_address"]);
    expect(site.asked).toHaveLength(0);
  });

  it("resolves a name once for a connection, so that a second answer gains nothing", async () => {
    const site = await server((_, response) => response.end(DOCUMENT));
    let asked = 0;
    // the first question is whether the host is private at all, the second makes the connection
    const resolve = async () => [{ address: ++asked <= 2 ? "127.0.0.1" : "169.254.169.254", family: 4 }];
    const reading = await reader({ resolve }).read(
      feedAt(`http://rebinding.example.com:${new URL(site.origin).port}/`),
      FRESH,
      NOW,
    );
    expect(titles(reading)).toEqual(["One", "Two"]);
    expect(asked).toBe(2);
  });
});

describe("rule 12: charsets", () => {
  it("decodes the whole body at once, whatever it is cut into", async () => {
    const bytes = Buffer.from(rss(entry("Миротворці ООН", "/1")));
    const site = await server((_, response) => {
      for (const byte of bytes) response.write(Buffer.from([byte]));
      response.end();
    });
    expect(titles(await reader().read(feedAt(site.origin), FRESH, NOW))).toEqual(["Миротворці ООН"]);
  });
});

describe("rule 13: clean titles", () => {
  it("decodes entities once, drops tags and what hides in words", async () => {
    const site = await server((_, response) =>
      response.end(rss(entry("&lt;b&gt;Blue&lt;/b&gt; &amp;amp; peace\u200bkeepers \u202eback\u202c e\u0301", "/1"))),
    );
    expect(titles(await reader().read(feedAt(site.origin), FRESH, NOW))).toEqual(["Blue & peacekeepers back é"]);
  });
});

describe("rule 14: links", () => {
  it("makes links absolute, http(s) only and free of tracking", async () => {
    const site = await server((_, response) =>
      response.end(
        rss(
          entry("A", "/a?utm_source=x&amp;id=7") +
            entry("B", "javascript:alert(1)") +
            entry("C", "//cdn.example.org/c?at_medium=RSS"),
        ),
      ),
    );
    const reading = await reader().read(feedAt(site.origin), FRESH, NOW);
    expect(reading.status === "read" && reading.items.map((item) => item.url)).toEqual([
      "https://daily.example/a?id=7",
      undefined,
      "https://cdn.example.org/c",
    ]);
  });
});

describe("rule 15: identity", () => {
  it("keeps an entry's id while its headline, guid, date and place change", async () => {
    const first = rss(
      entry("Live: force", "https://daily.example/a?at_medium=RSS", "<guid>https://daily.example/a#0</guid>") +
        entry("Other", "/o"),
    );
    const second = rss(
      entry("Other", "/o") +
        entry(
          "Live: force agreed",
          "https://daily.example/a",
          "<guid>https://daily.example/a#3</guid><pubDate>Tue, 24 Nov 2026 11:00:00 GMT</pubDate>",
        ),
    );
    const site = await server((_, response, count) => response.end(count === 1 ? first : second));
    const { readings } = await polls(reader(), feedAt(site.origin), [NOW, later(5)]);
    const ids = readings.map((reading) =>
      reading.status === "read"
        ? reading.items.filter((item) => item.title.startsWith("Live")).map((item) => item.id)
        : [],
    );
    expect(ids[0]).toHaveLength(1);
    expect(ids[0]).toEqual(ids[1]);
  });
});

describe("rule 16: dates", () => {
  it("keeps the feed where a date is rubbish, and leaves that date open", async () => {
    const site = await server((_, response) =>
      response.end(
        `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>A</title><id>a</id><updated>rubbish</updated></entry><entry><title>B</title><id>b</id><updated>2026-11-24T10:00:00Z</updated></entry></feed>`,
      ),
    );
    const reading = await reader().read(feedAt(site.origin), FRESH, NOW);
    expect(reading.status === "read" && reading.items.map((item) => item.published?.toISOString())).toEqual([
      undefined,
      "2026-11-24T10:00:00.000Z",
    ]);
  });
});

describe("rule 17: first contact", () => {
  it("says that the next reading is no first contact any more, after a good one only", async () => {
    const site = await server((_, response, count) =>
      count === 1 ? response.writeHead(500).end() : response.end(DOCUMENT),
    );
    const opened = reader();
    const first = await polls(opened, feedAt(site.origin), [NOW]);
    expect(first.state.firstContact).toBe(true);
    const second = await polls(opened, feedAt(site.origin), [later(5)], first.state);
    expect(second.state.firstContact).toBe(false);
  });
});

describe("rule 18: one bad entry, one bad feed", () => {
  it("loses only the bad entry", async () => {
    const site = await server((_, response) =>
      response.end(
        `${rss(`${entry("One")}<item/>${entry("Two")}`).replace("</channel></rss>", "")}<item><title>Cut in the mi`,
      ),
    );
    const reading = await reader().read(feedAt(site.origin), FRESH, NOW);
    expect(titles(reading)).toEqual(["One", "Two"]);
    expect(reading.status === "read" && reading.broken.join()).toMatch(/2|entry/);
  });

  it("does not let a slow feed hold up another", async () => {
    const slow = await server(() => undefined);
    const quick = await server((_, response) => response.end(DOCUMENT));
    const opened = reader({ limits: { firstByteMs: 1500 } });
    const order: string[] = [];
    const waiting = opened.read(feedAt(slow.origin), FRESH, NOW).then(() => order.push("slow"));
    expect(titles(await opened.read(feedAt(quick.origin), FRESH, NOW))).toEqual(["One", "Two"]);
    order.push("quick");
    await waiting;
    expect(order).toEqual(["quick", "slow"]);
  });
});

describe("rule 19: health", () => {
  it("keeps last success, newest entry, error class and errors in a row", async () => {
    const site = await server((_, response, count) =>
      count === 2 || count === 3 ? response.writeHead(502).end() : response.end(rss(entry(`Story ${count}`))),
    );
    const opened = reader();
    const states: FeedState[] = [];
    let state = FRESH;
    for (const now of [NOW, later(5), later(10), later(15)]) {
      state = (await polls(opened, feedAt(site.origin), [now], state)).state;
      states.push(state);
    }
    expect(states.map((one) => [one.errors, one.errorClass, one.lastSuccess?.getTime()])).toEqual([
      [0, "", NOW.getTime()],
      [1, "server_error", NOW.getTime()],
      [2, "server_error", NOW.getTime()],
      [0, "", later(15).getTime()],
    ]);
    expect(states[3]?.newestItem?.toISOString()).toBe("2026-11-24T10:00:00.000Z");
  });

  it("notes a gap where nothing of the last poll is left in the window", async () => {
    const at = (hour: number) => `<pubDate>Tue, 24 Nov 2026 ${String(hour).padStart(2, "0")}:00:00 GMT</pubDate>`;
    const site = await server((_, response, count) =>
      response.end(rss(count === 1 ? entry("A", "/a", at(1)) : entry("B", "/b", at(9)) + entry("C", "/c", at(10)))),
    );
    const { readings } = await polls(reader(), feedAt(site.origin), [NOW, later(5)]);
    expect(readings[1]?.status === "read" && readings[1].broken).toContain(
      "entries may have been missed since the last poll",
    );
  });
});
