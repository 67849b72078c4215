import { expect, test } from "vitest";
import { createKeychain, type Keytar } from "../../../../electron/account/keychain.ts";

const names = ["note:erasing-key", "note:journal-sequence", "api-key", "note:accounts", "note:key-7200001"];

/** A system's keychain with our entries in it, in the order in which it names them. */
function aSystem(changes: Partial<Keytar> = {}) {
  const entries = new Map(names.map((name) => [name, "secret"]));
  const keytar: Keytar = {
    getPassword: async (_service, account) => entries.get(account) ?? null,
    setPassword: async (_service, account, secret) => void entries.set(account, secret),
    deletePassword: async (_service, account) => entries.delete(account),
    findCredentials: async () => [...entries.keys()].map((account) => ({ account })),
    ...changes,
  };
  const keychain = createKeychain({ service: "test", timeLimit: 20, load: async () => keytar });
  return { entries, keychain };
}

test("everything is forgotten, and the key of the never-text list's marks last", async () => {
  const order: string[] = [];
  const { entries, keychain } = aSystem({
    deletePassword: async (_service, account) => {
      order.push(account);
      return entries.delete(account);
    },
  });
  expect(await keychain.forgetAll()).toEqual({ ok: true, value: null });
  expect([...entries.keys()]).toEqual([]);
  expect(order.slice(-2)).toEqual(["note:journal-sequence", "note:erasing-key"]);
});

test("a keychain that gives one entry not away still holds the key of the marks", async () => {
  const { entries, keychain } = aSystem({
    deletePassword: async (_service, account) => {
      if (account === "note:accounts") throw new Error("denied");
      return entries.delete(account);
    },
  });
  expect(await keychain.forgetAll()).toMatchObject({ error: { code: "keychain.unavailable" } });
  expect([...entries.keys()]).toContain("note:erasing-key");
});

test("a keychain that answers after the time is up deletes nothing more: the caller has kept the data by then", async () => {
  const hanging = Promise.withResolvers<void>();
  const { entries, keychain } = aSystem({
    findCredentials: async () => {
      await hanging.promise;
      return [...entries.keys()].map((account) => ({ account }));
    },
  });
  expect(await keychain.forgetAll()).toMatchObject({ error: { code: "keychain.unavailable" } });
  hanging.resolve();
  // It counts as hanging until it has answered.
  while (!(await keychain.read()).ok) await Promise.resolve();
  expect([...entries.keys()]).toEqual(names);
});
