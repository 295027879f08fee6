/** A position's direction: towards a foreign presence at a place, away from it, undecided, or no position at all. */
export type Direction = "advance" | "rollback" | "hold" | "none";

/** A rung of a topic's ladder, from -4 (leaves) to +4 (goes). */
export type Rung = -4 | -3 | -2 | -1 | 0 | 1 | 2 | 3 | 4;

/** A class of rungs; only a change of class is a shift (present +4 +3, willing +2, weighing +1 0, backing off -1 -2, against -3 -4). */
export type StanceClass = "present" | "willing" | "weighing" | "backing_off" | "against";

/** Who inside a state or organisation holds a position. */
export type ActorLevel =
  | "government_or_igo"
  | "opposition"
  | "legislator"
  | "legislature"
  | "ex_official"
  | "protesters"
  | "armed_group"
  | "commentator";

/** On whose word a position is known. */
export type AttributionKind = "official" | "named_person" | "anonymous_source" | "leaked" | "media_report";

/** How firmly an event is told: done or decided, only if, announced for later, said by somebody else, said by the holder not to be so. */
export type Certainty = "stated" | "conditional" | "planned" | "reported" | "denied";

/** Whose soldiers a position is about: the holder's own, or somebody else's (or anybody's). */
export type Presence = "own" | "foreign";

/** On whose word: the kind, and a name or an office as the item gives it. */
export interface Attribution {
  readonly kind: AttributionKind;
  readonly who?: string;
}

/** The words that carry an event: the sentence, where it stands (UTF-16 offsets in its field), and what matched in it. */
export interface Evidence {
  readonly field: "title" | "text";
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
  readonly matched: readonly string[];
}

/** A coded sentence: who holds which position, on what, where, on whose word. `actor`, `place`, `target` are ids of `data/actors.json`. */
export interface CodedEvent {
  readonly topic: string;
  readonly actor: string;
  readonly actorLevel: ActorLevel;
  readonly action: string;
  readonly rung: Rung;
  readonly direction: Direction;
  readonly presence: Presence;
  readonly object: string;
  readonly place?: string;
  readonly target?: string;
  readonly attribution: Attribution;
  readonly certainty: Certainty;
  /** What must happen first, as the item words it. */
  readonly condition?: string;
  readonly cameo?: string;
  /** The class that the wording presupposes was held before (*drop*, *resume*, *no longer*), if any. */
  readonly presupposes?: StanceClass;
  /** Worded as old: still, again, reaffirms, renews, keeps. */
  readonly restated?: boolean;
  readonly evidence: Evidence;
}

/** What the coder says of one item. `direction`, `actors`, `places` are those of its main position; `lang` is `und` where nothing on topic was matched. */
export interface Coding {
  readonly lang: string;
  readonly relevant: boolean;
  /** Probability of relevance, 0 to 1, calibrated on the project's own cases. */
  readonly score: number;
  readonly direction: Direction;
  readonly actors: readonly string[];
  readonly places: readonly string[];
  readonly events: readonly CodedEvent[];
  /** Sure enough to ring; what is relevant but less sure goes into digests. Absent means sure. */
  readonly sure?: boolean;
  /** True where the item is opinion, history, a poll or a "what we know" piece: it rings nobody. */
  readonly background: boolean;
  /** Every state, organisation and mission that title and lead name, whatever its part. */
  readonly named?: readonly string[];
}

/** The coding of an item that is not on topic: nothing. */
export const UNCODED: Coding = {
  lang: "und",
  relevant: false,
  score: 0,
  direction: "none",
  actors: [],
  places: [],
  events: [],
  background: false,
};

/** An entry of a feed, cleaned: `title` and `text` are plain text in NFC, `published` is absent where no date could be read. */
export interface Item {
  readonly id: string;
  readonly feed: string;
  readonly title: string;
  readonly text: string;
  readonly url?: string;
  readonly guid?: string;
  /** The language that the feed declares, if any (ISO 639-1). */
  readonly lang?: string;
  readonly publisher: string;
  readonly stateMedia?: boolean;
  readonly published?: Date;
  readonly firstSeen: Date;
}

/** Reported → confirmed → denied or retracted → reversed. */
export type ClaimStatus = "reported" | "confirmed" | "denied" | "retracted" | "reversed";

/** Whose position, on what, where, about whose soldiers: the key of the ledger. `place` is "" where no place is coded. */
export interface StanceKey {
  readonly topic: string;
  readonly actor: string;
  readonly level: ActorLevel;
  readonly place: string;
  readonly presence: Presence;
}

