import { readdirSync, readFileSync } from "node:fs";
import { eld } from "eld/extrasmall";
import type { Actor, Catalog, Office, Tongue, Topic } from "./core/catalog.ts";
import { compileLexicon, type Lexicon, type Phrase } from "./core/lexicon.ts";
import type { Model } from "./core/linear.ts";
import type { Stance } from "./core/model.ts";
import type { Feed } from "./core/ports.ts";
import type { PublisherFamily } from "./core/publisher.ts";
import { normalWord } from "./core/text.ts";

/** The languages that items are coded in. */
export const LANGUAGES = ["en", "uk", "ru", "de", "fr", "pl", "es", "it", "tr", "ar", "ro", "cs"] as const;
const NEIGHBOURS = ["bg", "sr", "be", "pt", "nl", "fa"];
const LATIN = new Set(["en", "de", "fr", "pl", "es", "it", "tr", "ro", "cs"]);

interface LanguageFile {
  readonly code: string;
  readonly suffix: number;
  readonly apostrophe?: "suffix" | "split" | "join";
  readonly fold?: boolean;
  readonly clitics?: readonly string[];
  readonly abbreviations?: readonly string[];
  readonly suffixes?: Readonly<Record<string, readonly string[]>>;
  readonly prefixes?: Readonly<Record<string, readonly string[]>>;
  readonly forward?: readonly string[];
  readonly gap?: number;
  readonly comitative?: { readonly prepositions: readonly string[]; readonly endings: readonly string[] };
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly topics: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

interface NamesFile {
  readonly actors: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly persons?: Readonly<Record<string, readonly string[]>>;
  readonly masks?: readonly string[];
}

interface ActorsFile {
  readonly states: Readonly<Record<string, { weight?: number; groups?: readonly string[] }>>;
  readonly organisations: Readonly<Record<string, { weight?: number; members?: readonly string[] }>>;
  readonly missions: Readonly<
    Record<string, { place?: string | readonly string[]; org?: string; object?: string; weight?: number }>
  >;
  readonly persons: Readonly<Record<string, { name?: readonly string[]; offices: readonly Office[] }>>;
}

const EVEN = { strong: 0.5, firm: 0.5, soft: 0.5 } as const;

interface TopicFile extends Omit<Topic, "strong" | "vague" | "firm" | "belligerents" | "sure" | "relevant"> {
  readonly strong: readonly string[];
  readonly vague?: readonly string[];
  readonly firm?: Topic["firm"];
  readonly belligerents?: readonly string[];
  readonly sure?: Topic["sure"];
  readonly relevant?: Topic["relevant"];
  /** A topic without weights of its own reads those of another, but for relevance, which it gives itself. */
  readonly weightsOf?: string;
  readonly relevance?: Model;
  readonly languages?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

const ROOT = new URL("../data/", import.meta.url);
const files = new Map<string, unknown>();

/** Reads one JSON file of `data/` and keeps it; throws with its name where it is missing or broken. */
export function readData<T>(name: string): T {
  const known = files.get(name);
  if (known !== undefined) return known as T;
  const value = parseData<T>(name);
  files.set(name, value);
  return value;
}

function parseData<T>(name: string): T {
  let text: string;
  try {
    text = readFileSync(new URL(name, ROOT), "utf8");
  } catch (cause) {
    throw new Error(`data/${name} cannot be read`, { cause });
  }
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw new Error(`data/${name} is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** The demo's feeds, file name (without ending) → document. */
export function readSamples(): ReadonlyMap<string, string> {
  const names = readdirSync(new URL("sample/", ROOT)).filter((name) => name.endsWith(".xml"));
  return new Map(
    names.sort().map((name) => [name.replace(/\.xml$/, ""), readFileSync(new URL(`sample/${name}`, ROOT), "utf8")]),
  );
}

/** The strings of the bot by language, as Fluent sources. */
export function readStrings(): ReadonlyMap<string, string> {
  const names = readdirSync(new URL("strings/", ROOT)).filter((name) => name.endsWith(".ftl"));
  return new Map(
    names.sort().map((name) => [name.replace(/\.ftl$/, ""), readFileSync(new URL(`strings/${name}`, ROOT), "utf8")]),
  );
}

/** Every newsroom with its names and hosts. */
export function readPublishers(): readonly PublisherFamily[] {
  return readData<readonly PublisherFamily[]>("publishers.json");
}

/** The positions known from before the first run. */
export function readBaseline(): readonly Stance[] {
  const rows = readData<readonly (Omit<Stance, "since"> & { readonly since: string })[]>("baseline.json");
  return rows.map((row) => ({ ...row, since: new Date(row.since), source: "baseline" }));
}

/** The background of a place, as `data/background/<place>.json` lists it; empty where there is none. */
export function readBackground<T>(place: string): readonly T[] {
  return /^\w+$/.test(place) ? (optional<readonly T[]>(`background/${place}.json`) ?? []) : [];
}

/** The feeds of a file (that of `data/` unless named), checked; throws with every mistake in it. */
export function readFeeds(file?: string): readonly Feed[] {
  const name = file ?? "data/feeds.json";
  let list: unknown;
  try {
    list = JSON.parse(readFileSync(file ?? new URL("feeds.json", ROOT), "utf8"));
  } catch (cause) {
    const why = cause instanceof SyntaxError ? `is not JSON: ${cause.message}` : "cannot be read";
    throw new Error(`The feeds file ${name} ${why}.`, { cause });
  }
  if (!Array.isArray(list)) throw new Error(`The feeds file ${name} is not a JSON list.`);
  const seen = new Set<string>();
  const mistakes = list.flatMap((feed: Partial<Feed> | null, at) => {
    const missing = (["id", "url", "publisher", "language"] as const).filter(
      (key) => typeof feed?.[key] !== "string" || feed[key] === "",
    );
    const twice = typeof feed?.id === "string" && seen.has(feed.id);
    if (typeof feed?.id === "string") seen.add(feed.id);
    const label = `entry ${at + 1}${typeof feed?.id === "string" ? ` (${feed.id})` : ""}`;
    return [
      ...(missing.length > 0 ? [`${label} has no ${missing.join(", ")}`] : []),
      ...(twice ? [`${label} has the id of an earlier one`] : []),
      ...(typeof feed?.url === "string" && !/^https?:\/\//.test(feed.url)
        ? [`${label} has an address that is neither http nor https`]
        : []),
    ];
  });
  if (mistakes.length > 0) throw new Error(`The feeds file ${name} has mistakes: ${mistakes.join("; ")}.`);
  return list as readonly Feed[];
}

const readLanguage = (code: string) => optional<LanguageFile>(`languages/${code}.json`, parseData);
const readNames = (code: string) => optional<NamesFile>(`names/${code}.json`, parseData);

function optional<T>(name: string, read: (name: string) => T = readData): T | undefined {
  try {
    return read(name);
  } catch (error) {
    if (error instanceof Error && /cannot be read/.test(error.message)) return undefined;
    throw error;
  }
}

function actors(file: ActorsFile): Map<string, Actor> {
  const list = new Map<string, Actor>();
  const members = new Map<string, string[]>();
  for (const [id, s] of Object.entries(file.states)) {
    list.set(id, { id, kind: "state", weight: s.weight ?? 1, places: [id], members: [] });
    for (const group of s.groups ?? []) members.set(group, [...(members.get(group) ?? []), id]);
  }
  for (const [id, o] of Object.entries(file.organisations))
    list.set(id, {
      id,
      kind: "organisation",
      weight: o.weight ?? 2,
      places: [],
      members: o.members ?? members.get(id) ?? [],
    });
  for (const [id, m] of Object.entries(file.missions)) {
    list.set(id, {
      id,
      kind: "mission",
      weight: m.weight ?? 1,
      places: m.place === undefined ? [] : typeof m.place === "string" ? [m.place] : m.place,
      ...(m.org ? { owner: m.org } : {}),
      ...(m.object ? { object: m.object } : {}),
      members: [],
    });
  }
  return list;
}

function* phrases(
  code: string,
  language: LanguageFile,
  names: NamesFile | undefined,
  file: ActorsFile,
  topic: TopicFile,
): Generator<Phrase> {
  const kinds = (id: string) => (id in file.states ? "state" : id in file.missions ? "mission" : "organisation");
  for (const [id, fields] of Object.entries(names?.actors ?? {})) {
    const kind = kinds(id);
    for (const [field, patterns] of Object.entries(fields)) {
      for (const pattern of patterns)
        yield { pattern, concept: `name.${field}`, name: { id, kind, field }, proper: proper(pattern) };
    }
  }
  for (const [id, person] of Object.entries(file.persons)) {
    const own = names?.persons?.[id] ?? [];
    const latin = LATIN.has(code) ? (person.name ?? []) : [];
    for (const pattern of new Set([...own, ...latin]))
      yield { pattern, concept: "name.person", name: { id, kind: "person", field: "person" }, proper: proper(pattern) };
  }
  for (const pattern of names?.masks ?? []) yield { pattern, concept: "mask", proper: proper(pattern) };
  for (const [concept, patterns] of Object.entries(language.words))
    for (const pattern of patterns) yield { pattern, concept };
  const cells = [language.topics[topic.id] ?? {}, topic.languages?.[code] ?? {}];
  for (const cell of cells)
    for (const [concept, patterns] of Object.entries(cell)) for (const pattern of patterns) yield { pattern, concept };
}

function proper(pattern: string): boolean {
  const first = pattern.replace(/^[=*]/, "").charAt(0);
  return first !== first.toLowerCase();
}

/** A lexicon that is compiled when its language is first read; a broken pattern is told with its files. */
function lazily(compile: () => Lexicon, code: string): Lexicon {
  let compiled: Lexicon | undefined;
  const get = (): Lexicon => {
    try {
      compiled ??= compile();
      return compiled;
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`data/languages/${code}.json or data/names/${code}.json: ${why}`, { cause });
    }
  };
  return {
    get size() {
      return get().size;
    },
    find: (tokens) => get().find(tokens),
  };
}

/** Compiles everything that the coder needs for one topic; throws one sentence that names the file and the pattern at fault. */
export function openCatalog(topicId = "foreign-troops"): Catalog {
  const file = readData<ActorsFile>("actors.json");
  const topicFile = readData<TopicFile>(`topics/${topicId}.json`);
  const topic: Topic = {
    ...topicFile,
    strong: new Set(topicFile.strong),
    vague: new Set(topicFile.vague ?? []),
    firm: topicFile.firm ?? {},
    belligerents: new Set(topicFile.belligerents ?? []),
    sure: topicFile.sure ?? EVEN,
    relevant: topicFile.relevant ?? EVEN,
  };
  const tongues = new Map<string, Tongue>();
  const gateExact = new Set<string>();
  const gateStems = new Set<string>();
  const gateEnds: string[] = [];
  let longest = 0;
  for (const code of LANGUAGES) {
    const language = readLanguage(code);
    if (!language) continue;
    if (!language.topics[topicId] && !topicFile.languages?.[code]) continue;
    // read again when the language is first met: kept, the files of twelve languages would weigh more than the lexicon of one
    const list = () => {
      const again = readLanguage(code);
      return again ? phrases(code, again, readNames(code), file, topicFile) : [];
    };
    const fold = language.fold ?? (code === "ro" || code === "tr");
    const suffixes = new Map<string, string>();
    for (const [role, endings] of Object.entries(language.suffixes ?? {}))
      for (const ending of endings) suffixes.set(ending, role);
    const apostrophe =
      language.apostrophe ??
      (["fr", "it", "es"].includes(code) ? "split" : code === "tr" || code === "en" ? "suffix" : "join");
    const { suffix, gap } = language;
    tongues.set(code, {
      code,
      writing: {
        apostrophe,
        clitics: language.clitics ?? [],
        fold,
        abbreviations: new Set((language.abbreviations ?? []).map((a) => normalWord(a).replace(/\.$/, ""))),
      },
      lexicon: lazily(() => compileLexicon(list(), suffix, fold, apostrophe, gap), code),
      suffixes,
      prefixes: new Map(
        Object.entries(language.prefixes ?? {}).flatMap(([role, clitics]) => clitics.map((c) => [c, role] as const)),
      ),
      forward: new Set(language.forward ?? []),
      comitative: {
        prepositions: new Set(language.comitative?.prepositions ?? []),
        endings: language.comitative?.endings ?? [],
      },
    });
    for (const { pattern, concept, name } of phrases(code, language, readNames(code), file, topicFile)) {
      if (!concept.startsWith("force.") && name?.kind !== "mission" && concept !== "name.army") continue;
      for (const alternative of pattern.split("|")) {
        const words = alternative.trim().split(/[\s-]+/);
        // the longest word says most: "UN force in Abyei" must not open the gate for every "un"; elided ones are read in two spellings
        const whole = words.filter((word) => word !== ".." && !/['’]/.test(word));
        const bare = (word: string) => word.replace(/\(.*|[=*]/g, "").length;
        const first = ((whole.length > 0 ? whole : words).sort((a, b) => bare(b) - bare(a))[0] ?? "").replace(/^=/, "");
        const listed = /^([^(]*)\(([^()]*)\)/.exec(first);
        if (listed)
          for (const ending of (listed[2] ?? "").split(","))
            gateExact.add(normalWord((listed[1] ?? "") + ending.trim()));
        else if (first.startsWith("*")) gateEnds.push(normalWord(first.replaceAll("*", "")));
        else if (first.endsWith("*")) {
          const stem = normalWord(first.slice(0, -1));
          gateStems.add(stem);
          longest = Math.max(longest, stem.length);
        } else gateExact.add(normalWord(first));
      }
    }
  }
  const ends = gateEnds.length > 0 ? new RegExp(`(?:${[...new Set(gateEnds)].join("|")})`, "u") : undefined;
  const gate = (text: string): boolean => {
    for (const match of text.matchAll(/[\p{L}\p{M}\p{N}']+/gu)) {
      const word = normalWord(match[0]);
      if (gateExact.has(word)) return true;
      for (let n = 3; n <= word.length && n <= longest; n++) if (gateStems.has(word.slice(0, n))) return true;
      if (word.charCodeAt(0) > 0x5ff)
        for (let n = 1; n <= 3; n++)
          if (
            gateExact.has(word.slice(n)) ||
            gateStems.has(word.slice(n, n + 4)) ||
            gateStems.has(word.slice(n, n + 3))
          )
            return true;
      if (ends?.test(word)) return true;
    }
    return false;
  };
  const fitted = optional<Record<string, Model>>(`topics/${topicFile.weightsOf ?? topicId}.weights.json`) ?? {};
  const weights = topicFile.relevance ? { ...fitted, relevance: topicFile.relevance } : fitted;
  return {
    topic,
    actors: actors(file),
    persons: new Map(Object.entries(file.persons).map(([id, p]) => [id, p.offices])),
    tongues,
    gate,
    weights,
  };
}

let ready = false;
/**
 * Language of a text (ISO 639-1), `und` where none of ours: letters decide first (ї/ґ/є against ы/э/ё), then n-grams over our languages and
 * their neighbours, which stay in so that they can be told apart.
 */
export function identify(text: string): string {
  const sample = text.length > 400 ? text.slice(0, 400) : text;
  const ukrainian = (sample.match(/[іїєґІЇЄҐ]/g) ?? []).length;
  const russian = (sample.match(/[ыэёъЫЭЁЪ]/g) ?? []).length;
  if (ukrainian > 0 && ukrainian > 3 * russian) return "uk";
  if (russian > 0 && russian > 3 * ukrainian) return "ru";
  if (!ready) {
    eld.setLanguageSubset([...LANGUAGES, ...NEIGHBOURS]);
    ready = true;
  }
  const code = eld.detect(sample).language;
  return (LANGUAGES as readonly string[]).includes(code)
    ? code
    : /[\u0400-\u04ff]/.test(sample)
      ? "ru"
      : code === "fa" || /[\u0600-\u06ff]/.test(sample)
        ? "ar"
        : "und";
}
