import type { SingleByteEncoding } from "./single-byte.ts";

/** How a language writes beyond ASCII. */
export type LetterModel = {
  script: "cyrillic" | "latin";
  /** Each such letter's share among them, as a logarithm, by its small form. */
  letters: ReadonlyMap<number, number>;
  /** Its accents stand at the ends of words only. */
  onlyAtEnd: boolean;
  /** Words like „Příjmení“ and „Žďár“ have accents side by side. */
  sideBySide: boolean;
  /**
   * The one encoding in which it is looked for, which is looked through for no other language: seldom met, and taken for
   * it are only texts with several of its letters. Null for all others.
   */
  only: SingleByteEncoding | null;
  /** Pairs that never stand in its words, small letters; `_` is the end of a word. */
  never: ReadonlySet<string>;
};

/**
 * Letters beyond ASCII by how often a language uses them (per thousand of those letters), rounded from public
 * letter frequencies. What is not listed counts as foreign to the language.
 */
const languages: readonly {
  script: LetterModel["script"];
  letters: string;
  onlyAtEnd?: true;
  sideBySide?: true;
  only?: SingleByteEncoding;
  never?: string;
}[] = [
  // Russian, Ukrainian, Bulgarian
  {
    script: "cyrillic",
    letters: "о110е85а80и74н67т63с55р47в45л44к35м32д30п28у26я20ы19ь17г17з16б16ч14й12х10ж9ш7ю6ц5щ4э3ф3ъ1ё1",
  },
  {
    script: "cyrillic",
    letters: "о94а84н68и61і57в53т50е46р45с41к40л36у34д33м30п29я22з21ь20б18г16ч14й13х11ц10ї8ж8ю7є6ш6щ3ф2ґ1ʼ1",
  },
  { script: "cyrillic", letters: "а123и90о88е87н79т73р56с54в43л35к33д32п29м25з21я17ъ15г14б13ч13у12ж7щ6х6ц5ш5ю2й2ф2ь1" },
  // Polish, Czech, Slovak, Hungarian, Romanian, Croatian
  { script: "latin", letters: "ł190ą110ę120ó95ż90ś75ć45ń25ź8" },
  { script: "latin", letters: "í190á170é120ě115ř90č75ž75ý75š65ů45ú15ň5ť5ó3ď3", sideBySide: true },
  { script: "latin", letters: "á200í150é110č100š90ž90ý80ú65ľ45ť40ô25ó20ä12ň15ď10ĺ2ŕ1", sideBySide: true },
  { script: "latin", letters: "á290é270ö90ó85ő75í55ü50ú25ű15", never: "őe űe" },
  { script: "latin", letters: "ă330î120ş110ţ110â80ș100ț90", never: "ăo ăe" },
  { script: "latin", letters: "č270š270ž190ć130đ90" },
  // English with its few foreign names, German, French, Spanish, Portuguese, Italian, Swedish and Finnish, Danish and Norwegian
  { script: "latin", letters: "é400ë200ï150ö80ü50ç50è50" },
  { script: "latin", letters: "ü340ä300ö160ß150" },
  { script: "latin", letters: "é580à150è100ê70ç30ô20î15û15â12ù10ë8ï8œ5", never: "è_ ê_ û_ ï_ èa èe èi èo èu" },
  { script: "latin", letters: "ó280í240á210é160ñ105ú55ü5ª2º3", never: "ñ_ ñs ñc ñk ñt ñd" },
  { script: "latin", letters: "ã260á140é120ç180í90ó80ê80õ40ú40à40â30ô15º2ª2" },
  { script: "latin", letters: "è280à320ù120ò180é90ì90", onlyAtEnd: true },
  { script: "latin", letters: "ä430å220ö300é15" },
  { script: "latin", letters: "ø420æ240å300é15", never: "æ_" },
  // Turkish, whose capital İ has i for its small form; Lithuanian, Latvian, Icelandic
  { script: "latin", letters: "ı280ş130ü150ö70ç80ğ90i60â5", only: "windows-1254" },
  { script: "latin", letters: "ė150š170ž130ų160į80ą90č70ū100ę40", only: "windows-1257" },
  { script: "latin", letters: "ā380ī160ē140ū60š60ņ70ķ30ļ40ž30č20ģ20", only: "windows-1257" },
  { script: "latin", letters: "ð180á160í130ö100ó100ú80þ70é60æ70ý40", only: "windows-1252" },
];

/** The languages that are known. */
export const letterModels: readonly LetterModel[] = languages.map(
  ({ script, letters, onlyAtEnd, sideBySide, only, never }) => {
    const pairs = [...letters.matchAll(/(\D)(\d+)/gu)];
    const total = pairs.reduce((sum, pair) => sum + Number(pair[2]), 0);
    const shares = pairs.map(([, letter = "", count]): [number, number] => [
      letter.charCodeAt(0),
      Math.log(Number(count) / total),
    ]);
    return {
      script,
      letters: new Map(shares),
      onlyAtEnd: onlyAtEnd === true,
      sideBySide: sideBySide === true,
      only: only ?? null,
      never: new Set((never ?? "").split(" ").filter((pair) => pair !== "")),
    };
  },
);