/** A position held from `since` on, with its evidence; `status` denied or retracted means that it no longer stands. */
export interface Stance extends StanceKey {
  readonly rung: Rung;
  readonly action: string;
  readonly object: string;
  readonly since: Date;
  readonly status: ClaimStatus;
  readonly attribution: Attribution;
  /** Item that gave it; absent for the baseline of `data/`. */
  readonly item?: string;
  readonly story?: string;
  readonly url?: string;
  readonly sentence?: string;
  /** Of a demand: whose soldiers it is about, as ids (an organisation stands for its members); absent where it is about anybody's. */
  readonly targets?: readonly string[];
  readonly source: "ledger" | "baseline";
}

/** A change of class: `from` is absent at a first sighting. */
export interface Shift extends StanceKey {
  readonly object: string;
  readonly from?: { readonly rung: Rung; readonly action: string; readonly since: Date };
  readonly to: { readonly rung: Rung; readonly action: string };
  readonly direction: Direction;
}

/** On-topic items about the same happening, in any language. Its id never changes; `mergedInto` keeps a merged one traceable. */
export interface Story {
  readonly id: string;
  readonly topic: string;
  readonly direction: Direction;
  /** Lead actors and places, as ids; facts that later items may add to. */
  readonly actors: readonly string[];
  readonly places: readonly string[];
  readonly objects: readonly string[];
  readonly presence?: Presence;
  readonly figures: readonly number[];
  /** Names and words for likeness, hashed or stemmed; at most 64. */
  readonly terms: readonly string[];
  /** Every state and body that its items name, whatever their part; at most 16. */
  readonly named?: readonly string[];
  /** False where it is about a party's, an armed group's or others' position, and not a state's or body's. */
  readonly loud?: boolean;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly items: number;
  readonly mergedInto?: string;
}

/** How loud an alert is: 1 (note) to 4 (severe). */
export type Severity = 1 | 2 | 3 | 4;

/** One revision of what chats are told. */
export interface Alert {
  readonly id: string;
  readonly revision: number;
  readonly topic: string;
  readonly story: string;
  readonly status: ClaimStatus;
  readonly direction: Direction;
  readonly severity: Severity;
  /** Whether this revision rings (a new message or a reply) or silently edits. */
  readonly rings: boolean;
  /** Why it rings: founded, confirmed, denied, reversed, joined by an actor, retracted; or `edited`. */
  readonly cause: "founded" | "confirmed" | "denied" | "reversed" | "joined" | "retracted" | "edited";
  /** All shifts told so far; `newShifts` are those new in this revision. */
  readonly shifts: readonly Shift[];
  readonly newShifts: readonly Shift[];
  readonly attribution: Attribution;
  /** Independent publishers, unknown ones left out. */
  readonly publishers: readonly string[];
  readonly stateMedia: readonly string[];
  readonly languages: readonly string[];
  /** Item ids in order of arrival; the last one caused this revision. */
  readonly items: readonly string[];
  readonly quote: { readonly text: string; readonly lang: string };
  readonly url?: string;
  /** Standing demands of other actors that this meets or goes against. */
  readonly demands: readonly {
    readonly actor: string;
    readonly since: Date;
    readonly agrees: boolean;
    readonly url?: string;
    readonly note?: string;
  }[];
  readonly published?: Date;
  readonly firstSeen: Date;
  readonly at: Date;
}

/** `platform:id`, and a thread or topic inside it as `platform:id/thread`. */
export type ChatId = string;

/** What a chat wants; an absent or empty list means everything. */
export interface Subscription {
  readonly id: string;
  readonly chat: ChatId;
  readonly places: readonly string[];
  readonly actors: readonly string[];
  readonly directions: readonly Direction[];
  readonly topics: readonly string[];
  /** Follows these stories only. */
  readonly stories?: readonly string[];
  /** Levels beside the government that also ring. */
  readonly levels: readonly ActorLevel[];
  readonly languages: readonly string[];
  readonly minSeverity: Severity;
  /** `confirmed`: only an official word or two publishers. */
  readonly certainty: "any" | "confirmed";
  readonly pausedUntil?: Date;
  readonly createdAt: Date;
  readonly createdBy?: string;
}

/** Where an item ended, and why: kept 30 days for `/why`. */
export interface Verdict {
  readonly stage:
    | "unchanged"
    | "old"
    | "undated"
    | "not_relevant"
    | "background"
    | "no_stance"
    | "known_stance"
    | "level"
    | "joined"
    | "abstained"
    | "silent_start"
    | "alerted"
    | "edited";
  readonly reason: string;
}
