import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fixture } from "../open-list.ts";
import { gridOf, readBook } from "../read-table.ts";
import { builtInPattern, NumberFormats } from "../../../../../renderer/list-worker/xlsx/number-format.ts";

/** What LibreOffice shows: a line of locales, then a cell a line; `make-number-formats.ts` writes it. */
const [head = "", ...lines] = readFileSync(
  new URL("../../../../fixtures/spreadsheets/number-formats.jsonl", import.meta.url),
  "utf-8",
)
  .trim()
  .split("\n");
const locales = z.array(z.string()).parse(JSON.parse(head));
const shownCell = z.object({
  pattern: z.string().optional(),
  id: z.number().optional(),
  value: z.number(),
  shown: z.array(z.string()),
});
const cells = lines.map((line) => shownCell.parse(JSON.parse(line)));

const show = (pattern: string, value: number, locale = "en-US"): string =>
  new NumberFormats([pattern], false, locale).show(value, 0);

/** Words in which Windows, whose words Excel shows, and LibreOffice differ; none of it is a digit or an order. */
const likeWindows = (text: string): string =>
  text
    .replaceAll("Mär", "Mrz")
    .replace(/\s%/, "%")
    .replace(/\b(AM|vorm\.)/, "AM")
    .replace(/\b(PM|nachm\.)/, "PM")
    .replace("дп", "AM")
    .replace("пп", "PM");

