import { expect, onTestFinished, test } from "vitest";
import { accountClient } from "../../../../electron/account/account-client.ts";
import { type Account, createAccount } from "../../../../electron/account/account.ts";
import { createKeptAccounts } from "../../../../electron/account/kept-accounts.ts";
import { createMemoryKeyStore, type KeyStore } from "../../../../electron/account/key-store.ts";
import { createHttp } from "../../../../electron/bsg/http.ts";
import { startPracticeService } from "../../../../electron/practice/service.ts";
import { appErrorOf } from "../../../../shared/errors.ts";
import { err } from "../../../../shared/result.ts";

const first = { key: "live_first_account_X8k", identity: "7200001" };
const second = { key: "live_second_account_Y9z", identity: "7200002" };
const third = { key: "live_third_account_Z1w", identity: "7200003" };

/** How to start a program on a key store (whose logins are told only when `answered`), with a service that knows the accounts. */
async function programs(): Promise<{
  start: (store: KeyStore, answered?: Promise<void>) => Promise<Account>;
  close: () => Promise<void>;
}> {
  const keys = Object.fromEntries([first, second, third].map(({ key, identity }) => [key, Number(identity)]));
  const service = await startPracticeService({ stateFile: ":memory:", keys });
  let open = true;
  const close = async () => {
    if (open) await service.close();
    open = false;
  };
  onTestFinished(close);
  const http = createHttp({ resolveProxy: async () => "DIRECT" });
  const now = () => Date.now();
  return {
    close,
    async start(keyStore, answered = Promise.resolve()) {
      const account = createAccount({
        kind: "account",
        keyStore,
        now,
        clientFor: (key, onDate) => {
          const client = accountClient(key, { base: service.url, http, now, onDate });
          const identity = async () => {
            await answered;
            return client.identity();
          };
          return { ...client, identity };
        },
      });
      await account.start();
      return account;
    },
  };
}

const kept = async (account: Account) =>
  (await account.kept()).map(({ identity, keyHint }) => `${identity} ${keyHint}`);

test("keys of several accounts are kept, and each can be used again without a network, also after a restart", async () => {
  const { start, close } = await programs();
  const store = createMemoryKeyStore();
  const account = await start(store);
  await account.connect(first.key);
  await account.connect(second.key);
  expect(await kept(account)).toEqual(["7200001 live_…X8k", "7200002 live_…Y9z"]);
  expect(account.state()).toMatchObject({ identity: second.identity });
  await close();
  expect(await account.switchTo(first.identity)).toMatchObject({
    ok: true,
    value: { mode: "account", keyHint: "live_…X8k", identity: first.identity, kept: "keychain" },
  });
  const again = await start(store);
  expect(again.state()).toMatchObject({ keyHint: "live_…X8k" });
  expect(await kept(again)).toHaveLength(2);
});

test("a key that replaces an older one of the same account takes its place", async () => {
  const { start } = await programs();
  const store = createMemoryKeyStore();
  await store.writeNote(
    "accounts",
    JSON.stringify([{ identity: first.identity, keyHint: "live_…old", testKey: false }]),
  );
  const account = await start(store);
  await account.connect(first.key);
  expect(await kept(account)).toEqual(["7200001 live_…X8k"]);
});

test("a key from before several could be kept is found by its account after the first login", async () => {
  const { start } = await programs();
  const account = await start(createMemoryKeyStore(first.key));
  expect(await kept(account)).toEqual([]);
  await account.refresh();
  await account.connect(second.key);
  expect(await kept(account)).toEqual(["7200001 live_…X8k", "7200002 live_…Y9z"]);
  expect(await account.switchTo(first.identity)).toMatchObject({ ok: true });
});

