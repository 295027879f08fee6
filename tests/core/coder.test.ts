import { describe, expect, it } from "vitest";
import { openCoder } from "../../src/core/coder.ts";
import { identify, openCatalog } from "../../src/data.ts";

const coder = openCoder(openCatalog(), identify);
const DAY = "2026-02-01";

/** What is coded of a headline: `holders direction @places`, then `actor:action` of every event. */
function coded(title: string, date = DAY, text = ""): string {
  const coding = coder.code({ title, text, date });
  if (!coding.relevant) return "–";
  const events = coding.events.map((e) => `${e.actor}:${e.action}`);
  return `${coding.actors.join()} ${coding.direction} @${coding.places[0] ?? ""} ${events.join(" ")}`;
}

describe("a construction of one language", () => {
  it.each([
    ["Vienna objects: Irish battalion deploys to Kosovo", "AT rollback @XK AT:oppose"],
    ["Vienna: Irish battalion deploys to Kosovo", "IE advance @XK IE:deploy"],
  ])("hears a verdict before the colon, where there is one: %s", (title, wanted) => {
    expect(coded(title)).toBe(wanted);
  });

  it("hears who tells before the colon what another's soldiers do", () => {
    expect(coded("Rome: Spanish soldiers arrive in Chad")).toMatch(/^ES advance @TD/);
  });

  it("takes the objection of others behind a departure for no verdict on it", () => {
    expect(coded("Last Irish soldier leaves Chad after junta objects")).toMatch(/^IE rollback @TD/);
  });

  it("tells a return to a foreign place from one home", () => {
    expect(coded("Juba rules out return of Kenyan soldiers to Juba airport")).toMatch(/^SS rollback @SS/);
  });

  it("takes a plan for the mission that it governs", () => {
    expect(coded("African Union plans peacekeeping mission in Chad")).toMatch(/^AFU advance @TD/);
  });

  it("takes what soldiers are sent for as no act on them", () => {
    expect(coded("Fiji will not deploy soldiers in Tonga for removal of mines")).toBe("FJ rollback @TO FJ:rule_out");
    expect(coded("Fiji to deploy soldiers in Tonga for evacuation of villages")).toMatch(/^FJ advance @TO/);
  });

  it("denies an intent twice and means it once", () => {
    expect(coded("Norsko vojáky do Mali posílat nehodlá, mise není na stole")).toBe("NO rollback @ML NO:rule_out");
  });
});

