import { beforeEach, expect, it } from "vitest";
import { createSession } from "../../../../electron/account/session.ts";
import type { BearerSource } from "../../../../electron/bsg/calls.ts";
import { appErrorOf, type AppError } from "../../../../shared/errors.ts";
import { err, ok, type Result } from "../../../../shared/result.ts";
import { jwtOf } from "./jwt-of.ts";

const start = Date.UTC(2026, 2, 3);
const hour = 3_600_000;
const down: Result<string, AppError> = err(appErrorOf("network.down"));

let now: number;
let asked: string[];
let made: number;
let session: BearerSource;
/** What the service does next; it issues a JWT of an hour unless told otherwise. */
let answer: (how: "login" | "refresh") => Result<string, AppError>;

const issue = (claims: object) => jwtOf({ n: (made += 1), ...claims });
const ofAnHour = () => ok(issue({ id: 7, iat: now / 1000, exp: (now + hour) / 1000 }));

beforeEach(() => {
  now = start;
  asked = [];
  made = 0;
  answer = ofAnHour;
  session = createSession(
    "live_secret123",
    {
      withKey: async () => (asked.push("login"), answer("login")),
      withBearer: async () => (asked.push("refresh"), answer("refresh")),
    },
    () => now,
  );
});

async function bearer(): Promise<string> {
  const read = await session.bearer();
  return read.ok ? read.value : read.error.code;
}

it("logs in when first asked, and keeps the JWT", async () => {
  const first = await bearer();
  now += hour / 2;
  expect(await bearer()).toBe(first);
  expect(await session.identity()).toEqual(ok("7"));
  expect(asked).toEqual(["login"]);
});

it("shares one login among those who ask at the same time", async () => {
  const all = await Promise.all([bearer(), bearer(), session.identity(), session.renew()]);
  expect(asked).toEqual(["login"]);
  expect(all[0]).toBe(all[1]);
});

it("refreshes shortly before the end, and logs in again after it", async () => {
  const first = await bearer();
  now += hour - 4 * 60_000;
  const second = await bearer();
  expect(second).not.toBe(first);
  now += 2 * hour;
  await bearer();
  expect(asked).toEqual(["login", "refresh", "login"]);
});

it("logs in with the key when refreshing is refused", async () => {
  await bearer();
  now += hour - 60_000;
  answer = (how) => (how === "refresh" ? err(appErrorOf("key.refused")) : ofAnHour());
  expect(await bearer()).toMatch(/^ey/);
  expect(asked).toEqual(["login", "refresh", "login"]);
});

it("goes on with a JWT that is still good when the network is down, and not with one that has ended", async () => {
  const first = await bearer();
  answer = () => down;
  now += hour - 60_000;
  expect(await bearer()).toBe(first);
  now += hour;
  expect(await bearer()).toBe("network.down");
  answer = ofAnHour;
  expect(await bearer()).toMatch(/^ey/);
});

it("does not go on with a JWT whose key is refused meanwhile", async () => {
  await bearer();
  answer = () => err(appErrorOf("key.refused"));
  now += hour - 60_000;
  expect(await bearer()).toBe("key.refused");
});

it("renews a refused JWT once, however many were refused with it", async () => {
  const refused = await bearer();
  const renewed = await Promise.all([session.renew(refused), session.renew(refused)]);
  const late = await session.renew(refused);
  expect(asked).toEqual(["login", "login"]);
  expect([...renewed, late]).toEqual(Array(3).fill(ok(await bearer())));
});

it("counts a JWT's life by its own two times, so that a wrong clock does not make it old", async () => {
  answer = () => ok(issue({ id: 7, iat: (now - 9 * hour) / 1000, exp: (now - 8 * hour) / 1000 }));
  await bearer();
  now += hour / 2;
  await bearer();
  expect(asked).toEqual(["login"]);
});

it("keeps a JWT that seems to have ended already, or names no end, until it is refused", async () => {
  for (const claims of [{ id: 7, exp: start / 1000 - 9 }, { id: 7 }]) {
    answer = () => ok(issue(claims));
    await session.renew();
    const logins = asked.length;
    now += 40 * 24 * hour;
    await bearer();
    expect(asked).toHaveLength(logins);
  }
});

it("has no identity when the JWT names no account", async () => {
  answer = () => ok(issue({ exp: (start + hour) / 1000 }));
  expect(await session.identity()).toMatchObject({ ok: false, error: { code: "service.malformed" } });
});
