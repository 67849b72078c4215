import { expect, onTestFinished, test } from "vitest";
import { createAccount } from "../../../../electron/account/account.ts";
import { accountClient } from "../../../../electron/account/account-client.ts";
import { createMemoryKeyStore, type KeyStore } from "../../../../electron/account/key-store.ts";
import { createHttp } from "../../../../electron/bsg/http.ts";
import type { BsgClient } from "../../../../electron/bsg/port.ts";
import { type PracticeService, startPracticeService } from "../../../../electron/practice/service.ts";
import { appErrorOf } from "../../../../shared/errors.ts";
import { err, ok } from "../../../../shared/result.ts";

const key = "live_demo_key_0001";

async function aService(): Promise<PracticeService> {
  const service = await startPracticeService({ stateFile: ":memory:" });
  onTestFinished(() => service.close());
  return service;
}

function accountAt({ url }: PracticeService, keyStore: KeyStore) {
  const now = () => Date.now();
  const http = createHttp({ resolveProxy: async () => "DIRECT" });
  const clientFor = (given: string, onDate: (date: string) => void) =>
    accountClient(given, { base: url, http, now, onDate });
  return createAccount({ kind: "account", keyStore, clientFor, now });
}

/** A keychain that does not answer. */
function lockedKeychain(): KeyStore {
  const refused = async () => err(appErrorOf("keychain.unavailable"));
  return {
    read: refused,
    write: refused,
    remove: refused,
    readNote: refused,
    writeNote: refused,
    removeNote: refused,
    forgetAll: refused,
  };
}

test("a key that works is kept in the store, shown by its ends, and comes back at the next start", async () => {
  const service = await aService();
  const store = createMemoryKeyStore();
  const account = accountAt(service, store);
  expect(account.state()).toEqual({ mode: "none" });
  expect(await account.connect(` ${key}\n`)).toMatchObject({
    ok: true,
    value: { mode: "account", keyHint: "live_…001", kept: "keychain", identity: "7100002", testKey: false },
  });
  const next = accountAt(service, store);
  await next.start();
  expect(next.state()).toMatchObject({ mode: "account", keyHint: "live_…001" });
});

test("a key that the service does not know leaves the account before it connected, and nothing is stored", async () => {
  const store = createMemoryKeyStore();
  const account = accountAt(await aService(), store);
  await account.connect(key);
  expect(await account.connect("live_somebody_elses")).toMatchObject({ error: { code: "key.refused" } });
  expect(await account.connect("not a key")).toMatchObject({ error: { code: "key.malformed" } });
  expect(account.state()).toMatchObject({ keyHint: "live_…001" });
  expect(await store.read()).toEqual({ ok: true, value: key });
});

test("without a keychain the key is for this session only, and can be forgotten without one", async () => {
  const account = accountAt(await aService(), lockedKeychain());
  expect(await account.connect(key)).toMatchObject({ value: { kept: "session" } });
  expect(await account.remove()).toEqual({ ok: true, value: { mode: "none" } });
  expect(account.client()).toMatchObject({ error: { code: "key.missing" } });
});

test("a keychain that locks itself afterwards does not let a key be called removed", async () => {
  const store = createMemoryKeyStore();
  const account = accountAt(await aService(), { ...store, remove: () => lockedKeychain().remove() });
  await account.connect(key);
  expect(await account.remove()).toMatchObject({ error: { code: "keychain.not-removed" } });
  expect(account.state()).toMatchObject({ mode: "account", kept: "keychain" });
});

test("a balance that comes late does not take the place of one that was asked for later", async () => {
  const service = await aService();
  const now = () => Date.now();
  const http = createHttp({ resolveProxy: async () => "DIRECT" });
  const asked = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let times = 0;
  const clientFor = (given: string): BsgClient => {
    const client = accountClient(given, { base: service.url, http, now });
    const balance: BsgClient["balance"] = async () => {
      const place = times++;
      await asked[place]?.promise;
      return ok({ currency: "EUR", millionths: place === 0 ? 312_400_000 : 112_400_000 });
    };
    return { ...client, balance };
  };
  const account = createAccount({ kind: "account", keyStore: createMemoryKeyStore(key), clientFor, now });
  await account.start();
  const [first, second] = [account.refresh(), account.refresh()];
  await expect.poll(() => times).toBe(2);
  asked[1]?.resolve();
  await second;
  asked[0]?.resolve();
  await first;
  expect(account.state()).toMatchObject({ balance: { millionths: 112_400_000 } });
});