describe.each([
  ["English", "en"],
  ["Ukrainian", "uk"],
] as const)("constructions in %s", (_, lang) => {
  const rows: readonly (readonly [string, string, string, string])[] = [
    [
      "a plain act",
      "Canada sends 200 soldiers to Latvia",
      "Канада відправила 200 солдатів до Латвії",
      "CA advance @LV CA:deploy",
    ],
    [
      "a negated act",
      "Ireland will not send peacekeepers to Lebanon",
      "Ірландія не відправить миротворців до Лівану",
      "IE rollback @LB IE:rule_out",
    ],
    [
      "a refused withdrawal",
      "Italy refuses to withdraw its peacekeepers from Lebanon",
      "Італія відмовляється виводити миротворців з Лівану",
      "IT advance @LB IT:extend",
    ],
    [
      "a withdrawal",
      "Italy withdraws its peacekeepers from Lebanon",
      "Італія виводить миротворців з Лівану",
      "IT rollback @LB IT:withdraw",
    ],
    [
      "a refusal",
      "Norway rules out sending soldiers to Ukraine",
      "Норвегія виключає відправлення військових в Україну",
      "NO rollback @UA NO:rule_out",
    ],
    [
      "a negated refusal",
      "Norway does not rule out sending soldiers to Ukraine",
      "Норвегія не виключає відправлення військових в Україну",
      "NO hold @UA NO:consider",
    ],
    [
      "a refused refusal",
      "Norway refuses to rule out sending troops to Ukraine",
      "Норвегія відмовляється виключати відправлення військ в Україну",
      "NO hold @UA NO:consider",
    ],
    [
      "a negated objection",
      "Norway does not oppose a peacekeeping mission in Ukraine",
      "Норвегія не проти миротворчої місії в Україні",
      "NO advance @UA NO:support",
    ],
    [
      "an objection to an act",
      "Finland opposes sending peacekeepers to Gaza",
      "Фінляндія проти відправлення миротворців до Гази",
      "FI rollback @PS FI:oppose",
    ],
    [
      "an objection to a withdrawal",
      "Spain opposes the withdrawal of peacekeepers from Lebanon",
      "Іспанія виступає проти виведення миротворців з Лівану",
      "ES advance @LB ES:support",
    ],
    [
      "support of an act",
      "Finland backs sending peacekeepers to Gaza",
      "Фінляндія підтримує відправлення миротворців до Гази",
      "FI advance @PS FI:support",
    ],
    [
      "a freeze of an act",
      "Spain freezes its troop deployment to Mali",
      "Іспанія призупиняє відправлення військових до Малі",
      "ES rollback @ML ES:suspend",
    ],
    [
      "a delayed withdrawal",
      "Sweden postpones withdrawal of peacekeepers from Mali",
      "Швеція відкладає виведення миротворців з Малі",
      "SE hold @ML SE:condition",
    ],
    [
      "a dropped plan",
      "Sweden shelves plan to send peacekeepers to Ukraine",
      "Швеція відмовилася від плану надіслати миротворців в Україну",
      "SE rollback @UA SE:drop",
    ],
    [
      "an end to thinking about it",
      "Japan no longer considers sending peacekeepers to South Sudan",
      "Японія більше не розглядає відправлення миротворців до Південного Судану",
      "JP rollback @SS JP:rule_out",
    ],
    [
      "an open question",
      "Belgium considers sending soldiers to Ukraine",
      "Бельгія розглядає відправлення військових в Україну",
      "BE hold @UA BE:consider",
    ],
    [
      "a condition",
      "Denmark will send troops to Ukraine only if Washington guarantees support",
      "Данія надішле війська в Україну лише за умови гарантій США",
      "DK hold @UA DK:condition",
    ],
    [
      "a condition under a negation",
      "Sweden will not send soldiers to Ukraine unless NATO agrees",
      "Швеція не надішле військових в Україну, якщо НАТО не погодиться",
      "SE hold @UA SE:condition",
    ],
    [
      "until under a negation",
      "Romania will not send troops to Ukraine until a ceasefire is signed",
      "Румунія не відправить війська в Україну, доки не підпишуть перемир'я",
      "RO hold @UA RO:condition",
    ],
    [
      "the time of saying, which is no condition",
      "Ghana will not deploy peacekeepers to Chad, minister says before summit",
      "Гана не розгорне миротворців у Чаді, заявив міністр перед самітом",
      "GH rollback @TD GH:rule_out",
    ],
    [
      "a threat, whatever its condition",
      "Chad threatens to strike Sudanese troops if they cross into Chad",
      "Чад погрожує вдарити по суданських військах, якщо вони увійдуть до Чаду",
      "TD rollback @TD TD:oppose",
    ],
    [
      "a later part that stops something of its own",
      "Portugal reduces its contingent in Mali, flights of supplies stop",
      "Португалія скорочує свій контингент у Малі, рейси з вантажами припиняються",
      "PT rollback @ML PT:withdraw",
    ],
    [
      "two sentences in a title, each its own",
      "The minister announced a retreat. Spain will have no soldiers in Mali by summer",
      "Міністр оголосив про відхід. До літа іспанських солдатів у Малі не буде",
      "ES rollback @ML ES:rule_out",
    ],
    [
      "a question before what is told",
      "A mission without teeth? Spain withdraws its peacekeepers from Mali",
      "Місія без зубів? Іспанія виводить миротворців з Малі",
      "ES rollback @ML ES:withdraw",
    ],
    [
      "what others do meanwhile, which is no verdict",
      "Spain withdraws its soldiers from Mali after Norway objects",
      "Іспанія виводить солдатів з Малі після того, як Норвегія виступила проти",
      "ES rollback @ML ES:withdraw",
    ],
    [
      "a renewal",
      "Security Council extends UN peacekeeping mission in Lebanon",
      "Рада Безпеки ООН продовжила мандат миротворчої місії в Лівані",
      "UN advance @LB UN:extend",
    ],
    [
      "a last renewal",
      "Security Council extends UN peacekeeping mission in Lebanon one last time",
      "Рада Безпеки ООН востаннє продовжила мандат миротворчої місії в Лівані",
      "UN rollback @LB UN:end_mission",
    ],
    [
      "the end of a mission",
      "UN Security Council ends the peacekeeping mission in Mali",
      "Рада Безпеки ООН завершує миротворчу місію в Малі",
      "UN rollback @ML UN:end_mission",
    ],
    [
      "a denial",
      "Poland denies it will send soldiers to Ukraine",
      "Польща заперечує, що відправить солдатів в Україну",
      "PL rollback @UA PL:rule_out",
    ],
    [
      "a threat",
      "Russia threatens to strike any European troops in Ukraine",
      "Росія погрожує ударами по європейських військах в Україні",
      "RU rollback @UA RU:oppose",
    ],
    [
      "a host that throws out",
      "Niger orders American soldiers to leave the country",
      "Нігер наказав американським військовим залишити країну",
      "NE rollback @NE NE:oppose",
    ],
    [
      "a host that lets in",
      "Somalia allows Egyptian troops into the country",
      "Сомалі дозволяє ввести єгипетські війська",
      "SO advance @SO SO:accept",
    ],
    [
      "a host that is ready",
      "Lithuania is ready to host a German brigade",
      "Литва готова прийняти німецьку бригаду",
      "LT advance @LT LT:accept",
    ],
    [
      "a speaker before a colon",
      "Macron: France ready to send troops to Ukraine",
      "Макрон: Франція готова відправити війська в Україну",
      "FR advance @UA FR:support",
    ],
    [
      "a speaker after a dash",
      "Paris ready to send troops to Ukraine – Macron",
      "Париж готовий відправити війська в Україну – Макрон",
      "FR advance @UA FR:support",
    ],
    [
      "somebody else's position on one's word",
      "Kyiv says France will send troops to Ukraine",
      "Київ каже, що Франція відправить війська в Україну",
      "FR advance @UA FR:",
    ],
    [
      "a wish",
      "Greece calls for peacekeepers in Gaza",
      "Греція закликає ввести миротворців до Гази",
      "GR advance @PS GR:propose",
    ],
    [
      "negative concord",
      "No one in Warsaw is going to send soldiers to Ukraine",
      "Ніхто у Варшаві не збирається відправляти солдатів в Україну",
      "PL rollback @UA PL:rule_out",
    ],
    [
      "a withdrawal that nobody plans",
      "Nobody plans to pull peacekeepers out of Kosovo, Italy assures",
      "Ніхто не планує виводити миротворців з Косова, запевнила Італія",
      "IT advance @XK IT:extend",
    ],
    [
      "a decision of a parliament",
      "Turkish parliament approves sending troops to Libya",
      "Парламент Туреччини схвалив відправлення військ до Лівії",
      "TR advance @LY TR:commit",
    ],
    [
      "a verbless headline",
      "Danish troop withdrawal from Mali",
      "Виведення данських солдатів з Малі завершено",
      "DK rollback @ML DK:",
    ],
  ];
  it.each(rows.map(([name, en, uk, expected]) => [name, lang === "en" ? en : uk, expected] as const))(
    "%s: %s",
    (_name, title, expected) => {
      const got = coded(title);
      expect(got.slice(0, expected.length)).toBe(expected);
    },
  );

  it("a second holder that answers in the same headline has an event of its own, the other way", () => {
    const { actors, events, direction } = coder.code({
      title:
        lang === "en"
          ? "Britain offers troops for Ukraine, Germany won't hear of it"
          : "Норвегія пропонує солдатів для України, Іспанія відмовляється",
      text: "",
      date: DAY,
    });
    const [first, second] = lang === "en" ? ["GB", "DE"] : ["NO", "ES"];
    expect([actors, direction]).toEqual([[first], "advance"]);
    expect(events.map((e) => [e.actor, e.direction])).toEqual([
      [first, "advance"],
      [second, "rollback"],
    ]);
  });

  it("a second holder with soldiers of its own has only the event of its own part", () => {
    const { actors, events } = coder.code({
      title:
        lang === "en"
          ? "Lithuania sends soldiers to Mali, Portugal withdraws its troops"
          : "Литва відправляє солдатів до Малі, Португалія виводить свої війська",
      text: "",
      date: DAY,
    });
    expect(actors).toEqual(["LT"]);
    expect(events.map((e) => [e.actor, e.direction])).toEqual([
      ["LT", "advance"],
      ["PT", "rollback"],
    ]);
  });

  it("an answer governs the question before it", () => {
    const title = lang === "en" ? "Soldiers for Haiti? Chile says no" : "Миротворці для Гази? Чилі виключає це";
    expect(coded(title)).toMatch(/^CL rollback @(?:HT|PS) /);
  });

  it.each([
    [
      "the holder",
      "London will send soldiers to Latvia, Britain says",
      "Британія надішле солдатів до Латвії, заявив Лондон",
      "stated",
    ],
    [
      "another state",
      "Kyiv says Britain will send soldiers to Latvia",
      "Київ каже, що Британія надішле солдатів до Латвії",
      "reported",
    ],
  ])("what is said by %s is told as firmly as that", (_, en, uk, certainty) => {
    const { events } = coder.code({ title: lang === "en" ? en : uk, text: "", date: DAY });
    expect(events.map((e) => [e.actor, e.certainty === "planned" ? "stated" : e.certainty])).toEqual([
      ["GB", certainty],
    ]);
  });

  it("who stands before the colon of a title gives the level", () => {
    const title =
      lang === "en"
        ? "Opposition leader: Spain must withdraw its soldiers from Mali"
        : "Лідер опозиції: Іспанія має вивести солдатів з Малі";
    const { events } = coder.code({ title, text: "", date: DAY });
    expect(events.map((e) => [e.actor, e.actorLevel])).toEqual([["ES", "opposition"]]);
  });

  it("whose soldiers are unwanted holds no position", () => {
    const title =
      lang === "en"
        ? "Juba rejects Kenyan troops on its land"
        : "Кенійських військ не хочуть у Південному Судані, заявила Джуба";
    expect(coder.code({ title, text: "", date: DAY }).actors).toEqual(["SS"]);
  });

  it("an unnamed source is called so, and what it says is a report", () => {
    const [event] = coder.code({
      title:
        lang === "en"
          ? "Italy ready to send soldiers to Ukraine, sources say"
          : "Італія готова відправити солдатів в Україну, кажуть джерела",
      text: "",
      date: DAY,
    }).events;
    expect(event).toMatchObject({ actor: "IT", certainty: "reported", attribution: { kind: "anonymous_source" } });
  });

  it.each([
    ["2023-05-01", "NL"],
    ["2025-05-01", "NATO"],
  ])("a person stands for the office of the day: on %s for %s", (date, actor) => {
    const title = lang === "en" ? "Rutte: soldiers will go to Mali" : "Рютте: солдати поїдуть до Малі";
    expect(coder.code({ title, text: "", date }).actors).toEqual([actor]);
  });
});

