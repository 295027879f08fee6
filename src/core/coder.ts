import { type Analysis, analyse } from "./analysis.ts";
import type { Catalog } from "./catalog.ts";
import { actionOf, type Frame } from "./frames.ts";
import type { Scene } from "./grammar.ts";
import { choose, distribution, type Features, type Linear, probability } from "./linear.ts";
import type {
  ActorLevel,
  Attribution,
  AttributionKind,
  Certainty,
  CodedEvent,
  Coding,
  Direction,
  Presence,
  StanceClass,
} from "./model.ts";
import { type Candidates, candidates, sideOf } from "./roles.ts";
import {
  attributionSignals,
  type Cast,
  certaintySignals,
  directionSignals,
  levelSignals,
  relevanceSignals,
} from "./signals.ts";
import { officeLevel, speakersOnly, together, unnamed } from "./told.ts";

/** What is coded: title and lead (either may be empty), the day of the item (ISO) and the language that its feed declares. */
export interface Codable {
  readonly title: string;
  readonly text: string;
  readonly date?: string;
  readonly lang?: string;
}

/** Codes items of one topic. `explain` also gives what was matched, for `cli code --explain`. */
export interface Coder {
  code(item: Codable): Coding;
  explain(item: Codable): { readonly coding: Coding; readonly analysis?: Analysis };
}

const NOTHING: Coding = {
  lang: "und",
  relevant: false,
  score: 0,
  direction: "none",
  actors: [],
  places: [],
  events: [],
  background: false,
};

/** Scores the candidates and keeps the sure ones, at least the best where it is likelier than `floor`. */
function elect(
  model: Catalog["weights"][string] | undefined,
  map: ReadonlyMap<string, Features>,
  sure: number,
  floor: number,
  most: number,
): { readonly id: string; readonly p: number }[] {
  if (!model) return [...map.keys()].slice(0, 1).map((id) => ({ id, p: 1 }));
  const ranked = [...map].map(([id, f]) => ({ id, p: probability(model, f) })).sort((a, b) => b.p - a.p);
  const best = ranked[0];
  if (!best || best.p < floor) return [];
  return ranked.filter((r, i) => i === 0 || r.p >= sure).slice(0, most);
}

/** The likeliest holder and place, for the question of relevance. */
export function castOf(weights: Catalog["weights"], cast: Candidates): Cast {
  const holder = elect(weights.holder, cast.holders, 0.5, 0.3, 1)[0];
  const place = elect(weights.place, cast.places, 0.5, 0.3, 1)[0];
  return {
    ...(holder ? { holder: holder.id } : {}),
    holderSure: holder?.p ?? 0,
    ...(place ? { place: place.id } : {}),
    placeSure: place?.p ?? 0,
  };
}

/** Composition decides which way; weights choose between that way, hold and none, and speak alone, if they are sure, where the clauses are silent. */
export function decide(model: Linear, analysis: Analysis): Direction {
  const all = distribution(model, directionSignals(analysis));
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
  // an undecided headline stays undecided unless everything else speaks against it
  if (composed?.direction === "hold" && composed.scene === title && chance(best) < CERTAIN) return "hold";
  if (best === "hold" || best === "none" || best === composed?.direction || chance(best) >= SURE) return best;
  if (composed?.direction === "hold") return "hold";
  return chance("hold") > chance("none") ? "hold" : "none";
}

/** The position that an item without one of its own may still tell of: the composed one, or none where weights are sure of none. */
function leaning(model: Linear, analysis: Analysis): Direction {
  const all = distribution(model, directionSignals(analysis));
  if ((all[model.classes.indexOf("none")] ?? 0) >= NOTHING_TOLD) return "none";
  return analysis.main?.direction ?? "none";
}

/** How sure weights must be of none for no event to be coded. */
const NOTHING_TOLD = 0.85;

/** Relevance from which an item is on topic. */
const RELEVANT = 0.5;

/** How sure weights must be to name a direction that no clause composed. */
const SURE = 0.4;

/** How sure they must be that an item takes no position. */
const SILENT = 0.5;

/** How sure they must be to overrule an undecided headline. */
const CERTAIN = 0.75;

const PRESUPPOSED: Readonly<Record<string, StanceClass>> = { stop: "willing", freeze: "present" };

