import { isNamedIn, wordsOf } from "./heading-words.ts";

/** Words and word groups that say that a column names a country, in the languages of the other headings. */
const countryWords = new Set(
  [
    ["country", "countries", "country code", "countrycode", "iso country", "phone country", "nation"],
    ["dial code", "dialing code", "dialling code", "calling code"],
    ["країна", "країни", "країну", "держава", "страна", "страны", "страну", "государство"],
    ["land", "ländercode", "länderkennung", "landescode", "ländervorwahl", "landesvorwahl"],
    ["staat", "länderkürzel", "lieferland", "rechnungsland", "wohnland"],
    ["kraj", "kraju", "państwo", "panstwo", "kod kraju"],
    ["país", "pais", "paese", "nazione", "pays", "țara", "țară", "tara", "země", "zeme", "stát", "krajina", "štát"],
    ["landcode", "ország", "orszag", "държава", "država", "drzava", "држава", "χώρα", "χωρα"],
    ["šalis", "valsts", "riik", "maa", "ülke", "ulke", "ölkə"],
    ["מדינה", "ארץ", "البلد", "بلد", "الدولة", "دولة", "کشور"],
    [
      "ქვეყანა",
      "երկիր",
      "ел",
      "елі",
      "краіна",
      "国家",
      "国",
      "國家",
      "国名",
      "국가",
      "나라",
      "quốc gia",
      "nước",
      "negara",
    ],
  ].flat(),
);

/** Words that make it a country of something else than the person's number. */
const otherCountries = new Set(
  [
    ["birth", "born", "origin", "citizenship", "nationality", "passport"],
    ["visa", "destination", "travel", "tour", "trip"],
    ["manufacturer", "made", "producer", "production", "product", "brand", "language", "currency", "rank", "count"],
    ["народження", "походження", "громадянства", "туру", "тур", "подорожі", "призначення", "виробник", "виробника"],
    ["виробництва", "мова", "валюта", "рождения", "происхождения", "гражданства", "тура", "поездки", "назначения"],
    ["производитель", "производителя", "производства", "язык"],
    ["geburt", "geburtsland", "herkunft", "herkunftsland", "reise", "reiseziel", "zielland", "hersteller", "währung"],
    ["urodzenia", "pochodzenia", "wycieczki", "podróży", "docelowy", "producenta", "produkcji", "waluta"],
    ["nacimiento", "origen", "viaje", "destino", "fabricante"],
    ["fabricación", "idioma", "moneda", "nascita", "naissance"],
  ].flat(),
);

/** Words for a code that is dialled: with them digits alone may be one. */
const codeWords = new Set(
  [
    ["code", "codes", "prefix", "dial", "dialing", "dialling", "calling"],
    ["код", "коди", "префікс", "префикс", "ländervorwahl", "landesvorwahl", "vorwahl", "kod", "kierunkowy"],
    ["código", "codigo", "prefijo", "prefisso", "indicatif", "indicativo", "landcode", "countrycode", "ländercode"],
  ].flat(),
);

/** Whether a heading says that its column names the country of each row. */
export function isCountryHeading(heading: string): boolean {
  const words = wordsOf(heading);
  return isNamedIn(words, countryWords) && !isNamedIn(words, otherCountries);
}

/** Whether a heading of countries says that they stand there by what is dialled: `Country code`. */
export function isCallingCodeHeading(heading: string): boolean {
  return isNamedIn(wordsOf(heading), codeWords);
}
