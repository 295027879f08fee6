import type { Catalog, Tongue } from "./catalog.ts";
import type { Frame } from "./frame.ts";
import { frames } from "./frames.ts";
import { type Scene, scene } from "./grammar.ts";
import { plain, sentences } from "./text.ts";

/** How many sentences of the lead are read. */
export const LEAD_SENTENCES = 4;

/** An item taken apart: its sentences, the positions composed in them, and the one that counts. */
export interface Analysis {
  readonly lang: string;
  readonly title: string;
  readonly text: string;
  readonly scenes: readonly Scene[];
  readonly frames: readonly Frame[];
  readonly main: Frame | undefined;
}

/** Whether a frame stands before a question mark: what comes after the last one is told. */
function asked(frame: Frame): boolean {
  const { tokens, sentence } = frame.scene;
  return /[?؟]/.test(sentence.tail) || tokens.some((t, i) => i > frame.anchor && /[?؟]/.test(t.gap));
}

/** The position that counts: the title's best one, else the first of the lead. */
function mainFrame(all: readonly Frame[]): Frame | undefined {
  const title = all.filter(
    (f) => f.scene.sentence.field === "title" && f.direction !== "none" && (!asked(f) || f.answered),
  );
  const pick = (list: readonly Frame[]) => {
    let best: Frame | undefined;
    let score = -1;
    list.forEach((f, i) => {
      const s = f.quality + (f.operators.length > 0 ? 0.1 : 0) - i * 0.05 - (f.echo ? 0.2 : 0);
      if (s > score) {
        best = f;
        score = s;
      }
    });
    return best;
  };
  const first = pick(title);
  // "Merz on sending soldiers": a headline that names a matter and no position gives way to the lead
  const empty =
    first?.noun === true &&
    first.operators.length === 0 &&
    first.mode === "done" &&
    first.scene.marks.has("frame.question");
  if (first && first.quality >= 0.4 && !empty) return first;
  for (const bar of [0.7, 0.4]) {
    const scenes = new Map<number, Frame[]>();
    for (const f of all) {
      if (f.scene.sentence.field !== "text" || f.direction === "none" || f.quality < bar) continue;
      const list = scenes.get(f.scene.index);
      if (list) list.push(f);
      else scenes.set(f.scene.index, [f]);
    }
    const earliest = [...scenes.keys()].sort((a, b) => a - b)[0];
    const lead = earliest === undefined ? undefined : pick(scenes.get(earliest) ?? []);
    if (lead && !(empty && lead.operators.length === 0 && lead.mode === "done")) return lead;
  }
  return first;
}

/** Takes title and lead apart in one language; `day` (ISO) decides who holds which office. */
export function analyse(
  title: string,
  text: string,
  tongue: Tongue,
  catalog: Catalog,
  day: string | undefined,
): Analysis {
  const cleanTitle = plain(title);
  const cleanText = plain(text);
  const parts = [
    ...sentences("title", cleanTitle, tongue.writing, 1),
    ...sentences("text", cleanText, tongue.writing, LEAD_SENTENCES),
  ];
  const scenes = parts.map((s, i) => scene(s, i, tongue, catalog, day));
  // a nation alone ("Poles flee") is no force where nothing else in the item is one
  const real = scenes.some((s) => s.forces.some((f) => f.concept !== "force.nation"));
  let seen = false;
  const all: Frame[] = [];
  for (const s of scenes) {
    const here = s.forces.some((f) => f.concept !== "force.mandate");
    all.push(...frames(s, catalog.topic, seen || here));
    seen ||= here;
  }
  // a title without a force word takes it from the lead
  const titleScene = scenes[0];
  if (
    titleScene &&
    titleScene.sentence.field === "title" &&
    titleScene.forces.length === 0 &&
    scenes.slice(1, 3).some((s) => s.forces.length > 0)
  ) {
    all.unshift(...frames(titleScene, catalog.topic, true));
  }
  if (!real)
    return {
      lang: tongue.code,
      title: cleanTitle,
      text: cleanText,
      scenes: scenes.map((s) => ({ ...s, forces: [] })),
      frames: [],
      main: undefined,
    };
  return { lang: tongue.code, title: cleanTitle, text: cleanText, scenes, frames: all, main: mainFrame(all) };
}
