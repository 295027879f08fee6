import type { Analysis } from "./analysis.ts";
import type { Catalog } from "./catalog.ts";
import type { Scene } from "./grammar.ts";
import type { Features } from "./linear.ts";
import { speakerKind } from "./speaker.ts";

function fields(analysis: Analysis): readonly { readonly name: string; readonly scenes: readonly Scene[] }[] {
  return [
    { name: "title", scenes: analysis.scenes.filter((s) => s.sentence.field === "title") },
    { name: "lead", scenes: analysis.scenes.filter((s) => s.sentence.field === "text") },
    { name: "first", scenes: analysis.scenes.filter((s) => s.sentence.field === "text").slice(0, 1) },
  ];
}

function has(scene: Scene, concept: string): boolean {
  return scene.marks.has(concept);
}

/** On whose word: cues of sources, speakers and offices in title and lead. */
export function attributionSignals(analysis: Analysis): Features {
  const f: Features = new Map();
  for (const { name, scenes } of fields(analysis)) {
    for (const s of scenes) {
      for (const concept of [
        "source.anonymous",
        "source.leaked",
        "source.media",
        "source.official",
        "role.head",
        "role.government",
        "role.legislature",
        "role.legislator",
        "role.opposition",
        "role.protesters",
        "role.armed",
        "role.ex",
        "say",
        "by",
      ])
        if (has(s, concept)) f.set(`${concept} in ${name}`, 1);
      if (s.mentions.some((m) => m.field === "person")) f.set(`person in ${name}`, 1);
      const says = s.marks.get("say") ?? [];
      for (const m of s.mentions) {
        if (m.field !== "person") continue;
        if (says.some((x) => Math.abs(x.start - m.end) <= 4 || Math.abs(m.start - x.end) <= 4))
          f.set(`person says in ${name}`, 1);
      }
      const covered = new Set<number>();
      for (const m of s.mentions) for (let i = m.start; i < m.end; i++) covered.add(i);
      for (const list of s.marks.values()) for (const m of list) for (const w of m.words) covered.add(w);
      const stranger = (i: number) => {
        const t = s.tokens[i];
        return t !== undefined && i > 0 && t.capital && t.value === undefined && !covered.has(i);
      };
      for (const x of says) {
        const after = s.tokens[x.end];
        if (stranger(x.end) && after && /^\s*$/.test(after.gap)) f.set(`stranger says in ${name}`, 1);
        if (stranger(x.start - 1) && /^\s*$/.test(s.tokens[x.start]?.gap ?? "")) f.set(`stranger says in ${name}`, 1);
        for (let i = x.start - 4; i <= x.end + 4; i++)
          if (stranger(i) && stranger(i + 1) && /^\s*$/.test(s.tokens[i + 1]?.gap ?? ""))
            f.set(`full name near saying in ${name}`, 1);
      }
      for (const head of s.marks.get("role.head") ?? []) {
        if (
          [0, 1, 2].some((d) => stranger(head.end + d) && stranger(head.end + d + 1)) ||
          [1, 2].some((d) => stranger(head.start - d - 1) && stranger(head.start - d))
        )
          f.set(`office and full name in ${name}`, 1);
        if (says.some((x) => Math.abs(x.start - head.end) <= 6 || Math.abs(head.start - x.end) <= 6))
          f.set(`office says in ${name}`, 1);
        const next = s.tokens[head.end];
        if (next?.capital && /^\s*$/.test(next.gap)) f.set(`office with name in ${name}`, 1);
      }
      for (const o of s.marks.get("source.official") ?? [])
        if (says.some((x) => Math.abs(x.start - o.end) <= 5 || Math.abs(o.start - x.end) <= 5))
          f.set(`official says in ${name}`, 1);
      for (const o of s.marks.get("source.media") ?? [])
        if (says.some((x) => Math.abs(x.start - o.end) <= 3 || Math.abs(o.start - x.end) <= 3))
          f.set(`media says in ${name}`, 1);
      for (const o of s.operators)
        if (["approve", "decide", "deny", "threat"].includes(o.concept)) f.set(`${o.concept} in ${name}`, 1);
      if (/[«„“"]/.test(s.sentence.text)) f.set(`quote in ${name}`, 1);
      if (s.question) f.set(`question in ${name}`, 1);
    }
  }
  const title = analysis.scenes.find((s) => s.sentence.field === "title");
  if (title) {
    const clauses = title.clause.at(-1) ?? 0;
    if (clauses > 0) {
      const lastStart = title.clause.indexOf(clauses);
      const firstEnd = title.clause.indexOf(1);
      for (const [where, from, to] of [
        ["closing title", lastStart, title.tokens.length],
        ["opening title", 0, firstEnd],
      ] as const) {
        if (to - from > 6) continue;
        const inside = (x: { start: number; end: number }) => x.start >= from && x.end <= to;
        if ((title.marks.get("source.media") ?? []).some(inside)) f.set(`media ${where}`, 1);
        if ((title.marks.get("source.anonymous") ?? []).some(inside)) f.set(`anonymous ${where}`, 1);
        if ((title.marks.get("source.official") ?? []).some(inside)) f.set(`official ${where}`, 1);
        const m = title.mentions.filter(inside);
        if (m.some((x) => x.field === "person")) f.set(`person ${where}`, 1);
        else if (m.length > 0) f.set(`actor ${where}`, 1);
        else f.set(`other ${where}`, 1);
      }
    }
  } else f.set("no title", 1);
  if (!analysis.scenes.some((s) => s.sentence.field === "text")) f.set("no lead", 1);
  const main = analysis.main;
  f.set(`mode ${main?.mode ?? "none"}`, 1);
  f.set(`act ${main?.act ?? "none"}`, 1);
  for (const name of speakerSignals(analysis)) f.set(name, 1);
  for (const [name, value] of directionSignals(analysis)) f.set(`~ ${name}`, value);
  return f;
}

/** Who speaks in title, lead and beside the position, each as one kind. */
function speakerSignals(analysis: Analysis): readonly string[] {
  const title = analysis.scenes.find((s) => s.sentence.field === "title");
  const headline = title ? speakerKind(title) : "no title";
  const lead = analysis.scenes.filter((s) => s.sentence.field === "text").map(speakerKind);
  const later = lead.find((kind) => kind !== "none") ?? "none";
  const known = (kind: string) => !["none", "no title", "somebody"].includes(kind);
  const names = [
    `speaker in title: ${headline}`,
    `speaker in lead: ${later}`,
    `speaker in first: ${lead[0] ?? "no lead"}`,
    `speakers: ${headline}, ${later}`,
    `speaker: ${known(headline) ? headline : later}`,
    ...[...new Set([headline, ...lead])].filter(known).map((kind) => `among speakers: ${kind}`),
  ];
  const main = analysis.main;
  if (!main) return names;
  const beside = speakerKind(main.scene);
  const subject = main.scene.mentions.filter((m) => m.end <= main.anchor && m.role === "").at(-1)?.field ?? "nobody";
  return [
    ...names,
    `speaker beside: ${beside}`,
    `speaker beside ${main.mode}: ${beside}`,
    `subject ${subject}`,
    `subject ${subject}, speaker ${beside}`,
  ];
}

/** How firmly it is told: what composition says of the frame, and the cues of sources. */
export function certaintySignals(analysis: Analysis, kind: string, holderSpeaks: boolean): Features {
  const f: Features = new Map();
  const main = analysis.main;
  f.set(`kind ${kind}`, 1);
  f.set(holderSpeaks ? "holder speaks" : "another speaks", 1);
  f.set(`mode ${main?.mode ?? "none"}`, 1);
  f.set(`act ${main?.act ?? "none"} ${main?.mode ?? "none"}`, 1);
  if (main?.denied) f.set("denied", 1);
  if (main?.conditional) f.set("conditional", 1);
  if (main?.planned) f.set("planned", 1);
  for (const { name, scenes } of fields(analysis)) {
    for (const s of scenes) {
      for (const concept of ["condition", "deny", "plan", "peace", "early", "decide", "approve", "weigh"])
        if (s.operators.some((o) => o.concept === concept && !o.negated)) f.set(`${concept} in ${name}`, 1);
      for (const concept of ["source.anonymous", "source.leaked", "source.media"])
        if (s.marks.has(concept)) f.set(`${concept} in ${name}`, 1);
    }
  }
  return f;
}

/** Who inside the state or organisation holds it: role words near the position. */
export function levelSignals(analysis: Analysis, holder: string | undefined): Features {
  const f: Features = new Map();
  const main = analysis.main;
  for (const { name, scenes } of fields(analysis)) {
    for (const s of scenes) {
      for (const role of [
        "opposition",
        "legislature",
        "legislator",
        "ex",
        "protesters",
        "armed",
        "commentator",
        "government",
        "head",
      ]) {
        const marks = s.marks.get(`role.${role}`) ?? [];
        if (marks.length === 0) continue;
        f.set(`${role} in ${name}`, 1);
        if (main && s === main.scene && marks.some((m) => s.sub[m.start] === s.sub[main.anchor]))
          f.set(`${role} with act`, 1);
        const op = main?.operators[0];
        if (
          main &&
          s === main.scene &&
          marks.some((m) => m.end <= (op ? Math.min(op.start, main.anchor) : main.anchor))
        )
          f.set(`${role} before act`, 1);
        if (marks.some((m) => m.start <= 2)) f.set(`${role} opens ${name}`, 1);
        const says = s.marks.get("say") ?? [];
        if (marks.some((m) => says.some((x) => Math.abs(x.start - m.end) <= 4 || Math.abs(m.start - x.end) <= 4)))
          f.set(`${role} says in ${name}`, 1);
      }
      for (const m of s.mentions) {
        if (m.level !== "government_or_igo")
          f.set(`named ${m.level} in ${name}${m.id === holder ? " of holder" : ""}`, 1);
        else if (m.field === "person")
          f.set(`named person of government in ${name}${m.id === holder ? " of holder" : ""}`, 1);
        else if (m.field === "metonym" || m.field === "government" || m.field === "name")
          if (m.id === holder && m.role === "") f.set(`state itself in ${name}`, 1);
      }
      for (const o of s.operators) if (o.concept === "approve") f.set(`approve in ${name}`, 1);
    }
  }
  f.set(`mode ${main?.mode ?? "none"}`, 1);
  return f;
}

/** What the position is, for the cases where clauses are silent, and for hold against none: the composed frames and the frame words around. */
export function directionSignals(analysis: Analysis): Features {
  const f: Features = new Map();
  const main = analysis.main;
  if (!main) f.set("no frame", 1);
  else {
    const at = main.scene.sentence.field;
    f.set(`main ${main.direction}`, 1);
    f.set(`main ${main.direction} in ${at}`, 1);
    f.set(`main ${main.direction} ${main.act}`, 1);
    f.set(`main ${main.direction} ${main.mode}`, 1);
    if (main.direction === "hold") {
      f.set(`hold ${main.mode} lean ${main.sign}`, 1);
    }
    if (main.force === undefined) f.set(`main ${main.direction} unbound`, 1);
    if (main.noun && main.operators.length === 0) f.set(`main ${main.direction} bare noun`, 1);
    if (main.conditional) f.set("conditional", 1);
    if (main.quality > 0.9) f.set(`main ${main.direction} sure`, 1);
  }
  const counts = new Map<string, number>();
  for (const frame of analysis.frames) {
    if (frame === main || frame.direction === "none") continue;
    const key = `${frame.scene.sentence.field === "title" ? "other title" : "other lead"} ${frame.direction}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const [key, n] of counts) f.set(key, Math.min(n, 2) / 2);
  for (const { name, scenes } of fields(analysis)) {
    for (const s of scenes) {
      if (s.question) f.set(`question in ${name}`, 1);
      for (const concept of [
        "attack",
        "frame.poll",
        "frame.background",
        "frame.history",
        "frame.trial",
        "frame.question",
        "rotate",
      ])
        if (s.marks.has(concept)) f.set(`${concept} in ${name}`, 1);
      for (const concept of [
        "condition",
        "early",
        "weigh",
        "delay",
        "peace",
        "deny",
        "last",
        "stop",
        "oppose",
        "refuse",
        "threat",
        "demand",
        "support",
        "ready",
        "plan",
      ]) {
        const ops = s.operators.filter((o) => o.concept === concept);
        if (ops.length > 0) f.set(`${concept}${ops.some((o) => o.negated) ? " negated" : ""} in ${name}`, 1);
      }
      for (const a of s.acts) f.set(`act ${a.concept}${a.negated ? " negated" : ""} in ${name}`, 1);
    }
  }
  return f;
}

/** Direction's own signs, and beside them those of relevance (`about`): what the item is about tells whether it takes a position at all. */
export function positionSignals(analysis: Analysis, about: Features): Features {
  const f = directionSignals(analysis);
  for (const [name, value] of about) f.set(`about: ${name}`, value);
  return f;
}

/** Whose position it is and where, as far as the models tell: what relevance asks of them. */
export interface Cast {
  readonly holder?: string;
  readonly holderSure: number;
  readonly place?: string;
  readonly placeSure: number;
}

/** A word counts less than a sign of the grammar does: the penalty of the fit then weighs six times as much on it. */
const WORD_VALUE = 0.4;

/** Letters of a word that count: most endings are cut off with the rest. */
const WORD_LETTERS = 7;

/** Whether the item is about a force abroad at all: force words, foreignness, composed frames, and signs that it is something else. */
export function relevanceSignals(analysis: Analysis, catalog: Catalog, cast: Cast): Features {
  const f: Features = new Map();
  const states = new Set<string>();
  const titleStates = new Set<string>();
  let strong = false;
  let abroad = false;
  for (const { name, scenes } of fields(analysis)) {
    for (const s of scenes) {
      for (const force of s.forces) {
        f.set(`${force.mission ? "mission" : force.concept}${force.vague ? " vague" : ""} in ${name}`, 1);
        const owner = s.mentions.find((m) => {
          const before = force.start - m.end;
          const after = m.start - force.end;
          if (before >= 0 && before <= 2) return m.field === "adj" || m.field === "people" || m.field === "name";
          // "militares rusos", "tropas de Estados Unidos"
          return after >= 0 && after <= 2 && (m.role === "of" || (m.field === "adj" && after <= 1 && m.role === ""));
        });
        if (owner) f.set(`owned force in ${name}`, 1);
        const where = s.mentions.find(
          (m) =>
            ["in", "to", "from"].includes(m.role) &&
            m.start >= force.end &&
            m.start - force.end <= 5 &&
            m.id !== owner?.id,
        );
        if (where) f.set(`force at a place in ${name}`, 1);
        if (where && owner) {
          f.set(`owned force abroad in ${name}`, 1);
          abroad = true;
        }
      }
      for (const m of s.mentions) {
        if (m.kind === "mission") continue;
        states.add(m.id);
        if (s.sentence.field === "title") titleStates.add(m.id);
        if (m.field === "army") f.set(`army in ${name}`, 1);
      }
      for (const [concept, marks] of s.marks)
        if (concept.startsWith("anti.")) f.set(`${concept} in ${name}`, Math.min(marks.length, 2));
      for (const concept of ["frame.poll", "frame.history", "frame.trial", "frame.background", "role.armed", "attack"])
        if (s.marks.has(concept)) f.set(`${concept} in ${name}`, 1);
      if (s.forces.some((x) => catalog.topic.strong.has(x.concept) || x.mission)) {
        strong = true;
        f.set(`strong in ${name}`, 1);
      }
    }
  }
  f.set(`states ${Math.min(states.size, 4)}`, 1);
  f.set(`states in title ${Math.min(titleStates.size, 3)}`, 1);
  const bound = analysis.frames.filter((x) => x.force && x.direction !== "none");
  if (bound.some((x) => x.scene.sentence.field === "title")) f.set("bound frame in title", 1);
  if (bound.some((x) => x.scene.sentence.field === "text")) f.set("bound frame in lead", 1);
  for (const x of bound) f.set(`frame ${x.act} in ${x.scene.sentence.field}`, 1);
  const main = analysis.main;
  const all = analysis.scenes.flatMap((s) => s.forces);
  const kind = strong ? "strong" : (main?.force ? main.force.firm : all.some((x) => x.firm)) ? "firm" : "soft";
  f.set(kind, 1);
  if (
    cast.holder !== undefined &&
    cast.place !== undefined &&
    catalog.topic.belligerents.has(`${cast.holder}-${cast.place}`)
  )
    f.set(`${kind} belligerents`, 1);
  const names = [...states];
  if (names.some((a) => names.some((b) => catalog.topic.belligerents.has(`${a}-${b}`))))
    f.set(`${kind} a war is named`, 1);
  f.set(`${kind} main ${main ? main.mode : "none"}`, 1);
  f.set(`${kind} act ${main ? main.act : "none"}`, 1);
  if (main?.force) f.set(`main ${main.force.mission ? "mission" : main.force.concept}`, 1);
  const gap = main?.force ? Math.max(0, Math.max(main.force.start - main.anchorEnd, main.anchor - main.force.end)) : 99;
  const tight = gap <= 2 ? "tight" : gap <= 5 ? "near" : gap < 99 ? "far" : "no";
  f.set(`${kind} ${tight} frame`, 1);
  const foreign =
    cast.holder !== undefined && cast.place !== undefined
      ? cast.holder === cast.place
        ? "host"
        : "abroad"
      : cast.place !== undefined
        ? "place only"
        : cast.holder !== undefined
          ? "holder only"
          : "nobody";
  f.set(`${kind} ${foreign}`, 1);
  f.set(`${kind} ${foreign} ${tight}`, 1);
  if (main) f.set(`${kind} ${foreign} in ${main.scene.sentence.field}`, 1);
  f.set(`${kind} holder sure`, cast.holderSure);
  f.set(`${kind} place sure`, cast.placeSure);
  if (abroad) f.set(`${kind} owned abroad`, 1);
  const real = main && main.act !== "force" ? "act" : main ? "implied" : "none";
  f.set(`${kind} ${real} ${foreign} ${tight} ${main?.scene.sentence.field ?? ""}`, 1);
  f.set(`${kind} ${real} ${main?.scene.sentence.field ?? ""}`, 1);
  if (kind !== "strong") {
    for (const key of [...f.keys()])
      if (
        key.startsWith("anti.") ||
        key.startsWith("attack") ||
        key.startsWith("role.armed") ||
        key.startsWith("frame.")
      )
        f.set(`${kind} ${key}`, f.get(key) ?? 1);
    if (!bound.length) f.set(`${kind} and no frame`, 1);
    if (states.size < 2) f.set(`${kind} ${tight} one state`, 1);
  }
  if (!analysis.title) f.set("no title", 1);
  // who does what to whose soldiers abroad, told in one breath, needs no other words
  const plain = real === "act" && foreign === "abroad" && tight === "tight" && main?.scene.sentence.field === "title";
  for (const { sentence, tokens } of analysis.scenes)
    if (sentence.field === "title" && !plain)
      for (const { norm } of tokens) f.set(`word ${norm.slice(0, WORD_LETTERS)}`, WORD_VALUE);
  return f;
}
