/** Accents that stand apart from their letters, and three signs that are letters of GSM 7-bit by other codes. */
const decomposed = /[\u0300-\u036f\u2126\u212a\u212b]/;
/** Nothing but spaces, joiners, direction marks and control characters. */
// oxlint-disable-next-line no-control-regex -- control characters are among what nobody sees
const unseen = /^(?:[\s\0-\u001f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|\u034f)*$/;

/**
 * A text as it is sent: a letter and its accent as one (NFC). They look alike apart, but would need Unicode and a unit
 * more: so copied from a PDF.
 */
export function composed(text: string): string {
  return decomposed.test(text) ? text.normalize("NFC") : text;
}

/** What a cell brings into a message: without the white space around it, composed; "" where nothing of it can be seen. */
export function cellValue(cell: string): string {
  const value = cell.trim();
  return unseen.test(value) ? "" : composed(value);
}