test("each key is removed by itself, and nothing of it stays", async () => {
  const { start } = await programs();
  const store = createMemoryKeyStore();
  const account = await start(store);
  await account.connect(first.key);
  await account.connect(second.key);
  await account.forget(first.identity);
  expect(await store.readNote(`key-${first.identity}`)).toEqual({ ok: true, value: null });
  expect(await account.switchTo(first.identity)).toMatchObject({ error: { code: "key.missing" } });
  expect(account.state()).toMatchObject({ identity: second.identity });
  await account.remove();
  expect(await kept(account)).toEqual([]);
  expect([await store.read(), await store.readNote(`key-${second.identity}`)]).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
});

test("after a start without a network it is known whose key it is", async () => {
  const { start, close } = await programs();
  const store = createMemoryKeyStore();
  await (await start(store)).connect(first.key);
  await close();
  expect((await start(store)).state()).toMatchObject({ keyHint: "live_…X8k", identity: first.identity });
});

test("however many accounts there are, each stays and can be forgotten", async () => {
  const store = createMemoryKeyStore();
  const accounts = createKeptAccounts(store);
  const identities = Array.from({ length: 41 }, (_, index) => String(7_200_000 + index));
  for (const identity of identities) await accounts.keep(identity, `live_of_${identity}`);
  const named = async () => {
    const all = await accounts.all();
    return all.ok ? all.value.map(({ identity }) => identity) : [];
  };
  expect(await named()).toEqual(identities);
  for (const identity of identities.slice(0, 25)) await accounts.forget(identity);
  expect(await named()).toEqual(identities.slice(25));
  expect(await accounts.keyOf("7200040")).toEqual({ ok: true, value: "live_of_7200040" });
});

test("a key is removed with its copy also before the service was asked whose it is", async () => {
  const { start, close } = await programs();
  const store = createMemoryKeyStore();
  const before = await start(store);
  await before.connect(first.key);
  await before.connect(second.key);
  await close();
  const account = await start(store);
  expect(account.state()).toMatchObject({ keyHint: "live_…Y9z" });
  expect(await account.remove()).toMatchObject({ ok: true, value: { mode: "none" } });
  expect(await kept(account)).toEqual(["7200001 live_…X8k"]);
  expect(await store.readNote(`key-${second.identity}`)).toEqual({ ok: true, value: null });
});

test("a keychain that does not give a key away is not passed over", async () => {
  const { start } = await programs();
  const store = createMemoryKeyStore();
  const refused = async () => err(appErrorOf("keychain.unavailable"));
  const account = await start({ ...store, removeNote: refused });
  await account.connect(first.key);
  expect(await account.forget(first.identity)).toMatchObject({ error: { code: "keychain.not-removed" } });
  expect(await account.remove()).toMatchObject({ error: { code: "keychain.not-removed" } });
  expect(account.state()).toMatchObject({ mode: "account" });
  expect(await store.read()).toMatchObject({ value: first.key });
});

test("what is written in the index by somebody else is no account", async () => {
  const { start } = await programs();
  const store = createMemoryKeyStore(first.key);
  await store.writeNote("accounts", '[{"identity":1}]');
  const account = await start(store);
  expect(await kept(account)).toEqual([]);
  await store.writeNote("accounts", "not JSON");
  expect(await kept(account)).toEqual([]);
});

test("two accounts that are forgotten at once are both forgotten", async () => {
  const { start } = await programs();
  const account = await start(createMemoryKeyStore());
  for (const { key } of [first, second, third]) await account.connect(key);
  await Promise.all([account.forget(first.identity), account.forget(second.identity)]);
  expect(await kept(account)).toEqual(["7200003 live_…Z1w"]);
});

test("a key that is checked as long as until the program has closed is kept nowhere", async () => {
  const { start } = await programs();
  const store = createMemoryKeyStore();
  const login = Promise.withResolvers<void>();
  const account = await start(store, login.promise);
  const connecting = account.connect(first.key);
  await account.close();
  login.resolve();
  expect(await connecting).toMatchObject({ error: { code: "key.missing" } });
  expect(await store.read()).toEqual({ ok: true, value: null });
  expect(await kept(account)).toEqual([]);
});
