import { expect, test } from "vitest";
import { askedWait } from "../../../../electron/bsg/rate-limit.ts";

const date = "Wed, 15 Jul 2026 09:00:00 GMT";

test("an answer that asks for nothing is not waited for", () => {
  expect(askedWait({})).toBe(0);
  expect(askedWait({ "ratelimit-remaining": "3", "ratelimit-reset": "40" })).toBe(0);
  expect(askedWait({ "retry-after": "soon", date })).toBe(0);
});

test("Retry-After counts seconds, or names a moment by the service's own clock", () => {
  expect(askedWait({ "retry-after": "120" })).toBe(120_000);
  expect(askedWait({ "retry-after": "Wed, 15 Jul 2026 09:01:30 GMT", date })).toBe(90_000);
  expect(askedWait({ "retry-after": "Wed, 15 Jul 2026 08:00:00 GMT", date })).toBe(0);
  expect(askedWait({ "retry-after": "Wed, 15 Jul 2026 09:01:30 GMT" })).toBe(0);
});

test("a rate limit of which nothing is left is waited for until it begins anew", () => {
  expect(askedWait({ "x-ratelimit-remaining": "0", "x-ratelimit-reset": "30" })).toBe(30_000);
  const moment = String(Date.parse(date) / 1000 + 45);
  expect(askedWait({ "ratelimit-remaining": "0", "ratelimit-reset": moment, date })).toBe(45_000);
  expect(askedWait({ "ratelimit-remaining": "0", "ratelimit-reset": moment })).toBe(0);
});

test("nobody is waited for longer than an hour", () => {
  expect(askedWait({ "retry-after": "999999" })).toBe(3_600_000);
});
