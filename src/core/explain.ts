import type { Analysis } from "./analysis.ts";

/** What was read in an item, a line a thing: clauses, names with their roles, forces, acts, operators, and the positions composed from them. */
export function sketch(analysis: Analysis): readonly string[] {
  const lines: string[] = [];
  for (const s of analysis.scenes) {
    const words = (start: number, end: number) =>
      s.tokens
        .slice(start, end)
        .map((t) => t.raw)
        .join(" ");
    lines.push(`${s.sentence.field}: ${s.sentence.text}`);
    if (s.mentions.length > 0)
      lines.push(
        `  names: ${s.mentions.map((m) => `${words(m.start, m.end)} = ${m.id} ${m.field}${m.role ? ` after ${m.role}` : ""}${m.level === "government_or_igo" ? "" : ` (${m.level})`}`).join("; ")}`,
      );
    if (s.forces.length > 0)
      lines.push(
        `  forces: ${s.forces.map((f) => `${words(f.start, f.end)} = ${f.mission ?? f.concept}${f.negated ? " negated" : ""}`).join("; ")}`,
      );
    if (s.acts.length > 0)
      lines.push(
        `  acts: ${s.acts.map((a) => `${words(a.start, a.end)} = ${a.concept}${a.noun ? " (noun)" : ""}${a.negated ? " negated" : ""}`).join("; ")}`,
      );
    if (s.operators.length > 0)
      lines.push(
        `  operators: ${s.operators.map((o) => `${words(o.start, o.end)} = ${o.concept}${o.negated ? " negated" : ""}`).join("; ")}`,
      );
  }
  for (const f of analysis.frames) {
    lines.push(
      `${f === analysis.main ? "→" : " "} ${f.scene.sentence.field}: ${f.act} · ${f.mode} · ${f.direction}${f.operators.length > 0 ? ` by ${f.operators.map((o) => `${o.negated ? "not " : ""}${o.concept}`).join(", ")}` : ""} (binding ${f.quality.toFixed(2)})`,
    );
  }
  return lines;
}
