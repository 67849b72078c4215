/** Where a text asks for an answer, as UTF-16 positions, and the words themselves. */
export type AskedAnswer = { start: number; end: number; words: string };

/** Asking to answer, and the words "STOP" that mean nothing else, in English, Ukrainian and Russian. */
const asking = [
  /(?<![\p{L}\d])(?:reply|text\s+(?:back|stop|end|quit)|txt\s+stop|respond|answer\s+(?:with|stop|yes|no)|send\s+(?:us\s+)?(?:stop|["“']stop))(?![\p{L}\d])/iu,
  /(?<![\p{L}\d])stop\s+(?:2|to)\s+(?:opt|end|unsub|stop|quit|cancel)/iu,
  /(?<![\p{L}\d])(?:відповідайте|відповідай|відповісти|дайте\s+відповідь|у\s+відповідь|відпишіть|(?:надішліть|напишіть|відправте|надішли|напиши)\s+["«“']?(?:стоп|stop))(?![\p{L}\d])/iu,
  /(?<![\p{L}\d])(?:ответьте|ответь|отвечайте|ответить|в\s+ответ|ответным|(?:отправьте|пришлите|напишите|отправь|пришли|напиши)\s+["«“']?(?:стоп|stop))(?![\p{L}\d])/iu,
];
/** A number to answer to, within the same sentence: then the answer does not go to the sender. */
const elsewhere = /^[^.!?\n]{0,40}?(?:\+?\d[\d\s()-]{2,}\d|https?:|www\.|@)/u;
const wholeAsk = /^[^.!?\n,;:]{0,40}/u;

/**
 * Whether a text asks its reader to answer: "Reply STOP", "відповідайте СТОП", "ответьте СТОП". Null where it does not,
 * or where it names a number to answer to. Nobody can answer a sender made of letters.
 */
export function askedAnswer(text: string): AskedAnswer | null {
  let first: AskedAnswer | null = null;
  for (const pattern of asking) {
    const found = pattern.exec(text);
    if (found === null || elsewhere.test(text.slice(found.index + found[0].length))) continue;
    if (first !== null && first.start <= found.index) continue;
    const after = wholeAsk.exec(text.slice(found.index + found[0].length))?.[0] ?? "";
    const words = (found[0] + after).trimEnd();
    first = { start: found.index, end: found.index + words.length, words };
  }
  return first;
}

/** Whether a sender is a name: phones take no answer to one. */
export function isNamedSender(sender: string): boolean {
  return /[^\d\s+]/.test(sender);
}
