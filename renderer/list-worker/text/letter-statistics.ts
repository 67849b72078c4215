import { characterTable, type SingleByteEncoding, singleByteEncodings } from "./single-byte.ts";

/**
 * Letters beyond ASCII by how often a language uses them (per thousand of those letters), rounded from public
 * letter frequencies. What is not listed counts as foreign to the language.
 */
const languages: readonly { script: "cyrillic" | "latin"; letters: string }[] = [
  // Russian, Ukrainian, Bulgarian, Belarusian, Serbian
  {
    script: "cyrillic",
    letters: "о110е85а80и74н67т63с55р47в45л44к35м32д30п28у26я20ы19ь17г17з16б16ч14й12х10ж9ш7ю6ц5щ4э3ф3ъ1ё1",
  },
  {
    script: "cyrillic",
    letters: "о94а84н68и61і57в53т50е46р45с41к40л36у34д33м30п29я22з21ь20б18г16ч14й13х11ц10ї8ж8ю7є6ш6щ3ф2ґ1ʼ1",
  },
  { script: "cyrillic", letters: "а123и90о88е87н79т73р56с54в43л35к33д32п29м25з21я17ъ15г14б13ч13у12ж7щ6х6ц5ш5ю2й2ф2ь1" },
  { script: "latin", letters: "ł190ą110ę120ó95ż90ś75ć45ń25ź8" },
  { script: "latin", letters: "í190á170é120ě115ř90č75ž75ý75š65ů45ú15ň5ť5ó3ď3ľ15ä8ĺ2ŕ1ô8" },
  { script: "latin", letters: "á290é270ö90ó85ő75í55ü50ú25ű15" },
  { script: "latin", letters: "ă330î120ş110ţ110â80ș100ț90" },
  { script: "latin", letters: "č270š270ž190ć130đ90" },
  { script: "latin", letters: "ü340ä300ö160ß150" },
  { script: "latin", letters: "é580à150è100ê70ç30ô20î15û15â12ù10ë8ï8œ5" },
  { script: "latin", letters: "ó280í240á210é160ñ105ú55ü5ª2º3" },
  { script: "latin", letters: "ã260á140é120ç180í90ó80ê80õ40ú40à40â30ô15º2ª2" },
  { script: "latin", letters: "è280à320ù120ò180é90ì90" },
  { script: "latin", letters: "ä430å180ö260ø200æ120é10" },
];

type Letters = ReadonlyMap<number, number>;

const models: readonly { script: "cyrillic" | "latin"; letters: Letters }[] = languages.map(({ script, letters }) => {
  const shares = new Map<number, number>();
  const pairs = [...letters.matchAll(/(\D)(\d+)/gu)];
  const total = pairs.reduce((sum, pair) => sum + Number(pair[2]), 0);
  for (const [, letter = "", count] of pairs) shares.set(letter.charCodeAt(0), Math.log(Number(count) / total));
  return { script, letters: shares };
});

/** What stands among letters in any language: no-break space, quotes, dashes, №, ©, €, §, °. */
const usualMarks = new Set(Array.from("\u00a0«»“”„‘’–—…№©®™€§°•", (mark) => mark.charCodeAt(0)));
const foreignLetter = Math.log(0.0005);
const strangeSign = Math.log(0.00005);

function lowerUnits(table: Uint16Array): Uint16Array {
  return table.map((unit) => String.fromCharCode(unit).toLowerCase().charCodeAt(0));
}

const isAsciiLetter = (byte: number): boolean => (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);

/** How well the bytes read in one encoding and language: a sum of logarithms, the higher the better. */
function score(bytes: Uint8Array, table: Uint16Array, lower: Uint16Array, model: (typeof models)[number]): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 128) continue;
    const unit = lower[byte] ?? 0;
    const before = bytes[i - 1] ?? 32;
    const after = bytes[i + 1] ?? 32;
    const share = model.letters.get(unit);
    if (share === undefined) {
      const mark = usualMarks.has(unit);
      sum += mark ? -5 : /\p{L}/u.test(String.fromCharCode(unit)) ? foreignLetter : strangeSign;
      continue;
    }
    sum += share;
    const upperHere = table[byte] !== unit;
    // Within a word a small letter is not followed by a capital one.
    if (upperHere && before >= 128 && table[before] === lower[before] && model.letters.has(lower[before] ?? 0))
      sum -= 3;
    const neighbours = (isAsciiLetter(before) ? 1 : 0) + (isAsciiLetter(after) ? 1 : 0);
    // Cyrillic words hold no Latin letters; Latin words consist mostly of plain ones.
    if (model.script === "cyrillic") sum -= neighbours * 3;
    else if (before >= 128 && model.letters.has(lower[before] ?? 0)) sum -= 4;
  }
  return sum;
}

/** The lines that have letters beyond ASCII, up to `most` bytes of them. */
function tellingBytes(bytes: Uint8Array, most: number): Uint8Array {
  const telling = new Uint8Array(most);
  let length = 0;
  for (let i = 0; i < bytes.length && length < most - 3; i++) {
    if ((bytes[i] ?? 0) < 128) continue;
    const from = Math.max(0, i - 1);
    let to = i;
    while (to < bytes.length && (bytes[to] ?? 0) >= 128) to++;
    const part = bytes.subarray(from, Math.min(to + 1, from + most - length));
    telling.set(part, length);
    length += part.length;
    // Neighbours are only looked at one byte away: a space keeps the pieces apart.
    if (length < most) telling[length++] = 32;
    i = to;
  }
  return telling.subarray(0, length);
}

/** The most likely encoding of bytes that are not UTF-8, by the letters they would spell. */
export function likelyEncoding(bytes: Uint8Array): SingleByteEncoding {
  const telling = tellingBytes(bytes, 16_384);
  let best: SingleByteEncoding = "windows-1252";
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const encoding of singleByteEncodings) {
    const table = characterTable(encoding);
    const lower = lowerUnits(table);
    for (const model of models) {
      const sum = score(telling, table, lower, model);
      if (sum > bestScore) {
        best = encoding;
        bestScore = sum;
      }
    }
  }
  return best;
}
