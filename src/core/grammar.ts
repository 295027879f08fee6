import type { Catalog, Tongue } from "./catalog.ts";
import type { Mark, NameRef } from "./lexicon.ts";
import type { ActorLevel } from "./model.ts";
import { begins, type Sentence, type Token } from "./text.ts";

/** Acts on a force, with the sign of each: towards a presence (+1), away from it (-1), neither (0). */
export const ACTS: Readonly<Record<string, 1 | -1 | 0>> = {
  go: 1,
  add: 1,
  start: 1,
  stay: 1,
  admit: 1,
  leave: -1,
  return: -1,
  cut: -1,
  end: -1,
  expel: -1,
  rotate: 0,
  attack: 0,
};

/** Operators, the strongest reading of a word first. */
export const OPERATORS = [
  "last",
  "deny",
  "refuse",
  "stop",
  "freeze",
  "delay",
  "early",
  "until",
  "condition",
  "oppose",
  "threat",
  "weigh",
  "approve",
  "ready",
  "decide",
  "support",
  "demand",
  "doubt",
  "plan",
  "peace",
  "still",
  "turn",
] as const;

/** A name in a sentence: whose, in which field of the names file, at which level, by case or preposition in which role. */
export interface Mention {
  readonly id: string;
  readonly kind: NameRef["kind"];
  readonly field: string;
  readonly level: ActorLevel;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  /** `to`, `in`, `from`, `of`, `by`, `with`, `against`, `for` where a preposition or a case suffix governs it. */
  readonly role: string;
  readonly nominative?: boolean;
  /** Another reading of the same words exists. */
  readonly ambiguous: boolean;
}

/** A force word or a mission by name. */
export interface Force {
  readonly concept: string;
  readonly mission?: string;
  readonly start: number;
  readonly end: number;
  /** It always means soldiers: "troops", not "forces" or "police". */
  readonly firm: boolean;
  /** It often means something else: "base", "presence", "men". */
  readonly vague: boolean;
  negated: boolean;
}

/** An operator or an act, with what negates it. */
export interface Mover {
  readonly concept: string;
  readonly noun: boolean;
  readonly start: number;
  readonly end: number;
  readonly words: readonly number[];
  negated: boolean;
  /** The negation says "no longer". */
  ceased: boolean;
}

/** A sentence taken apart: words, clauses, names, forces, acts, operators, and every other concept by its words. */
export interface Scene {
  readonly index: number;
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly clause: readonly number[];
  readonly sub: readonly number[];
  readonly mentions: readonly Mention[];
  readonly forces: readonly Force[];
  readonly acts: readonly Mover[];
  readonly operators: readonly Mover[];
  readonly marks: ReadonlyMap<string, readonly Mark[]>;
  readonly question: boolean;
}

/** Whether a name owns a force that stands beside it: "French troops", "troupes françaises", "troops of France", "France's troops". */
export function owns(m: Mention, force: Force, scene: Scene): boolean {
  const before = force.start - m.end;
  const after = m.start - force.end;
  if (m.field === "adj" && ((before >= 0 && before <= 1) || (after >= 0 && after <= 1))) return true;
  if (m.role === "of" && after >= 0 && after <= 1) return true;
  return m.role === "" && before === 0 && (scene.tokens[m.end - 1]?.suffix ?? "") !== "";
}

/** Words between so many of a nation and the place that they go to. */
const NATION_REACH = 3;

