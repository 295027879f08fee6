import type { Analysis } from "./analysis.ts";
import type { Frame } from "./frames.ts";
import type { Scene } from "./grammar.ts";
import type { ActorLevel, AttributionKind } from "./model.ts";

type Span = { readonly start: number; readonly end: number };

/** How many words may stand between who speaks and the verb of saying. */
const REACH = 3;

function beside(a: Span, b: Span): boolean {
  return b.start - a.end <= REACH && a.start - b.end <= REACH;
}

function speaks(scene: Scene, span: Span): boolean {
  const near = (m: Span) => scene.clause[m.start] === scene.clause[span.start] && beside(m, span);
  return (scene.marks.get("say") ?? []).some(near) || (scene.marks.get("by") ?? []).some((m) => m.end === span.start);
}

/** Sources that stay unnamed where they are the only ones who speak beside the position: no weight may dress them up as official. */
export function unnamed(analysis: Analysis): AttributionKind | undefined {
  const title = analysis.scenes.filter((s) => s.sentence.field === "title");
  const scenes = new Set([...title, ...(analysis.main ? [analysis.main.scene] : [])]);
  const named = [...scenes].some(
    (s) =>
      s.mentions.some((m) => m.field === "person" && speaks(s, m)) ||
      ["role.head", "source.official"].some((c) => (s.marks.get(c) ?? []).some((m) => speaks(s, m))),
  );
  if (named) return undefined;
  const anonymous = [...scenes].some((s) => (s.marks.get("source.anonymous") ?? []).some((m) => speaks(s, m)));
  return anonymous ? "anonymous_source" : undefined;
}

/** The level of a holder who stands in the main sentence by a person's name alone: that of the person's office on the day. */
export function officeLevel(main: Frame | undefined, holder: string | undefined): ActorLevel | undefined {
  const own = main?.scene.mentions.filter((m) => m.id === holder && m.field !== "adj" && m.field !== "places") ?? [];
  const [first] = own;
  if (!first || own.some((m) => m.field !== "person" || m.level !== first.level)) return undefined;
  return first.level === "government_or_igo" ? undefined : first.level;
}
