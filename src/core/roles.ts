import type { Analysis } from "./analysis.ts";
import type { Catalog } from "./catalog.ts";
import type { Frame } from "./frame.ts";
import { type Mention, placeOnly, type Scene } from "./grammar.ts";
import type { Features } from "./linear.ts";
import { speakerKind } from "./speaker.ts";

const FOREIGN_ACTS = new Set(["expel", "admit"]);
const FOREIGN_MODES = new Set(["oppose", "threat", "demand", "support"]);

/** Whose soldiers a frame is about, as far as its words say: the sender's acts, or what others want of them. */
export function sideOf(frame: Frame | undefined): "own" | "foreign" | "none" {
  if (!frame) return "none";
  if (FOREIGN_ACTS.has(frame.act) || FOREIGN_MODES.has(frame.mode)) return "foreign";
  return "own";
}

/** Whether the mention's words own the force: "French troops", "troops of France", "France's troops". */
function owns(mention: Mention, scene: Scene): boolean {
  for (const force of scene.forces) {
    if (force.mission) continue;
    const before = force.start - mention.end;
    if (
      before >= 0 &&
      before <= 2 &&
      mention.role !== "to" &&
      mention.role !== "in" &&
      (mention.field === "adj" ||
        mention.field === "people" ||
        mention.role === "of" ||
        (scene.tokens[mention.end - 1]?.suffix ?? "") !== "")
    )
      return true;
    const after = mention.start - force.end;
    // "soldiers from Indonesia" are Indonesia's, unless somebody takes them away from there
    const taken = scene.acts.some((a) => ["leave", "cut", "end", "expel", "return"].includes(a.concept));
    if (after >= 1 && after <= 2 && mention.role === "from" && !taken) return true;
    if (
      after >= 0 &&
      after <= 2 &&
      (mention.role === "of" || (mention.role === "" && mention.nominative === false) || mention.field === "adj")
    )
      return true;
  }
  return false;
}

function near(scene: Scene, concept: string, from: number, to: number): boolean {
  return (scene.marks.get(concept) ?? []).some((m) => m.start < to && m.end > from);
}

