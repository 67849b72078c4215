import * as fc from "fast-check";
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { nativeSha256 } from "../../../../electron/native-sha256.ts";
import { campaignReference, referenceId } from "../../../../shared/campaign/reference-id.ts";

const campaign = campaignReference("a-campaign", nativeSha256);
const number = fc.bigInt({ min: 100_000_000n, max: 999_999_999_999_999n }).map(String);
const row = fc.nat({ max: 2 ** 30 });

/** RFC 4648 base 32, written down a second time. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return [...bits.matchAll(/.{5}/g)].map(([five]) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[parseInt(five, 2)]).join("");
}

test("a reference is 32 of A–Z and 2–7, as the service takes it", () => {
  fc.assert(
    fc.property(row, number, (row, number) => /^A[A-Z2-7]{31}$/.test(referenceId(campaign, row, number, nativeSha256))),
  );
});

test("a reference holds version, campaign, row and a check over all of it", () => {
  const where = `A${base32(createHash("sha256").update("a-campaign").digest().subarray(0, 10))}AAAAABJ`;
  const check = base32(createHash("sha256").update(`${where}:380671234567`).digest().subarray(0, 5));
  expect(referenceId(campaign, 41, "380671234567", nativeSha256)).toBe(where + check);
});

test("the same campaign and row give the same reference at every attempt, on every computer", () => {
  fc.assert(
    fc.property(fc.string(), row, number, (id, row, number) => {
      const one = referenceId(campaignReference(id, nativeSha256), row, number, nativeSha256);
      expect(referenceId(campaignReference(id, nativeSha256), row, number, nativeSha256)).toBe(one);
    }),
  );
});

test("no two rows and no two campaigns share a reference", () => {
  fc.assert(
    fc.property(row, row, fc.uuid(), fc.uuid(), number, (one, other, first, second, number) => {
      fc.pre(one !== other && first !== second);
      const all = [
        referenceId(campaignReference(first, nativeSha256), one, number, nativeSha256),
        referenceId(campaignReference(first, nativeSha256), other, number, nativeSha256),
        referenceId(campaignReference(second, nativeSha256), one, number, nativeSha256),
      ];
      expect(new Set(all).size).toBe(3);
    }),
  );
});

test("the rows of the largest campaign all differ", () => {
  const rows = Array.from({ length: 2_000 }, (_, index) => index * 500);
  expect(new Set(rows.map((row) => referenceId(campaign, row, "380671234567", nativeSha256).slice(17, 24))).size).toBe(
    rows.length,
  );
});

test("a reference belongs to its own number and to no other", () => {
  fc.assert(
    fc.property(row, number, number, (row, number, other) => {
      fc.pre(number !== other);
      const [one, another] = [number, other].map((of) => referenceId(campaign, row, of, nativeSha256));
      expect(one).not.toBe(another);
      // The same place in the same campaign: only the check tells them apart.
      expect(one?.slice(0, 24)).toBe(another?.slice(0, 24));
    }),
  );
});
