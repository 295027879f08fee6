import type { Catalog } from "./catalog.ts";
import { type Features, probability } from "./linear.ts";
import type { Candidates } from "./roles.ts";
import type { Cast } from "./signals.ts";

/** Scores the candidates and keeps the sure ones, at least the best where it is likelier than `floor`. */
export function elect(
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