/** What one mention says about its part in the position; names of features are plain words so that weights can be read. */
function signs(m: Mention, scene: Scene, frame: Frame | undefined): string[] {
  const out: string[] = [`field ${m.field}`];
  const title = scene.sentence.field === "title";
  if (title) out.push("in title");
  else out.push(scene.index <= 1 ? "in first sentence" : "in later sentence");
  if (m.role !== "") out.push(`after ${m.role}`);
  else out.push("bare");
  if (m.nominative === true) out.push("nominative");
  if (m.nominative === false) out.push("oblique");
  if (m.ambiguous) out.push("ambiguous");
  if (owns(m, scene)) out.push("owns force");
  const clause = scene.clause[m.start] ?? 0;
  const clauses = scene.clause.at(-1) ?? 0;
  if (title && clauses > 0) {
    const nextGap = scene.tokens.findIndex((_, i) => (scene.clause[i] ?? 0) > clause);
    const gap = nextGap > 0 ? (scene.tokens[nextGap]?.gap ?? "") : "";
    if (clause === 0 && gap.includes(":") && nextGap <= 7) out.push("before colon");
    if (clause === clauses && m.end >= scene.tokens.length - 3) out.push("closes title");
  }
  const earlier = scene.mentions.some(
    (o) => o !== m && o.id !== m.id && o.start < m.start && scene.clause[o.start] === clause && o.role === "",
  );
  if (!earlier && m.role === "") out.push("first bare in clause");
  if (m.start <= 1) out.push("opens sentence");
  const follows = scene.tokens[m.end];
  if (title && m.start <= 1 && m.role === "" && follows && /^\s*,/.test(follows.gap)) out.push("topic before comma");
  if (title && m.end >= scene.tokens.length - 1 && (scene.sub[m.start] ?? 0) > 0 && clauses === 0) {
    const part = scene.sub[m.start];
    const speaks =
      (scene.marks.get("say") ?? []).some((x) => scene.sub[x.start] === part) ||
      scene.operators.some((x) => scene.sub[x.start] === part && (x.concept === "demand" || x.concept === "oppose"));
    if (speaks) out.push("closes title");
  }
  if (near(scene, "say", m.end, m.end + 4)) out.push("then says");
  else if (near(scene, "say", m.start - 4, m.start)) out.push("said before");
  if (near(scene, "role.head", m.start - 4, m.end + 3)) out.push("office near");
  if (near(scene, "role.government", m.start - 3, m.end + 3)) out.push("government near");
  if (near(scene, "source.official", m.start - 4, m.end + 3)) out.push("official near");
  if (near(scene, "source.media", m.start - 2, m.end + 3)) out.push("media near");
  if (frame) {
    if (frame.scene === scene) {
      out.push("with frame");
      if (scene.clause[frame.anchor] === clause) {
        out.push("in frame clause");
        out.push(m.end <= frame.anchor ? "before act" : "after act");
        if (
          m.end <= frame.anchor &&
          m.role === "" &&
          !scene.mentions.some((o) => o.id !== m.id && o.role === "" && o.start >= m.end && o.end <= frame.anchor)
        )
          out.push("nearest before act");
        if (m.start >= frame.anchorEnd && m.start - frame.anchorEnd <= 2) out.push("right after act");
        const op = frame.operators[0];
        if (op && m.end <= op.start) out.push("before operator");
        if (op && m.start >= op.end && m.end <= frame.anchor) out.push("between operator and act");
        if (frame.force && m.start >= frame.force.end && m.start - frame.force.end <= 3) out.push("right after force");
      } else out.push("in other clause");
    } else out.push("without frame");
  }
  return out;
}

/** The act, its mode, its operators and who speaks: what a candidate's own signs count beside. */
function surroundings(analysis: Analysis, frame: Frame | undefined): readonly string[] {
  const out = new Set<string>();
  out.add(`~ act ${frame?.act ?? "none"}`);
  out.add(`~ mode ${frame?.mode ?? "none"}`);
  out.add(`~ ${frame?.direction ?? "none"} in ${frame?.scene.sentence.field ?? "nothing"}`);
  if (frame?.noun) out.add("~ noun");
  if (frame && !frame.force) out.add("~ unbound");
  if (frame?.force?.mission) out.add("~ mission");
  for (const o of frame?.operators ?? []) out.add(`~ ${o.concept}${o.negated ? " negated" : ""}`);
  if (frame) {
    out.add(`~ speaker beside: ${speakerKind(frame.scene)}`);
    const subject = frame.scene.mentions.filter((m) => m.end <= frame.anchor && m.role === "").at(-1);
    out.add(`~ subject ${subject?.field ?? "nobody"}`);
  }
  for (const scene of analysis.scenes.slice(0, 2)) {
    const field = scene.sentence.field;
    for (const concept of scene.marks.keys())
      if (concept.startsWith("role.") || concept.startsWith("source.") || concept === "say")
        out.add(`~ ${concept} in ${field}`);
    for (const o of scene.operators) out.add(`~ ${o.concept} in ${field}`);
    for (const a of scene.acts) out.add(`~ act ${a.concept} in ${field}`);
    if (scene.question) out.add(`~ question in ${field}`);
  }
  return [...out];
}

function add(features: Features, name: string): void {
  features.set(name, 1);
}

