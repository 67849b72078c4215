import { expect, it } from "vitest";
import { isTestKey, keyFrom, keyHint } from "../../../../electron/account/key.ts";

it("takes a key as it is pasted, with blanks around it", () => {
  expect(keyFrom("  live_abcDEF123\n")).toBe("live_abcDEF123");
  expect(keyFrom("test_a-b.c_d")).toBe("test_a-b.c_d");
});

it("knows what cannot be a key", () => {
  for (const pasted of ["", "live_", "live_abc", "abc_123456789", "LIVE_123456", "live_abc def", "live_ключ123"]) {
    expect(keyFrom(pasted)).toBeNull();
  }
  expect(keyFrom(`live_${"x".repeat(400)}`)).toBeNull();
});

it("shows no more of a key than its kind and its last three characters", () => {
  expect(keyHint("live_abcDEFX8k")).toBe("live_…X8k");
  expect(keyHint("test_secret9Zz")).toBe("test_…9Zz");
  expect([isTestKey("test_abcdef"), isTestKey("live_abcdef")]).toEqual([true, false]);
});
