import { type Coding, type Item, UNCODED, type Verdict } from "./model.ts";
import type { Context, Log, Outcome, Store } from "./ports.ts";

/** What the intake of items works with. */
export interface IntakeParts {
  readonly store: Pick<Store, "sight" | "context" | "record">;
  readonly code: (item: Item) => Coding;
  /** `earlier` is the story of an item that was seen before in other words. */
  readonly assess: (item: Item, coding: Coding, context: Context, now: Date, earlier?: string) => Outcome;
  readonly log: Log;
}

/** How an item is taken in: `silent` is the first contact with its feed, which alerts nobody. */
export interface IntakeOptions {
  readonly now: Date;
  readonly silent?: boolean;
}

/** Relevance below which the past cannot make an item part of a story. */
const HOPELESS = 0.1;

/** An outcome as it is kept at the first contact with a feed: the ledger is filled, cards may be brought up to date, nothing rings. */
function hushed(outcome: Outcome): Outcome {
  const { alert, touched, ...rest } = outcome;
  const told = [...touched, ...(alert ? [alert] : [])];
  if (!told.some((one) => one.rings || one.cause !== "edited")) return outcome;
  const verdict: Verdict = { stage: "silent_start", reason: "the first reading of this feed alerts nobody" };
  const quiet = (one: NonNullable<Outcome["alert"]>) => ({ ...one, rings: false, cause: "edited" as const });
  const kept = alert && alert.revision > 1 ? { alert: quiet(alert) } : {};
  return { ...rest, verdict, touched: touched.map(quiet), ...kept };
}

/**
 * Takes one item in: seen before or not, coded, judged against what is known, written. Returns what was written, or undefined where the
 * item brings nothing new. Items are to be taken in one after the other. A fault in judging one item is noted with it and loses no other.
 */
export async function intake(item: Item, parts: IntakeParts, options: IntakeOptions): Promise<Outcome | undefined> {
  const { store } = parts;
  const sighting = await store.sight(item);
  if (sighting.status === "unchanged") return undefined;
  const known = sighting.status === "changed" ? { ...item, id: sighting.id } : item;
  const earlier = sighting.status === "changed" ? sighting.story : undefined;
  const outcome = await judged(known, earlier, parts, options);
  await store.record(outcome, options.now);
  return outcome;
}

/** What becomes of an item; most are told apart by the coder alone. */
async function judged(
  item: Item,
  earlier: string | undefined,
  { store, code, assess, log }: IntakeParts,
  { now, silent }: IntakeOptions,
): Promise<Outcome> {
  const nothing = { item, merged: [], stances: [], touched: [] };
  const unjudged = (error: Error): Outcome => {
    log("error", "an item could not be judged", { item: item.id, feed: item.feed, error });
    return {
      ...nothing,
      coding: UNCODED,
      verdict: { stage: "abstained", reason: `could not be judged: ${error.message}` },
    };
  };
  const coding = attempt(() => code(item));
  if (coding instanceof Error) return unjudged(coding);
  if (!coding.relevant && coding.score < HOPELESS && earlier === undefined)
    return { ...nothing, coding, verdict: { stage: "not_relevant", reason: `score ${coding.score.toFixed(2)}` } };
  const context = await store.context(item, coding, now);
  const outcome = attempt(() => assess(item, coding, context, now, earlier));
  if (outcome instanceof Error) return unjudged(outcome);
  return silent ? hushed(outcome) : outcome;
}

/** The one catch of the intake: what was thrown is a value. */
function attempt<T>(work: () => T): T | Error {
  try {
    return work();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
