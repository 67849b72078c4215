import { split } from "split-sms";

/** A text of more parts is refused: five of 153 GSM-7 septets, or five of 67 UCS-2 units. */
export const mostParts = 5;

/**
 * How many SMS parts a text takes, by a library that the program itself does not use. Its borders were compared with
 * the definition (an extension character or a surrogate pair never straddles) and needed no correction; the
 * comparison is kept as a test.
 */
export function countParts(text: string): number {
  return split(text, { summary: true }).parts.length;
}
