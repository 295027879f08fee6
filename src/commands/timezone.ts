import { nearestWord } from "../core/line.ts";
import { line } from "../core/message.ts";
import { type Command, given, mistake } from "./command.ts";

function zoneOf(text: string): string | undefined {
  const wanted = text.trim().toLowerCase().replace(/\s+/g, "_");
  if (wanted === "utc" || wanted === "gmt") return "UTC";
  const known = Intl.supportedValuesOf("timeZone");
  const city = known.filter((zone) => zone.toLowerCase() === wanted || zone.toLowerCase().endsWith(`/${wanted}`));
  if (city[0] !== undefined) return city[0];
  try {
    return /[/]/.test(wanted)
      ? new Intl.DateTimeFormat("en", { timeZone: text.trim() }).resolvedOptions().timeZone
      : undefined;
  } catch {
    return undefined;
  }
}

/** `/timezone`: the zone of dates and times, by its name or its city. */
export const timezone: Command = {
  name: "timezone",
  audience: "settings",
  shows: true,
  words: "zone",
  options: [
    { name: "zone", kind: "word" },
    { name: "in", kind: "chat" },
  ],
  example: "/timezone Europe/Kyiv",
  async run(asked, tools) {
    const { settings } = asked.target;
    const wanted = given(asked, "zone");
    const zone = wanted === undefined ? settings.timeZone : zoneOf(wanted);
    if (zone === undefined) {
      const cities = Intl.supportedValuesOf("timeZone").map((z) => z.split("/").at(-1) ?? z);
      throw mistake(asked.phrases, "timezone-unknown", { zone: wanted ?? "" }, nearestWord(wanted ?? "", cities));
    }
    if (wanted !== undefined) await tools.store.saveChat({ ...settings, timeZone: zone });
    const phrases = tools.strings.phrases(asked.phrases.language, zone);
    return { blocks: [line(phrases.say("timezone-now", { zone, now: phrases.clock(asked.now) }))], discreet: true };
  },
};
