import { expect, test } from "vitest";
import { createMemoryKeyStore, type KeyStore } from "../../../../electron/account/key-store.ts";
import { erasingKey, readErasingKey } from "../../../../electron/privacy/erasing-key.ts";
import { appErrorOf } from "../../../../shared/errors.ts";
import { err, ok } from "../../../../shared/result.ts";

test("two who need the key of erased people at once get the same one, and it is the one that is kept", async () => {
  const keyStore = createMemoryKeyStore();
  const [one, other] = await Promise.all([erasingKey(keyStore), erasingKey(keyStore)]);
  expect(one).toEqual(other);
  expect(await readErasingKey(keyStore)).toEqual(one);
});

test("a keychain that did not answer is asked anew, and each keychain has a key of its own", async () => {
  const memory = createMemoryKeyStore();
  let answers = false;
  const unavailable = err(appErrorOf("keychain.unavailable"));
  const keyStore: KeyStore = { ...memory, readNote: async (name) => (answers ? memory.readNote(name) : unavailable) };
  expect(await erasingKey(keyStore)).toEqual(unavailable);
  answers = true;
  const made = await erasingKey(keyStore);
  expect(made).toEqual(ok(expect.stringMatching(/^[0-9a-f]{64}$/)));
  expect(await erasingKey(createMemoryKeyStore())).not.toEqual(made);
});
