import { expect, it } from "vitest";
import { baseUrl } from "../../../../electron/account/base-url.ts";

const refused = { ok: false, error: { code: "network.address", params: {} } };

it("is the service's own address unless something else is asked for", () => {
  const own = { ok: true, value: "https://one-api.bsg.world" };
  expect([baseUrl(undefined, true), baseUrl("", false)]).toEqual([own, own]);
});

it("may be https or this computer while developing, and only this computer in a packaged program", () => {
  expect(baseUrl("https://staging.example/", false)).toEqual({ ok: true, value: "https://staging.example" });
  expect(baseUrl("https://staging.example/", true)).toEqual(refused);
  for (const local of ["http://127.0.0.1:9", "http://localhost:9", "http://[::1]:9", "https://localhost:9"]) {
    const taken = { ok: true, value: local };
    expect([baseUrl(local, true), baseUrl(local, false)]).toEqual([taken, taken]);
  }
});

it("is never http to another computer, nor anything but a bare address", () => {
  for (const address of [
    "http://one-api.bsg.world",
    "http://127.0.0.1.example.com",
    "http://localhost@evil.example",
    "https://user:secret@one-api.bsg.world",
    "https://one-api.bsg.world/api",
    "https://one-api.bsg.world?x=1",
    "one-api.bsg.world",
    "file:///etc/passwd",
  ]) {
    expect(baseUrl(address, false)).toEqual(refused);
  }
});
