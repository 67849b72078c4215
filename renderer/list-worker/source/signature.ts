/** What a file is by its content; its name is never believed. */
export type FileKind =
  | "empty"
  | "zip"
  | "ole"
  | "bare-xls"
  | "pdf"
  | "image"
  | "markup"
  | "mail"
  | "contact-cards"
  | "rtf"
  | "json"
  | "other-text"
  | "archive"
  | "binary"
  | "text";

const signatures: readonly [FileKind, readonly number[]][] = [
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["ole", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  // BIFF 2 to 8 without a container: the record BOF with its length.
  ["bare-xls", [0x09, 0x00, 0x04, 0x00]],
  ["bare-xls", [0x09, 0x02, 0x06, 0x00]],
  ["bare-xls", [0x09, 0x04, 0x06, 0x00]],
  ["bare-xls", [0x09, 0x08, 0x08, 0x00]],
  ["bare-xls", [0x09, 0x08, 0x10, 0x00]],
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["image", [0x89, 0x50, 0x4e, 0x47]],
  ["image", [0xff, 0xd8, 0xff]],
  ["image", [0x47, 0x49, 0x46, 0x38]],
  ["image", [0x49, 0x49, 0x2a, 0x00]],
  ["image", [0x4d, 0x4d, 0x00, 0x2a]],
  ["archive", [0x52, 0x61, 0x72, 0x21]],
  ["archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["archive", [0x1f, 0x8b]],
];

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** A mark of UTF-16 that text follows: no halves of characters, private ones or controls beyond one in fifty. */
function isUtf16(bytes: Uint8Array): boolean {
  const isLittle = startsWith(bytes, [0xff, 0xfe]);
  if (!isLittle && !startsWith(bytes, [0xfe, 0xff])) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 65_536) & ~1);
  let odd = 0;
  for (let at = 2; at < view.byteLength; at += 2) {
    const unit = view.getUint16(at, isLittle);
    const isHigh = unit >= 0xd800 && unit < 0xdc00;
    const next = isHigh && at + 2 < view.byteLength ? view.getUint16(at + 2, isLittle) : 0;
    if (isHigh && next >= 0xdc00 && next < 0xe000) at += 2;
    else if ((unit >= 0xd800 && unit < 0xf900) || (unit > 0 && unit < 9) || (unit > 13 && unit < 32)) odd++;
  }
  return odd * 100 <= view.byteLength;
}

/** The bytes as characters, one each. */
function textOf(bytes: Uint8Array): string {
  // An array spread out into arguments is gone through by its iterator.
  return Reflect.apply(String.fromCharCode, null, bytes) as string;
}

function textKind(bytes: Uint8Array): FileKind {
  const start = textOf(bytes.subarray(0, 4_096))
    .replace(/^\u00ef\u00bb\u00bf|^\u00ff\u00fe|^\u00fe\u00ff/, "")
    .replaceAll("\0", "")
    .trimStart();
  if (start.startsWith("{\\rtf")) return "rtf";
  if (/^<(\?xml|!doctype|html|head|body|table|svg|meta|style|workbook|office:document|!--)/i.test(start))
    return "markup";
  // Cells as Google Sheets and others copy them, within elements of their own.
  if (/^<[a-z]/i.test(start) && /<table[\s>]/i.test(start)) return "markup";
  // What a telephone exports (vCard, RFC 6350).
  if (/^begin:vcard\b/i.test(start)) return "contact-cards";
  // A web page packed as mail (which Excel saves and calls .xls too), and calendars.
  if (/^(mime-version:|begin:vcalendar\b|received: )/i.test(start)) return "mail";
  // SYLK and DIF, two formats of text with tables written out in commands.
  if (/^(id;p|table\r?\n0,1\r?\n)/i.test(start)) return "other-text";
  if (/^(\{\s*"|\[\s*[[{"])/.test(start)) return "json";
  return "text";
}

/** Control characters that no text uses, but for NUL. */
const oddControls = Array.from({ length: 32 }, (_, byte) => byte).filter(
  (byte) => byte > 0 && (byte < 9 || byte > 13) && byte !== 0x1a && byte !== 0x1b,
);

/** True when more than one byte in fifty is a control character that no text uses (NUL is judged with UTF-16). */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  let [odd, even0, odd0] = [0, 0, 0];
  const count = (byte: number, found: (at: number) => void): void => {
    for (let at = sample.indexOf(byte); at !== -1; at = sample.indexOf(byte, at + 1)) found(at);
  };
  for (const byte of oddControls) count(byte, () => odd++);
  count(0, (at) => (at % 2 === 0 ? even0++ : odd0++));
  // UTF-16 has its NULs all on one side; Cyrillic in it has bytes 0x04 in their place.
  const oneSided = Math.min(even0, odd0) * 20 <= Math.max(even0, odd0) && even0 + odd0 > sample.length / 20;
  if (oneSided) return false;
  return (odd + even0 + odd0) * 50 > sample.length;
}

/** Says what a file is. Looks at its first 64 KiB at most. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return "empty";
  for (const [kind, signature] of signatures) if (startsWith(bytes, signature)) return kind;
  if (isUtf16(bytes)) return textKind(bytes);
  if (looksBinary(bytes)) return "binary";
  return textKind(bytes);
}
