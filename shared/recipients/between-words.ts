/** Whole words. One letter alone may stand for a digit, as may two that look like zeros, `OO`. */
const wholeWord = /^(?:\p{L}{3,}|(?![OoОоIlІіЗзSsBbБб]{2})\p{L}{2})$/u;
/** What a cell is made of: words, runs of digits with what stands within a number, and single signs. */
const partsOfCell = /(\p{L}+)|([+(]?\d[\d\s()./-]*)|([^])/gu;
const signOfSentence = /^[\s.,:;()!?'<>/-]$/;
const mail = /(?:\be-?mails?\b[:\s]*)?[^\s,;:<>()@]+@[^\s,;<>()]+/giu;
/** So many digits at least are a number, and so many at most the number of a line or a house, or an hour. */
const [numberDigits, otherDigits] = [9, 4];

type Part = "word" | "letter" | "digits" | "number";

/**
 * The numbers that stand between words of somebody's own, each by itself: `067 123 45 67 (Оля)`, `мама: 067…`,
 * `1. Оля – 067…, 050… тато`. None where a letter touches digits, where no whole word stands between a number and other
 * digits or a letter, which may be a part of it, or where anything else stands in the cell. Mail addresses are passed over.
 */
export function numbersBetweenWords(text: string): string[] {
  const numbers: string[] = [];
  let before: Part | null = null;
  let touching = false;
  for (const [written, letters, run] of text.replace(mail, " ").matchAll(partsOfCell)) {
    const part = partOf(written, letters, run);
    if (part === "unclear" || (touching && /^[\p{L}\d]/u.test(written))) return [];
    if (part !== "sign") {
      if (!mayFollow(part, before)) return [];
      if (part === "number") numbers.push(written.replace(/\D+$/, ""));
      before = part;
    }
    touching = /[\p{L}\d]$/u.test(written);
  }
  return numbers;
}

function partOf(written: string, letters: string | undefined, run: string | undefined): Part | "sign" | "unclear" {
  if (letters !== undefined) return wholeWord.test(letters) ? "word" : "letter";
  if (run === undefined) return signOfSentence.test(written) ? "sign" : "unclear";
  const digits = run.replaceAll(/\D/g, "").length;
  if (digits >= numberDigits) return "number";
  return digits <= otherDigits ? "digits" : "unclear";
}

/** Whether a part says nothing of the one before it: between a number and what may be a part of it stands a word. */
function mayFollow(part: Part, before: Part | null): boolean {
  if (part === "word") return true;
  return part === "number" ? before === "word" || before === null : before !== "number";
}
