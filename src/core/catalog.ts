import type { Lexicon } from "./lexicon.ts";
import type { Model } from "./linear.ts";
import type { ActorLevel, Rung } from "./model.ts";
import type { Writing } from "./text.ts";

/** What holds positions: states, organisations, and the missions that stand for them. */
export interface Actor {
  readonly id: string;
  readonly kind: "state" | "organisation" | "mission";
  /** 1 to 3: how much a position of this actor matters anywhere. */
  readonly weight: number;
  /** Missions: where, whose, and what kind of force. */
  readonly places: readonly string[];
  readonly owner?: string;
  readonly object?: string;
  readonly members: readonly string[];
}

/** A term of office; after the last one a person is an ex-official. Dates are ISO days, `to` is exclusive. */
export interface Office {
  readonly actor: string;
  readonly level: ActorLevel;
  readonly from?: string;
  readonly to?: string;
}

/** One action of a topic's ladder. */
export interface LadderStep {
  readonly rung: Rung;
  readonly cameo?: string;
}

/** A policy area: its ladder, what composed meanings are called, and which of its force words stand on their own. */
export interface Topic {
  readonly id: string;
  readonly ladder: Readonly<Record<string, LadderStep>>;
  readonly meanings: Readonly<Record<string, string>>;
  readonly objects: Readonly<Record<string, string>>;
  readonly strong: ReadonlySet<string>;
  /** Force words that also mean other things ("base", "mandate", "presence"): alone they make an item relevant at most, and never ring. */
  readonly vague: ReadonlySet<string>;
  /** Beginnings of the words that always mean soldiers, by language: the others ("forces", "police", "military") say less. */
  readonly firm: Readonly<Record<string, readonly string[]>>;
  /** Pairs "owner-place" at war: soldiers of the one at the other are a front more often than a presence. */
  readonly belligerents: ReadonlySet<string>;
  /** How sure relevance must be, by the strength of the item's force words; what is less sure goes into digests at most. */
  readonly sure: { readonly strong: number; readonly firm: number; readonly soft: number };
  /** Relevance from which an item is on topic, by the same kinds of words. */
  readonly relevant: { readonly strong: number; readonly firm: number; readonly soft: number };
}

/** A language compiled for one topic. */
export interface Tongue {
  readonly code: string;
  readonly writing: Writing;
  readonly lexicon: Lexicon;
  /** Case or possessive suffixes after an apostrophe, by what they say (`of`, `in`, `to`, `from`). */
  readonly suffixes: ReadonlyMap<string, string>;
  /** Clitics written on to a name that do a preposition's work, by what they say. */
  readonly prefixes: ReadonlyMap<string, string>;
  /** Negations that only ever negate what follows them. */
  readonly forward: ReadonlySet<string>;
  /** Prepositions that say "from" or "with" by the case that follows (`з`, `z`, `с`), and the endings of the case that says "with". */
  readonly comitative: { readonly prepositions: ReadonlySet<string>; readonly endings: readonly string[] };
}

/** Everything of `data/` that the coder needs for one topic, compiled once. */
export interface Catalog {
  readonly topic: Topic;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly persons: ReadonlyMap<string, readonly Office[]>;
  readonly tongues: ReadonlyMap<string, Tongue>;
  /** Whether a text can be on topic in any language: it has one of the topic's force words. */
  readonly gate: (text: string) => boolean;
  readonly weights: Readonly<Record<string, Model>>;
}
