import { describe, expect, it } from "vitest";
import type { Actor } from "../../src/core/catalog.ts";
import { rightHolders } from "../../src/core/holder.ts";
import { goldCoding } from "./gold.ts";

const mission = (id: string, place: string, owner: string): Actor => ({
  id,
  kind: "mission",
  weight: 1,
  places: [place],
  owner,
  members: [],
});
const actors = new Map(
  [mission("ECOMIB", "GW", "ECOWAS"), mission("UNIOGBIS", "GW", "UN"), mission("SAMIM", "MZ", "SADC")].map((one) => [
    one.id,
    one,
  ]),
);
const host = { actors: ["GW"], places: ["GW"], direction: "rollback", action: "withdraw", rung: -4 } as const;
const read = (named: readonly string[], change = {}) =>
  rightHolders({ ...goldCoding({ ...host, ...change }, "t"), named }, actors);

describe("who can hold a position", () => {
  it("a host that is said to withdraw gives way to the owner of the mission that is named there", () => {
    const { actors: holders, events } = read(["GW", "ECOMIB"]);
    expect(holders).toEqual(["ECOWAS"]);
    expect(events).toMatchObject([{ actor: "ECOWAS", place: "GW", presence: "own" }]);
  });

  it.each<[string, readonly string[], object]>([
    ["no mission is named", ["GW"], {}],
    ["missions of two owners are named", ["GW", "ECOMIB", "UNIOGBIS"], {}],
    ["the mission is elsewhere", ["GW", "SAMIM"], {}],
    ["the host demands that others leave", ["GW", "ECOMIB"], { action: "oppose", rung: -3 }],
    ["the holder is no host", ["GW", "ECOMIB"], { actors: ["SN"] }],
  ])("stays where %s", (_, named, change) => {
    expect(read(named, change).actors).toEqual(goldCoding({ ...host, ...change }, "t").actors);
  });
});
