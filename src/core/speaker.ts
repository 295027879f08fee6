import type { Analysis } from "./analysis.ts";
import type { Mention, Scene } from "./grammar.ts";
import type { AttributionKind } from "./model.ts";

/** How many words may stand between a name and the verb that it governs. */
const NEAR = 4;

/** Who says what a sentence says: for each verb of saying the name right before it in its part, else the first one after it. */
function sayers(scene: Scene): readonly Mention[] {
  return (scene.marks.get("say") ?? []).flatMap((verb) => {
    const near = scene.mentions.filter(
      (m) => Math.abs(verb.start - m.end) <= NEAR || Math.abs(m.start - verb.end) <= NEAR,
    );
    const before = near.filter((m) => m.end <= verb.start && scene.sub[m.start] === scene.sub[verb.start]).at(-1);
    const after = near.find((m) => m.start >= verb.end);
    const one = before ?? after ?? near.at(-1);
    return one ? [one] : [];
  });
}

/** Whether a person or an office of the holder says it, as far as the names beside verbs of saying tell; true where nobody is named. */
export function holderSpeaks(analysis: Analysis, holder: string | undefined): boolean {
  for (const s of analysis.scenes) {
    const who = sayers(s);
    if (who.length > 0) return who.some((m) => m.id === holder);
  }
  return true;
}

const SPOKESMEN = new Set(["person", "metonym", "government"]);

/** How many words may stand before the colon of a title that names who speaks. */
const OPENER = 6;

/** Where the words before the colon of a title end, if they only name somebody: neither act nor force nor operator; else 0. */
export function opening(scene: Scene): number {
  const end = scene.clause.indexOf(1);
  if (scene.sentence.field !== "title" || end < 1 || end > OPENER || !scene.tokens[end]?.gap.includes(":")) return 0;
  return [...scene.acts, ...scene.forces, ...scene.operators].every((m) => m.start >= end) ? end : 0;
}

/** Who alone stands before the colon of a title: "Kyiv: Britain will send soldiers". */
function heading(scene: Scene): readonly string[] {
  const end = opening(scene);
  const ids = new Set(scene.mentions.filter((m) => m.end <= end && SPOKESMEN.has(m.field)).map((m) => m.id));
  return ids.size === 1 ? [...ids] : [];
}

/** Whether somebody who is named, and is not the holder, says it all: then the position is only reported. */
export function spokenByOthers(analysis: Analysis, holder: string | undefined): boolean {
  const title = analysis.scenes.find((s) => s.sentence.field === "title");
  const head = title ? heading(title) : [];
  if (head.length > 0 && analysis.main?.scene === title && analysis.main?.scene.clause[analysis.main.anchor] !== 0)
    return !head.includes(holder ?? "");
  const says = title?.marks.get("say") ?? [];
  const beside = (m: Mention) => says.some((x) => Math.abs(x.start - m.end) <= 1 || Math.abs(m.start - x.end) <= 1);
  return (title?.mentions ?? []).some((m) => m.id !== holder && beside(m)) && !holderSpeaks(analysis, holder);
}

/** The words for who speaks: a person beside a verb of saying, else the first cue of a source. */
export function speaker(analysis: Analysis, kind: AttributionKind): string | undefined {
  for (const s of analysis.scenes) {
    const says = s.marks.get("say") ?? [];
    for (const m of s.mentions) {
      if (m.field !== "person") continue;
      if (says.some((x) => Math.abs(x.start - m.end) <= 4 || Math.abs(m.start - x.end) <= 4))
        return words(s, m.start, m.end);
    }
  }
  for (const concept of ["source.anonymous", "source.leaked", "source.official", "source.media"]) {
    // "an official source (a source)" would say two things at once
    if (concept === "source.anonymous" && (kind === "official" || kind === "named_person")) continue;
    for (const s of analysis.scenes) {
      const mark = s.marks.get(concept)?.[0];
      if (mark) return words(s, mark.start, mark.end);
    }
  }
  return undefined;
}

/** The words of a sentence from one token to before another, as they were written. */
export function words(scene: Scene, start: number, end: number): string {
  const a = scene.tokens[start];
  const b = scene.tokens[end - 1];
  return a && b ? scene.sentence.text.slice(a.start - scene.sentence.start, b.end - scene.sentence.start) : "";
}

/** What is beside a verb of saying: a person known by name, a full name that nobody knows, an office, an institution, a kind of source. */
const CUES = [
  ["source.anonymous", "anonymous"],
  ["source.leaked", "leaked"],
  ["source.media", "media"],
  ["source.official", "official"],
  ["role.head", "head"],
  ["role.government", "government"],
  ["role.legislature", "legislature"],
  ["role.legislator", "legislator"],
  ["role.opposition", "opposition"],
  ["role.protesters", "protesters"],
  ["role.armed", "armed"],
  ["role.ex", "ex"],
  ["role.commentator", "commentator"],
] as const;

/** How many words may stand between a speaker and the verb. */
const REACH = 7;

/** How much nearer than it stands a speaker counts: persons and unnamed sources before states. */
const HEAD_START: Readonly<Record<string, number>> = { anonymous: 2, person: 1, fullname: 1, state: -1.5 };

interface Candidate {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

function fullNames(scene: Scene): readonly Candidate[] {
  const known = new Set(scene.mentions.flatMap((m) => Array.from({ length: m.end - m.start }, (_, i) => m.start + i)));
  return scene.tokens.flatMap((first, i) => {
    const second = scene.tokens[i + 1];
    const name =
      i > 0 &&
      first.capital &&
      first.value === undefined &&
      second?.capital &&
      /^\s*$/.test(second.gap) &&
      !known.has(i) &&
      !known.has(i + 1);
    return name ? [{ kind: "fullname", start: i, end: i + 2 }] : [];
  });
}

/** Which kind of speaker stands nearest to a verb of saying: `none` without such a verb, `somebody` where nobody known is near. */
export function speakerKind(scene: Scene): string {
  const says = scene.marks.get("say") ?? [];
  if (says.length === 0) return "none";
  const all: Candidate[] = [
    ...scene.mentions.flatMap((m) => {
      const kind = m.field === "person" ? "person" : m.kind === "mission" ? "mission" : m.role === "" ? "state" : "";
      return kind === "" ? [] : [{ kind, start: m.start, end: m.end }];
    }),
    ...CUES.flatMap(([concept, kind]) =>
      (scene.marks.get(concept) ?? []).map((m) => ({ kind, start: m.start, end: m.end })),
    ),
    ...fullNames(scene),
  ];
  let best = "somebody";
  let least = Number.POSITIVE_INFINITY;
  for (const verb of says)
    for (const c of all) {
      if (scene.clause[c.start] !== scene.clause[verb.start]) continue;
      const before = verb.start - c.end;
      const distance = before >= 0 ? before + 0.5 : c.start - verb.end;
      if (distance < 0 || distance > REACH) continue;
      const counted = distance - (HEAD_START[c.kind] ?? 0);
      if (counted < least) {
        least = counted;
        best = c.kind;
      }
    }
  return best;
}
