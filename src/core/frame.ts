import type { Force, Mover, Scene } from "./grammar.ts";
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

/** Words of one refusal: said twice, they refuse once. */
export const REFUSALS = new Set(["oppose", "refuse", "threat", "deny"]);
/** What is wanted or meant: negated, it is a refusal. */
const INTENT = new Set(["plan", "decide", "approve", "ready", "support", "demand", "weigh"]);
/** Composes an act (or a force alone) with all that governs it, the nearest first; `answers` are the operators that answer a question. */
export function compose(
  scene: Scene,
  answers: ReadonlySet<Mover>,
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
): Frame {
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
