import { expect, it } from "vitest";
import { claimsOf } from "../../../../electron/account/jwt.ts";
import { jwtOf } from "./jwt-of.ts";

it("reads the account, the life and the end of a JWT", () => {
  expect(claimsOf(jwtOf({ id: 71, iat: 1000, exp: 4600, roles: ["USER"] }))).toEqual({
    id: "71",
    life: 3_600_000,
    end: 4_600_000,
  });
  expect(claimsOf(jwtOf({ id: "71-a", exp: 4600 }))).toEqual({ id: "71-a", life: null, end: 4_600_000 });
});

it("knows nothing of what is no JWT", () => {
  for (const text of ["", "abc", "a.b.c", "a..c", jwtOf({ id: null, exp: "soon" }), jwtOf([])]) {
    expect(claimsOf(text)).toEqual({ id: null, life: null, end: null });
  }
});