const HOLDER_KEYS = [
  "topic before comma",
  "opens sentence",
  "after from",
  "in title",
  "owns force",
  "first bare in title",
  "before colon",
  "closes title",
  "then says",
  "field person",
  "is place",
  "another owns",
  "nearest before act",
  "in frame clause",
  "others in title",
  "by mission",
  "after by",
  "after of",
  "first named",
  "office near",
  "before act",
];
const PLACE_KEYS = [
  "in title",
  "owns force",
  "place in title",
  "place with frame",
  "by mission",
  "after in",
  "after to",
  "after from",
  "field places",
  "field person",
  "first named",
  "another place in title",
  "a mission has another place",
  "bare in title",
  "right after force",
];

/** Two signs together say more than each alone. */
function pairs(features: Features, keys: readonly string[], side: string): void {
  const there = keys.filter((k) => features.has(k));
  for (let i = 0; i < there.length; i++)
    for (let j = i + 1; j < there.length; j++) {
      features.set(`${there[i]} + ${there[j]}`, 1);
      features.set(`${side} ${there[i]} + ${there[j]}`, 1);
    }
}

/** Everybody who may hold the item's position, and every place where its presence may be, each with features of all its mentions. */
export interface Candidates {
  readonly holders: ReadonlyMap<string, Features>;
  readonly places: ReadonlyMap<string, Features>;
}

