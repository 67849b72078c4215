import { asciiFamily, detectEncoding, isKnownEncoding } from "../text/encoding.ts";
import { cellDecoder } from "../text/cell-decoder.ts";

/** What a page or an XML document says of its own encoding, in its first kilobytes, by our name for it; "" for nothing. */
function declaredEncoding(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 4_096)).replaceAll("\0", "");
  const name = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]{3,20})/i.exec(start)?.[1]?.toLowerCase() ?? "";
  return (
    (
      { ibm866: "cp866", "x-mac-cyrillic": "mac-cyrillic", utf8: "utf-8", "iso-8859-1": "windows-1252" } as Readonly<
        Record<string, string>
      >
    )[name] ?? name
  );
}

/**
 * The platform's decoder for an encoding that lists of text are never looked through for, as a page in Turkish or Greek
 * declares it; null for all others, which its bytes tell better than its words.
 */
function platformDecoder(name: string): TextDecoder | null {
  if (
    !/^(windows-(125[3-8]|874)|iso-8859-([346789]|1[03-6])|gb2312|gbk|gb18030|big5|euc-(jp|kr)|shift_jis)$/.test(name)
  )
    return null;
  return new TextDecoder(name);
}

/**
 * The text of markup: by the user's choice, its mark or pattern, what it declares, or its letters. `encoding` is null for
 * one that the user has no name for.
 */
export function decodeMarkup(bytes: Uint8Array, chosen: string | null): { text: string; encoding: string | null } {
  const wanted = chosen !== null && isKnownEncoding(chosen) ? chosen : null;
  const found = detectEncoding(bytes, wanted);
  const byItsBytes = wanted !== null || found.bomLength > 0 || found.encoding.startsWith("utf-16");
  // What is UTF-8 throughout is nothing else, whatever it declares.
  const declared = byItsBytes || found.encoding === "utf-8" ? "" : declaredEncoding(bytes);
  const platform = platformDecoder(declared);
  if (platform !== null) return { text: platform.decode(bytes), encoding: null };
  // A page in UTF-16 says so by its bytes; one that only says so is not.
  const isKnown = isKnownEncoding(declared) && !declared.startsWith("utf-16");
  const choice = isKnown ? { encoding: declared, bomLength: 0 } : found;
  const plain = asciiFamily(bytes, choice);
  return { text: cellDecoder(choice.encoding)(plain, 0, plain.length), encoding: choice.encoding };
}