function certainty(frame: Frame, attribution: AttributionKind, holderSpeaks: boolean): Certainty {
  if (frame.denied) return "denied";
  if (frame.conditional || frame.mode === "condition") return "conditional";
  if (attribution === "anonymous_source" || attribution === "leaked" || attribution === "media_report")
    return "reported";
  if (!holderSpeaks) return "reported";
  if (frame.planned || frame.mode === "plan") return "planned";
  return "stated";
}

/** Whether a person or an office of the holder says it, as far as the words beside verbs of saying tell. */
export function holderSpeaks(analysis: Analysis, holder: string | undefined): boolean {
  for (const s of analysis.scenes) {
    const says = s.marks.get("say") ?? [];
    const near = s.mentions.filter((m) =>
      says.some((x) => Math.abs(x.start - m.end) <= 4 || Math.abs(m.start - x.end) <= 4),
    );
    if (near.length > 0) return near.some((m) => m.id === holder);
  }
  return true;
}

/** Whether the title names who speaks and that is another actor than the holder: then the position is only reported. */
function spokenByOthers(analysis: Analysis, holder: string | undefined): boolean {
  const title = analysis.scenes.filter((s) => s.sentence.field === "title");
  return (
    title.some((s) => {
      const says = s.marks.get("say") ?? [];
      return s.mentions.some(
        (m) => m.id !== holder && says.some((x) => Math.abs(x.start - m.end) <= 1 || Math.abs(m.start - x.end) <= 1),
      );
    }) && !holderSpeaks(analysis, holder)
  );
}

function speaker(analysis: Analysis, kind: AttributionKind): string | undefined {
  for (const s of analysis.scenes) {
    const says = s.marks.get("say") ?? [];
    for (const m of s.mentions) {
      if (m.field !== "person") continue;
      if (says.some((x) => Math.abs(x.start - m.end) <= 4 || Math.abs(m.start - x.end) <= 4))
        return words(s, m.start, m.end);
    }
  }
  for (const concept of ["source.anonymous", "source.leaked", "source.official", "source.media"]) {
    // "an official source (a source)" would say two things at once
    if (concept === "source.anonymous" && (kind === "official" || kind === "named_person")) continue;
    for (const s of analysis.scenes) {
      const mark = s.marks.get(concept)?.[0];
      if (mark) return words(s, mark.start, mark.end);
    }
  }
  return undefined;
}

function words(scene: Scene, start: number, end: number): string {
  const a = scene.tokens[start];
  const b = scene.tokens[end - 1];
  return a && b ? scene.sentence.text.slice(a.start - scene.sentence.start, b.end - scene.sentence.start) : "";
}

function matched(frame: Frame): string[] {
  const s = frame.scene;
  const list = [words(s, frame.anchor, frame.anchorEnd), ...frame.operators.map((o) => words(s, o.start, o.end))];
  if (frame.force) list.push(words(s, frame.force.start, frame.force.end));
  return [...new Set(list.filter((w) => w !== ""))];
}

function dayOf(date: string | undefined): string | undefined {
  return date && /^\d{4}-\d\d-\d\d/.test(date) ? date.slice(0, 10) : undefined;
}

