/**
 * What an entity is, as one number, so that a page of millions of them makes no object for each: the code of its
 * character above {@link lengthBits}, and in these how many signs of the text it takes. {@link noEntity} for none.
 */
export type Entity = number;
export const noEntity: Entity = 0;
const lengthBits = 4;
const lengthMask = 15;

/** An entity of so many signs, at most 15. The code 0, and one that no character has, stand for nothing at all. */
export function entityOf(code: number, length: number): Entity {
  return (code << lengthBits) | length;
}

/** The code of an entity's character, and how many signs it takes. */
export const codeOf = (entity: Entity): number => entity >> lengthBits;
export const lengthOf = (entity: Entity): number => entity & lengthMask;

const [ampersand, numberSign, semicolon] = [38, 35, 59];

/** The entity that begins at a place with the semicolon behind it; as it is where there is none. */
export function withSemicolon(text: string, at: number, entity: Entity): Entity {
  return text.charCodeAt(at + (entity & lengthMask)) === semicolon ? entity + 1 : entity;
}
const lastCode = 0x10_ffff;
const firstOfTwoUnits = 0x1_0000;

/** Units of a text that are put together at a time. */
const units = new Uint16Array(4_096);

/** The text with its entities resolved; `read` says what begins with the `&` at a place. */
export function withoutEntities(text: string, read: (text: string, at: number) => Entity): string {
  const first = text.indexOf("&");
  if (first === -1) return text;
  let plain = text.slice(0, first);
  let count = 0;
  for (let at = first; at < text.length;) {
    if (count > units.length - 2) {
      plain += unitsToText(count);
      count = 0;
    }
    const unit = text.charCodeAt(at);
    const entity = unit === ampersand ? read(text, at) : noEntity;
    if (entity === noEntity) {
      units[count++] = unit;
      at++;
      continue;
    }
    at += entity & lengthMask;
    const code = entity >> lengthBits;
    if (code === 0 || code > lastCode) continue;
    if (code < firstOfTwoUnits) units[count++] = code;
    else {
      units[count++] = 0xd800 + ((code - firstOfTwoUnits) >> 10);
      units[count++] = 0xdc00 + (code & 0x3ff);
    }
  }
  return plain + unitsToText(count);
}

function unitsToText(count: number): string {
  return Reflect.apply(String.fromCharCode, null, units.subarray(0, count)) as string;
}

/** The numeric entity, `&#1054` or `&#x41b`, that begins at a place, without the semicolon behind it. */
export function numericEntity(text: string, at: number): Entity {
  if (text.charCodeAt(at + 1) !== numberSign) return noEntity;
  const isHex = (text.charCodeAt(at + 2) | 32) === 120;
  const from = at + (isHex ? 3 : 2);
  const base = isHex ? 16 : 10;
  const last = from + (isHex ? 6 : 7);
  let code = 0;
  let end = from;
  for (; end < last; end++) {
    const digit = digitOf(text.charCodeAt(end));
    if (digit >= base) break;
    code = code * base + digit;
  }
  return end === from ? noEntity : entityOf(code, end - at);
}

/** The value of a hexadecimal digit; 16 for what is none. */
function digitOf(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48;
  const letter = (unit | 32) - 97;
  return letter >= 0 && letter < 6 ? letter + 10 : 16;
}
