import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { officeOf } from "../../src/core/grammar.ts";
import { tokenize } from "../../src/core/text.ts";
import { openCatalog, readData } from "../../src/data.ts";

interface Mission {
  readonly place?: string | readonly string[];
  readonly org: string;
  readonly with?: readonly string[];
  readonly object: string;
  readonly from: string;
  readonly until?: string;
}

interface Actors {
  readonly states: Readonly<Record<string, { readonly weight: number; readonly groups?: readonly string[] }>>;
  readonly organisations: Readonly<Record<string, { readonly weight: number; readonly members?: readonly string[] }>>;
  readonly missions: Readonly<Record<string, Mission>>;
  readonly persons: Readonly<
    Record<
      string,
      {
        readonly name: readonly string[];
        readonly offices: readonly {
          readonly actor: string;
          readonly level: string;
          readonly office: string;
          readonly from?: string;
          readonly to?: string;
        }[];
      }
    >
  >;
}

interface Names {
  readonly actors: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly persons: Readonly<Record<string, readonly string[]>>;
}

const file = readData<Actors>("actors.json");
const english = readData<Names>("names/en.json");
const holders = { ...file.states, ...file.organisations };
const ids = { ...holders, ...file.missions };
const catalog = openCatalog();

const LEVELS = ["government_or_igo", "opposition", "legislator", "legislature", "armed_group"];
const OBJECTS = ["mission", "contingent", "reassurance", "training", "monitors", "bases"];
/** Forces on call, at no place until they are sent. */
const ON_CALL = ["ESF", "ASF", "CSTOPK"];
/** Names that two actors share, as they do in the news; the sentence decides. */
const AMBIGUOUS = [
  "baltic countries",
  "baltic nations",
  "baltic republics",
  "baltic states",
  "baltics",
  "brussels",
  "jnim",
  "sdf",
];

