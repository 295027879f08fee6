const HOURS: Readonly<Record<string, number>> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  WEST: 1,
  CET: 1,
  MEZ: 1,
  MET: 1,
  CEST: 2,
  MESZ: 2,
  MEST: 2,
  EET: 2,
  EEST: 3,
  SAST: 2,
  CAT: 2,
  WAT: 1,
  EAT: 3,
  MSK: 3,
  MSD: 4,
  TRT: 3,
  IDT: 3,
  IRST: 3.5,
  GST: 4,
  PKT: 5,
  NPT: 5.75,
  WIB: 7,
  ICT: 7,
  HKT: 8,
  SGT: 8,
  MYT: 8,
  AWST: 8,
  JST: 9,
  KST: 9,
  AEST: 10,
  AEDT: 11,
  NZST: 12,
  NZDT: 13,
  EST: -5,
  EDT: -4,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  AKST: -9,
  AKDT: -8,
  HST: -10,
  AST: -4,
  ADT: -3,
  NST: -3.5,
  BRT: -3,
  ART: -3,
  CLT: -4,
};
const BY_COUNTRY: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  IST: { IL: 2, IE: 1, IN: 5.5 },
  CST: { CN: 8, TW: 8, CU: -5, US: -6, MX: -6 },
  BST: { GB: 1, BD: 6 },
};
const USUAL: Readonly<Record<string, number>> = { IST: 5.5, CST: -6, BST: 1 };

/** Minutes east of UTC at a wall-clock time (given as if it were UTC) in an IANA zone; undefined for an unknown zone. */
function offsetIn(zone: string, wallClock: number): number | undefined {
  const at = (instant: number) => {
    const parts = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    }).formatToParts(instant);
    const get = (type: string) => Number(parts.find((part) => part.type === type)?.value);
    return (
      (Date.UTC(get("year"), get("month") - 1, get("day"), get("hour"), get("minute")) -
        Math.floor(instant / 60_000) * 60_000) /
      60_000
    );
  };
  try {
    return at(wallClock - at(wallClock) * 60_000);
  } catch {
    return undefined;
  }
}

/** Minutes east of UTC of `+02:00`, `+0200`, `+03`, `GMT+3`, a zone's name or an IANA zone; undefined where it is none of them. */
export function offset(zone: string, wallClock: number, country?: string): number | undefined {
  const text = zone.trim();
  const numeric = /^(?:(?:GMT|UTC|UT)\s?)?([+\-−])(\d{1,2}):?(\d{2})?$/i.exec(text);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    if (minutes > 14 * 60) return undefined;
    return numeric[1] === "+" ? minutes : -minutes;
  }
  const name = text.toUpperCase().replace(/[().]/g, "");
  const own = country === undefined ? undefined : BY_COUNTRY[name]?.[country];
  const hours = own ?? HOURS[name] ?? USUAL[name];
  if (hours !== undefined) return hours * 60;
  return /^[A-Za-z_]+\/[A-Za-z_/+-]+$/.test(text) ? offsetIn(text, wallClock) : undefined;
}
