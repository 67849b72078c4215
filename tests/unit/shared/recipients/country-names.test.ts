import { describe, expect, it } from "vitest";
import { namesOfSeveral } from "../../../../shared/recipients/country-aliases.ts";
import { countryOfThree } from "../../../../shared/recipients/country-codes.ts";
import { isCallingCodeHeading, isCountryHeading } from "../../../../shared/recipients/country-headings.ts";
import { countryNamed, saysNothing } from "../../../../shared/recipients/country-names.ts";
import { allCountries, isCountry } from "../../../../shared/recipients/phone-country.ts";

const named = (cell: string): string | null => countryNamed(cell)?.country ?? null;

/** As they stand in customer lists, exports of shops, and lists of ISO and the United Nations. */
const written: [country: string, cells: string][] = [
  [
    "PL",
    "PL|pl|POL|Poland|POLAND|poland |Polska|Польща|Польша|Polen|Polonia|Pologne|Republic of Poland|+48|48|0048|(+48)",
  ],
  ["PL", "Poland (+48)|+48 Poland|PL - Poland|PL / Polska|Poland, PL|🇵🇱|🇵🇱 Poland|Poland 🇵🇱|Poland.|\u200bPoland"],
  ["UA", "UA|UKR|Ukraine|the Ukraine|Україна|УКРАЇНА|Украина|Ukraina|Ucrania|Укр.|+380|Ukraine (UA)"],
  [
    "US",
    "US|USA|U.S.A.|U.S.|United States|the United States|United States of America|Сша|США|Америка|EE. UU.|+1|Stany Zjednoczone",
  ],
  [
    "GB",
    "UK|GB|U.K.|GBR|Great Britain|United Kingdom|England|Scotland|Wales|Великобританія|Велика Британія|Англия|+44",
  ],
  [
    "GB",
    "United Kingdom of Great Britain and Northern Ireland (the)|Großbritannien|Wielka Brytania|Reino Unido|Angleterre",
  ],
  ["DE", "DE|DEU|GER|D|Germany|Deutschland|Німеччина|Германия|ФРГ|Niemcy|Alemania|Allemagne|BRD"],
  ["CZ", "Czech Republic|Czechia|Чехія|Чехия|Tschechien|Czechy|Česko|Česká republika|Ceska republika"],
  ["NL", "Holland|Netherlands|The Netherlands|Netherlands (the)|Нідерланди|Голландія|Голландия|Niederlande|NED"],
  ["TR", "Turkey|Türkiye|TÜRKİYE|Turkiye|Туреччина|Турция|Türkei|Turcja"],
  ["AE", "UAE|U.A.E.|United Arab Emirates|ОАЭ|ОАЕ|Emirates"],
  ["KR", "Korea|South Korea|Korea, Republic of|Republic of Korea|Южная Корея|한국"],
  ["KP", "Korea (Democratic People's Republic of)|North Korea|КНДР"],
  ["RU", "Russia|Russian Federation|Россия|РФ|Р.Ф.|Росія|Російська Федерація|Russland|+7"],
  ["MD", "Moldova|Moldova, Republic of|Молдова|Молдавия|Mołdawia"],
  ["CI", "Côte d’Ivoire|Cote d'Ivoire|Ivory Coast|Берег Слонової Кістки"],
  ["IR", "Iran|Iran, Islamic Republic of|Iran (Islamic Republic of)"],
  ["CA", "Canada|Canada (+1)|CAN|Канада"],
  ["KZ", "Kazakhstan (+7)|Казахстан|Республика Казахстан"],
  ["MK", "Macedonia|North Macedonia|Північна Македонія"],
  ["AT", "Österreich|Oesterreich|ÖSTERREICH|Austria|Австрія"],
  ["GR", "Greece|ΕΛΛΑΔΑ|Ελλάδα|EL|Греція"],
  ["CD", "DRC|Congo, the Democratic Republic of the|Congo - Kinshasa"],
  ["JP", "日本"],
  ["IL", "ישראל"],
  ["EG", "مصر"],
  ["KN", "St. Kitts|St Kitts|Saint Kitts|St. Kitts & Nevis|St. Kitts-Nevis|St Kitts and Nevis|Сент-Китс"],
  ["LC", "St. Lucia|St Lucia|Saint Lucia|Ste-Lucie|Sainte Lucie|Сент-Люсія"],
  ["VC", "St. Vincent|Saint Vincent|St. Vincent & Grenadines|St Vincent and the Grenadines"],
  ["SX", "St. Maarten|St Maarten|Sint Maarten|Saint Martin (Dutch part)|St. Martin (Dutch part)"],
  ["MF", "Saint Martin (French part)|St. Martin (French part)"],
  ["BL", "St. Barth|St Barts|St. Barthélemy|Saint-Barthélemy"],
  ["PM", "St. Pierre and Miquelon|Saint Pierre & Miquelon"],
  ["TT", "Trinidad|Trinidad & Tobago|Trinidad/Tobago|Тринідад"],
  ["AG", "Antigua|Antigua & Barbuda"],
  ["DO", "Dominican Rep.|Rep. Dominicana|Dominikanische Rep.|Доминиканская респ.|Домініканська респ."],
  ["CZ", "Czech Rep.|Чеська респ.|Tschechische Rep.|Rep. Czeska"],
  ["KR", "S. Korea|S Korea|Rep. of Korea|Korea, Rep.|Півд. Корея|Юж. Корея|Korea Płd."],
  ["KP", "N. Korea|Півн. Корея"],
  ["ZA", "S. Africa|S Africa|Rep. of South Africa"],
  ["GB", "N. Ireland|Gt. Britain|G.B.|Вел. Британія|Велика Брит.|Wlk. Brytania|W. Brytania|Ver. Königreich"],
  ["MK", "N. Macedonia|Півн. Македонія|Сев. Македония"],
  ["AE", "Utd. Arab Emirates|Ver. Arabische Emirate|Zjedn. Emiraty Arabskie"],
  ["US", "Stany Zjedn."],
  ["BA", "Bosnia & Herz.|Bosnia and Herz.|Bośnia i Herc."],
  ["CD", "Congo, Dem. Rep.|D.R. Congo|Dem. Rep. Congo"],
  ["ST", "São Tomé|Sao Tome & Principe|S. Tome"],
];

