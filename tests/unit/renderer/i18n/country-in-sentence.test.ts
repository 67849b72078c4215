import { expect, test } from "vitest";
import { withArticle } from "../../../../renderer/i18n/i18n.ts";

const names = new Intl.DisplayNames(["en"], { type: "region" });
const inSentence = (code: string) => withArticle(names.of(code) ?? "");

test("a country stands in an English sentence as it is said", () => {
  const said = ["US", "GB", "AE", "NL", "PH", "DO", "DM", "KY", "VG", "UA", "DE"].map(inSentence);
  expect(said).toEqual([
    "the United States",
    "the United Kingdom",
    "the United Arab Emirates",
    "the Netherlands",
    "the Philippines",
    "the Dominican Republic",
    "Dominica",
    "the Cayman Islands",
    "the British Virgin Islands",
    "Ukraine",
    "Germany",
  ]);
});