describe("the level of a holder", () => {
  it.each([
    ["2023-05-01", "opposition"],
    ["2025-05-01", "government_or_igo"],
  ])("on %s Tusk is of the %s", (date, level) => {
    const [event] = coder.code({
      title: "Tusk demands withdrawal of Polish soldiers from Iraq",
      text: "",
      date,
    }).events;
    expect(event).toMatchObject({ actor: "PL", actorLevel: level });
  });

  it("who left office is an ex-official", () => {
    const [event] = coder.code({
      title: "Biden calls for sending peacekeepers to Gaza",
      text: "",
      date: "2025-05-01",
    }).events;
    expect(event?.actorLevel).toBe("ex_official");
  });
});

describe("what an event carries", () => {
  it("its condition, its evidence with offsets, and the code of the ladder", () => {
    const title = "Sweden will not send soldiers to Ukraine unless NATO agrees";
    const [event] = coder.code({ title, text: "", date: DAY }).events;
    expect(event).toMatchObject({
      certainty: "conditional",
      rung: 0,
      cameo: "014",
      presence: "own",
      object: "contingent",
    });
    expect(event?.condition).toContain("unless NATO agrees");
    expect(title.slice(event?.evidence.start, event?.evidence.end)).toBe(event?.evidence.sentence);
    expect(event?.evidence.matched).toContain("soldiers");
  });

  it("what the wording presupposes of the rung before", () => {
    const of = (title: string) => coder.code({ title, text: "", date: DAY }).events[0]?.presupposes;
    expect([
      of("Sweden shelves plan to send peacekeepers to Ukraine"),
      of("Spain freezes its troop deployment to Mali"),
      of("Canada sends 200 soldiers to Latvia"),
    ]).toEqual(["willing", "present", undefined]);
  });

  it("soldiers of others are a foreign presence, one's own are not", () => {
    const of = (title: string) => coder.code({ title, text: "", date: DAY }).events[0]?.presence;
    expect([
      of("Niger orders American soldiers to leave the country"),
      of("Italy withdraws its peacekeepers from Lebanon"),
    ]).toEqual(["foreign", "own"]);
  });

  it("where a clause carries it in the lead alone, the lead is the evidence", () => {
    const text =
      "The government met for six hours. Canada will send 200 soldiers to Latvia in spring, the defence ministry announced.";
    const { direction, events } = coder.code({ title: "", text, date: DAY });
    expect(direction).toBe("advance");
    expect(events[0]).toMatchObject({ actor: "CA", place: "LV", evidence: { field: "text" } });
    expect(events[0]?.evidence.sentence).toContain("200 soldiers");
  });
});

