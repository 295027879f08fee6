import type { Coding } from "./core/model.ts";

/** What a labelled case accepts, field by field; an absent field is not judged. */
export interface Expectation {
  readonly relevant: boolean;
  readonly direction?: readonly string[];
  readonly actors?: readonly (readonly string[])[];
  readonly not_actors?: readonly string[];
  readonly places?: readonly string[];
  readonly attribution?: readonly string[];
  readonly actor_level?: readonly string[];
  readonly certainty?: readonly string[];
  readonly events?: readonly { readonly actor: string; readonly direction: readonly string[] }[];
}

/** A labelled item. */
export interface Case {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly text?: string;
  readonly date?: string;
  readonly construction?: string;
  readonly expect: Expectation;
}

/** Reads labelled cases: a JSON list, or one object a line; throws with what is wrong. */
export function parseCases(text: string, name: string): readonly Case[] {
  try {
    const rows = text.trimStart().startsWith("[")
      ? (JSON.parse(text) as Case[])
      : text
          .split("\n")
          .filter((line) => line.trim() !== "")
          .map((line) => JSON.parse(line) as Case);
    for (const row of rows)
      if (typeof row?.id !== "string" || typeof row.expect?.relevant !== "boolean")
        throw new Error(`a case without id or expect.relevant: ${JSON.stringify(row).slice(0, 80)}`);
    return rows;
  } catch (cause) {
    throw new Error(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** The fields of a case that the coding has wrong; nothing is asked beyond relevance of an item that is not relevant. */
export function wrongFields(one: Case, coding: Coding): readonly string[] {
  const { expect } = one;
  if (coding.relevant !== expect.relevant) return ["relevant"];
  if (!expect.relevant) return [];
  const bad: string[] = [];
  const set = (list: readonly string[]) => [...new Set(list)].sort().join();
  if (expect.direction && !expect.direction.includes(coding.direction)) bad.push("direction");
  if (expect.actors && !expect.actors.some((accepted) => set(accepted) === set(coding.actors))) bad.push("actors");
  if (expect.not_actors?.some((id) => coding.actors.includes(id))) bad.push("not_actors");
  if (expect.places && expect.places.length > 0 && !expect.places.some((id) => coding.places.includes(id)))
    bad.push("place");
  const any = (accepted: readonly string[] | undefined, got: readonly string[]) =>
    !accepted || accepted.length === 0 || got.some((value) => accepted.includes(value));
  if (
    !any(
      expect.attribution,
      coding.events.map((event) => event.attribution.kind),
    )
  )
    bad.push("attribution");
  if (
    !any(
      expect.actor_level,
      coding.events.map((event) => event.actorLevel),
    )
  )
    bad.push("actor_level");
  if (
    !any(
      expect.certainty,
      coding.events.map((event) => event.certainty),
    )
  )
    bad.push("certainty");
  for (const wanted of expect.events ?? [])
    if (!coding.events.some((event) => event.actor === wanted.actor && wanted.direction.includes(event.direction)))
      bad.push("events");
  return bad;
}

const share = (part: number, whole: number) => (whole === 0 ? "   –" : (part / whole).toFixed(2).padStart(4));

/** A table of the coder's figures by language (relevance: precision, recall, F1; the rest: share right among what is relevant and coded so) and the failing cases. */
export function report(cases: readonly Case[], code: (one: Case) => Coding, show: number): string {
  const fields = ["direction", "actors", "place", "attribution", "actor_level", "certainty"] as const;
  const asked: Readonly<Record<(typeof fields)[number], keyof Expectation>> = {
    direction: "direction",
    actors: "actors",
    place: "places",
    attribution: "attribution",
    actor_level: "actor_level",
    certainty: "certainty",
  };
  const lines = [`lang     n  whole  P    R    F1   ${fields.map((f) => f.slice(0, 9).padEnd(9)).join(" ")} opposite`];
  const failing: string[] = [];
  const judged = cases.map((one) => {
    const coding = code(one);
    const wrong = wrongFields(one, coding);
    if (wrong.length > 0)
      failing.push(
        `  ✗ ${one.id} ${wrong.join()} | ${one.title} | got ${coding.relevant ? coding.direction : "not relevant"} ${coding.actors.join()} ${coding.places.join()}`,
      );
    return { one, coding, wrong };
  });
  for (const lang of [...new Set(cases.map((c) => c.lang))].sort().concat("all")) {
    const rows = judged.filter((j) => lang === "all" || j.one.lang === lang);
    const tp = rows.filter((j) => j.one.expect.relevant && j.coding.relevant).length;
    const fp = rows.filter((j) => !j.one.expect.relevant && j.coding.relevant).length;
    const fn = rows.filter((j) => j.one.expect.relevant && !j.coding.relevant).length;
    const both = rows.filter((j) => j.one.expect.relevant && j.coding.relevant);
    const cells = fields.map((field) => {
      const of = both.filter((j) => j.one.expect[asked[field]] !== undefined);
      return `${share(of.filter((j) => !j.wrong.includes(field)).length, of.length).padEnd(9)}`;
    });
    const opposite = both.filter((j) => {
      const want = j.one.expect.direction;
      return want?.length === 1 && [want[0], j.coding.direction].sort().join() === "advance,rollback";
    }).length;
    const f1 = tp + fp + fn === 0 ? "   –" : share(2 * tp, 2 * tp + fp + fn);
    lines.push(
      `${lang.padEnd(4)} ${String(rows.length).padStart(5)}  ${share(rows.filter((j) => j.wrong.length === 0).length, rows.length)}  ${share(tp, tp + fp)} ${share(tp, tp + fn)} ${f1} ${cells.join(" ")} ${opposite}`,
    );
  }
  return `${lines.join("\n")}\n${failing.slice(0, show).join("\n")}${failing.length > 0 ? "\n" : ""}`;
}
