import { createServer as createHttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect, createServer, type Server, type Socket } from "node:net";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { type Fetcher, openFetcher } from "../../src/feeds/fetch.ts";
import { type Misbehaving, NOW, serve } from "./server.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

function fetcher(options: Partial<Parameters<typeof openFetcher>[0]> = {}): Fetcher {
  const opened = openFetcher({ allowPrivate: true, ...options });
  open.push(opened);
  return opened;
}

async function server(answer: Parameters<typeof serve>[0]): Promise<Misbehaving> {
  const opened = await serve(answer);
  open.push(opened);
  return opened;
}

async function listen(one: Server): Promise<number> {
  const sockets = new Set<Socket>();
  one.on("connection", (socket: Socket) => sockets.add(socket.on("error", () => undefined)));
  await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve));
  open.push({
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => one.close(resolve));
    },
  });
  return (one.address() as AddressInfo).port;
}

/** A server below HTTP: `answer` gets the raw socket. */
function rawServer(answer: (socket: Socket) => void): Promise<number> {
  return listen(createServer(answer));
}

const ask = { now: NOW };

describe("bodies", () => {
  const body = Buffer.from("<rss>".padEnd(5000, "x"));
  it.each<[string, Record<string, string>, Buffer]>([
    ["plain", {}, body],
    ["gzip", { "content-encoding": "gzip" }, gzipSync(body)],
    ["deflate", { "content-encoding": "deflate" }, deflateSync(body)],
    ["deflate without its frame", { "content-encoding": "deflate" }, deflateRawSync(body)],
    ["brotli", { "content-encoding": "br" }, brotliCompressSync(body)],
    ["gzip that no header names", {}, gzipSync(body)],
    ["gzip inside gzip", { "content-encoding": "gzip" }, gzipSync(gzipSync(body))],
    ["plain that calls itself gzip", { "content-encoding": "gzip" }, body],
    ["two codings", { "content-encoding": "deflate, gzip" }, gzipSync(deflateSync(body))],
    ["identity", { "content-encoding": "identity" }, body],
  ])("are unpacked: %s", async (_name, headers, bytes) => {
    const site = await server((__, response) => response.writeHead(200, headers).end(bytes));
    const fetched = await fetcher().get(site.origin, ask);
    expect(fetched.status === "ok" && fetched.bytes.equals(body)).toBe(true);
  });

  it("give what there is of gzip that breaks off", async () => {
    const noise = Buffer.from(Array.from({ length: 50_000 }, (_, index) => (index * 7919) % 251));
    const site = await server((_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(noise).subarray(0, -20)),
    );
    const fetched = await fetcher().get(site.origin, ask);
    expect(fetched.status === "ok" && fetched.bytes.length).toBeGreaterThan(0);
  });
});

describe("connections", () => {
  it("are kept alive from one GET to the next", async () => {
    const site = await server((_, response) => response.end("x"));
    const opened = fetcher();
    await opened.get(`${site.origin}/1`, ask);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await opened.get(`${site.origin}/2`, ask);
    expect(site.asked[0]?.socket.remotePort).toBe(site.asked[1]?.socket.remotePort);
  });

  it("that the server closed without a word are opened again", async () => {
    let answers = 0;
    const port = await rawServer((socket) => {
      socket.on("data", () => {
        answers += 1;
        if (answers === 2) socket.destroy();
        else socket.write("HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\nx");
      });
    });
    const opened = fetcher();
    expect((await opened.get(`http://127.0.0.1:${port}/1`, ask)).status).toBe("ok");
    expect((await opened.get(`http://127.0.0.1:${port}/2`, ask)).status).toBe("ok");
    expect(answers).toBe(3);
  });

  it("go through the feed's own proxy", async () => {
    const site = await server((_, response) => response.end("through"));
    const through: string[] = [];
    const proxy = createHttpServer();
    proxy.on("connect", (request, socket) => {
      through.push(request.url ?? "");
      const target = connect(Number(request.url?.split(":")[1]), "127.0.0.1", () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        target.pipe(socket).pipe(target);
      });
      for (const end of [socket, target]) end.on("error", () => undefined);
    });
    const port = await listen(proxy);
    const fetched = await fetcher().get(site.origin, { ...ask, proxy: `http://127.0.0.1:${port}` });
    expect(fetched.status === "ok" && fetched.bytes.toString()).toBe("through");
    expect(through).toEqual([new URL(site.origin).host]);
  });
});

