import { expect, test } from "vitest";
import { everything, matches, ringsByDefault, silenced } from "../../src/core/filter.ts";
import type { Alert, Shift, Subscription } from "../../src/core/model.ts";

const at = new Date("2026-08-14T09:14:00Z");
const later = new Date("2026-08-15T00:00:00Z");

const shift: Shift = {
  topic: "foreign-troops",
  actor: "GB",
  level: "government_or_igo",
  place: "UA",
  presence: "own",
  object: "peacekeepers",
  from: { rung: 2, action: "support", since: new Date("2026-03-01T00:00:00Z") },
  to: { rung: -2, action: "drop" },
  direction: "rollback",
};

const alert: Alert = {
  id: "a1",
  revision: 1,
  topic: "foreign-troops",
  story: "s1",
  status: "reported",
  direction: "rollback",
  severity: 3,
  rings: true,
  cause: "founded",
  shifts: [shift],
  newShifts: [shift],
  attribution: { kind: "anonymous_source" },
  publishers: ["Example Daily"],
  stateMedia: [],
  languages: ["en"],
  items: ["i1"],
  quote: { text: "...", lang: "en" },
  demands: [],
  firstSeen: at,
  at,
};

const sub = (over: Partial<Subscription>): Subscription => ({ ...everything("1", "telegram:42", at), ...over });

test.each<[string, Partial<Subscription>, Partial<Alert>, boolean]>([
  ["no filter", {}, {}, true],
  ["its place", { places: ["UA", "PS"] }, {}, true],
  ["another place", { places: ["PS"] }, {}, false],
  ["a place, where the shift has none", { places: ["UA"] }, { shifts: [{ ...shift, place: "" }] }, false],
  ["its actor", { actors: ["GB"] }, {}, true],
  ["another actor", { actors: ["FR"] }, {}, false],
  ["its direction", { directions: ["rollback"] }, {}, true],
  ["another direction", { directions: ["advance"] }, {}, false],
  [
    "the direction of one of its shifts",
    { directions: ["advance"] },
    { shifts: [shift, { ...shift, actor: "FR", direction: "advance" }] },
    true,
  ],
  ["its topic", { topics: ["foreign-troops"] }, {}, true],
  ["another topic", { topics: ["sanctions"] }, {}, false],
  ["its story", { stories: ["s1"] }, {}, true],
  ["another story", { stories: ["s2"] }, {}, false],
  ["its severity", { minSeverity: 3 }, {}, true],
  ["a higher severity", { minSeverity: 4 }, {}, false],
  ["firm news only, at a report", { certainty: "confirmed" }, {}, false],
  ["firm news only, at a confirmed one", { certainty: "confirmed" }, { status: "confirmed" }, true],
  ["firm news only, at a denied one", { certainty: "confirmed" }, { status: "denied" }, false],
  ["firm news only, at a reversal on one anonymous word", { certainty: "confirmed" }, { status: "reversed" }, false],
  [
    "firm news only, at an official reversal",
    { certainty: "confirmed" },
    { status: "reversed", attribution: { kind: "official" } },
    true,
  ],
  ["one of its languages", { languages: ["uk", "en"] }, {}, true],
  ["other languages", { languages: ["uk"] }, {}, false],
  ["a pause that lasts", { pausedUntil: later }, {}, false],
  ["a pause that is over", { pausedUntil: new Date("2026-08-14T09:00:00Z") }, {}, true],
  ["no filter, at an opposition's shift", {}, { shifts: [{ ...shift, level: "opposition" }] }, false],
  ["no filter, at a deciding legislature's", {}, { shifts: [{ ...shift, level: "legislature" }] }, true],
  ["the level of the opposition", { levels: ["opposition"] }, { shifts: [{ ...shift, level: "opposition" }] }, true],
  ["another level", { levels: ["protesters"] }, { shifts: [{ ...shift, level: "opposition" }] }, false],
  [
    "place and actor of two different shifts",
    { places: ["PS"], actors: ["GB"] },
    { shifts: [shift, { ...shift, actor: "FR", place: "PS" }] },
    false,
  ],
])("a subscription with %s", (_, subscription, changes, expected) => {
  expect(matches(sub(subscription), { ...alert, ...changes })).toBe(expected);
});

test("a silent revision rings nobody by default, nor does a commentator", () => {
  expect(ringsByDefault(alert)).toBe(true);
  expect(ringsByDefault({ ...alert, rings: false })).toBe(false);
  expect(ringsByDefault({ ...alert, shifts: [{ ...shift, level: "commentator" }] })).toBe(false);
});

test.each<[string, Parameters<typeof silenced>[0], boolean]>([
  ["nothing", {}, false],
  ["itself", { mutedUntil: later }, true],
  ["itself, until before", { mutedUntil: at }, false],
  ["the story", { muted: [{ kind: "story", id: "s1", until: later }] }, true],
  ["the story, until before", { muted: [{ kind: "story", id: "s1", until: at }] }, false],
  ["the place", { muted: [{ kind: "place", id: "UA", until: later }] }, true],
  ["another place", { muted: [{ kind: "place", id: "PS", until: later }] }, false],
  ["the actor", { muted: [{ kind: "actor", id: "GB", until: later }] }, true],
])("a chat that muted %s", (_, settings, expected) => {
  expect(silenced(settings, alert)).toBe(expected);
});

test("an alert with a shift beside the muted place still comes", () => {
  const two: Alert = { ...alert, shifts: [shift, { ...shift, place: "PS" }] };
  expect(silenced({ muted: [{ kind: "place", id: "UA", until: later }] }, two)).toBe(false);
});
