/** The service's keys; visible ASCII without blanks after the prefix. The length is not documented. */
const shape = /^(live|test)_[\x21-\x7e]{6,390}$/;

/** A key as it was pasted, without the blanks around it; null when it cannot be one. */
export function keyFrom(pasted: string): string | null {
  const key = pasted.trim();
  return shape.test(key) ? key : null;
}

/** What may be shown of a key: `live_…X8k`. */
export function keyHint(key: string): string {
  return `${key.slice(0, 5)}…${key.slice(-3)}`;
}

/** Whether it is a test key. Nothing says that such a key sends nothing, so it is only ever named. */
export function isTestKey(key: string): boolean {
  return key.startsWith("test_");
}