describe("faults below HTTP", () => {
  it.each<[string, () => Promise<string>, string]>([
    ["a port that nobody listens on", async () => "http://127.0.0.1:1/", "connect"],
    [
      "TLS with a server that speaks none",
      async () => (await server(() => undefined)).origin.replace("http:", "https:"),
      "tls",
    ],
    [
      "a TLS handshake that never ends",
      async () => `https://127.0.0.1:${await rawServer(() => undefined)}/`,
      "timeout",
    ],
    [
      "an answer that is not HTTP",
      async () =>
        `http://127.0.0.1:${await rawServer((socket) => socket.on("data", () => socket.write("220 mail ready\r\n")))}/`,
      "http_broken",
    ],
    [
      "a server that hangs up",
      async () => `http://127.0.0.1:${await rawServer((socket) => socket.on("data", () => socket.destroy()))}/`,
      "connect",
    ],
    ["a name that nobody knows", async () => "http://nobody.example/", "dns"],
    ["no address at all", async () => "not an address", "refused_url"],
    ["another protocol", async () => "gopher://example.org/", "refused_url"],
  ])("are named: %s", async (_name, address, errorClass) => {
    const resolve = async () => Promise.reject(Object.assign(new Error("unknown"), { code: "ENOTFOUND" }));
    const opened = fetcher({ limits: { connectMs: 500 }, resolve });
    expect(await opened.get(await address(), ask)).toMatchObject({ status: "failed", errorClass });
  });
});

describe("politeness", () => {
  it("keeps hits of a public host apart and leaves it alone after a 429, while another host is asked", async () => {
    const site = await server((request, response) => {
      if (request.url === "/busy") response.writeHead(429, { "retry-after": "300" }).end();
      else response.end("x");
    });
    const port = Number(new URL(site.origin).port);
    const resolve = async () => [{ address: "127.0.0.1", family: 4 }];
    const opened = fetcher({ resolve, limits: { gapMs: 150 }, politeEverywhere: true });
    const at = (name: string, path: string) => `http://${name}.example:${port}${path}`;
    const start = performance.now();
    await Promise.all([
      opened.get(at("one", "/1"), ask),
      opened.get(at("one", "/2"), ask),
      opened.get(at("two", "/1"), ask),
    ]);
    expect(performance.now() - start).toBeGreaterThan(140);
    expect(await opened.get(at("one", "/busy"), ask)).toMatchObject({
      status: "failed",
      errorClass: "rate_limited",
      retryAfterMs: 300_000,
    });
    expect(await opened.get(at("one", "/3"), ask)).toMatchObject({ status: "deferred" });
    expect(await opened.get(at("two", "/3"), ask)).toMatchObject({ status: "ok" });
    expect(site.asked.filter((request) => request.url === "/3")).toHaveLength(1);
  });

  it("is not kept for names that lead to private addresses, where these are allowed", async () => {
    const site = await server((_, response) => response.end("x"));
    const resolve = async () => [{ address: "127.0.0.1", family: 4 }];
    const opened = fetcher({ resolve, limits: { gapMs: 5000 } });
    const start = performance.now();
    const address = `http://farm:${new URL(site.origin).port}/`;
    const fetched = await Promise.all(Array.from({ length: 10 }, () => opened.get(address, ask)));
    expect(fetched.map((one) => one.status)).toEqual(new Array(10).fill("ok"));
    expect(performance.now() - start).toBeLessThan(4000);
  });
});
