/**
 * Words that people shorten in names of countries, with what each may stand for: "St. Kitts", "Dominican Rep.",
 * "Півн. Македонія", "Wlk. Brytania". In small plain letters, as names are compared.
 */
const longWords: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    st: "saint sint",
    ste: "sainte",
    rep: "republic republika republik republica",
    is: "islands island",
    isl: "islands island",
    dem: "democratic democratica",
    utd: "united",
    gt: "great",
    brit: "british britannien",
    eq: "equatorial",
    cent: "central",
    fr: "french",
    am: "american",
    n: "north northern",
    s: "south sao",
    w: "west western wielka",
    респ: "республика республіка",
    сев: "северная",
    юж: "южная",
    півн: "північна",
    пн: "північна",
    півд: "південна",
    пд: "південна",
    вел: "великая велика",
    брит: "британія британия",
    об: "обєднані объединенные",
    ver: "vereinigtes vereinigte",
    verein: "vereinigtes vereinigte",
    dominik: "dominikanische",
    herz: "herzegovina herzegowina",
    herc: "hercegowina",
    wlk: "wielka",
    bryt: "brytania",
    zjedn: "zjednoczone",
    pld: "poludniowa",
    pd: "poludniowa",
    pln: "polnocna",
  }).map(([short, long]) => [short, long.split(" ")]),
);

/** A name of a country has few words, of which two or three are shortened. */
const mostSpellings = 32;

/** The names that a plain name with shortened words may stand for; none where no word of it is. */
export function spelledOut(name: string): string[] {
  let names = [""];
  let isShortened = false;
  for (const word of name.split(" ")) {
    const long = longWords.get(word);
    isShortened ||= long !== undefined;
    names = names.flatMap((before) => (long ?? [word]).map((after) => `${before} ${after}`));
    if (names.length > mostSpellings) return [];
  }
  return isShortened ? names.map((written) => written.trimStart()) : [];
}
