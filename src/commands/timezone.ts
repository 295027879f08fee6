import { nearestWord } from "../core/line.ts";
import { line } from "../core/message.ts";
import { type Command, given, mistake } from "./command.ts";

const REGIONS = ["Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic", "Indian"];

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The zone that a name or a city means; the newer spelling (`Kyiv`) counts beside the listed one. */
function zoneOf(text: string): string | undefined {
  const wanted = text.trim().replace(/\s+/g, "_");
  if (/^(utc|gmt)$/i.test(wanted)) return "UTC";
  const titled = wanted.toLowerCase().replace(/(^|[/_-])\p{L}/gu, (letter) => letter.toUpperCase());
  if (wanted.includes("/")) return isZone(titled) ? titled : isZone(wanted) ? wanted : undefined;
  const city = Intl.supportedValuesOf("timeZone").find((zone) => zone.endsWith(`/${titled}`));
  return city ?? REGIONS.map((region) => `${region}/${titled}`).find(isZone);
}

/** `/timezone`: the zone of dates and times, by its name or its city. */
export const timezone: Command = {
  name: "timezone",
  audience: "settings",
  shows: true,
  words: "zone",
  options: [
    { name: "zone", kind: "zone" },
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
