import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** A labelled item, whatever file it came from: every field holds the values that are right; an absent field is not judged. */
export interface Gold {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly text: string;
  readonly date?: string;
  readonly relevant: readonly boolean[];
  readonly direction?: readonly string[];
  readonly actors?: readonly (readonly string[])[];
  readonly places?: readonly string[];
  readonly attribution?: readonly string[];
  readonly level?: readonly string[];
  readonly certainty?: readonly string[];
}

const SAME: Readonly<Record<string, string>> = {
  GZ: "PS",
  GAZA: "PS",
  "AFRICAN UNION": "AFU",
  COALITION: "COTW",
  XKX: "XK",
  KS: "XK",
  NK: "AZ",
  ABYEI: "SD",
};
const id = (name: string) => {
  const known = SAME[name] ?? name;
  return /^[A-Z0-9_-]{2,6}$/.test(known) ? known : "";
};
const day = (d: string | undefined) =>
  d
    ? d.length === 10
      ? `${d}T08:00:00Z`
      : d.length === 7
        ? `${d}-15T08:00:00Z`
        : d.length === 4
          ? `${d}-06-15T08:00:00Z`
          : d
    : undefined;

/** Whether an item belongs to the third that is held back from tuning: by the first byte of the SHA-256 of its id, modulo 3. */
export function heldBack(itemId: string): boolean {
  return (createHash("sha256").update(itemId).digest()[0] ?? 0) % 3 === 0;
}

// biome-ignore lint/suspicious/noExplicitAny: foreign JSON
function harvested(r: any): Gold {
  const l = r.label;
  const accept = (k: string, fallback: unknown[]) => (l.accept?.[k]?.length ? l.accept[k] : fallback);
  const none = l.direction === "none" || !l.relevant;
  return {
    id: r.id,
    lang: r.lang,
    title: r.title,
    text: r.text ?? "",
    ...(day(r.date) ? { date: day(r.date) as string } : {}),
    relevant: accept("relevant", [l.relevant]),
    ...(l.relevant ? { direction: accept("direction", [l.direction, ...(l.lean ? [l.lean] : [])]) } : {}),
    ...(none
      ? {}
      : {
          actors: accept("actors", [l.actors]).map((s: string[]) => s.map(id).filter(Boolean)),
          places: accept("place", l.place).map(id).filter(Boolean),
          attribution: accept("attribution", [l.attribution]).filter((a: string | null) => a && a !== "none"),
          level: accept("actor_level", [l.actor_level]).filter(Boolean),
        }),
  };
}

// biome-ignore lint/suspicious/noExplicitAny: foreign JSON
function expected(r: any): Gold {
  const e = r.expect;
  return {
    id: r.id,
    lang: r.lang,
    title: r.title,
    text: r.text ?? "",
    ...(day(r.date) ? { date: day(r.date) as string } : {}),
    relevant: [e.relevant],
    ...(e.relevant && e.direction ? { direction: e.direction } : {}),
    ...(e.relevant && e.actors && !e.direction?.includes("none")
      ? { actors: e.actors.map((s: string[]) => s.map(id).filter(Boolean)) }
      : {}),
    ...(e.relevant && e.places ? { places: e.places.map(id).filter(Boolean) } : {}),
    ...(e.relevant && e.attribution ? { attribution: e.attribution } : {}),
    ...(e.relevant && e.actor_level ? { level: e.actor_level } : {}),
    ...(e.relevant && e.certainty ? { certainty: e.certainty } : {}),
  };
}

const lines = (file: string) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((l) => l.trim() !== "")
    .map((l) => JSON.parse(l));

/** The project's own cases of a topic. */
export function ownCases(topic: string): Gold[] {
  const folder = new URL("../cases/", import.meta.url);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((f) => (f.startsWith(`${topic}.`) || /^(general-news|mission-news|press)\./.test(f)) && f.endsWith(".json"))
    .sort()
    .flatMap((f) => JSON.parse(readFileSync(new URL(f, folder), "utf8")).map(expected));
}

/** Steps of sequences: holder, place, direction and attribution are labelled, the level is not. */
// biome-ignore lint/suspicious/noExplicitAny: foreign JSON
function steps(q: any): Gold[] {
  return (
    q.steps
      // biome-ignore lint/suspicious/noExplicitAny: foreign JSON
      .filter((s: any) => s.title && s.direction !== "none")
      // biome-ignore lint/suspicious/noExplicitAny: foreign JSON
      .map((s: any) => ({
        id: s.id,
        lang: s.lang,
        title: s.title,
        text: s.text ?? "",
        date: day(s.date),
        relevant: [true],
        direction: [s.direction, ...(s.stance === "extend" ? ["hold", "advance"] : [])],
        actors: [[id(s.holder)].filter(Boolean)],
        places: [id(s.place)].filter(Boolean),
        attribution: [s.attribution].filter(Boolean),
      }))
  );
}

/** Items written by us in a labelled collection (`harvested`: labels; `behaviour`: expectations), less those held back. */
export function collection(folder: string): Gold[] {
  return [
    ...lines(`${folder}/harvested-dev.jsonl`).map(harvested),
    ...lines(`${folder}/behaviour-dev.jsonl`).map(expected),
    ...lines(`${folder}/sequences-dev.jsonl`).flatMap(steps),
  ];
}
