import type { Topic } from "./catalog.ts";
import { compose, type Frame, REFUSALS } from "./frame.ts";
import { ACTS, type Force, type Mover, owns, type Scene } from "./grammar.ts";

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
      compose(
        scene,
        answers,
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
        compose(
          scene,
          answers,
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
      result.push(
        compose(scene, answers, "force", 1, true, f.start, f.end, f, true, false, "", ops ?? [], 0.6 + strong),
      );
    else if (scene.sentence.field === "title" && ops?.some((o) => o.concept === "plan") && scene.acts.length === 0)
      // "union plans training mission in Chad": a plan is for the force that it governs
      result.push(compose(scene, answers, "force", 1, true, f.start, f.end, f, false, false, "", ops, 0.45 + strong));
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
        result.push(
          compose(scene, answers, "force", 1, true, f.start, f.end, f, false, false, "", ops ?? [], 0.4 + strong),
        );
    }
  }
  for (const e of echoes) {
    const base = e.from ? e.from.sign : 1;
    result.push({
      ...compose(
        scene,
        answers,
        e.from?.concept ?? "force",
        base,
        true,
        e.at,
        e.at + 1,
        e.force,
        false,
        false,
        "",
        e.operators,
        0.65,
      ),
      echo: true,
    });
  }
  return result.sort((a, b) => a.anchor - b.anchor);
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