const STRONG = /[;:?!؛؟](?!\S)|\s[–—-]+(\s|$)|[»”"]\s*[–—]/;
const WEAK = /[,،()«»“”„"]/;
const PLACE_ONLY = new Set(["places"]);

/** The level that a person has on a day; without a day, the latest office counts. */
export function officeOf(
  catalog: Catalog,
  person: string,
  day: string | undefined,
): { readonly actor: string; readonly level: ActorLevel } | undefined {
  const offices = catalog.persons.get(person);
  const last = offices?.at(-1);
  if (!offices || !last) return undefined;
  if (!day) return { actor: last.actor, level: last.level };
  const held = offices.find((o) => (o.from ?? "") <= day && day < (o.to ?? "9999"));
  if (held) return { actor: held.actor, level: held.level };
  const past = offices.filter((o) => (o.to ?? "9999") <= day).at(-1);
  if (past) return { actor: past.actor, level: "ex_official" };
  return { actor: last.actor, level: last.level };
}

const FIELD_LEVEL: Readonly<Record<string, ActorLevel>> = {
  parliament: "legislature",
  opposition: "opposition",
  armed_group: "armed_group",
};

/** Reads one sentence against a language: which words say what, in which clause, negated by what. */
export function scene(
  sentence: Sentence,
  index: number,
  tongue: Tongue,
  catalog: Catalog,
  day: string | undefined,
): Scene {
  const tokens = sentence.tokens;
  const found = tongue.lexicon.find(tokens);
  const marks = new Map<string, Mark[]>();
  const names: Mark[] = [];
  for (const mark of found) {
    if (mark.name) {
      names.push(mark);
      continue;
    }
    const list = marks.get(mark.concept);
    if (list) list.push(mark);
    else marks.set(mark.concept, [mark]);
  }

  const clause: number[] = [];
  const sub: number[] = [];
  let c = 0;
  let s = 0;
  const openers = new Set((marks.get("that") ?? []).map((m) => m.start));
  tokens.forEach((token, i) => {
    const next = sentence.field === "title" && begins(tokens, i, tongue.writing);
    if (i > 0 && (STRONG.test(token.gap) || next)) {
      c++;
      s++;
    } else if (i > 0 && (WEAK.test(token.gap) || openers.has(i))) s++;
    clause.push(c);
    sub.push(s);
  });

  const roleAt = new Map<number, string>();
  for (const [concept, list] of marks)
    if (concept.startsWith("prep."))
      for (const m of list) if (!roleAt.has(m.end) || m.words.length > 1) roleAt.set(m.end, concept.slice(5));
  const busy = new Set<number>();
  for (const [concept, list] of marks)
    if (concept in ACTS || concept === "say" || concept === "neg" || concept.startsWith("force."))
      for (const m of list) for (const w of m.words) busy.add(w);
  const named = new Set(names.flatMap((m) => m.words));

  const roleOf = (start: number, end: number): string => {
    for (let k = end - 1; k >= start; k--) {
      const suffix = tongue.suffixes.get(tokens[k]?.suffix ?? "");
      if (suffix) return suffix;
    }
    for (let back = 0; back <= 3; back++) {
      const at = start - back;
      if (at < 0 || (back > 0 && (sub[at] !== sub[start] || busy.has(at) || named.has(at)))) break;
      const role = roleAt.get(at);
      if (!role) continue;
      const before = tokens[at - 1]?.norm ?? "";
      if (
        role === "from" &&
        tongue.comitative.prepositions.has(before) &&
        tongue.comitative.endings.some((e) => (tokens[start]?.norm ?? "").endsWith(e))
      )
        return "with";
      return role;
    }
    return "";
  };
  const stems = catalog.topic.firm[tongue.code] ?? [];
  const firm = (m: Mark) =>
    m.words.some((w) =>
      [tokens[w]?.norm ?? "", ...(tokens[w]?.also ?? [])].some((n) =>
        stems.some((stem) => n.startsWith(stem) || (tongue.code === "de" && n.endsWith(stem))),
      ),
    );
  const mentions: Mention[] = [];
  const listed = (start: number): string => {
    // "in Mali and Niger": the second of two names joined by a short word shares the preposition
    const previous = mentions.find((m) => m.end === start - 1 && m.role !== "" && m.field !== "adj");
    const joint = tokens[start - 1];
    return previous &&
      joint &&
      !joint.capital &&
      joint.raw.length <= 3 &&
      roleAt.get(start) === undefined &&
      sub[start - 1] === sub[start]
      ? previous.role
      : "";
  };
  const forces: Force[] = [];
  for (const mark of names) {
    const name = mark.name as NameRef;
    const others = names.some(
      (o) =>
        o !== mark &&
        o.name?.id !== name.id &&
        o.words.some((w) => mark.words.includes(w)) &&
        o.name?.kind !== "person",
    );
    // "Ukraine-Truppe", "Mali-Einsatz": a state before a dash is where it is
    const joined =
      name.kind === "state" && name.id !== "US" && name.field === "name" && tokens[mark.end]?.gap === "-" ? "in" : "";
    const role = joined || tongue.prefixes.get(mark.cut) || roleOf(mark.start, mark.end) || listed(mark.start);
    const base = {
      start: mark.start,
      end: mark.end,
      sentence: index,
      role,
      ambiguous: others,
      ...(mark.nominative === undefined ? {} : { nominative: mark.nominative }),
    };
    if (name.kind === "person") {
      const office = officeOf(catalog, name.id, day);
      if (office) mentions.push({ ...base, id: office.actor, kind: "person", field: "person", level: office.level });
    } else if (name.kind === "mission") {
      forces.push({
        concept: "force.peace",
        mission: name.id,
        start: mark.start,
        end: mark.end,
        firm: true,
        vague: false,
        negated: false,
      });
      mentions.push({ ...base, id: name.id, kind: "mission", field: "mission", level: "government_or_igo" });
    } else {
      mentions.push({
        ...base,
        id: name.id,
        kind: name.kind,
        field: name.field,
        level: FIELD_LEVEL[name.field] ?? "government_or_igo",
      });
      // an army by name is soldiers
      if (name.field === "army")
        forces.push({
          concept: "force.troops",
          start: mark.start,
          end: mark.end,
          firm: false,
          vague: false,
          negated: false,
        });
    }
  }
  for (const [concept, list] of marks) {
    if (!concept.startsWith("force.")) continue;
    for (const m of list)
      if (!forces.some((f) => f.start <= m.start && f.end >= m.end && f.mission))
        forces.push({
          concept,
          start: m.start,
          end: m.end,
          firm: firm(m),
          vague: m.vague || catalog.topic.vague.has(concept),
          negated: m.not,
        });
  }
  if (forces.length === 0) {
    // "the Americans leave Niger": a nation that goes or leaves is its soldiers, weakly
    const moves = ["go", "leave", "stay", "add", "cut", "expel", "return", "admit"].flatMap((c) => marks.get(c) ?? []);
    for (const m of mentions)
      if (m.field === "people" && moves.some((x) => clause[x.start] === clause[m.start]))
        forces.push({ concept: "force.nation", start: m.start, end: m.end, firm: false, vague: true, negated: false });
    // "700 Danes for Estonia": so many of a nation on their way to a place are soldiers without another word
    for (const m of mentions) {
      if (m.field !== "people" || tokens[m.start - 1]?.value === undefined) continue;
      const bound = mentions.some(
        (o) =>
          o.id !== m.id && (o.role === "to" || o.role === "for") && o.start >= m.end && o.start - m.end <= NATION_REACH,
      );
      const known = forces.find((f) => f.start === m.start);
      if (!bound && !known) continue;
      if (known) forces.splice(forces.indexOf(known), 1);
      forces.push({ concept: "force.people", start: m.start, end: m.end, firm: false, vague: true, negated: false });
    }
  }
  forces.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Force[] = [];
  for (const force of forces) {
    const same = kept.find((k) => k.start < force.end && force.start < k.end);
    if (!same) kept.push(force);
    else if (!catalog.topic.strong.has(same.concept) && catalog.topic.strong.has(force.concept))
      kept[kept.indexOf(same)] = force;
  }

  const movers = (wanted: (concept: string) => boolean): Mover[] => {
    const list: Mover[] = [];
    for (const [concept, ms] of marks) {
      if (!wanted(concept)) continue;
      for (const m of ms)
        list.push({ concept, noun: m.noun, start: m.start, end: m.end, words: m.words, negated: m.not, ceased: false });
    }
    return list.sort((a, b) => a.start - b.start || b.words.length - a.words.length);
  };
  const overlap = (a: Mover, b: Mover) => a.words.some((w) => b.words.includes(w));
  const acts: Mover[] = [];
  for (const act of movers((x) => x in ACTS)) {
    const same = acts.find((a) => overlap(a, act));
    if (!same) acts.push(act);
    else if (
      act.words.length > same.words.length ||
      (act.words.length === same.words.length && rank(act.concept) < rank(same.concept))
    )
      acts[acts.indexOf(same)] = act;
  }
  const operators: Mover[] = [];
  const order = new Map<string, number>(OPERATORS.map((o, i) => [o, i]));
  for (const op of movers((x) => order.has(x))) {
    const same = operators.find((o) => overlap(o, op));
    if (!same) operators.push(op);
    else if (
      op.words.length > same.words.length ||
      (op.words.length === same.words.length && (order.get(op.concept) ?? 99) < (order.get(same.concept) ?? 99))
    )
      operators[operators.indexOf(same)] = op;
  }

  // "against" opposes what follows it, unless that is an enemy: "a force against jihadists"
  const against = new Set((marks.get("prep.against") ?? []).flatMap((m) => m.words));
  for (let i = operators.length - 1; i >= 0; i--) {
    const op = operators[i] as Mover;
    if (op.concept !== "oppose" || !op.words.every((w) => against.has(w))) continue;
    const next = [...acts, ...kept]
      .map((x) => x.start)
      .filter((x) => x >= op.end && x - op.end <= 5 && clause[x] === clause[op.start] && sub[x] === sub[op.start])
      .sort((a, b) => a - b)[0];
    const enemy =
      mentions.some(
        (m) => m.start >= op.end && m.end <= (next ?? op.end + 3) && m.field !== "adj" && m.field !== "people",
      ) || (marks.get("role.armed") ?? []).some((m) => m.start >= op.end && m.start <= op.end + 2);
    if (next === undefined || enemy) operators.splice(i, 1);
  }

  const negate = (mark: Mark, backwards: boolean, ceased: boolean) => {
    const targets: { start: number; end: number; words: readonly number[]; hit: () => void }[] = [
      ...acts.map((a) => ({
        start: a.start,
        end: a.end,
        words: a.words,
        hit: () => turn(a, ceased),
      })),
      ...operators
        .filter((o) => !["peace", "still", "last"].includes(o.concept))
        .map((o) => ({
          start: o.start,
          end: o.end,
          words: o.words,
          hit: () => turn(o, ceased),
        })),
      ...kept.map((f) => ({ start: f.start, end: f.end, words: [] as number[], hit: () => deny(f) })),
    ].filter((t) => !t.words.some((w) => mark.words.includes(w)));
    // inside a negation with a gap ("n'enverra pas") stands what it negates
    const reach = (t: { start: number; end: number }) =>
      (t.start < mark.start && mark.end < t.end) || (!backwards && t.start > mark.start && t.end < mark.end)
        ? 0
        : backwards
          ? mark.start - t.end
          : t.start - mark.end;
    const near = targets.filter(
      (t) =>
        reach(t) >= 0 &&
        reach(t) <= 4 &&
        clause[t.start] === clause[mark.start] &&
        Math.abs((sub[t.start] ?? 0) - (sub[mark.start] ?? 0)) === 0,
    );
    near.sort((a, b) => reach(a) - reach(b));
    const first = near[0];
    if (first) {
      // one word can be an operator and an act: both are negated
      for (const t of near) if (t.start === first.start) t.hit();
      return true;
    }
    return false;
  };
  const forward = (mark: Mark) => mark.words.some((w) => tongue.forward.has(tokens[w]?.norm ?? ""));
  for (const mark of marks.get("neg") ?? [])
    negate(mark, false, false) || (!forward(mark) && negate(mark, true, false));
  // negative concord: "nikt nie", "жоден не" negate once
  for (const mark of marks.get("negWith") ?? []) {
    const here = (at: number) => clause[at] === clause[mark.start];
    const negated =
      (marks.get("neg") ?? []).some((m) => here(m.start) && Math.abs(m.start - mark.start) <= 8) ||
      tokens.some((t, i) => here(i) && tongue.forward.has(t.norm)) ||
      acts.some((x) => here(x.start) && x.negated) ||
      operators.some((x) => here(x.start) && x.negated);
    if (!negated) negate(mark, false, false) || negate(mark, true, false);
  }
  for (const mark of marks.get("negAfter") ?? []) negate(mark, true, false);
  for (const mark of marks.get("nolonger") ?? []) negate(mark, false, true) || negate(mark, true, true);

  return {
    index,
    sentence,
    tokens,
    clause,
    sub,
    mentions,
    forces: kept,
    acts,
    operators,
    marks,
    question: /[?؟]/.test(sentence.tail) || tokens.some((t) => /[?؟]/.test(t.gap)),
  };
}

function rank(act: string): number {
  return ["expel", "leave", "return", "cut", "end", "stay", "admit", "go", "add", "start", "attack", "rotate"].indexOf(
    act,
  );
}

function turn(mover: Mover, ceased: boolean): void {
  mover.negated = !mover.negated;
  mover.ceased ||= ceased;
}

function deny(force: Force): void {
  force.negated = true;
}

/** Whether the words of a mention can only be a place. */
export function placeOnly(mention: Mention): boolean {
  return PLACE_ONLY.has(mention.field);
}