/** Dates whose month stands alone or before the day, and the system's own long date: each system has its own way. */
const systemsOwnWay = new Set(["dddd, mmmm d, yyyy", "mmmmm", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"]);

describe("a number as its cell shows it", () => {
  it.each([
    ["[h]:mm", 1.5, "36:00"],
    ["[mm]:ss", 0.01, "14:24"],
    ["[h]:mm;@", 0.5, "12:00"],
    ["h:mm", 0.5, "12:00"],
    ["dd.mm.yyyy", 0, "01.01.1904"],
    ["[h]:mm dd.mm.yyyy", 0, "35088:00 01.01.1904"],
  ])(
    "%s of %d in a workbook of the calendar of 1904 is %s: a length of time has no first day",
    (pattern, value, shown) => {
      expect(new NumberFormats([pattern], true, "en-US").show(value, 0)).toBe(shown);
    },
  );

  it.each(["[", "[$-", '"', ";", "d["])("a pattern of half a million signs %s says as much as none", (sign) => {
    expect(show(sign.repeat(500_000 / sign.length), 1.5)).toBe("1.5");
  });

  it.each([
    ["[$-107041E]d mmmm yyyy", "15 มีนาคม 2568"],
    ["[$-7041E]d/mm/yy", "15/03/68"],
    ["[$-1070000]dd/mm/yyyy;@", "15/03/2568"],
    ["[$-41E]d/mm/yyyy", "15/03/2025"],
  ])("%s counts years as its calendar does", (pattern, shown) => {
    expect(show(pattern, 45_731)).toBe(shown);
  });

  it.each(locales.map((locale, at) => [locale, at] as const))(
    "is in %s what LibreOffice shows for every format",
    (locale, at) => {
      const differences: string[] = [];
      for (const { pattern, id, value, shown } of cells) {
        if (locale !== "en-US" && systemsOwnWay.has(pattern ?? "")) continue;
        const ours = show(pattern ?? builtInPattern(id ?? 0, locale), value, locale);
        const theirs = shown[at] ?? "";
        if (likeWindows(ours) !== likeWindows(theirs.replace("Mär.", "Mrz.")))
          differences.push(`${pattern ?? id} ${value}: "${ours}", LibreOffice "${theirs}"`);
      }
      expect(cells.length).toBeGreaterThan(800);
      expect(differences).toEqual([]);
    },
  );

  it.each(["number-formats.xls", "number-formats.ods"])("is the same in %s", async (name) => {
    const grid = gridOf(await readBook(fixture(name)));
    const differences = cells.flatMap(({ pattern, value, shown }, at) => {
      // LibreOffice itself puts a slash for the point when it writes this one to .xls.
      if (pattern === "[$-407]d. mmmm yyyy;@" && name.endsWith(".xls")) return [];
      const ours = grid[at]?.[0] ?? "";
      return ours === shown[0] ? [] : [`${pattern ?? ""} ${value}: "${ours}", LibreOffice "${shown[0] ?? ""}"`];
    });
    expect(differences).toEqual([]);
  });

  // What LibreOffice does otherwise than Excel, from Excel's own behaviour.
  it.each([
    ["General", 1 / 3, "0.333333333"],
    ["General", 1_234_567_890.123, "1234567890"],
    ["General", 1.5e15, "1.5E+15"],
    ["General", 1e20, "1E+20"],
    ["General", 380_671_234_567, "380671234567"],
    ["#.##", 12, "12."],
    ["0.0000", 1.268_05, "1.2681"],
    ["dd.mm.yyyy", 60, "29.02.1900"],
    ["hh:mm:ss", 45_731.999_5, "23:59:17"],
    ['"only words"', -1, "-only words"],
    ["h:mm A/P", 0.75, "6:00 P"],
    ["[$-409]h:mm\\ AM/PM;@", 0.75, "6:00 PM"],
  ])("%s shows %d as Excel does: %s", (pattern, value, shown) => {
    expect(show(pattern, value)).toBe(shown);
  });

  it.each([
    ["[$-FC19]d mmmm yyyy\\ г.;@", "de-DE", "15 марта 2025 г."],
    ["[$-419]d mmmm yyyy;@", "en-US", "15 марта 2025"],
    ["[$-419]mmmm yyyy;@", "en-US", "Март 2025"],
    ['[$-FC22]d mmmm yyyy" р.";@', "en-US", "15 березня 2025 р."],
    ["[$-uk-UA]d mmmm yyyy", "en-US", "15 березня 2025"],
    ['[$-C0A]d "de" mmmm "de" yyyy', "uk-UA", "15 de marzo de 2025"],
    ["[$-2C0A]dddd", "uk-UA", "sábado"],
    ["[$-40A]dddd", "uk-UA", "sábado"],
    ["[$-F800]dddd, mmmm dd, yyyy", "uk-UA", "15 березня 2025 р."],
    ["[$-F800]dddd, mmmm dd, yyyy", "ru-RU", "15 марта 2025 г."],
    ["[$-x-sysdate]dddd, mmmm dd, yyyy", "en-US", "Saturday, March 15, 2025"],
    ["[$-010409]dd/mm/yyyy", "uk-UA", "15/03/2025"],
    ["[$-1540A]dd/mm/yyyy", "uk-UA", "15/03/2025"],
    ["dd/mm/yyyy", "uk-UA", "15.03.2025"],
    ["dd/mm/yyyy", "en-GB", "15/03/2025"],
    ['dd"/"mm\\/yyyy', "uk-UA", "15/03/2025"],
    ["[$-7FFF]dd.mm.yyyy", "uk-UA", "15.03.2025"],
    ["[$-zzzz-9]dd.mm.yyyy", "uk-UA", "15.03.2025"],
  ])("the locale code in %s is understood by somebody in %s: %s", (pattern, locale, shown) => {
    expect(show(pattern, 45_731, locale)).toBe(shown);
  });

  it("the separators of an amount are the user's, whatever country its currency names", () => {
    expect(show("#,##0.00 [$€-407]", 1_234.5)).toBe("1,234.50 €");
    expect(show("[$$-409]#,##0.00", 1_234.5, "de-DE")).toBe("$1.234,50");
    expect(show("#,##0.00\\ [$грн.-422]", 1_234.5)).toBe("1,234.50 грн.");
    expect(show("[$-419]0.0", 1.5)).toBe("1.5");
  });

  it("both calendars: a date of 1904 is four years later, a number is not", () => {
    const formats = new NumberFormats(["yyyy-mm-dd", "0"], true, "en-US");
    expect(formats.show(44_269, 0)).toBe("2025-03-15");
    expect(formats.show(44_269, 1)).toBe("44269");
  });

  it.each([
    "[",
    "0;0;0;0;0",
    '"',
    "\\",
    "[$-",
    "[$-FFFFFFFF]d mmmm",
    "yyyy[",
    "[h]d mmmm",
    "]]",
    "E+",
    "0.0.0",
    "*",
    "_",
  ])("a broken format %s shows the number rather than an error", (pattern) => {
    expect(() => show(pattern, 45_731)).not.toThrow();
    expect(() => show(pattern, -1e300)).not.toThrow();
  });

  it("a date that no calendar has shows its number", () => {
    expect(show("dd.mm.yyyy", 1e9)).toBe("1000000000");
    expect(show("d mmmm yyyy", 1e300, "uk-UA")).not.toContain("undefined");
  });
});