const isDay = (day: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
const same = (pattern: string) => pattern.toLowerCase().replace(/^=/, "").replace(/[-–]/g, " ");

/** What is written under two keys, with the keys. */
function shared(entries: readonly (readonly [string, string])[]): string[] {
  const seen = new Map<string, Set<string>>();
  for (const [pattern, key] of entries) seen.set(same(pattern), (seen.get(same(pattern)) ?? new Set()).add(key));
  return [...seen].filter(([, keys]) => keys.size > 1).map(([pattern]) => pattern);
}

describe("actors.json", () => {
  it("knows every member of the United Nations and the states that are none", () => {
    const members =
      "AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF TD CL CN CO KM CG CD CR CI HR CU CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KP KR KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MC MD MN ME MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK PW PA PG PY PE PH PL PT QA RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO ZA SS ES LK SD SR SE CH SY TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB US UY UZ VU VE VN YE ZM ZW";
    expect(members.split(" ").length).toBe(193);
    expect([...members.split(" "), "XK", "PS", "TW", "VA", "EH", "GL"].filter((id) => !(id in file.states))).toEqual(
      [],
    );
  });

  it("uses an id once, in capitals, and two letters for states only", () => {
    expect(Object.keys(ids).length).toBe(
      Object.keys(file.states).length + Object.keys(file.organisations).length + Object.keys(file.missions).length,
    );
    expect(Object.keys(file.states).filter((id) => !/^[A-Z]{2}$/.test(id))).toEqual([]);
    expect(
      Object.keys({ ...file.organisations, ...file.missions }).filter((id) => !/^(UN|EU|[A-Z][A-Z0-9]{2,})$/.test(id)),
    ).toEqual([]);
  });

  it("weighs every holder from 1 to 3", () => {
    expect(Object.entries(holders).filter(([, h]) => ![1, 2, 3].includes(h.weight))).toEqual([]);
  });

  it("groups states only in organisations that exist", () => {
    expect(
      Object.values(file.states)
        .flatMap((s) => s.groups ?? [])
        .filter((id) => !(id in file.organisations)),
    ).toEqual([]);
    expect(
      Object.values(file.organisations)
        .flatMap((o) => o.members ?? [])
        .filter((id) => !(id in file.states)),
    ).toEqual([]);
    expect(file.organisations.NATO?.members?.length).toBe(32);
    expect(file.organisations.EU?.members?.length).toBe(27);
  });

  it("gives every mission an owner, an object and, unless it is on call, a place", () => {
    const faults = Object.entries(file.missions).filter(([id, m]) => {
      const places = [m.place ?? []].flat();
      const placed = ON_CALL.includes(id)
        ? places.length === 0
        : places.length > 0 && places.every((p) => p in file.states || p === "EU");
      return !placed || !OBJECTS.includes(m.object) || [m.org, ...(m.with ?? [])].some((owner) => !(owner in holders));
    });
    expect(faults).toEqual([]);
  });

  it("dates every mission with days in order", () => {
    expect(
      Object.entries(file.missions).filter(
        ([, m]) => !isDay(m.from) || (m.until !== undefined && (!isDay(m.until) || m.until <= m.from)),
      ),
    ).toEqual([]);
  });

  it("dates every office with days in order, held at an actor that exists", () => {
    const faults = Object.entries(file.persons).flatMap(([slug, person]) =>
      person.offices
        .filter((o, i) => {
          const before = person.offices[i - 1];
          const dated =
            (o.from === undefined || isDay(o.from)) && (o.to === undefined || (isDay(o.to) && o.to > (o.from ?? "")));
          return (
            !dated ||
            !(o.actor in holders) ||
            !LEVELS.includes(o.level) ||
            o.office === "" ||
            (before !== undefined && (before.from ?? "") > (o.from ?? ""))
          );
        })
        .map((o) => `${slug}: ${o.office}`),
    );
    expect(faults).toEqual([]);
  });

  it("names every person, and no two alike", () => {
    expect(
      Object.entries(file.persons).filter(
        ([slug, p]) => !/^[a-z0-9-]+$/.test(slug) || p.name.length === 0 || p.offices.length === 0,
      ),
    ).toEqual([]);
    expect(shared(Object.entries(file.persons).flatMap(([slug, p]) => p.name.map((n) => [n, slug] as const)))).toEqual(
      [],
    );
  });

  it.each([
    ["rutte", "2023-05-01", "NL", "government_or_igo"],
    ["rutte", "2025-05-01", "NATO", "government_or_igo"],
    ["tusk", "2018-05-01", "EU", "government_or_igo"],
    ["tusk", "2022-05-01", "PL", "opposition"],
    ["starmer", "2023-05-01", "GB", "opposition"],
    ["johnson", "2024-05-01", "GB", "ex_official"],
    ["mujahid", "2020-05-01", "AF", "armed_group"],
    ["mujahid", "2022-05-01", "AF", "government_or_igo"],
    ["shmyhal", "2025-09-01", "UA", "government_or_igo"],
    ["bazoum", "2024-01-01", "NE", "ex_official"],
    ["sharaa", "2020-01-01", "SY", "armed_group"],
  ])("places %s on %s with %s as %s", (person, day, actor, level) => {
    expect(officeOf(catalog, person, day)).toEqual({ actor, level });
  });
});

describe("names", () => {
  it.each(readdirSync(new URL("../../data/names/", import.meta.url)))("uses known ids only in %s", (name) => {
    expect(Object.keys(readData<Names>(`names/${name}`).actors).filter((id) => !(id in ids))).toEqual([]);
  });

  it("names every state and organisation in English", () => {
    expect(Object.keys(holders).filter((id) => (english.actors[id]?.name ?? []).length === 0)).toEqual([]);
  });

  it("writes no English name under two actors but those that the news shares", () => {
    const entries = Object.entries(english.actors).flatMap(([id, fields]) =>
      Object.values(fields)
        .flat()
        .map((p) => [p, id] as const),
    );
    expect(shared(entries).sort()).toEqual(AMBIGUOUS);
  });

  it("adds English spellings only to persons that exist", () => {
    expect(Object.keys(english.persons).filter((slug) => !(slug in file.persons))).toEqual([]);
  });

  it.each([
    ["South Sudan expels them", ["SS"]],
    ["Guinea-Bissau and Equatorial Guinea", ["GW", "GQ"]],
    ["Niger, not Nigeria", ["NE", "NG"]],
    ["the DRC and Congo-Brazzaville", ["CD", "CG"]],
    ["tell us more about the U.S. and the US", ["US", "US"]],
    ["Latin American nations", []],
    ["Washington Post on Washington", ["US"]],
    ["Côte d'Ivoire and N'Djamena", ["CI", "TD"]],
    ["China's People's Liberation Army", ["CN", "CN"]],
    ["UN peacekeepers in Lebanon", ["UNIFIL"]],
    ["African Union Transition Mission in Somalia", ["ATMIS"]],
    ["the Kremlin, Downing Street and the Pentagon", ["RU", "GB", "US"]],
    ["a male nurse with a turkey", []],
  ])("finds in “%s” %j", (text, expected) => {
    const tongue = catalog.tongues.get("en");
    const found = tongue?.lexicon
      .find(tokenize(text, tongue.writing))
      .filter((m) => m.name && m.name.kind !== "person");
    const byPlace = new Map(found?.map((m) => [`${m.start}`, m.name?.id]));
    expect([...byPlace.values()]).toEqual(expected);
  });
});
