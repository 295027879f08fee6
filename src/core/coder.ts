import { type Analysis, analyse } from "./analysis.ts";
import type { Catalog } from "./catalog.ts";
import { certaintyBeside, certaintyOfMain } from "./certainty.ts";
import { decide, leaning } from "./decision.ts";
import { castOf, elect } from "./election.ts";
import type { Frame } from "./frame.ts";
import { actionOf } from "./frames.ts";
import { choose, probability } from "./linear.ts";
import {
  type ActorLevel,
  type Attribution,
  type AttributionKind,
  type CodedEvent,
  type Coding,
  type Direction,
  type Presence,
  type StanceClass,
  UNCODED,
} from "./model.ts";
import { candidates, sideOf } from "./roles.ts";
import { attributionSignals, levelSignals, relevanceSignals } from "./signals.ts";
import { speaker, words } from "./speaker.ts";
import { guestsOnly, officeLevel, openerLevel, speakersOnly, together, unnamed } from "./told.ts";

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

/** How likely a holder and a place must be for an item to ring. */
const KNOWN = 0.5;

const PRESUPPOSED: Readonly<Record<string, StanceClass>> = { stop: "willing", freeze: "present" };

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
    if (!catalog.gate(item.title) && !catalog.gate(item.text.slice(0, 2000))) return { coding: UNCODED };
    const lang = languageOf(item);
    const tongue = catalog.tongues.get(lang);
    if (!tongue) return { coding: UNCODED };
    const analysis = analyse(item.title, item.text, tongue, catalog, dayOf(item.date));
    if (!analysis.scenes.some((s) => s.forces.length > 0)) return { coding: UNCODED, analysis };
    const main = analysis.main;
    const whole = candidates(analysis, main, catalog);
    const telling = speakersOnly(main);
    const guests = guestsOnly(analysis);
    const apart = [...whole.holders].filter(([id]) => !telling.has(id));
    const hosts = apart.filter(([id]) => !guests.has(id));
    const cast = { ...whole, holders: new Map(hosts.length > 0 ? hosts : apart) };
    const floor = hosts.length > 0 && hosts.length < apart.length ? 0.02 : 0.1;
    const relevance = weights.relevance;
    const signals = relevanceSignals(analysis, catalog, castOf(weights, cast));
    const score = relevance ? probability(relevance, signals) : main ? 0.9 : 0.1;
    const strength = signals.has("strong") ? "strong" : signals.has("firm") ? "firm" : "soft";
    const relevant = score >= topic.relevant[strength];
    const named = [...new Set(analysis.scenes.flatMap((s) => s.mentions.map((m) => m.id)))];
    if (!relevant) return { coding: { ...UNCODED, lang, score, named }, analysis };

    const direction = weights.direction ? decide(weights.direction, analysis, signals) : (main?.direction ?? "none");
    const elected =
      direction === "none"
        ? elect(weights.holder, cast.holders, 0.5, 0.5, 4)
        : elect(weights.holder, cast.holders, 0.5, floor, 6);
    const rest = elected.flatMap((h) => together(main, h.id));
    const holders = [
      ...elected,
      ...[...new Set(rest)]
        .filter((id) => cast.holders.has(id) && !elected.some((h) => h.id === id))
        .map((id) => ({ id, p: 1 })),
    ];
    const places = elect(weights.place, cast.places, 0.5, 0.2, 4);
    const holder = holders[0]?.id;
    // who rings must be known by more than a guess, and so must the place; a base or a mandate alone may be anything's
    const sure =
      score >= topic.sure[strength] &&
      direction !== "none" &&
      (holders[0]?.p ?? 0) >= KNOWN &&
      (places[0]?.p ?? 0) >= KNOWN &&
      // nobody sends soldiers to where they are: a holder's own state is the place of others' soldiers only
      (places[0]?.id !== holder || sideOf(main) === "foreign") &&
      analysis.scenes.some((s) => s.forces.some((f) => !f.vague));
    const kind: AttributionKind =
      unnamed(analysis) ??
      (weights.attribution
        ? (choose(weights.attribution, attributionSignals(analysis)).name as AttributionKind)
        : "official");
    const level: ActorLevel =
      officeLevel(main, holder) ??
      openerLevel(analysis) ??
      (weights.level
        ? (choose(weights.level, levelSignals(analysis, holder)).name as ActorLevel)
        : "government_or_igo");
    const who = speaker(analysis, kind);
    const attribution: Attribution = { kind, ...(who ? { who } : {}) };
    const background = analysis.scenes.some(
      (s) => s.sentence.field === "title" && (s.marks.has("frame.background") || s.marks.has("frame.history")),
    );

    const told = weights.certainty ? certaintyOfMain(weights.certainty, analysis, kind, holder) : undefined;

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
        certainty: frame === main && told ? told : certaintyBeside(frame, kind, speaks),
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
    const position =
      direction === "none" && weights.direction ? leaning(weights.direction, analysis, signals) : direction;
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
        const answerer =
          frame.echo || (s === main.scene && s.sub[frame.anchor] !== s.sub[main.anchor])
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
        sure,
        background,
        named,
      },
      analysis,
    };
  };

  return { code: (item) => explain(item).coding, explain };
}