/** Collects the candidates of a frame (or of the item as a whole where nothing was composed). */
export function candidates(analysis: Analysis, frame: Frame | undefined, catalog: Catalog): Candidates {
  const holders = new Map<string, Features>();
  const places = new Map<string, Features>();
  const of = (map: Map<string, Features>, id: string): Features => {
    let f = map.get(id);
    if (!f) {
      f = new Map();
      map.set(id, f);
    }
    return f;
  };
  const side = sideOf(frame);
  const sign = frame ? (frame.direction === "hold" ? "hold" : frame.sign > 0 ? "plus" : "minus") : "none";
  const order: string[] = [];
  const roles = new Set<string>();
  for (const scene of analysis.scenes.slice(0, 2))
    for (const concept of scene.marks.keys()) if (concept.startsWith("role.")) roles.add(concept.slice(5));
  for (const scene of analysis.scenes) {
    for (const m of scene.mentions) {
      const names = signs(m, scene, frame);
      const actor = catalog.actors.get(m.id);
      if (m.kind === "mission") {
        const owner = actor?.owner;
        if (owner) {
          const f = of(holders, owner);
          for (const n of names) if (!n.startsWith("field")) add(f, `mission ${n}`);
          add(f, "by mission");
        }
        for (const place of actor?.places ?? []) {
          const f = of(places, place);
          add(f, "by mission");
          if (scene.sentence.field === "title") add(f, "by mission in title");
          if (frame?.force?.mission === m.id) add(f, "by mission of frame");
        }
        continue;
      }
      if (!placeOnly(m)) {
        const f = of(holders, m.id);
        if (!order.includes(m.id)) order.push(m.id);
        for (const n of names) {
          add(f, n);
          add(f, `${side} ${n}`);
        }
        const has = (n: string) => names.includes(n);
        if (has("in title") && has("bare")) add(f, "bare in title");
        if (has("in title") && has("first bare in clause")) add(f, "first bare in title");
        if (has("in title") && has("owns force")) add(f, `${side} owns force in title`);
        if (has("in title") && has("before act") && has("bare")) add(f, `${side} subject in title`);
        if (has("in title") && has("field person")) add(f, "person in title");
        if (has("then says") && has("with frame")) add(f, `${side} says with frame`);
        if (has("in title") && (has("after in") || has("after to") || has("after from"))) add(f, "place in title");
      }
      if (actor && (actor.kind === "state" || m.id === "EU")) {
        const f = of(places, m.id);
        for (const n of names) {
          add(f, n);
          if (
            n.startsWith("after ") ||
            n.startsWith("field") ||
            n === "owns force" ||
            n === "before act" ||
            n === "bare" ||
            n === "first bare in clause"
          ) {
            add(f, `${side} ${n}`);
            add(f, `${sign} ${n}`);
          }
        }
        const has = (n: string) => names.includes(n);
        if (has("in title") && (has("after in") || has("after to") || has("after from"))) add(f, "place in title");
        if (has("with frame") && (has("after in") || has("after to") || has("after from"))) add(f, "place with frame");
        if (has("in title") && has("bare") && !has("owns force")) add(f, "bare in title");
      }
    }
  }
  for (const [id, f] of holders) {
    if (order.indexOf(id) === 0) add(f, "first named");
    if (holders.size === 1) add(f, "only one");
    const p = places.get(id);
    if (p?.has("place in title")) add(f, `${side} also place in title`);
    if (p?.has("place with frame")) add(f, `${side} also place with frame`);
    const others = [...holders.values()].filter((o) => o !== f);
    const some = (n: string) => others.some((o) => o.has(n));
    if (!f.has("in title") && some("in title")) add(f, "others in title");
    if (!f.has("owns force") && some("owns force")) add(f, `${side} another owns force`);
    if (f.has("owns force") && some("first bare in title")) add(f, `${side} owns force beside a subject in title`);
    if (f.has("owns force") && some(`${side} subject in title`)) add(f, `${side} owns force, another is subject`);
    if (!f.has(`${side} subject in title`) && some(`${side} subject in title`))
      add(f, `${side} another is subject in title`);
    if (!f.has("nearest before act") && some("nearest before act")) add(f, `${side} another is nearest before act`);
    if (!f.has("before colon") && some("before colon")) add(f, `${side} another before colon`);
    if (!f.has("closes title") && some("closes title")) add(f, `${side} another closes title`);
    if (f.has("closes title") && some("owns force")) add(f, `${side} closes title, another owns force`);
    if (!f.has("person in title") && some("person in title")) add(f, `${side} another person in title`);
    if (f.has("then says") && some("owns force")) add(f, `${side} says, another owns force`);
    if (f.has("then says") && !some("owns force") && !some(`${side} subject in title`))
      add(f, `${side} says, no other subject`);
    if (!f.has("with frame") && some("with frame")) add(f, `${side} others with frame`);
  }
  for (const [id, f] of holders) {
    const p = places.get(id);
    const here = p !== undefined && (p.has("place in title") || p.has("place with frame") || p.has("by mission"));
    if (here) add(f, "is place");
    const owned = [...holders].some(([other, o]) => other !== id && o.has("owns force"));
    if (owned) add(f, "another owns");
    if (roles.has("protesters")) add(f, here ? "protesters, is place" : "protesters, is not place");
    if (roles.has("armed")) add(f, here ? "armed, is place" : "armed, is not place");
  }
  const around = surroundings(analysis, frame);
  for (const f of holders.values()) {
    pairs(f, HOLDER_KEYS, side);
    for (const n of around) add(f, n);
    f.set("~ candidates", holders.size);
  }
  let firstPlace = true;
  for (const [id, f] of places) {
    if (firstPlace) add(f, "first named");
    firstPlace = false;
    if (places.size === 1) add(f, "only one");
    const h = holders.get(id);
    if (h?.has("owns force")) add(f, `${side} owner`);
    // "Mali wants Danish soldiers gone": the host speaks of another's soldiers
    const guests = [...holders].some(([other, o]) => other !== id && o.has("owns force"));
    if (guests && h && (h.has("bare in title") || h.has("nearest before act")))
      add(f, `${side} subject of another's force`);
    if ([...places.values()].some((o) => o !== f && (o.has("place in title") || o.has("by mission in title"))))
      add(f, "another place in title");
    if ([...places.values()].some((o) => o !== f && o.has("by mission"))) add(f, "a mission has another place");
    if ([...places.values()].some((o) => o !== f && o.has("place with frame"))) add(f, "another place with frame");
    pairs(f, PLACE_KEYS, side);
    for (const n of around) add(f, n);
    f.set("~ candidates", places.size);
  }
  return { holders, places };
}
