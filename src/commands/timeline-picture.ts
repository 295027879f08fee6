import { createRequire } from "node:module";
import { holder } from "../core/card.ts";
import { classes, classOf } from "../core/ladder.ts";
import type { Message } from "../core/message.ts";
import type { Stance } from "../core/model.ts";
import type { Phrases } from "../core/strings.ts";

const require = createRequire(import.meta.url);

const WIDTH = 800;
const ROW = 64;
const MARGIN = 24;
const MOST = 10;
/** A background of its own and colours that differ for the colour-blind: readable in dark and light chats (Okabe and Ito's palette). */
const COLOURS = {
  against: "#d55e00",
  backing_off: "#e69f00",
  weighing: "#999999",
  willing: "#56b4e9",
  present: "#009e73",
} as const;

/** A position from when to when, of one holder. */
export interface Span {
  readonly who: string;
  readonly class: (typeof classes)[number];
  readonly from: Date;
  readonly to: Date;
}

/** The spans of each holder's positions, those that moved, and moved last, first; at most ten holders. */
export function spansOf(stances: readonly Stance[], phrases: Phrases, now: Date): readonly Span[] {
  const byHolder = new Map<string, Stance[]>();
  for (const stance of stances) {
    if (stance.status === "denied" || stance.status === "retracted" || stance.since > now) continue;
    const who = holder(stance, phrases) + (stance.presence === "foreign" ? ` – ${phrases.say("foreign")}` : "");
    byHolder.set(who, [...(byHolder.get(who) ?? []), stance]);
  }
  const moved = (list: readonly Stance[]) => (new Set(list.map((s) => classOf(s.rung))).size > 1 ? 1 : 0);
  const last = (list: readonly Stance[]) => Math.max(...list.map((s) => s.since.getTime()));
  return [...byHolder]
    .sort(([, a], [, b]) => moved(b) - moved(a) || last(b) - last(a))
    .slice(0, MOST)
    .flatMap(([who, list]) => {
      const ordered = list.toSorted((a, b) => a.since.getTime() - b.since.getTime());
      return ordered.map((stance, i) => ({
        who,
        class: classOf(stance.rung),
        from: stance.since,
        to: ordered[i + 1]?.since ?? now,
      }));
    });
}

/** The positions over time as a PNG, two pixels a point; undefined where there is nothing to draw. */
export async function timelinePicture(
  title: string,
  stances: readonly Stance[],
  phrases: Phrases,
  now: Date,
): Promise<Message["image"]> {
  const spans = spansOf(stances, phrases, now);
  if (spans.length === 0) return undefined;
  // a second of loading that only who asks for a picture pays
  const [Plot, { parseHTML }, { Resvg }] = await Promise.all([
    import("@observablehq/plot"),
    import("linkedom"),
    import("@resvg/resvg-js"),
  ]);
  const { document } = parseHTML("<html><body></body></html>");
  const holders = [...new Set(spans.map((s) => s.who))];
  const earliest = Math.min(...spans.map((s) => s.from.getTime()));
  const start = new Date(Math.min(earliest, now.getTime() - 30 * 86_400_000));
  // a position of this week shall be seen beside years
  const end = new Date(now.getTime() + (now.getTime() - start.getTime()) * 0.025);
  const drawn = spans.map((s) => (s.to < now ? s : { ...s, to: end }));
  const name = (c: Span["class"]) => phrases.say("position-class", { class: c });
  const figure = Plot.plot({
    document,
    width: WIDTH,
    height: 128 + holders.length * ROW,
    marginLeft: MARGIN,
    marginRight: MARGIN,
    marginTop: 92,
    marginBottom: 36,
    style: { fontFamily: "DejaVu Sans", fontSize: "15px", color: "#222222" },
    x: { type: "utc", domain: [start, end], label: null, ticks: 5, tickFormat: (d: Date) => phrases.month(d) },
    y: { domain: holders, axis: null, padding: 0.55 },
    color: { domain: [...classes], range: classes.map((c) => COLOURS[c]) },
    marks: [
      Plot.gridX({ stroke: "#dddddd", strokeOpacity: 1, ticks: 5 }),
      Plot.barX(drawn, { x1: "from", x2: "to", y: "who", fill: "class", insetLeft: 1, rx: 3 }),
      Plot.text(holders, {
        x: () => start,
        y: (who: string) => who,
        text: (who: string) => who,
        textAnchor: "start",
        dy: -22,
        fontWeight: "bold",
        fill: "#222222",
      }),
    ],
  });
  const svg = figure.outerHTML
    .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace(
      /(<svg[^>]*>)/,
      (open: string) => `${open}<rect width="100%" height="100%" fill="#ffffff"/>${head(title, name)}`,
    );
  const rendered = new Resvg(svg, {
    fitTo: { mode: "width", value: WIDTH * 2 },
    font: {
      loadSystemFonts: false,
      defaultFontFamily: "DejaVu Sans",
      fontFiles: [
        require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"),
        require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf"),
      ],
    },
  }).render();
  return { png: rendered.asPng(), alt: title };
}

const xml = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** The title, and what the colours mean, in as many lines as that takes. */
function head(title: string, name: (c: Span["class"]) => string): string {
  const font = 'font-family="DejaVu Sans" fill="#222222" text-anchor="start"';
  let x = MARGIN;
  let y = 58;
  const keys = [...classes].reverse().map((c) => {
    const text = name(c);
    const width = 40 + text.length * 8;
    if (x + width > WIDTH) {
      x = MARGIN;
      y += 22;
    }
    const key = `<rect x="${x}" y="${y - 12}" width="14" height="14" rx="3" fill="${COLOURS[c]}"/><text x="${x + 20}" y="${y}" ${font} font-size="13">${xml(text)}</text>`;
    x += width;
    return key;
  });
  return `<text x="${MARGIN}" y="32" ${font} font-size="20" font-weight="bold">${xml(title)}</text>${keys.join("")}`;
}
