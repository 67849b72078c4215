import { type LetterModel, letterModels } from "./letter-models.ts";
import { characterTable, type SingleByteEncoding, singleByteEncodings } from "./single-byte.ts";

const unitsOf = (signs: string): ReadonlySet<number> => new Set(Array.from(signs, (sign) => sign.charCodeAt(0)));

/** What stands among letters in any language: no-break space, quotes, dashes, №, ©, €, §, °. */
const usualMarks = unitsOf("\u00a0«»“”„‘’–—…№©®™€§°•");
/** Those of them that no word begins with. */
const noBeginning = unitsOf("©®™€°•»”…");
/** And those that none ends with; `Brand®` does, but not behind an accented letter. */
const noEnd = unitsOf("©«„№");
const noEndBehindAccent = unitsOf("®");
/** Logarithms of how seldom these stand where a letter of the language could. */
const weights = { mark: -5, foreignLetter: Math.log(0.0005), strangeSign: Math.log(0.00005) };
/** Taken off for what a language does not do, or seldom: a letter alone is mostly a sign of another encoding. */
const penalties = {
  capitalWithinWord: 6,
  latinNeighbour: 3,
  accentsInRow: 4,
  sideBySide: 1,
  notAtEnd: 3,
  neverPair: 5,
  loneLetter: 5,
  loneCyrillic: 3,
  missingLetter: 2,
  letterOfOthers: 4,
};

const ofOneLanguage: ReadonlySet<SingleByteEncoding> = new Set(["windows-1254", "windows-1257"]);

/** Fewer letters of a language that is seldom met may be those of another one, and so may letters that it has not. */
const severalLetters = 4;

/** An encoding with what scoring asks of it for every byte. */
type Alphabet = { table: Uint16Array; lower: Uint16Array; isLetter: Uint8Array };

const alphabets = new Map<SingleByteEncoding, Alphabet>();

function alphabetOf(encoding: SingleByteEncoding): Alphabet {
  const known = alphabets.get(encoding);
  if (known) return known;
  const table = characterTable(encoding);
  const lower = table.map((unit) => String.fromCharCode(unit).toLowerCase().charCodeAt(0));
  const isLetter = Uint8Array.from(table, (unit) => (/\p{L}/u.test(String.fromCharCode(unit)) ? 1 : 0));
  const alphabet = { table, lower, isLetter };
  alphabets.set(encoding, alphabet);
  return alphabet;
}

const isAsciiLetter = (byte: number): boolean => (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);

/** How well one sign that is no letter of the language fits between its neighbours. */
function foreign(unit: number, letter: boolean, before: number, after: number, isLetter: Uint8Array): number {
  if (!usualMarks.has(unit)) return letter ? weights.foreignLetter : weights.strangeSign;
  const behindLetter = isLetter[before] === 1;
  const strange =
    (isLetter[after] === 1 && noBeginning.has(unit)) ||
    (behindLetter && (noEnd.has(unit) || (before >= 128 && noEndBehindAccent.has(unit))));
  return strange ? weights.strangeSign : weights.mark;
}

/** How well the bytes read in one encoding and language: a sum of logarithms, the higher the better. */
function score(bytes: Uint8Array, { table, lower, isLetter }: Alphabet, model: LetterModel): number {
  let sum = 0;
  const seen = new Set<number>();
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 128) continue;
    const unit = lower[byte] ?? 0;
    const before = bytes[i - 1] ?? 32;
    const after = bytes[i + 1] ?? 32;
    const share = model.letters.get(unit);
    if (share === undefined) {
      sum += foreign(unit, isLetter[byte] === 1, before, after, isLetter);
      if (model.only !== null && isLetter[byte] === 1) sum -= penalties.letterOfOthers;
      continue;
    }
    sum += share;
    seen.add(unit);
    const knownBefore = before >= 128 && model.letters.has(lower[before] ?? 0);
    // Within a word a small letter is not followed by a capital one.
    if (table[byte] !== unit && knownBefore && table[before] === lower[before]) sum -= penalties.capitalWithinWord;
    const lone = isLetter[before] === 0 && isLetter[after] === 0;
    // Cyrillic words hold no Latin letters; Latin words consist mostly of plain ones.
    if (model.script === "cyrillic") {
      if (lone) sum -= penalties.loneCyrillic;
      sum -= ((isAsciiLetter(before) ? 1 : 0) + (isAsciiLetter(after) ? 1 : 0)) * penalties.latinNeighbour;
      continue;
    }
    if (lone) sum -= penalties.loneLetter;
    if (knownBefore) sum -= model.sideBySide ? penalties.sideBySide : penalties.accentsInRow;
    if (model.onlyAtEnd && isLetter[after] === 1) sum -= penalties.notAtEnd;
    if (model.never.size > 0) {
      const next = isLetter[after] === 1 ? String.fromCharCode(lower[after] ?? 0) : "_";
      if (model.never.has(String.fromCharCode(unit) + next)) sum -= penalties.neverPair;
    }
  }
  return model.only !== null ? sum - Math.max(0, severalLetters - seen.size) * penalties.missingLetter : sum;
}

/** What stands around the bytes beyond ASCII: they with a byte on either side, up to `most` bytes of it. */
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
    const alphabet = alphabetOf(encoding);
    for (const model of letterModels) {
      if (model.only === null ? ofOneLanguage.has(encoding) : model.only !== encoding) continue;
      const sum = score(telling, alphabet, model);
      if (sum > bestScore) {
        best = encoding;
        bestScore = sum;
      }
    }
  }
  return best;
}
