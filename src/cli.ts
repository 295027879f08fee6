#!/usr/bin/env node
import { readdirSync, readFileSync } from "node:fs";
import { loadConfig } from "./config.ts";
import { type Coder, openCoder } from "./core/coder.ts";
import { sketch } from "./core/explain.ts";
import type { Phrases } from "./core/strings.ts";
import { toStrings } from "./core/strings.ts";
import { identify, openCatalog, readFeeds, readStrings } from "./data.ts";
import { examine } from "./doctor.ts";
import { parseCases, report } from "./evaluate.ts";
import { checkFeeds } from "./feeds/check.ts";
import { openReader } from "./feeds/reader.ts";
import { openHouse } from "./house.ts";
import { eachLine } from "./lines.ts";
import { openLog } from "./log.ts";
import { alertRows, documents, lineItem } from "./replay.ts";
import { openStore } from "./store/index.ts";

const USAGE = `shiftwire VERB
  code [--topic ID] [--explain]   items (JSON lines on standard input) → who holds which position
  stories                         items → the story that each joined or founded
  replay [--feeds DIR]            items, or the feed documents of a folder, through the whole pipeline → alert revisions
  eval [FILE…]                    labelled cases against the coder
  feeds [--json]                  checks every feed of the catalogue
  doctor                          configuration, tokens, database: what is wrong and what to do
  backup FILE                     a consistent copy of the database
  demo                            the product on sample feeds, without token or network
`;

const out = (text: string) => void process.stdout.write(text);
const complain = (text: string) => void process.stderr.write(text);
const log = openLog({ level: "error", pretty: process.stderr.isTTY === true, secrets: [], write: complain });

function option(name: string, args: readonly string[]): string | undefined {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? undefined : args[at + 1];
}

async function code(args: readonly string[]): Promise<number> {
  const explain = args.includes("--explain");
  const coder: Coder = openCoder(openCatalog(option("topic", args) ?? "foreign-troops"), identify);
  const bad = await eachLine(process.stdin, complain, (line) => {
    const item = {
      title: line.title,
      text: line.text,
      ...(line.date ? { date: line.date.toISOString() } : {}),
      ...(line.lang ? { lang: line.lang } : {}),
    };
    const { coding, analysis } = coder.explain(item);
    out(
      `${JSON.stringify({ id: line.id, ...coding, ...(explain ? { explanation: analysis ? sketch(analysis) : ["no force word in any language"] } : {}) })}\n`,
    );
  });
  return bad === 0 ? 0 : 1;
}

async function openFresh() {
  const store = openStore(":memory:");
  const house = await openHouse({ store, log, now: () => new Date() });
  return { store, house };
}

async function stories(): Promise<number> {
  const { store, house } = await openFresh();
  // only what is on topic is remembered
  const known = new Map<string, string>();
  let last = new Date(0);
  const bad = await eachLine(process.stdin, complain, async (line) => {
    const item = lineItem(line, last);
    last = item.firstSeen;
    const outcome = await house.take(item, { now: item.firstSeen });
    let story = outcome?.story?.id;
    if (!outcome) {
      const sighting = await store.sight(item);
      if (sighting.status === "unchanged") story = known.get(sighting.id);
    }
    if (story !== undefined) known.set(item.id, story);
    out(`${JSON.stringify({ id: line.id, story: story ?? null })}\n`);
  });
  await store.close();
  return bad === 0 ? 0 : 1;
}

async function replay(args: readonly string[]): Promise<number> {
  const { store, house } = await openFresh();
  const phrases: Phrases = toStrings(readStrings()).phrases("en", "UTC");
  const folder = option("feeds", args);
  let bad = 0;
  if (folder === undefined) {
    let last = new Date(0);
    bad = await eachLine(process.stdin, complain, async (line) => {
      const item = lineItem(line, last);
      last = item.firstSeen;
      for (const row of alertRows(await house.take(item, { now: item.firstSeen }), phrases))
        out(`${JSON.stringify(row)}\n`);
    });
  } else {
    for await (const document of documents(folder)) {
      if (document.problem !== undefined) {
        bad++;
        complain(`${document.name}: ${document.problem}\n`);
      }
      for (const item of document.items)
        for (const row of alertRows(await house.take(item, { now: item.firstSeen }), phrases))
          out(`${JSON.stringify(row)}\n`);
    }
  }
  await store.close();
  return bad === 0 ? 0 : 1;
}