/** Opens the coder of one topic over a compiled catalog; `identify` tells the language of a text (`und` where none is known). */
export function openCoder(catalog: Catalog, identify: (text: string) => string): Coder {
  const { topic, weights } = catalog;

  const languageOf = (item: Codable): string => {
    const told = identify(`${item.title}\n${item.text}`);
    return told !== "und" && catalog.tongues.has(told) ? told : (item.lang ?? told);
  };

  const explain = (item: Codable): { readonly coding: Coding; readonly analysis?: Analysis } => {
    if (!catalog.gate(item.title) && !catalog.gate(item.text.slice(0, 2000))) return { coding: NOTHING };
    const lang = languageOf(item);
    const tongue = catalog.tongues.get(lang);
    if (!tongue) return { coding: NOTHING };
    const analysis = analyse(item.title, item.text, tongue, catalog, dayOf(item.date));
    if (!analysis.scenes.some((s) => s.forces.length > 0)) return { coding: NOTHING, analysis };
    const main = analysis.main;
    const whole = candidates(analysis, main, catalog);
    const telling = speakersOnly(main);
    const cast = { ...whole, holders: new Map([...whole.holders].filter(([id]) => !telling.has(id))) };
    const relevance = weights.relevance;
    const signals = relevanceSignals(analysis, catalog, castOf(weights, cast));
    const score = relevance ? probability(relevance, signals) : main ? 0.9 : 0.1;
    const relevant = score >= RELEVANT;
    const sure =
      score >= (signals.has("strong") ? topic.sure.strong : signals.has("firm") ? topic.sure.firm : topic.sure.soft);
    const named = [...new Set(analysis.scenes.flatMap((s) => s.mentions.map((m) => m.id)))];
    if (!relevant) return { coding: { ...NOTHING, lang, score, named }, analysis };

    const direct = weights.direction;
    let direction: Direction = main?.direction ?? "none";
    if (direct) {
      direction = decide(direct, analysis);
    }
    const elected =
      direction === "none"
        ? elect(weights.holder, cast.holders, 0.5, 0.5, 4)
        : elect(weights.holder, cast.holders, 0.5, 0.1, 6);
    const rest = elected.flatMap((h) => together(main, h.id));
    const holders = [
      ...elected,
      ...[...new Set(rest)]
        .filter((id) => cast.holders.has(id) && !elected.some((h) => h.id === id))
        .map((id) => ({ id, p: 1 })),
    ];
    const places = elect(weights.place, cast.places, 0.5, 0.2, 4);
    const holder = holders[0]?.id;
    const kind: AttributionKind =
      unnamed(analysis) ??
      (weights.attribution
        ? (choose(weights.attribution, attributionSignals(analysis)).name as AttributionKind)
        : "official");
    const level: ActorLevel =
      officeLevel(main, holder) ??
      (weights.level
        ? (choose(weights.level, levelSignals(analysis, holder)).name as ActorLevel)
        : "government_or_igo");
    const who = speaker(analysis, kind);
    const attribution: Attribution = { kind, ...(who ? { who } : {}) };
    const background = analysis.scenes.some(
      (s) => s.sentence.field === "title" && (s.marks.has("frame.background") || s.marks.has("frame.history")),
    );

    const learned = weights.certainty
      ? (choose(weights.certainty, certaintySignals(analysis, kind, holderSpeaks(analysis, holder))).name as Certainty)
      : undefined;
    const told: Certainty | undefined =
      learned && main?.denied
        ? "denied"
        : learned && (main?.mode === "condition" || main?.conditional)
          ? "conditional"
          : learned && learned !== "denied" && spokenByOthers(analysis, holder)
            ? "reported"
            : learned;

    const events: CodedEvent[] = [];
    const emit = (frame: Frame, dir: Direction, actor: string, place: string | undefined, lvl: ActorLevel) => {
      let action = actionOf(
        topic,
        dir === frame.direction
          ? frame
          : {
              ...frame,
              direction: dir,
              sign: dir === "advance" ? 1 : dir === "rollback" ? -1 : frame.sign,
              mode: dir === "hold" ? "weigh" : frame.mode,
            },
      );
      if (!topic.ladder[action]) action = dir === "advance" ? "support" : dir === "rollback" ? "oppose" : "consider";
      const step = topic.ladder[action];
      if (!step) return;
      const owner = frame.scene.mentions.find(
        (m) =>
          m.id === actor &&
          frame.force &&
          (m.field === "adj" || m.field === "people") &&
          frame.force.start - m.end >= 0 &&
          frame.force.start - m.end <= 2,
      );
      const presence: Presence =
        actor === place
          ? "foreign"
          : owner
            ? "own"
            : sideOf(frame) === "foreign" &&
                !["deploy", "commit", "extend"].includes(action) &&
                frame.mode !== "support"
              ? "foreign"
              : "own";
      const target = frame.scene.mentions.find(
        (m) =>
          m.id !== actor &&
          m.id !== place &&
          (m.field === "adj" || m.field === "people") &&
          frame.force &&
          frame.force.start - m.end >= 0 &&
          frame.force.start - m.end <= 2,
      )?.id;
      const object = frame.force?.mission
        ? (catalog.actors.get(frame.force.mission)?.object ?? "mission")
        : frame.force
          ? (topic.objects[frame.force.concept] ?? "contingent")
          : "contingent";
      const speaks = frame.scene.mentions.some((m) => m.id === actor) || kind === "official";
      const conditionMark = frame.operators.find((o) => o.concept === "condition");
      const presupposed = frame.ceased ? "present" : PRESUPPOSED[frame.mode];
      events.push({
        topic: topic.id,
        actor,
        actorLevel: lvl,
        action,
        rung: step.rung,
        direction: dir,
        presence,
        object,
        ...(place ? { place } : {}),
        ...(target ? { target } : {}),
        attribution,
        certainty: frame === main && told ? told : certainty(frame, kind, speaks),
        ...(conditionMark
          ? {
              condition: frame.scene.sentence.text
                .slice((frame.scene.tokens[conditionMark.start]?.start ?? 0) - frame.scene.sentence.start)
                .slice(0, 160),
            }
          : {}),
        ...(step.cameo ? { cameo: step.cameo } : {}),
        ...(presupposed ? { presupposes: presupposed } : {}),
        ...(frame.still || action === "extend" ? { restated: true } : {}),
        evidence: {
          field: frame.scene.sentence.field,
          sentence: frame.scene.sentence.text,
          start: frame.scene.sentence.start,
          end: frame.scene.sentence.start + frame.scene.sentence.text.length,
          matched: matched(frame),
        },
      });
    };
    // an item without a position of its own may still tell of one: it is coded, and rings nobody
    const position = direction === "none" && weights.direction ? leaning(weights.direction, analysis) : direction;
    if (!main && position !== "none") {
      // no clause says it: the sentence with the force is the evidence
      const scene = analysis.scenes.find((s) => s.forces.length > 0);
      const force = scene?.forces[0];
      if (scene && force) {
        const frame: Frame = {
          scene,
          act: "force",
          noun: true,
          anchor: force.start,
          anchorEnd: force.end,
          force,
          operators: [],
          sign: position === "rollback" ? -1 : 1,
          mode: position === "hold" ? "weigh" : "done",
          direction: position,
          denied: false,
          conditional: false,
          planned: false,
          ceased: false,
          still: false,
          answered: false,
          quality: 0.3,
        };
        for (const h of holders) emit(frame, position, h.id, places[0]?.id, level);
      }
    }
    if (main && position !== "none") {
      for (const h of holders) emit(main, position, h.id, places[0]?.id, level);
      for (const frame of analysis.frames) {
        if (frame === main || frame.direction === "none" || frame.quality < 0.6) continue;
        const told = new Set([...holders.map((h) => h.id), ...events.map((e) => e.actor)]);
        const clause = frame.scene.clause[frame.anchor];
        if (!frame.scene.mentions.some((m) => !told.has(m.id) && frame.scene.clause[m.start] === clause)) continue;
        const other = candidates(analysis, frame, catalog);
        const rivals = new Map(
          [...other.holders].filter(([id]) => !holders.some((h) => h.id === id) && !events.some((e) => e.actor === id)),
        );
        const s = frame.scene;
        const answerer = frame.echo
          ? s.mentions.find(
              (m) =>
                s.sub[m.start] === s.sub[frame.anchor] && m.end <= frame.anchor && m.role === "" && rivals.has(m.id),
            )
          : undefined;
        const best = answerer ? { id: answerer.id, p: 1 } : elect(weights.holder, rivals, 0.5, 0.3, 1)[0];
        if (!best) continue;
        if (
          !s.mentions.some(
            (m) =>
              m.id === best.id &&
              s.clause[m.start] === s.clause[frame.anchor] &&
              (m.end <= frame.anchor || best.p > 0.6),
          )
        )
          continue;
        const at = elect(weights.place, other.places, 0.5, 0.2, 1)[0]?.id ?? places[0]?.id;
        emit(frame, frame.direction, best.id, at, "government_or_igo");
      }
    }
    return {
      coding: {
        lang,
        relevant,
        score,
        direction,
        actors: holders.map((h) => h.id),
        places: places.map((p) => p.id),
        events,
        sure: sure && direction !== "none",
        background,
        named,
      },
      analysis,
    };
  };

  return { code: (item) => explain(item).coding, explain };
}