describe("an enemy", () => {
  it.each([
    [
      "Italy withdrew forces from Niger after operation against Boko Haram, commander says",
      "IT rollback @NE IT:withdraw",
    ],
    ["Kenya sends troops against al-Shabaab to Somalia, commander says", "KE advance @SO KE:deploy"],
  ])("is not what a holder is against: %s", (title, expected) => {
    expect(coded(title)).toBe(expected);
  });
});

describe("the first story", () => {
  it("is coded for both holders, as a rollback in Ukraine on the word of an unnamed source", () => {
    const { relevant, direction, actors, places, events } = coder.code({
      title: "",
      text: "According to a source in the presidential office, the EU and the United Kingdom have in fact taken the question of a peacekeeping or military mission on Ukrainian territory off the agenda. The United Kingdom has entirely stopped discussing it. The decision is political and not technical, and it agrees with what the Kremlin demanded before Istanbul: no contingents of the EU or NATO in Ukraine.",
      date: "2025-08-14T09:12:00Z",
    });
    expect({ relevant, direction, actors: [...actors].sort(), places }).toEqual({
      relevant: true,
      direction: "rollback",
      actors: ["EU", "GB"],
      places: ["UA"],
    });
    const main = events.filter((e) => e.actor === "EU" || e.actor === "GB");
    expect(main.map((e) => [e.direction, e.place, e.attribution.kind])).toEqual([
      ["rollback", "UA", "anonymous_source"],
      ["rollback", "UA", "anonymous_source"],
    ]);
  });
});

describe("what is something else", () => {
  it.each([
    "Manchester United sign defender for record fee",
    "Firefighters from Poland fly to Greece",
    "Software deployment delayed in Germany",
    "Myrotvorets website lists another singer",
    "Import contingent of Ukrainian sugar exhausted, Brussels says",
    "Soldiers help after floods in Bavaria",
    "Workforce of Volkswagen shrinks in Emden",
    "Der Trainer lobt seine Truppe nach dem Sieg gegen Köln",
    "Українські військові відбили атаку під Покровськом",
    "Збірна України поїде на Олімпіаду з великим контингентом",
  ])("%s", (title) => {
    expect(coder.code({ title, text: "", date: DAY })).toMatchObject({ relevant: false, events: [] });
  });
});
