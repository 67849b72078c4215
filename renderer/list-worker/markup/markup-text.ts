import { asciiFamily, detectEncoding, isKnownEncoding } from "../text/encoding.ts";
import { cellDecoder } from "../text/cell-decoder.ts";

/** What a page or an XML document says of its own encoding, in its first kilobytes; null for nothing we know. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 4_096)).replaceAll("\0", "");
  const name = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]{3,20})/i.exec(start)?.[1]?.toLowerCase() ?? "";
  const known =
    (
      { ibm866: "cp866", "x-mac-cyrillic": "mac-cyrillic", utf8: "utf-8", "iso-8859-1": "windows-1252" } as Readonly<
        Record<string, string>
      >
    )[name] ?? name;
  // A page in UTF-16 says so by its bytes; one that only says so is not.
  return isKnownEncoding(known) && !known.startsWith("utf-16") ? known : null;
}

/** The text of markup: by the user's choice, its mark or pattern, what it declares, or its letters. */
export function decodeMarkup(bytes: Uint8Array, chosen: string | null): { text: string; encoding: string } {
  const wanted = chosen !== null && isKnownEncoding(chosen) ? chosen : null;
  const found = detectEncoding(bytes, wanted);
  const byItsBytes = wanted !== null || found.bomLength > 0 || found.encoding.startsWith("utf-16");
  const declared = byItsBytes ? null : declaredEncoding(bytes);
  // What is UTF-8 throughout is nothing else, whatever it declares.
  const choice = declared === null || found.encoding === "utf-8" ? found : { encoding: declared, bomLength: 0 };
  const plain = asciiFamily(bytes, choice);
  return { text: cellDecoder(choice.encoding)(plain, 0, plain.length), encoding: choice.encoding };
}
