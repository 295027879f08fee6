import type { Analysis } from "./analysis.ts";
import type { Frame } from "./frame.ts";
import { choose, type Model } from "./linear.ts";
import type { AttributionKind, Certainty } from "./model.ts";
import { certaintySignals } from "./signals.ts";
import { holderSpeaks, spokenByOthers } from "./speaker.ts";

const SECOND_HAND: ReadonlySet<AttributionKind> = new Set(["anonymous_source", "leaked", "media_report"]);

/** What the clauses alone decide: a denial and a condition. */
function composed(frame: Frame): Certainty | undefined {
  if (frame.denied) return "denied";
  return frame.conditional || frame.mode === "condition" ? "conditional" : undefined;
}

/** How firmly a position beside the main one is told: by its clauses and by who speaks. */
export function certaintyBeside(frame: Frame, kind: AttributionKind, spoken: boolean): Certainty {
  const told = composed(frame);
  if (told) return told;
  if (SECOND_HAND.has(kind) || !spoken) return "reported";
  return frame.planned || frame.mode === "plan" ? "planned" : "stated";
}

/** How firmly the main position is told: clauses decide, weights choose where they are silent, and what another says of the holder is only reported. */
export function certaintyOfMain(
  model: Model,
  analysis: Analysis,
  kind: AttributionKind,
  holder: string | undefined,
): Certainty {
  const told = analysis.main ? composed(analysis.main) : undefined;
  if (told) return told;
  const learned = choose(model, certaintySignals(analysis, kind, holderSpeaks(analysis, holder))).name as Certainty;
  return learned !== "denied" && spokenByOthers(analysis, holder) ? "reported" : learned;
}
