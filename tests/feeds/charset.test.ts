import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decode } from "../../src/feeds/charset.ts";

const UK = "Миротворці ООН: блакитні шоломи в Україні, іноземні війська";
const RU = "Миротворцы ООН: ввод иностранных войск на Украину";
const PL = "Siły pokojowe na Ukrainie: żołnierze, wojska, ćwiczenia";
const FR = "Les « Casques bleus » : l’envoi est décidé";
const xml = (encoding: string | undefined, text: string) =>
  `<?xml version="1.0"${encoding ? ` encoding="${encoding}"` : ""}?><rss><title>${text}</title></rss>`;

describe("decode", () => {
  it.each<[string, string, string | undefined, string | undefined, string, string]>([
    ["UTF-8", "utf-8", "utf-8", undefined, UK, "uk"],
    ["UTF-8 that calls itself windows-1251", "utf-8", "windows-1251", undefined, UK, "uk"],
    ["UTF-8 that the header calls ISO-8859-1", "utf-8", undefined, "text/xml; charset=ISO-8859-1", FR, "fr"],
    ["windows-1251, declared in the document", "windows-1251", "windows-1251", undefined, UK, "uk"],
    ["windows-1251, declared in the header", "windows-1251", undefined, 'text/xml; charset="windows-1251"', RU, "ru"],
    ["windows-1251, declared nowhere", "windows-1251", undefined, undefined, RU, "ru"],
    ["windows-1251, declared nowhere, in a feed without a language", "windows-1251", undefined, undefined, RU, ""],
    ["windows-1251 that calls itself UTF-8", "windows-1251", "utf-8", undefined, RU, "ru"],
    ["koi8-u, declared", "koi8-u", "KOI8-U", undefined, UK, "uk"],
    ["koi8-u, declared nowhere", "koi8-u", undefined, undefined, UK, "uk"],
    ["ISO-8859-2, declared", "iso-8859-2", "ISO-8859-2", undefined, PL, "pl"],
    ["windows-1250 that calls itself UTF-8", "windows-1250", "UTF-8", undefined, PL, "pl"],
    ["ISO-8859-2, declared nowhere", "iso-8859-2", undefined, undefined, PL, "pl"],
    ["windows-1252 that calls itself ISO-8859-1", "windows-1252", "ISO-8859-1", undefined, FR, "fr"],
    ["a charset that nobody knows", "windows-1252", "x-martian", undefined, FR, "fr"],
    ["UTF-16LE without a mark", "utf-16le", "utf-16", undefined, UK, "uk"],
    ["UTF-16BE without a mark", "utf-16be", "utf-16", undefined, UK, "uk"],
    ["ISO-2022-JP, which is all ASCII", "shift_jis", "shift_jis", undefined, "平和維持部隊", "ja"],
  ])("reads %s", (_name, charset, declared, contentType, text, language) => {
    expect(decode(iconv.encode(xml(declared, text), charset), contentType, language).text).toContain(text);
  });

  it.each(["utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be"])(
    "believes the byte order mark of %s before anything else",
    (charset) => {
      const bytes = iconv.encode(xml("windows-1251", UK), charset, { addBOM: true });
      expect(decode(bytes, "text/xml; charset=koi8-r").text.replace(/^\ufeff/, "")).toBe(xml("windows-1251", UK));
    },
  );

  it("keeps UTF-8 where a few characters are split", () => {
    const bytes = Buffer.concat([Buffer.from(xml("utf-8", UK)), Buffer.from([0xd0]), Buffer.from(UK)]);
    expect(decode(bytes, undefined, "uk").text).toContain(UK);
    expect(decode(bytes, undefined, "uk").charset).toBe("utf-8");
  });
});
