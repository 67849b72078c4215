import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const version = "A";
const campaignBytes = 10;
const rowDigits = 7;
const checkBytes = 5;

/**
 * The campaign's 16 characters of every reference id: 80 bits of SHA-256 over its id. Drafts carry the id (random) from
 * birth, so a copy of the draft confirmed on another computer makes the same references, which the service refuses.
 */
export function campaignReference(campaignId: string): string {
  return base32(sha256(utf8ToBytes(campaignId)).subarray(0, campaignBytes));
}

/**
 * The reference id of one person, 32 of `A–Z 2–7`: version, campaign (16), row (7), check over campaign, row and
 * number (8). It belongs to campaign and row, never to an attempt.
 * @param campaign from {@link campaignReference}
 * @param row the person's position in the campaign, 0 to 2^35 − 1
 */
export function referenceId(campaign: string, row: number, number: string): string {
  const where = version + campaign + rowCharacters(row);
  return where + check(where, number);
}

/** Whether a reference id was made by {@link referenceId} for this number. */
export function isReferenceOf(reference: string, number: string): boolean {
  const where = reference.slice(0, 1 + 16 + rowDigits);
  return /^A[A-Z2-7]{31}$/.test(reference) && reference === where + check(where, number);
}

function check(where: string, number: string): string {
  return base32(sha256(utf8ToBytes(`${where}:${number}`)).subarray(0, checkBytes));
}

function rowCharacters(row: number): string {
  let rest = row;
  let characters = "";
  for (let digit = 0; digit < rowDigits; digit++) {
    characters = alphabet.charAt(rest % 32) + characters;
    rest = Math.floor(rest / 32);
  }
  return characters;
}

/** RFC 4648 base 32 of a whole number of 5-byte groups, so without padding. */
function base32(bytes: Uint8Array): string {
  let characters = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      characters += alphabet.charAt((held >>> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return characters;
}
