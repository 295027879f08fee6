import type { Topic } from "./catalog.ts";
import { ACTS, type Force, type Mover, owns, type Scene } from "./grammar.ts";
import type { Direction } from "./model.ts";

/** A composed position: an act on a force with everything that governs it. */
export interface Frame {
  readonly scene: Scene;
  /** The act, or `force` where an operator governs a force directly. */
  readonly act: string;
  readonly noun: boolean;
  readonly anchor: number;
  readonly anchorEnd: number;
  readonly force?: Force;
  readonly operators: readonly Mover[];
  /** Towards a presence (+1), away from it (-1), neither (0). */
  readonly sign: 1 | -1 | 0;
  readonly mode: string;
  readonly direction: Direction;
  readonly denied: boolean;
  readonly conditional: boolean;
  readonly planned: boolean;
  readonly ceased: boolean;
  readonly still: boolean;
  /** A question in the same sentence that the operator answers: "Troops for Gaza? No plans, says the ministry". */
  readonly answered: boolean;
  /** A second holder's answer to the position before it: "A offers troops, B won't hear of it". */
  readonly echo?: true;
  /** How sure the binding of act, force and operators is. */
  readonly quality: number;
}

const TELLING = new Set([
  "support",
  "approve",
  "ready",
  "demand",
  "weigh",
  "oppose",
  "refuse",
  "stop",
  "threat",
  "doubt",
  "early",
  "condition",
  "delay",
]);
const VERDICTS = new Set(["deny", "oppose", "threat", "refuse", "early", "stop", "condition"]);
/** Words of one refusal: said twice, they refuse once. */
const REFUSALS = new Set(["oppose", "refuse", "threat", "deny"]);
/** What is wanted or meant: negated, it is a refusal. */
const INTENT = new Set(["plan", "decide", "approve", "ready", "support", "demand", "weigh"]);
/** What others may do to a position without taking part in it. */
const BYSTANDING = new Set(["oppose", "support", "demand", "threat", "refuse"]);
const HELPING = new Set(["start", "end"]);
const VAGUE = new Set(["end", "start", "add", "cut", "admit"]);
const OBJECT_NOUN = new Set(["go", "stay", "start", "add"]);

