import type { Sha256 } from "../sha256.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const version = "A";
const campaignBytes = 10;
const rowDigits = 7;
const checkBytes = 5;

/**
 * The campaign's 16 characters of every reference id: 80 bits of SHA-256 over its id. Drafts carry the id (random) from
 * birth, so a copy of the draft confirmed on another computer makes the same references, which the service refuses.
 */
export function campaignReference(campaignId: string, sha256: Sha256): string {
  return base32(sha256.ofText(campaignId), campaignBytes);
}

/**
 * The reference id of one person, 32 of `A–Z 2–7`: version, campaign (16), row (7), check over campaign, row and
 * number (8). It belongs to campaign and row, never to an attempt.
 * @param campaign from {@link campaignReference}
 * @param row the person's position in the campaign, 0 to 2^35 − 1
 */
export function referenceId(campaign: string, row: number, number: string, sha256: Sha256): string {
  const where = version + campaign + rowCharacters(row);
  return where + check(where, number, sha256);
}

function check(where: string, number: string, sha256: Sha256): string {
  return base32(sha256.ofText(`${where}:${number}`), checkBytes);
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

/** RFC 4648 base 32 of the first bytes of a hexadecimal text: whole groups of 5 bytes, so without padding. */
function base32(hex: string, bytes: number): string {
  let characters = "";
  // Five hexadecimal digits, 20 bits, are four characters.
  for (let digit = 0; digit < 2 * bytes; digit += 5) {
    const bits = parseInt(hex.slice(digit, digit + 5), 16);
    for (let shift = 15; shift >= 0; shift -= 5) characters += alphabet.charAt((bits >> shift) & 31);
  }
  return characters;
}
