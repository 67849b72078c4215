/**
 * Cyrillic letters in Latin ones, by the national rules. Every result is in GSM 7-bit, which is why Russian goes by the
 * passport rules (ICAO Doc 9303, part 3, section 6 B) and not by GOST 7.79: that one writes ` for ь, and ` costs UCS-2.
 */
export type LatinTable = {
  /** Small letters. */
  readonly letters: Readonly<Record<string, string>>;
  /** How a letter is written at the beginning of a word, where that differs. */
  readonly first: Readonly<Record<string, string>>;
  /** Pairs of letters that are not read one by one. */
  readonly pairs: Readonly<Record<string, string>>;
  /** A letter that is written differently at the end of a word. */
  readonly last: Readonly<Record<string, string>>;
  /** What an apostrophe between two letters becomes. */
  readonly apostrophe: "" | "'";
};

/** Reads "а a, б b": a letter, a space, what it becomes. */
export function lettersOf(words: string): Readonly<Record<string, string>> {
  return Object.fromEntries(words.split(", ").map((pair) => [pair.slice(0, pair.indexOf(" ")), pair.split(" ")[1]!]));
}

/** What the three languages write alike, and the letters of their neighbours (ICAO Doc 9303). */
const common: Readonly<Record<string, string>> = {
  ...lettersOf("а a, б b, в v, г g, д d, е e, ж zh, з z, и i, й i, к k, л l, м m, н n, о o, п p, р r, с s, т t, у u"),
  ...lettersOf("ф f, х kh, ц ts, ч ch, ш sh, щ shch, ъ ie, ы y, ь , э e, ю iu, я ia, ё e"),
  // Ukrainian and Belarusian
  ...lettersOf("ґ g, є ie, і i, ї i, ў u"),
  // Serbian and Macedonian
  ...lettersOf("ђ dj, ј j, љ lj, њ nj, ћ c, џ dz, ѓ g, ѕ dz, ќ k"),
  // Kazakh, Kyrgyz, Tatar
  ...lettersOf("ә a, ғ g, қ q, ң n, ө o, ұ u, ү u, һ h"),
};

/** Signs beside such words that GSM 7-bit lacks: one of them would leave the whole message in Unicode. */
export const latinSigns: Readonly<Record<string, string>> = {
  ...lettersOf("№ No, ₴ UAH, ₽ RUB, ₸ KZT, ₾ GEL, ₼ AZN, ₺ TRY, × x, ² 2, ³ 3, ™ (TM), © (C), ® (R)"),
};

const none: Readonly<Record<string, string>> = {};

/** The standards by language: `uk`, `ru`, `bg`. */
export const latinTables = {
  /** Cabinet of Ministers of Ukraine, resolution 55 of 27 January 2010. */
  uk: {
    letters: { ...common, г: "h", и: "y" },
    first: { є: "ye", ї: "yi", й: "y", ю: "yu", я: "ya" },
    pairs: { зг: "zgh" },
    last: none,
    apostrophe: "",
  },
  /** ICAO Doc 9303, as in Russian passports. */
  ru: { letters: common, first: none, pairs: none, last: none, apostrophe: "'" },
  /** Bulgarian Transliteration Act, 2009: -ия at the end of a word is -ia. */
  bg: {
    letters: { ...common, й: "y", х: "h", щ: "sht", ъ: "a", ь: "y", ю: "yu", я: "ya" },
    first: none,
    pairs: none,
    last: { ия: "ia" },
    apostrophe: "'",
  },
} as const satisfies Record<string, LatinTable>;
