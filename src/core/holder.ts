import type { Actor } from "./catalog.ts";
import type { Coding } from "./model.ts";

/** The owner of the one mission that an item names at a place, if there is one. */
function ownerAt(place: string, named: readonly string[], actors: ReadonlyMap<string, Actor>): string | undefined {
  const owners = new Set<string>();
  for (const id of named) {
    const mission = actors.get(id);
    if (mission?.kind === "mission" && mission.owner !== undefined && mission.places.includes(place))
      owners.add(mission.owner);
  }
  return owners.size === 1 ? [...owners][0] : undefined;
}

/** A coding whose holders can be: a state neither sends to itself nor withdraws from itself; where a mission there is named, that is its owner's doing. */
export function rightHolders(coding: Coding, actors: ReadonlyMap<string, Actor>): Coding {
  const instead = new Map<string, string>();
  for (const event of coding.events) {
    if (event.actor !== event.place || (event.action !== "withdraw" && event.action !== "deploy")) continue;
    const owner = ownerAt(event.place, coding.named ?? [], actors);
    if (owner !== undefined && owner !== event.actor) instead.set(event.actor, owner);
  }
  if (instead.size === 0) return coding;
  return {
    ...coding,
    actors: [...new Set(coding.actors.map((id) => instead.get(id) ?? id))],
    events: coding.events.map((event) => {
      const owner = event.actor === event.place ? instead.get(event.actor) : undefined;
      return owner === undefined ? event : { ...event, actor: owner, presence: "own" };
    }),
  };
}
