import type { Analysis } from "./analysis.ts";
import type { Frame } from "./frame.ts";
import { type Mention, owns, type Scene } from "./grammar.ts";
import type { ActorLevel, AttributionKind } from "./model.ts";
import { opening } from "./speaker.ts";

type Span = { readonly start: number; readonly end: number };

/** How many words may stand between who speaks and the verb of saying. */
const REACH = 3;

function speaks(scene: Scene, span: Span, reach = REACH): boolean {
  const near = (m: Span) =>
    scene.clause[m.start] === scene.clause[span.start] && m.start - span.end <= reach && span.start - m.end <= REACH;
  return (
    (scene.marks.get("say") ?? []).some(near) ||
    (scene.marks.get("by") ?? []).some((m) => span.start >= m.end && span.start - m.end <= 1)
  );
}

/** Sources that stay unnamed where they are the only ones who speak beside the position: no weight may dress them up as official. */
export function unnamed(analysis: Analysis): AttributionKind | undefined {
  const title = analysis.scenes.filter((s) => s.sentence.field === "title");
  const scenes = new Set([...title, ...(analysis.main ? [analysis.main.scene] : [])]);
  const sources = (s: Scene) => s.marks.get("source.anonymous") ?? [];
  // "a source in the office of the President says": the office only tells where the source sits
  const within = (s: Scene, m: Span) =>
    sources(s).some((x) => x.end <= m.start && m.start - x.end <= 6 && s.sub[x.start] === s.sub[m.start]);
  const named = [...scenes].some(
    (s) =>
      s.mentions.some((m) => m.field === "person" && speaks(s, m)) ||
      ["role.head", "source.official"].some((c) => (s.marks.get(c) ?? []).some((m) => speaks(s, m) && !within(s, m))),
  );
  if (named) return undefined;
  return [...scenes].some((s) => sources(s).some((m) => speaks(s, m, 8))) ? "anonymous_source" : undefined;
}

const OWN = new Set(["demand", "oppose", "threat", "support", "approve", "deny", "doubt"]);
const SUBJECT = new Set(["name", "metonym", "people", "person", "government", "army", "parliament"]);

/** Who only speaks of another's position: "Kyiv says France will send" is France's. */
export function speakersOnly(main: Frame | undefined): ReadonlySet<string> {
  const none = new Set<string>();
  if (!main || main.operators.some((o) => OWN.has(o.concept))) return none;
  const s = main.scene;
  const until = Math.min(main.anchor, ...main.operators.map((o) => o.start));
  const subjects = s.mentions.filter(
    (m) =>
      SUBJECT.has(m.field) &&
      m.role === "" &&
      m.nominative !== false &&
      m.end <= until &&
      !s.forces.some((f) => f.start === m.end),
  );
  const says = s.marks.get("say") ?? [];
  // "Rome: Spanish soldiers arrive": before the colon stands who tells what another's soldiers do
  const told = (m: Mention) =>
    main.mode === "done" &&
    (s.tokens[m.end]?.gap ?? "").startsWith(":") &&
    s.forces.some(
      (f) =>
        f.start > m.end &&
        f.end <= main.anchor &&
        s.mentions.some((o) => o.id !== m.id && o.start >= m.end && owns(o, f, s)),
    );
  return new Set(
    subjects.flatMap((m) => {
      if (told(m)) return [m.id];
      const verb = says.find(
        (x) => x.start >= m.end && x.start - m.end <= 2 && s.clause[x.start] === s.clause[m.start],
      );
      return verb && subjects.some((y) => y.id !== m.id && y.start >= verb.end) ? [m.id] : [];
    }),
  );
}

const AGAINST = new Set(["oppose", "threat"]);
const COMING = new Set(["force", "go", "stay", "add", "admit"]);

/** Whose soldiers others refuse, threaten or throw out: "Juba rejects Kenyan troops" is no position of Kenya. */
export function guestsOnly(analysis: Analysis): ReadonlySet<string> {
  const main = analysis.main;
  const refused =
    main &&
    ((AGAINST.has(main.mode) && COMING.has(main.act)) ||
      (main.act === "expel" && main.mode !== "oppose") ||
      (main.mode === "refuse" && main.operators.some((o) => o.concept === "demand" && o.negated)) ||
      (main.mode === "demand" && main.sign < 0));
  if (!main || !refused) return new Set();
  const scenes = analysis.scenes.filter((s) => s === main.scene || s.sentence.field === "title");
  const named = scenes.flatMap((s) =>
    s.mentions.map((m) => ({ id: m.id, owner: s.forces.some((f) => owns(m, f, s)) })),
  );
  return new Set(named.map((n) => n.id).filter((id) => named.every((n) => n.id !== id || n.owner)));
}

/** Who stands in a row with a holder before the act: "the EU and the United Kingdom will not send" is the position of both. */
export function together(main: Frame | undefined, holder: string): readonly string[] {
  if (!main) return [];
  const s = main.scene;
  const row = s.mentions.filter((m) => SUBJECT.has(m.field) && m.role === "" && m.end <= main.anchor);
  const joined = (a: Mention, b: Mention): boolean => {
    const between = s.tokens.slice(a.end, b.start);
    if (s.clause[a.start] !== s.clause[b.start] || between.length > 2) return false;
    if (between.length === 0) return /[,،]/.test(s.tokens[b.start]?.gap ?? "");
    return between.every((t) => !t.capital && t.raw.length <= 3) && !busy(s, a.end, b.start);
  };
  const found = new Set([holder]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const a of row)
      for (const b of row)
        if (b.start >= a.end && joined(a, b) && (found.has(a.id) || found.has(b.id))) found.add(a.id).add(b.id);
  }
  found.delete(holder);
  return [...found];
}

function busy(scene: Scene, start: number, end: number): boolean {
  const inside = (m: Span) => m.start < end && m.end > start;
  return (
    [...scene.acts, ...scene.operators].some(inside) ||
    [...scene.marks].some(([concept, ms]) => /^(?:say|by|neg|that|prep\.)/.test(concept) && ms.some(inside))
  );
}

const ROLE_LEVEL: Readonly<Record<string, ActorLevel>> = {
  "role.opposition": "opposition",
  "role.legislator": "legislator",
  "role.ex": "ex_official",
  "role.protesters": "protesters",
  "role.armed": "armed_group",
  "role.commentator": "commentator",
};

/** The level of who speaks the title, where only that stands before its colon: "Opposition leader: troops must go". */
export function openerLevel(analysis: Analysis): ActorLevel | undefined {
  const s = analysis.scenes.find((x) => x.sentence.field === "title");
  const end = s ? opening(s) : 0;
  if (!s || end === 0) return undefined;
  const before = (m: Span) => m.end <= end;
  const roles = Object.entries(ROLE_LEVEL).filter(([concept]) => (s.marks.get(concept) ?? []).some(before));
  if (roles.length === 1) return roles[0]?.[1];
  const levels = new Set(s.mentions.filter((m) => before(m) && m.field !== "adj").map((m) => m.level));
  const [only] = levels;
  return roles.length === 0 && levels.size === 1 && only !== "government_or_igo" ? only : undefined;
}

/** The level of a holder who stands in the main sentence by a person's name alone: that of the person's office on the day. */
export function officeLevel(main: Frame | undefined, holder: string | undefined): ActorLevel | undefined {
  const own = main?.scene.mentions.filter((m) => m.id === holder && m.field !== "adj" && m.field !== "places") ?? [];
  const [first] = own;
  if (!first || own.some((m) => m.field !== "person" || m.level !== first.level)) return undefined;
  return first.level === "government_or_igo" ? undefined : first.level;
}