/** The rules that bring a sentence's acts, forces and operators together; direction comes from composition alone. */
export function frames(scene: Scene, topic: Topic, forceElsewhere: boolean): Frame[] {
  const result: Frame[] = [];
  const taken = new Set<Mover>();
  const real = scene.acts.filter((a) => a.concept !== "attack" && a.concept !== "rotate");
  // "begin to leave", "continue to serve": the second verb is the act
  const acts = real.filter(
    (a) =>
      !(
        HELPING.has(a.concept) &&
        !a.noun &&
        real.some(
          (b) =>
            b !== a && !b.noun && b.start >= a.end && b.start - a.end <= 2 && scene.sub[b.start] === scene.sub[a.start],
        )
      ),
  );

  // "deploys soldiers for evacuation of villages": what they are sent for is no act on them
  const purpose = (from: number, to: number) =>
    (scene.marks.get("prep.for") ?? []).some((m) => m.start >= from && m.end <= to);
  // a verb and the noun act that it governs are one act: "ends deployment", "completes withdrawal"
  const governed = new Map<Mover, Mover>();
  for (const verb of acts) {
    if (verb.noun) continue;
    const noun = acts.find(
      (n) =>
        n.noun &&
        n.start >= verb.end &&
        n.start - verb.end <= 5 &&
        scene.sub[n.start] === scene.sub[verb.start] &&
        !purpose(verb.end, n.start) &&
        !taken.has(n),
    );
    if (!noun) continue;
    governed.set(verb, noun);
    taken.add(noun);
  }

  const holders: {
    act: Mover;
    concept: string;
    sign: 1 | -1 | 0;
    noun: boolean;
    extra: string;
    negated: boolean;
    ceased: boolean;
  }[] = [];
  for (const act of acts) {
    if (taken.has(act)) continue;
    const noun = governed.get(act);
    let concept = act.concept;
    if (concept === "return") concept = returning(scene, act) ? "go" : "leave";
    let extra = "";
    let negated = act.negated;
    if (noun) {
      const nounConcept = noun.concept === "return" ? (returning(scene, noun) ? "go" : "leave") : noun.concept;
      const away = ACTS[nounConcept] === -1;
      if (away) {
        if (act.concept === "stay" || act.concept === "admit") extra = act.concept === "stay" ? "delay" : "";
        concept = nounConcept;
      } else if ((act.concept === "end" || act.concept === "cut") && OBJECT_NOUN.has(noun.concept))
        concept = act.concept;
      if (noun.negated) negated = !negated;
    }
    holders.push({ act, concept, sign: ACTS[concept] ?? 0, noun: act.noun, extra, negated, ceased: act.ceased });
  }

  const forceOf = (at: number): { force: Force | undefined; distance: number } => {
    let best: Force | undefined;
    let distance = 99;
    for (const force of scene.forces) {
      if (scene.clause[force.start] !== scene.clause[at]) continue;
      const d =
        Math.min(Math.abs(force.start - at), Math.abs(at - (force.end - 1))) +
        4 * Math.abs((scene.sub[force.start] ?? 0) - (scene.sub[at] ?? 0)) +
        (force.concept === "force.mandate" || force.concept === "force.base" ? 1 : 0);
      if (d < distance) {
        best = force;
        distance = d;
      }
    }
    return { force: best, distance };
  };

  const usedForces = new Set<Force>();
  const bound = holders.map((h) => {
    const { force, distance } = forceOf(h.act.start);
    if (force && distance <= 16) usedForces.add(force);
    return { ...h, force: distance <= 16 ? force : undefined, distance };
  });

  // operators go to the nearest act after them in their clause, else to the nearest before
  const attached = new Map<(typeof bound)[number] | Force, Mover[]>();
  const free: { item: (typeof bound)[number] | Force; start: number; end: number }[] = [
    ...bound
      .filter((b) => b.force || (forceElsewhere && (!VAGUE.has(b.concept) || governed.has(b.act))))
      .map((b) => ({ item: b, start: b.act.start, end: b.act.end })),
  ];
  const loose = scene.forces.filter(
    (f) => !usedForces.has(f) && !bound.some((b) => b.act.words.some((w) => w >= f.start && w < f.end)),
  );
  for (const f of loose)
    if (!free.some((x) => scene.clause[x.start] === scene.clause[f.start]))
      free.push({ item: f, start: f.start, end: f.end });
  // "A offers troops, B won't hear of it": a part of the sentence with a subject and operators of its own, and neither act nor force, repeats the position before it
  const echoes: {
    sub: number;
    from: (typeof bound)[number] | undefined;
    force: Force | undefined;
    operators: Mover[];
    at: number;
  }[] = [];
  const echoed = new Set<Mover>();
  const subs = new Set(scene.sub);
  // "leaves after the junta objects", "stays although Washington warns": what others do is no verdict on the act before it
  const behind = new Set((scene.marks.get("that") ?? []).map((m) => scene.sub[m.start] ?? 0));
  const bystanders = new Set<Mover>();
  for (const part of subs) {
    if (part === 0) continue;
    if (scene.acts.some((a) => scene.sub[a.start] === part) || scene.forces.some((f) => scene.sub[f.start] === part))
      continue;
    const ops = scene.operators.filter((o) => scene.sub[o.start] === part && TELLING.has(o.concept));
    const first = ops[0];
    if (!first) continue;
    const somebody =
      scene.mentions.some((m) => scene.sub[m.start] === part && m.end <= first.start) ||
      [...scene.marks].some(
        ([concept, marks]) =>
          concept.startsWith("role.") && marks.some((m) => scene.sub[m.start] === part && m.end <= first.start),
      );
    if (behind.has(part) && somebody) {
      for (const o of ops) if (BYSTANDING.has(o.concept)) bystanders.add(o);
      continue;
    }
    const subject = scene.mentions.find(
      (m) => scene.sub[m.start] === part && m.role === "" && m.end <= first.start && m.field !== "adj",
    );
    if (
      !subject ||
      !scene.mentions.some((m) => (scene.sub[m.start] ?? 0) < part && m.id !== subject.id && m.role === "")
    )
      continue;
    const before = [...bound].reverse().find((b) => b.force && (scene.sub[b.act.start] ?? 0) < part);
    const force = before?.force ?? [...scene.forces].reverse().find((f) => (scene.sub[f.start] ?? 0) < part);
    if (!before && !force) continue;
    echoes.push({ sub: part, from: before, force, operators: ops, at: first.start });
    for (const o of ops) echoed.add(o);
  }
  // a question and its answer: what stands after the question mark governs the act before it
  const asked = scene.tokens.findIndex((t, i) => i > 0 && /[?؟]/.test(t.gap));
  const answers = new Set<Mover>();
  if (asked > 0) {
    const before = free.filter((x) => x.start < asked).at(-1);
    for (const op of scene.operators) {
      if (op.start < asked || !before) continue;
      if (
        scene.acts.some((a) => a.start >= asked && scene.clause[a.start] === scene.clause[op.start]) ||
        scene.forces.some((f) => f.start >= asked && scene.clause[f.start] === scene.clause[op.start])
      )
        continue;
      if (!TELLING.has(op.concept) && op.concept !== "plan" && op.concept !== "deny") continue;
      const list = attached.get(before.item);
      if (list) list.push(op);
      else attached.set(before.item, [op]);
      answers.add(op);
    }
  }
  // a verdict after a colon or a dash belongs to the clause before it: "foreign troops in Ukraine: a legitimate target"
  if (scene.sentence.field === "title") {
    for (const op of scene.operators) {
      const here = scene.clause[op.start] ?? 0;
      if (here === 0 || answers.has(op) || echoed.has(op) || !VERDICTS.has(op.concept)) continue;
      if (
        scene.acts.some((a) => scene.clause[a.start] === here) ||
        scene.forces.some((f) => scene.clause[f.start] === here)
      )
        continue;
      const before = free.filter((x) => scene.clause[x.start] === here - 1).at(-1);
      if (!before) continue;
      const list = attached.get(before.item);
      if (list) list.push(op);
      else attached.set(before.item, [op]);
      answers.add(op);
    }
  }
  // "Vienna objects: Irish battalion deploys": a verdict before a colon is on what is told after it
  if (scene.sentence.field === "title") {
    for (const op of scene.operators) {
      const here = scene.clause[op.start] ?? 0;
      const colon = scene.tokens[scene.clause.indexOf(here + 1)]?.gap.includes(":");
      if (!colon || answers.has(op) || echoed.has(op) || (op.concept !== "oppose" && op.concept !== "threat")) continue;
      if (
        scene.acts.some((x) => scene.clause[x.start] === here) ||
        scene.forces.some((f) => scene.clause[f.start] === here)
      )
        continue;
      if (!scene.mentions.some((m) => scene.clause[m.start] === here && m.end <= op.start)) continue;
      const after = free.find((x) => scene.clause[x.start] === here + 1);
      if (!after) continue;
      attached.set(after.item, [...(attached.get(after.item) ?? []), op]);
      answers.add(op);
    }
  }
  const said = (op: Mover) =>
    (scene.marks.get("say") ?? []).some(
      (m) => m.end === op.start || (m.end < op.start && scene.sub[m.start] === scene.sub[op.start]),
    );
  for (const op of scene.operators) {
    if (echoed.has(op) || answers.has(op) || bystanders.has(op)) continue;
    const same = free.filter(
      (x) =>
        scene.clause[x.start] === scene.clause[op.start] &&
        !("act" in x.item && x.item.act.words.some((w) => op.words.includes(w)) && !overhangs(op, x.item.act)),
    );
    const after = same
      .filter(
        (x) =>
          (x.start >= op.end || (x.start > op.start && x.end > op.end)) &&
          x.start - op.end <= 12 + (scene.sub[x.start] === scene.sub[op.start] ? 4 : 0),
      )
      .sort((a, b) => a.start - b.start)[0];
    const before = same.filter((x) => x.end <= op.start && op.start - x.end <= 12).sort((a, b) => b.end - a.end)[0];
    // a separable verb stands around what it governs: "lehnt die Entsendung ab"
    const inside = same
      .filter((x) => x.start > op.start && x.end <= op.end && op.words.length > 1)
      .sort((a, b) => a.start - b.start)[0];
    let target = inside ?? after ?? before;
    if (
      !inside &&
      after &&
      before &&
      scene.sub[after.start] !== scene.sub[op.start] &&
      scene.sub[before.start] === scene.sub[op.start]
    )
      target = before;
    if (!target) continue;
    const apart = scene.sub[target.start] !== scene.sub[op.start];
    // "reduces its contingent, flights stop": the later part stops something of its own
    if (apart && target === before && (op.concept === "stop" || op.concept === "freeze")) continue;
    // "will not deploy peacekeepers, a minister says before the summit": the time of saying is no term of the position
    if (apart && target === before && op.concept === "until" && said(op)) continue;
    const list = attached.get(target.item);
    if (list) list.push(op);
    else attached.set(target.item, [op]);
  }

  const build = (
    act: string,
    base: 1 | -1 | 0,
    noun: boolean,
    anchor: number,
    anchorEnd: number,
    force: Force | undefined,
    negated: boolean,
    ceased: boolean,
    extra: string,
    operators: readonly Mover[],
    quality: number,
  ): Frame => {
    let sign: number = base;
    let mode = "done";
    let hold = "";
    let denied = false;
    let conditional = false;
    let planned = false;
    let still = false;
    let peace = false;
    let flipped = false;
    if (negated) {
      sign = -sign;
      mode = "refuse";
      flipped = true;
    }
    const ordered = [...operators].sort(
      (a, b) =>
        Number(a.concept === "until") - Number(b.concept === "until") ||
        Math.min(Math.abs(a.start - anchor), Math.abs(anchor - a.end)) -
          Math.min(Math.abs(b.start - anchor), Math.abs(anchor - b.end)),
    );
    let refused: Mover | undefined;
    let unwilling = false;
    for (const op of ordered) {
      if (op.ceased) ceased = true;
      if (REFUSALS.has(op.concept) && !op.negated) {
        const apart = refused ? Math.max(op.start - refused.end, refused.start - op.end) : 99;
        if (refused && nested(scene, refused, op)) {
          hold = "weigh";
          continue;
        }
        if (refused && (apart <= 3 || (refused.concept === "deny" && op.concept === "deny"))) {
          if (op.concept === "deny") denied = true;
          continue;
        }
        refused = op;
      }
      // a refusal repeated in a later part confirms: "will not come, the doctrine does not allow it"
      if (negated && op.negated && INTENT.has(op.concept) && scene.sub[op.start] !== scene.sub[anchor]) continue;
      // "has not decided and does not plan": intent denied twice is denied
      if (op.negated && INTENT.has(op.concept)) {
        if (unwilling) continue;
        unwilling = true;
      }
      switch (op.concept) {
        case "plan":
          if (op.negated) {
            sign = -sign;
            mode = "refuse";
          } else {
            planned = true;
            if (mode === "done") mode = "plan";
          }
          break;
        case "decide":
        case "approve":
        case "ready":
        case "support":
          if (op.negated) {
            sign = -sign;
            mode = "refuse";
          } else if (mode === "done" || mode === "plan" || (mode === "decide" && op.concept === "approve"))
            mode = op.concept;
          break;
        case "demand":
          if (op.negated) {
            sign = -sign;
            mode = "refuse";
          } else if (mode === "done" || mode === "plan" || mode === "refuse")
            mode = sign * base < 0 ? "oppose" : "demand";
          break;
        case "weigh":
          if (op.negated) {
            sign = -sign;
            mode = "refuse";
          } else hold ||= "weigh";
          break;
        case "condition":
          conditional = true;
          hold = "condition";
          break;
        case "until":
          // "will not send until …" is a condition, "stays until 2027" is a term
          if (mode === "refuse") {
            conditional = true;
            hold = "condition";
          }
          break;
        case "early":
          hold ||= "early";
          break;
        case "delay":
          hold ||= "delay";
          break;
        case "doubt":
          if (!op.negated) hold ||= "doubt";
          break;
        case "oppose":
          if (op.negated) {
            if (mode === "done" || mode === "plan") mode = "support";
          } else {
            sign = -sign;
            mode = "oppose";
            flipped = true;
          }
          break;
        case "refuse":
          if (op.negated) hold = "weigh";
          else {
            sign = -sign;
            mode = "refuse";
            flipped = true;
          }
          break;
        case "stop":
          if (op.negated) {
            if (mode === "done") mode = "plan";
          } else {
            sign = -sign;
            mode = "stop";
            flipped = true;
          }
          break;
        case "freeze":
          if (op.negated) break;
          if (sign < 0) hold ||= "freeze";
          else {
            sign = -1;
            mode = "freeze";
            flipped = true;
          }
          break;
        case "threat":
          if (base > 0 && sign > 0) {
            sign = -1;
            mode = "threat";
          } else if (sign < 0 && mode === "done") mode = "threat";
          break;
        case "deny":
          denied = true;
          if (!op.negated) {
            sign = -sign;
            mode = "deny";
          }
          break;
        case "last":
          if ((act === "stay" || act === "force") && sign > 0) {
            sign = -1;
            mode = "last";
          }
          break;
        case "peace":
          peace = true;
          break;
        case "still":
          still = true;
          break;
      }
    }
    // what is given up is not weighed any more, unless giving it up is what is weighed: "considers dropping"
    const stopped = operators.find((o) => o.concept === "stop" && !o.negated);
    if (mode === "stop" && hold === "weigh" && stopped) {
      const governs = (o: Mover) =>
        o.concept === "weigh" && o.start < stopped.start && o.start > anchor === stopped.start > anchor;
      if (!operators.some(governs)) hold = "";
    }
    // "will strike them if they cross": the threat stands, its condition is what it is against
    if (hold === "condition" && mode === "threat") hold = "";
    if (extra === "delay") hold ||= "delay";
    // peace is no condition of who would go, but it is one of who will not go before it
    if (peace && hold === "condition" && sign >= 0) hold = "";
    if (peace) conditional = true;
    const direction: Direction = hold !== "" ? "hold" : sign > 0 ? "advance" : sign < 0 ? "rollback" : "none";
    return {
      scene,
      act,
      noun,
      anchor,
      anchorEnd,
      ...(force ? { force } : {}),
      operators,
      sign: sign > 0 ? 1 : sign < 0 ? -1 : 0,
      mode: hold !== "" ? hold : mode,
      direction,
      denied,
      conditional,
      planned,
      ceased,
      still,
      answered: operators.some((o) => answers.has(o)),
      quality: quality + (flipped ? 0.05 : 0),
    };
  };

  const openers = new Set((scene.marks.get("that") ?? []).map((m) => scene.sub[m.start]));
  // "after NATO leaves", "who served in Mali": what a clause only mentions
  const subordinate = (at: number) => (scene.sub[at] ?? 0) > 0 && openers.has(scene.sub[at]);
  // "the force deployed in Kosovo will shrink": a participle right behind its force, with another act beside it
  const modifies = (b: (typeof bound)[number]) =>
    !b.noun &&
    b.force !== undefined &&
    b.act.start === b.force.end &&
    bound.some(
      (o) =>
        o !== b &&
        o.force === b.force &&
        scene.clause[o.act.start] === scene.clause[b.act.start] &&
        o.act.start > b.act.start,
    );
  for (const b of bound) {
    if (!b.force && (!forceElsewhere || (VAGUE.has(b.concept) && !governed.has(b.act)))) continue;
    const ops = attached.get(b) ?? [];
    const strong = b.force && topic.strong.has(b.force.concept) ? 0.2 : 0;
    const quality =
      (b.force ? 1 - Math.min(b.distance, 12) * 0.03 : 0.45) +
      strong +
      (b.noun && ops.length === 0 ? -0.1 : 0) -
      (subordinate(b.act.start) ? 0.35 : 0) -
      (modifies(b) ? 0.15 : 0);
    // "does not want any foreign soldiers": the refusal and the negated noun say it once
    const forceNegated =
      b.force?.negated === true && !b.negated && !ops.some((o) => REFUSALS.has(o.concept) && !o.negated);
    result.push(
      build(
        b.concept,
        b.sign,
        b.noun,
        b.act.start,
        b.act.end,
        b.force,
        forceNegated ? true : b.negated,
        b.ceased,
        b.extra,
        ops,
        quality,
      ),
    );
  }
  for (const f of loose) {
    const ops = attached.get(f);
    const telling =
      ops?.filter((o) => o.negated || !["plan", "still", "peace", "turn", "until"].includes(o.concept)) ?? [];
    const strong = topic.strong.has(f.concept) ? 0.2 : 0;
    if (telling.length > 0)
      result.push(
        build(
          "force",
          1,
          true,
          f.start,
          f.end,
          f,
          f.negated && !telling.some((o) => REFUSALS.has(o.concept) && !o.negated),
          false,
          "",
          ops ?? [],
          0.6 + strong,
        ),
      );
    else if (f.negated)
      result.push(build("force", 1, true, f.start, f.end, f, true, false, "", ops ?? [], 0.6 + strong));
    else if (scene.sentence.field === "title" && ops?.some((o) => o.concept === "plan") && scene.acts.length === 0)
      // "union plans training mission in Chad": a plan is for the force that it governs
      result.push(build("force", 1, true, f.start, f.end, f, false, false, "", ops, 0.45 + strong));
    else {
      // verbless: soldiers "to" or "for" a place
      const going = scene.mentions.find(
        (m) =>
          (m.role === "to" || m.role === "for") &&
          m.start >= f.end &&
          m.start - f.end <= 6 &&
          Math.abs((scene.clause[m.start] ?? 0) - (scene.clause[f.start] ?? 0)) <= 1 &&
          m.kind !== "person",
      );
      if (going && scene.acts.length === 0)
        result.push(build("force", 1, true, f.start, f.end, f, false, false, "", ops ?? [], 0.4 + strong));
    }
  }
  for (const e of echoes) {
    const base = e.from ? e.from.sign : 1;
    result.push({
      ...build(e.from?.concept ?? "force", base, true, e.at, e.at + 1, e.force, false, false, "", e.operators, 0.65),
      echo: true,
    });
  }
  return result.sort((a, b) => a.anchor - b.anchor);
}

