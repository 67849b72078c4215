const longestGroup = 3;

/**
 * Words that name a column only when they stand alone: "to", "cel" (Spanish for mobile, Polish for aim), "no", and
 * "recipient", which has a name, a bank account and a tax number too.
 */
const onlyAlone = new Set(
  [
    "to cel no fon mob сот portable recapito numara ad note land zeme stat stát maa el ел riik šalis",
    "recipient recipients отримувач получатель empfänger odbiorca destinatario",
  ]
    .join(" ")
    .split(" "),
);

/** Words of a heading, small, digits apart: `mobilePhone2`, `№тел.` and `Tel.-Nr` are mobile phone 2, no тел, tel nr. */
export function wordsOf(heading: string): string[] {
  const spaced = heading
    .replaceAll("№", "№ ")
    .normalize("NFKC")
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
  return spaced.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? [];
}

/** Whether a word of a heading is a number. */
export const isNumber = (word: string): boolean => /^\p{N}+$/u.test(word);

/** Whether one of the `known` words or word groups is among these words. */
export function isNamedIn(words: readonly string[], known: ReadonlySet<string>): boolean {
  for (let from = 0; from < words.length; from++) {
    for (let length = 1; length <= longestGroup && from + length <= words.length; length++) {
      const group = words.slice(from, from + length).join(" ");
      if (known.has(group) && (!onlyAlone.has(group) || words.every((word) => word === group || isNumber(word))))
        return true;
    }
  }
  return false;
}
