const integer = /^-?\d+$/;
/** Without so many digits in a row there is no integer beyond 2^53, and asking at each value costs most of the time. */
const manyDigits = /\d{16}/;

/** Ids may pass 2^53: an integer that a number cannot hold stays the text that was sent. */
function keepLargeIntegers(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== "number" || Number.isSafeInteger(value)) return value;
  const source = context?.source;
  return source !== undefined && integer.test(source) ? source : value;
}

/**
 * Reads a body as JSON, whatever its content type says; a byte order mark before it is passed over.
 * @returns the value, with integers beyond 2^53 as text; `undefined` when the text is not JSON.
 */
export function jsonOf(text: string): unknown {
  try {
    const plain = text.replace(/^\uFEFF/, "");
    return JSON.parse(plain, manyDigits.test(plain) ? keepLargeIntegers : undefined);
  } catch {
    return undefined;
  }
}
