/** Cyrillic letters that look like Latin ones. One of them in a Latin word turns the whole message into UCS-2. */
const twins: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from("аaеeоoрpсcхxуyіiјjѕsһhԁdАAВBЕEКKМMНHОOРPСCТTХXУYІIЈJЅS".matchAll(/../gu), ([pair]) => [
    pair[0]!,
    pair[1]!,
  ]),
);

const letter = /[\p{L}\p{M}]/u;

/**
 * Finds the Latin letter that was meant by the Cyrillic one at a place of the text; null where Cyrillic may be meant. It
 * stands in a word of which most letters are Latin and every Cyrillic one has a twin: "Hеllo" with a Cyrillic е, but not
 * "Хe". A word is read once, however many of its letters are asked about in turn.
 */
export function latinTwins(text: string): (index: number) => string | null {
  let [start, end, latin] = [0, 0, false];
  const read = (index: number) => {
    [start, end] = [index, index + 1];
    while (start > 0 && letter.test(text[start - 1]!)) start--;
    while (end < text.length && letter.test(text[end]!)) end++;
    latin = isLatinWord(text.slice(start, end));
  };
  return (index) => {
    const twin = twins[text[index]!];
    if (twin === undefined) return null;
    if (index < start || index >= end) read(index);
    return latin ? twin : null;
  };
}

/** A word as it was meant: its Cyrillic twins as Latin letters; null where Cyrillic may be meant. */
export function latinTwinOf(word: string): string | null {
  return isLatinWord(word) ? word.replace(/\p{Script=Cyrillic}/gu, (found) => twins[found] ?? found) : null;
}

function isLatinWord(word: string): boolean {
  let latin = 0;
  let cyrillic = 0;
  for (const char of word) {
    if (/\p{Script=Latin}/u.test(char)) latin++;
    else if (twins[char] !== undefined) cyrillic++;
    else if (/\p{L}/u.test(char)) return false;
  }
  return cyrillic > 0 && latin > cyrillic;
}