function evaluate(args: readonly string[]): number {
  const files = args.filter((a) => !a.startsWith("--") && a !== option("errors", args));
  const own = new URL("../tests/cases/", import.meta.url);
  const names =
    files.length > 0
      ? files
      : readdirSync(own)
          .filter((n) => /^foreign-troops\..*\.json$/.test(n))
          .sort()
          .map((n) => new URL(n, own).pathname);
  const cases = names.flatMap((name) => parseCases(readFileSync(name, "utf8"), name));
  const coder = openCoder(openCatalog(), identify);
  out(
    report(
      cases,
      (one) => coder.code({ title: one.title, text: one.text ?? "", ...(one.date ? { date: one.date } : {}) }),
      Number(option("errors", args) ?? 0),
    ),
  );
  return 0;
}

async function feeds(args: readonly string[]): Promise<number> {
  const reading = loadConfig();
  if (reading.status === "bad") throw new Error(reading.problems.join("\n"));
  const list = readFeeds(reading.config.feeds).filter((feed) => feed.enabled !== false);
  const reader = openReader({ allowPrivate: reading.config.allowPrivateFeeds, log });
  let done = 0;
  const bar = process.stderr.isTTY === true;
  const checks = await checkFeeds(
    list,
    reader,
    () => {
      done++;
      if (bar)
        complain(`\r${"█".repeat(Math.round((done / list.length) * 40)).padEnd(40, "░")} ${done}/${list.length}`);
    },
    () => new Date(),
  );
  if (bar) complain("\n");
  await reader.close();
  if (args.includes("--json"))
    out(
      `${JSON.stringify(
        checks.map(({ feed, ...rest }) => ({ id: feed.id, url: feed.url, ...rest })),
        undefined,
        1,
      )}\n`,
    );
  else {
    out(`${"feed".padEnd(34)} ${"state".padEnd(8)} items    ms  newest                says\n`);
    for (const c of checks)
      out(
        `${c.feed.id.slice(0, 34).padEnd(34)} ${c.status.padEnd(8)} ${String(c.items).padStart(5)} ${String(c.ms).padStart(5)}  ${(c.newest?.toISOString().slice(0, 16) ?? "–").padEnd(20)}  ${c.reason ?? ""}\n`,
      );
  }
  return checks.every((c) => c.status !== "failed") ? 0 : 1;
}

async function doctor(): Promise<number> {
  const found = await examine(loadConfig(), {
    data: () => `${openCatalog().tongues.size} languages, ${openCatalog().actors.size} actors`,
    feeds: (file) => `${readFeeds(file).length} feeds`,
    async database(file) {
      const store = openStore(file, { as: "beside" });
      const { length } = await store.feeds();
      await store.close();
      return `${file} is in order, ${length} feeds known`;
    },
  });
  for (const one of found) out(`${one.well ? "✓" : "✗"} ${one.what.padEnd(9)} ${one.says}\n`);
  return found.every((one) => one.well) ? 0 : 1;
}

async function backup(args: readonly string[]): Promise<number> {
  const [file] = args;
  if (!file) throw new Error("backup needs the name of the file to write");
  const reading = loadConfig();
  if (reading.status === "bad") throw new Error(reading.problems.join("\n"));
  const store = openStore(reading.config.database, { as: "beside" });
  await store.backup(file);
  await store.close();
  out(`${file} is written\n`);
  return 0;
}

async function demo(): Promise<number> {
  const { demo: play } = await import("./demo.ts");
  await play();
  return 0;
}

const verbs: Readonly<Record<string, (args: readonly string[]) => number | Promise<number>>> = {
  code,
  stories,
  replay,
  eval: evaluate,
  feeds,
  doctor,
  backup,
  demo,
};

const [name = "", ...rest] = process.argv.slice(2);
const verb = verbs[name];
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
if (!verb) {
  complain(name === "" || name === "help" || name === "--help" ? USAGE : `there is no verb ${name}\n${USAGE}`);
  process.exitCode = name === "help" || name === "--help" ? 0 : 2;
} else {
  try {
    process.exitCode = await verb(rest);
  } catch (error) {
    complain(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
