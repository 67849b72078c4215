const integer = /^-?\d+$/;

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
    return JSON.parse(text.replace(/^\uFEFF/, ""), keepLargeIntegers);
  } catch {
    return undefined;
  }
}