describe("the country that a cell names", () => {
  it.each(written)("is %s for %s", (country, cells) => {
    for (const cell of cells.split("|")) expect([cell, named(cell)]).toEqual([cell, country]);
  });

  it("is found by the two and three letters of each", () => {
    for (const country of allCountries) {
      expect([country, named(country), named(country.toLowerCase())]).toEqual(
        country === "NA" ? ["NA", null, null] : [country, country, country],
      );
    }
    for (const [letters, country] of countryOfThree) {
      expect(isCountry(country)).toBe(true);
      expect([letters, named(letters)]).toEqual([letters, country]);
    }
    // Ascension and Tristan da Cunha have letters in reserve only.
    const without = allCountries.filter((country) => ![...countryOfThree.values()].includes(country));
    expect(without).toEqual(["AC", "TA"]);
  });

  it("is never another one than that which the cell names in its language", () => {
    const languages =
      "en uk ru de pl es fr it pt nl tr ro cs sk hu bg hr sr el lt lv et fi sv da no he ar zh ja ko vi hi";
    for (const language of languages.split(" ")) {
      const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
      const wrong = allCountries.filter((country) => {
        const name = names.of(country);
        return name !== undefined && named(name) !== null && named(name) !== country;
      });
      expect([language, wrong]).toEqual([language, []]);
    }
    const english = new Intl.DisplayNames(["en"], { type: "region" });
    // "St. Martin", which people of the Dutch part write too.
    expect(allCountries.filter((country) => named(english.of(country) ?? "") !== country)).toEqual(["MF"]);
  });

  it("is none where it is not known, is a place within it, or could be two", () => {
    for (const cell of [
      "",
      "Polnad",
      "NA",
      "N/A",
      "EN",
      "Kyiv",
      "Kyiv, Ukraine",
      "Atlanta, Georgia",
      "Georgia, USA",
      "Poland/Germany",
      "Poland or Germany",
      "Ukraine (+48)",
      "Áo",
      "Nga",
      "999",
      "380671234567",
      "+380 67",
      "Poland ".repeat(20),
      ...namesOfSeveral,
    ]) {
      expect([cell, named(cell)]).toEqual([cell, null]);
    }
  });

  it("is not asked of a cell that says nothing", () => {
    expect(["", " ", "-", "—", "?", "..."].map(saysNothing)).toEqual([true, true, true, true, true, true]);
    expect(["PL", "+48", "🇵🇱", "n/a"].map(saysNothing)).toEqual([false, false, false, false]);
  });

  it("is nobody's where people of two countries write it of themselves", () => {
    for (const cell of [
      "CHI",
      "RP",
      "Saint Martin",
      "St. Martin",
      "St Martin",
      "Saint-Martin",
      "Virgin Is.",
      "Rep. of Congo (Dem.)",
    ]) {
      expect([cell, named(cell)]).toEqual([cell, null]);
    }
  });
});

describe("a heading", () => {
  it("says country in many languages, alone and among other words", () => {
    for (const heading of "Country|COUNTRY|country_code|countryCode|Billing Country|Shipping country|Country/Region|Phone country|Dial code|Країна|Країна клієнта|Код країни|Страна|Страна доставки|Код страны|Land|Ländercode|Kraj|Kraj dostawy|Pays de livraison|Lieferland|Państwo|País|Pays|Paese|Țara|Země|Ország|Ülke|Χώρα|מדינה|国家".split(
      "|",
    )) {
      expect([heading, isCountryHeading(heading)]).toEqual([heading, true]);
    }
  });

  it("says something else where it is the country of a journey, of birth or of goods, a language, a state or money", () => {
    for (const heading of "Country of birth|Country of origin|Destination country|Nationality|Citizenship|Країна народження|Країна туру|Страна рождения|Страна производства|Herkunftsland|Language|Lang|State|Province|Currency|City|Landing page|Land area|Region|".split(
      "|",
    )) {
      expect([heading, isCountryHeading(heading)]).toEqual([heading, false]);
    }
  });

  it("tells digits that are dialled from numbers of a register", () => {
    expect(["Country code", "Код країни", "Dial code", "Ländercode"].map(isCallingCodeHeading)).toEqual(
      Array.from({ length: 4 }, () => true),
    );
    expect(["Country", "Країна", "Country id"].map(isCallingCodeHeading)).toEqual([false, false, false]);
  });
});