/** Whether one refusal governs another, with nothing but a preposition between them: "refuses to rule out" leaves it open. */
function nested(scene: Scene, a: Mover, b: Mover): boolean {
  const [outer, inner] = a.start < b.start ? [a, b] : [b, a];
  if (outer.concept !== "refuse" || inner.concept !== "refuse" || scene.sub[outer.start] !== scene.sub[inner.start])
    return false;
  const small = [...scene.marks].flatMap(([concept, marks]) => (concept.startsWith("prep.") ? marks : []));
  const between = Array.from({ length: Math.max(0, inner.start - outer.end) }, (_, i) => outer.end + i);
  return inner.start >= outer.end && between.every((w) => small.some((m) => m.words.includes(w)));
}

/** Whether an act begins inside an operator and goes on after it: "going to" and "to send". */
function overhangs(operator: Mover, act: Mover): boolean {
  return act.start > operator.start && act.start < operator.end && act.end > operator.end;
}

/** Whether a return goes to the place (again) rather than home from it: a foreign place follows, and none is left. */
function returning(scene: Scene, act: Mover): boolean {
  const near = (m: { start: number; end: number }) =>
    scene.clause[m.start] === scene.clause[act.start] && m.start >= act.start && m.start - act.end <= 7;
  const to = scene.mentions.find((m) => near(m) && (m.role === "to" || m.role === "in") && m.kind !== "person");
  if (!to || scene.mentions.some((m) => near(m) && m.role === "from")) return false;
  // "Kabul rules out a return of American soldiers to Bagram": whose soldiers they are tells where home is
  const owner = scene.mentions.find((m) =>
    scene.forces.some((f) => scene.clause[f.start] === scene.clause[act.start] && owns(m, f, scene)),
  );
  if (owner) return owner.id !== to.id;
  return !scene.mentions.some((m) => m !== to && m.id === to.id);
}

/** The ladder's action for a composed meaning: the most special key that the topic names. */
export function actionOf(topic: Topic, frame: Frame): string {
  const sign = frame.direction === "hold" ? "0" : frame.sign > 0 ? "+" : "-";
  const tries = [`${sign}${frame.act}.${frame.mode}`, `${sign}.${frame.mode}`, `${sign}${frame.act}.done`, `${sign}.`];
  for (const key of tries) {
    const action = topic.meanings[key];
    if (action) return action;
  }
  return "";
}
