/** Whatever stands between the digits of a written number: blanks of any width, dashes, dots, brackets, slashes, marks. */
const between = String.raw`[\s().\-/_\u00ad\u00a0\u2000-\u2015\u202a-\u202f\u2060-\u2069\u3000\ufeff]{0,3}`;
const number = new RegExp(String.raw`[+＋]?\p{Nd}(?:${between}\p{Nd}){8,}`, "gu");
const key = /(?:live|test)_[\x21-\x7e]+/gi;
const jwt = /eyJ[\w-]+(?:\.[\w-]*)*/g;

/**
 * Text without what no log may hold: API keys, JWTs, and numbers of nine digits or more in whatever way they are
 * written. The second net: what is logged has no such thing in it by its type (`electron/log.ts`).
 */
export function redacted(text: string): string {
  return text.replaceAll(key, "[key]").replaceAll(jwt, "[token]").replaceAll(number, "[number]");
}
