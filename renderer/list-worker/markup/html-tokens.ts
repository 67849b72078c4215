import { crossingOut } from "./html-crossed-out.ts";
import { hiding } from "./hidden-element.ts";

/** What a reader of a web page is told. Places are offsets into the page. */
export interface HtmlHandler {
  text(from: number, to: number): void;
  /** An element begins; its attributes lie between the two places. `name` is "" for one that means nothing to a table. */
  open(name: string, attributesFrom: number, attributesTo: number): void;
  close(name: string): void;
}

/** Elements whose content is no markup and nothing of a table. */
const opaque = new Set(["script", "style", "title", "textarea", "xml", "noscript", "template"]);
/** Elements that make a table, a new line in a cell, or something in it that is not shown or crossed out. */
const ofTables = [...hiding, ...crossingOut, "table", "thead", "tbody", "tfoot", "tr", "td", "th", "col", "br"];
const longestTag = 16_384;
const [greaterThan, slash, exclamation, questionMark, equals] = [62, 47, 33, 63, 61];
const [quote, apostrophe] = [34, 39];

/** What a character is in the name of an element: letters, whatever their case, from 1 on; 0 is none that it may have. */
const nameSigns = new Uint8Array(128);
for (const [at, sign] of Array.from("abcdefghijklmnopqrstuvwxyz0123456789:-").entries()) {
  nameSigns[sign.charCodeAt(0)] = at + 1;
  nameSigns[sign.toUpperCase().charCodeAt(0)] = at + 1;
}
const lastLetter = 26;
const signAt = (html: string, at: number): number => {
  const code = html.charCodeAt(at);
  return code < 128 ? nameSigns[code]! : 0;
};

/** A name as one number, so that a page of millions of tags makes no strings of their names. */
function keyOf(name: string): number {
  let key = 0;
  for (let at = 0; at < name.length; at++) key = key * 40 + signAt(name, at);
  return key;
}
/** Keys of longer names are no whole numbers that a double tells apart. */
const longestName = 10;
const known = new Map([...opaque, ...ofTables].map((name) => [keyOf(name), name]));

/** Where the tag that begins before `from` ends; a `>` within quotes does not end it. */
function endOfTag(html: string, from: number): number {
  const limit = Math.min(html.length, from + longestTag);
  let within = 0;
  for (let at = from; at < limit; at++) {
    const code = html.charCodeAt(at);
    if (within !== 0) {
      if (code === within) within = 0;
    } else if (code === greaterThan) return at;
    else if ((code === quote || code === apostrophe) && html.charCodeAt(at - 1) === equals) within = code;
  }
  // A quote that is never closed: the tag ends where any reader would give it up.
  return html.indexOf(">", from);
}

/** Behind a comment, a declaration or an instruction; the end of the page where it is not closed. */
function afterSpecial(html: string, at: number): number {
  const isComment = html.startsWith("<!--", at);
  const end = isComment ? html.indexOf("-->", at + 4) : html.indexOf(">", at);
  return end === -1 ? html.length : end + (isComment ? 3 : 1);
}

/** Characters between two words about the progress. */
const reportEvery = 2 * 1024 * 1024;

/**
 * Splits a web page into tags and text, once from front to back, whatever is wrong with it. `onAt` hears now and then
 * how far the reading is.
 */
export function readHtmlTokens(html: string, handler: HtmlHandler, onAt: (at: number) => void): void {
  const { length } = html;
  let reportAt = reportEvery;
  let at = 0;
  while (at < length) {
    if (at >= reportAt) {
      onAt(at);
      reportAt = at + reportEvery;
    }
    let open = html.indexOf("<", at);
    if (open === -1) open = length;
    if (open > at) handler.text(at, open);
    at = open;
    const second = html.charCodeAt(at + 1);
    if (second === exclamation || second === questionMark) {
      at = afterSpecial(html, at);
      continue;
    }
    const isClosing = second === slash;
    const start = isClosing ? at + 2 : at + 1;
    let nameEnd = start;
    let key = 0;
    for (let sign = signAt(html, nameEnd); sign !== 0; sign = signAt(html, nameEnd)) {
      if (nameEnd === start && sign > lastLetter) break;
      if (nameEnd - start < longestName) key = key * 40 + sign;
      nameEnd++;
    }
    if (nameEnd === start) {
      if (at < length) handler.text(at, at + 1);
      at++;
      continue;
    }
    const end = endOfTag(html, nameEnd);
    if (end === -1) return;
    const name = nameEnd - start > longestName ? "" : (known.get(key) ?? "");
    if (isClosing) handler.close(name);
    else handler.open(name, nameEnd, Math.min(end, nameEnd + longestTag));
    at = end + 1;
    if (!isClosing && opaque.has(name) && html.charCodeAt(end - 1) !== slash) at = indexOfClosing(html, name, at);
  }
}

/** Where an element ends of which only the end counts; templates may stand within each other. */
function indexOfClosing(html: string, name: string, from: number): number {
  const sign = name === "template" ? "<" : "</";
  let depth = 1;
  for (let at = html.indexOf(sign, from); at !== -1; at = html.indexOf(sign, at + 1)) {
    const isEnd = html.charCodeAt(at + 1) === slash;
    const start = at + (isEnd ? 2 : 1);
    if (html.slice(start, start + name.length).toLowerCase() !== name) continue;
    depth += isEnd ? -1 : 1;
    if (depth === 0) return at;
  }
  return html.length;
}
