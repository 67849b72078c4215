/** What Excel encrypts with when nobody gave a password but the file had to be locked; every office program tries it. */
export const wellKnownPassword = "VelvetSweatshop";

/** Its letters as [MS-OFFCRYPTO] hashes them: UTF-16, little end first. */
export function passwordBytes(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(wellKnownPassword.length * 2);
  for (let i = 0; i < wellKnownPassword.length; i++) bytes[i * 2] = wellKnownPassword.charCodeAt(i);
  return bytes;
}

/** Byte strings one behind the other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A number as four bytes, little end first. */
export function number32(value: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
