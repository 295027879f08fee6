import type { Analysis } from "./analysis.ts";
import { distribution, type Features, type Model } from "./linear.ts";
import type { Direction } from "./model.ts";
import { positionSignals } from "./signals.ts";

/** How sure weights must be of none for no event to be coded. */
const NOTHING_TOLD = 0.85;

/** How sure weights must be to name a direction that no clause composed. */
const SURE = 0.4;

/** How sure they must be that an item takes no position. */
const SILENT = 0.5;

/** How sure they must be to overrule an undecided headline. */
const CERTAIN = 0.75;

/** Composition decides which way; weights choose between that way, hold and none, and speak alone, if they are sure, where the clauses are silent. */
export function decide(model: Model, analysis: Analysis, about: Features): Direction {
  const all = distribution(model, positionSignals(analysis, about));
  const chance = (name: Direction) => all[model.classes.indexOf(name)] ?? 0;
  const main = analysis.main;
  const composed =
    main && (main.act !== "force" || main.operators.length > 0 || main.mode !== "done") ? main : undefined;
  const barred = composed && composed.sign !== 0 ? (composed.sign > 0 ? "rollback" : "advance") : undefined;
  const ranked = (["advance", "rollback", "hold", "none"] as const)
    .filter((c) => c !== barred && (c !== "none" || chance("none") >= SILENT))
    .sort((a, b) => chance(b) - chance(a));
  const best = ranked[0] ?? "none";
  const title = analysis.scenes.find((s) => s.sentence.field === "title");
  if (title?.marks.has("frame.poll")) return "none";
  // an undecided headline, or opening of an item without one, stays undecided unless everything else speaks against it
  if (composed?.direction === "hold" && composed.scene === analysis.scenes[0] && chance(best) < CERTAIN) return "hold";
  if (best === "hold" || best === "none" || best === composed?.direction || chance(best) >= SURE) return best;
  if (composed?.direction === "hold") return "hold";
  return chance("hold") > chance("none") ? "hold" : "none";
}

/** The position that an item without one of its own may still tell of: the composed one, or none where weights are sure of none. */
export function leaning(model: Model, analysis: Analysis, about: Features): Direction {
  const all = distribution(model, positionSignals(analysis, about));
  if ((all[model.classes.indexOf("none")] ?? 0) >= NOTHING_TOLD) return "none";
  return analysis.main?.direction ?? "none";
}
