import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createMemoryKeyStore, type KeyStore } from "../../../../electron/account/key-store.ts";
import { createRefusingHttp } from "../../../../electron/bsg/refusing-http.ts";
import { openErasable } from "../../../../electron/privacy/erase-everything.ts";
import { openProgram } from "../../../../electron/program.ts";
import { openAccountWorkspace } from "../../../../electron/workspace.ts";
import { appErrorOf } from "../../../../shared/errors.ts";
import { err } from "../../../../shared/result.ts";
import { aCampaign } from "../../../sending/a-campaign.ts";
import { temporaryFolder } from "../library/library-file.ts";

const key = "live_everythingGoesX8k";
const number = "380670000000";
const entries = {
  database: new URL("../../../../electron/database/worker.ts", import.meta.url),
  practice: new URL("../../../../electron/practice/worker.ts", import.meta.url),
};

/** The program on a real folder, without a network. */
async function aProgram(
  keychain: KeyStore,
  dataFolder = temporaryFolder(),
  opening: { refused: boolean } = { refused: false },
) {
  const http = createRefusingHttp(appErrorOf("network.down", { reason: "" }));
  const events = { stateChanged() {}, campaignsChanged() {} };
  const base = "http://127.0.0.1:1";
  const options = (keyStore: KeyStore) => ({
    facts: { version: "0", platform: "test", locale: "en", dataFolder },
    openAccount: () =>
      openAccountWorkspace({ folder: join(dataFolder, "account"), entries, base, http, keyStore, events }),
    openPractice: async () => err(appErrorOf("internal")),
    settingsChanged() {},
    stateChanged() {},
    sideOpened() {},
  });
  let erased = 0;
  const program = await openErasable({
    open: async (keyStore) => (opening.refused ? err(appErrorOf("disk.full")) : openProgram(options(keyStore))),
    dataFolder,
    keyStore: keychain,
    erased: () => (erased += 1),
  });
  let open = true;
  const close = async () => {
    if (open) await program.close();
    open = false;
  };
  onTestFinished(close);
  const side = async () => {
    const shown = await program.side();
    if (!shown.ok) throw new Error(shown.error.code);
    return shown.value;
  };
  const holdsNumber = () =>
    readdirSync(dataFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .some((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(number));
  return { dataFolder, program, close, side, holdsNumber, erased: () => erased };
}

test("everything goes, keychain and all, and the program goes on as new", async () => {
  const keyStore = createMemoryKeyStore(key);
  await keyStore.writeNote("journal-sequence", "7");
  const { program, dataFolder, side, holdsNumber, erased: timesErased } = await aProgram(keyStore);
  mkdirSync(join(dataFolder, "logs"), { recursive: true });
  writeFileSync(join(dataFolder, "logs", "campaign-desk.log"), "line");
  await program.changeSettings({ language: "uk", testNumber: number });
  await (await side()).database.neverText.add([number], "2026-07-15T12:00:00.000Z");
  await (await side()).sending.confirm(aCampaign(), 600);
  expect(holdsNumber()).toBe(true);

  const asked = await program.prepareErasing();
  expect(asked).toMatchObject({ ok: true, value: { notOver: 1 } });
  const token = asked.ok ? asked.value.token : "";
  const erased = program.eraseEverything(token);
  // Whoever asks meanwhile is answered by the new program.
  const settings = program.settings();
  expect(await erased).toEqual({ ok: true, value: null });
  expect(timesErased()).toBe(1);
  expect(await settings).toMatchObject({ language: "system", testNumber: "" });
  expect(holdsNumber()).toBe(false);
  expect(existsSync(join(dataFolder, "logs"))).toBe(false);
  expect([await keyStore.read(), await keyStore.readNote("journal-sequence")]).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
  expect(await program.state()).toMatchObject({ value: { account: { mode: "none" }, counts: { neverText: 0 } } });
});

test("only the token that was given out last erases, and only once", async () => {
  const { program, side } = await aProgram(createMemoryKeyStore());
  await (await side()).database.neverText.add([number], "2026-07-15T12:00:00.000Z");
  const invalid = { ok: false, error: { code: "input.invalid" } };
  expect(await program.eraseEverything("guessed")).toMatchObject(invalid);
  const before = await program.prepareErasing();
  const asked = await program.prepareErasing();
  expect(await program.eraseEverything(before.ok ? before.value.token : "")).toMatchObject(invalid);
  expect(await (await side()).database.neverText.everything()).toMatchObject({ numbers: [number] });
  const token = asked.ok ? asked.value.token : "";
  const both = await Promise.all([program.eraseEverything(token), program.eraseEverything(token)]);
  expect(both).toMatchObject([{ ok: true }, invalid]);
});

test("a keychain that keeps the key keeps everything; one that was never there keeps nothing", async () => {
  const refused = async () => err(appErrorOf("keychain.unavailable"));
  const withKey = await aProgram({ ...createMemoryKeyStore(key), forgetAll: refused });
  await (await withKey.side()).database.neverText.add([number], "2026-07-15T12:00:00.000Z");
  await (await withKey.side()).database.settings.setMode("account");
  const asked = await withKey.program.prepareErasing();
  expect(await withKey.program.eraseEverything(asked.ok ? asked.value.token : "")).toMatchObject({
    error: { code: "keychain.not-removed" },
  });
  expect(withKey.holdsNumber()).toBe(true);

  const without = await aProgram({ ...createMemoryKeyStore(), forgetAll: refused });
  await (await without.side()).database.neverText.add([number], "2026-07-15T12:00:00.000Z");
  const again = await without.program.prepareErasing();
  expect(await without.program.eraseEverything(again.ok ? again.value.token : "")).toMatchObject({ ok: true });
  expect(without.holdsNumber()).toBe(false);
});

test("the keychain is emptied when nothing can write into it any more, and the keys of other accounts count", async () => {
  const kept = createMemoryKeyStore();
  await kept.writeNote("accounts", JSON.stringify([{ identity: "7200001", keyHint: "live_…X8k", testKey: false }]));
  let wasClosed: boolean | null = null;
  const refused = async () => {
    wasClosed = await before.database.settings.read().then(
      () => false,
      () => true,
    );
    return err(appErrorOf("keychain.unavailable"));
  };
  const { program, side, holdsNumber } = await aProgram({ ...kept, forgetAll: refused });
  const before = await side();
  await before.database.neverText.add([number], "2026-07-15T12:00:00.000Z");
  const asked = await program.prepareErasing();
  expect(await program.eraseEverything(asked.ok ? asked.value.token : "")).toMatchObject({
    error: { code: "keychain.not-removed" },
  });
  expect(wasClosed).toBe(true);
  expect(holdsNumber()).toBe(true);
  expect(await (await side()).database.neverText.everything()).toMatchObject({ numbers: [number] });
});

/** A keychain that nobody can open. */
function silentKeychain(): KeyStore {
  const silent = async () => err(appErrorOf("keychain.unavailable", { reason: "time" }));
  return {
    read: silent,
    write: silent,
    remove: silent,
    readNote: silent,
    writeNote: silent,
    removeNote: silent,
    forgetAll: silent,
  };
}

test("where nobody can write down that the keychain must be emptied, that is said, and the program goes on", async () => {
  const kept = createMemoryKeyStore(key);
  const keychain = { ...silentKeychain() };
  const { program, dataFolder, side, holdsNumber } = await aProgram(keychain);
  await (await side()).database.neverText.add([number], "2026-07-15T12:00:00.000Z");
  // Nothing can be written over a folder.
  mkdirSync(join(dataFolder, "keychain-not-emptied"));
  const asked = await program.prepareErasing();
  const said = { code: "erase.keychain-unnoted" };
  expect(await program.eraseEverything(asked.ok ? asked.value.token : "")).toMatchObject({ error: said });
  expect(holdsNumber()).toBe(false);
  expect(await program.state()).toMatchObject({ value: { left: said, account: { mode: "none" } } });

  Object.assign(keychain, kept);
  await (await side()).account.refresh();
  expect(await program.state()).toMatchObject({ value: { left: null } });
  expect(await kept.read()).toEqual({ ok: true, value: null });
});

test("a program that cannot be opened after erasing says why, and is opened by whoever asks once it can be", async () => {
  const opening = { refused: false };
  const { program, holdsNumber, side } = await aProgram(createMemoryKeyStore(), temporaryFolder(), opening);
  await (await side()).database.neverText.add([number], "2026-07-15T12:00:00.000Z");
  const asked = await program.prepareErasing();
  opening.refused = true;
  expect(await program.eraseEverything(asked.ok ? asked.value.token : "")).toMatchObject({ ok: true });
  const full = { ok: false, error: { code: "disk.full" } };
  expect([await program.state(), await program.side(), await program.prepareErasing()]).toMatchObject([
    full,
    full,
    full,
  ]);
  opening.refused = false;
  expect(await program.state()).toMatchObject({ value: { left: null, counts: { neverText: 0 } } });
  expect(holdsNumber()).toBe(false);
});

test("a keychain that never answers is said to be what is left, and is emptied at the next start before it is read", async () => {
  const kept = createMemoryKeyStore(key);
  await kept.writeNote("erasing-key", "0f".repeat(32));
  const first = await aProgram(silentKeychain());
  await (await first.side()).database.neverText.add([number], "2026-07-15T12:00:00.000Z");
  const asked = await first.program.prepareErasing();
  const said = { code: "erase.keychain" };
  expect(await first.program.eraseEverything(asked.ok ? asked.value.token : "")).toMatchObject({ error: said });
  expect(await first.program.state()).toMatchObject({ value: { left: said } });
  expect(first.holdsNumber()).toBe(false);
  await first.close();

  const next = await aProgram(kept, first.dataFolder);
  await (await next.side()).account.refresh();
  expect(await next.program.state()).toMatchObject({ value: { left: null, account: { mode: "none" } } });
  expect([await kept.read(), await kept.readNote("erasing-key")]).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
  await kept.write(key);
  await next.close();
  // Once emptied, it is emptied no more.
  await (await aProgram(kept, first.dataFolder)).program.accounts();
  expect(await kept.read()).toEqual({ ok: true, value: key });
});

test("a program that cannot be opened at the start says why, and opens when it is asked again once it can be", async () => {
  const opening = { refused: true };
  const { program } = await aProgram(createMemoryKeyStore(), temporaryFolder(), opening);
  expect(await program.state()).toEqual(err(appErrorOf("disk.full")));
  // The computer may well sleep meanwhile: nothing is there to rest.
  await program.suspend();
  await program.resume();
  opening.refused = false;
  expect((await program.state()).ok).toBe(true);
});
