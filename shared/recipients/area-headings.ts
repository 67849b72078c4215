import { isNamedIn, wordsOf } from "./heading-words.ts";

/** Words and word groups that name a column of area codes, or of codes of a network, in the usual languages. */
const areaCodes = new Set(
  [
    ["area code", "areacode", "std code", "prefix", "vorwahl", "ortsvorwahl", "telefonvorwahl", "ortskennzahl"],
    ["код міста", "код оператора", "код города", "префікс", "префикс", "kierunkowy", "nr kierunkowy", "prefiks"],
    ["prefijo", "prefisso", "ddd", "indicativo", "indicatif", "předvolba", "predvoľba", "netnummer", "körzetszám"],
  ].flat(),
);

/** Whether a heading names a column of area codes: what stands beside it is no number without them. */
export function isAreaCodeHeading(heading: string): boolean {
  return isNamedIn(wordsOf(heading), areaCodes);
}
