import { DatabaseSync } from "node:sqlite";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createMemoryKeyStore, type KeyStore } from "../../../../electron/account/key-store.ts";
import { startPracticeService } from "../../../../electron/practice/service.ts";
import { practiceRecords } from "../../../../electron/privacy/practice-records.ts";
import { createPrivacy, monthsBefore } from "../../../../electron/privacy/privacy.ts";
import type { Remote } from "../../../../electron/database/remote.ts";
import type { PrivacyStore } from "../../../../electron/privacy/privacy-store.ts";
import { appErrorOf } from "../../../../shared/errors.ts";
import { err } from "../../../../shared/result.ts";
import { people } from "../../../sending/a-campaign.ts";
import { temporaryFolder } from "../library/library-file.ts";
import { key, noon, Side } from "./a-side.ts";

const spring = "2026-03-01T09:00:00.000Z";
const number = "380670000000";

function aSide(): Side {
  const side = new Side();
  side.privacy.useKey(key);
  return side;
}

describe("people and texts that were kept long enough", () => {
  test("go, with the spreadsheet they came from; counts, price, times and what became of each stay", () => {
    const side = aSide();
    side.draft("sent", [{ number, cells: ["Olena-Canary", ""] }]);
    const recipients = people(3).map((person) => ({ ...person, name: "Name-Canary" }));
    side.over({ draftId: "sent", text: "Secret-Canary for {Name}", recipients }, spring);
    side.over({ campaignId: "campaign-2", recipients: people(2, "x", 380_990_000_000) }, noon);
    const before = side.journal.details("campaign-1");
    expect(side.privacy.sweep(noon, "2026-06-15T12:00:00.000Z")).toMatchObject({ campaigns: 1 });
    expect(side.inBytes(number, "Olena-Canary", "Secret-Canary", "Name-Canary")).toEqual([]);
    expect(side.journal.details("campaign-1")).toEqual({
      ...before,
      text: "",
      row: { ...before?.row, excerpt: "" },
    });
    const page = side.journal.people("campaign-1", { offset: 0, limit: 9 });
    expect(page.total).toBe(3);
    expect(page.rows.map(({ number, name, state }) => [number, name, state])).toEqual(
      Array.from({ length: 3 }, () => ["", "", "handed-over"]),
    );
    expect(side.journal.course("campaign-1").countries).toMatchObject([{ country: "UA" }]);
    expect(side.drafts.summaries()).toEqual([]);
    expect(side.journal.people("campaign-2", { offset: 0, limit: 1 }).rows).toMatchObject([{ number: "380990000000" }]);
  });

  test("still guard against a repetition, which only the key can tell", () => {
    const side = aSide();
    side.over({}, spring);
    const digest = String(side.journalFile.prepare("SELECT content_digest FROM campaign").get()?.["content_digest"]);
    side.privacy.sweep(noon, noon);
    expect(side.journal.sameContent(digest)).toMatchObject({ title: "Autumn bulbs" });
    expect(side.journal.textedLately([number], { since: "2026-01-01T00:00:00.000Z", now: noon })).toMatchObject({
      numbers: [number],
    });
    side.privacy.useKey("ab".repeat(32));
    expect(side.journal.sameContent(digest)).toBeNull();
    expect(side.journal.textedLately([number], { since: "2026-01-01T00:00:00.000Z", now: noon })).toBeNull();
  });

  test("do not go while anything can still happen to the campaign, nor before its planned time is that long ago", () => {
    const side = aSide();
    side.posted({ campaignId: "campaign-1" }, spring);
    side.over(
      {
        campaignId: "campaign-2",
        recipients: people(1, "x", 380_990_000_000),
        start: { utc: "2026-07-14T09:00:00.000Z", service: "2026-07-14 09:00:00", zone: "UTC" },
      },
      spring,
    );
    expect(side.privacy.hasToSweep(noon, "2026-06-15T12:00:00.000Z")).toBe(false);
    expect(side.privacy.sweep(noon, "2026-06-15T12:00:00.000Z")).toMatchObject({ campaigns: 0 });
  });

  test("a campaign that was taken back goes as well, and a crash before its draft went is made good", () => {
    const side = aSide();
    side.draft("back", [{ number, cells: ["Olena-Canary", ""] }]);
    side.over({ draftId: "back" }, spring);
    side.journalFile.exec(`UPDATE campaign SET erased_at = '${noon}'`);
    expect(side.privacy.hasToSweep(noon, null)).toBe(true);
    side.privacy.sweep(noon, null);
    expect(side.drafts.summaries()).toEqual([]);
    expect(side.privacy.hasToSweep(noon, null)).toBe(false);
  });

  test("take the copies from before a migration along", () => {
    const side = aSide();
    side.over({}, spring);
    writeFileSync(join(side.folder, "journal.sqlite.before-2"), number);
    side.privacy.sweep(noon, noon);
    expect(side.inBytes(number)).toEqual([]);
  });
});

/** The store as another thread sees it. */
function remote(store: PrivacyStore): Remote<PrivacyStore> {
  return new Proxy({} as Remote<PrivacyStore>, {
    get: (_target, method) => {
      const call: unknown = Reflect.get(store, method);
      if (typeof call !== "function") return undefined;
      return async (...args: unknown[]) => structuredClone((await Reflect.apply(call, store, args)) as unknown);
    },
  });
}

/** A side on which somebody was erased and stays out, started again: the key of the mark is where `keyStore` has it. */
async function withoutItsKey() {
  const side = new Side();
  const options = {
    database: { privacy: remote(side.privacy), journalProblem: null },
    keyStore: createMemoryKeyStore(),
    now: () => Date.parse(noon),
    changed() {},
  };
  await createPrivacy(options).erase(number, { keepOut: true, deleteDrafts: [] });
  side.privacy.useKey(null);
  return { side, options };
}

describe("the key of the marks", () => {
  test("is made when the first person is erased, kept beside the API key, and taken again at the next start", async () => {
    const side = new Side();
    side.over();
    const keyStore = createMemoryKeyStore();
    const options = {
      database: { privacy: remote(side.privacy), journalProblem: null },
      keyStore,
      now: () => Date.parse(noon),
      changed() {},
    };
    await createPrivacy(options).unlock();
    expect(await keyStore.readNote("erasing-key")).toEqual({ ok: true, value: null });
    expect(await createPrivacy(options).erase(number, { keepOut: true, deleteDrafts: [] })).toEqual({
      ok: true,
      value: null,
    });
    expect(await keyStore.readNote("erasing-key")).toMatchObject({ value: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(side.neverText.among([number])).toEqual([number]);
    side.privacy.useKey(null);
    await createPrivacy(options).unlock();
    expect(side.neverText.among([number])).toEqual([number]);
  });

  test("was lost, or is another computer's: nobody takes its place, so whoever is to stay out is not texted", async () => {
    const { side, options } = await withoutItsKey();
    const elsewhere = { ...options, keyStore: createMemoryKeyStore() };
    expect(await createPrivacy(elsewhere).erase("380670000009", { keepOut: true, deleteDrafts: [] })).toMatchObject({
      error: { code: "never-text.key-lost" },
    });
    expect(await elsewhere.keyStore.readNote("erasing-key")).toEqual({ ok: true, value: null });
    expect(side.neverText.isSealed()).toBe(true);
    const again = createPrivacy(elsewhere);
    await again.unlock();
    expect(side.neverText.isSealed()).toBe(true);
    expect(await again.state()).toMatchObject({ problem: { code: "never-text.key-lost" }, lostMarks: 1 });
    expect(await again.sealed()).toMatchObject({ code: "never-text.key-lost" });
    await createPrivacy(options).unlock();
    expect(side.neverText.among([number])).toEqual([number]);
  });

  test("was lost: whoever it knew can be forgotten, and only then are they strangers and others can be erased", async () => {
    const side = new Side();
    let changes = 0;
    const options = {
      database: { privacy: remote(side.privacy), journalProblem: null },
      keyStore: createMemoryKeyStore(),
      now: () => Date.parse(noon),
      changed: () => void (changes += 1),
    };
    const before = createPrivacy(options);
    await before.erase(number, { keepOut: true, deleteDrafts: [] });
    // While the key is there nothing is forgotten.
    expect(await before.forgetMarks()).toEqual({ ok: true, value: null });
    expect(side.neverText.among([number])).toEqual([number]);
    side.privacy.useKey(null);

    const lost = createPrivacy({ ...options, keyStore: createMemoryKeyStore() });
    const told = changes;
    expect(await lost.forgetMarks()).toEqual({ ok: true, value: null });
    expect(changes).toBe(told + 1);
    expect([await lost.sealed(), (await lost.state()).problem, (await lost.state()).lostMarks]).toEqual([
      null,
      null,
      0,
    ]);
    expect(side.neverText.among([number])).toEqual([]);
    expect(await lost.erase("380670000009", { keepOut: true, deleteDrafts: [] })).toEqual({ ok: true, value: null });
    expect(side.neverText.among([number, "380670000009"])).toEqual(["380670000009"]);
  });

  test("is waited for before a POST that is at its last look, so that nobody gets on the list in between", async () => {
    const side = new Side();
    const order: string[] = [];
    const memory = createMemoryKeyStore();
    const readNote = async (name: string) => {
      order.push("keychain");
      return memory.readNote(name);
    };
    const privacy = createPrivacy({
      database: { privacy: remote(side.privacy), journalProblem: null },
      keyStore: { ...memory, readNote },
      now: () => Date.parse(noon),
      changed: () => void order.push("erased"),
    });
    await privacy.erase(number, { keepOut: true, deleteDrafts: [] }, async () => void order.push("gate"));
    expect(order).toEqual(["keychain", "gate", "erased"]);
  });

  test("cannot be asked for: nobody is forgotten, for it may still be there", async () => {
    const { side, options } = await withoutItsKey();
    const readNote = async () => err(appErrorOf("keychain.unavailable"));
    const locked = createPrivacy({ ...options, keyStore: { ...createMemoryKeyStore(), readNote } });
    expect(await locked.forgetMarks()).toMatchObject({ error: { code: "keychain.unavailable" } });
    expect(await locked.sealed()).toMatchObject({ code: "never-text.sealed" });
    expect(side.neverText.isSealed()).toBe(true);
  });

  test("was had by one who asked: another question that the keychain did not answer is no problem any more", async () => {
    const { side, options } = await withoutItsKey();
    const late = Promise.withResolvers<void>();
    let asked = 0;
    const readNote: KeyStore["readNote"] = async (name) => {
      if (asked++ === 0) return options.keyStore.readNote(name);
      await late.promise;
      return err(appErrorOf("keychain.unavailable"));
    };
    const privacy = createPrivacy({ ...options, keyStore: { ...options.keyStore, readNote } });
    const [first, second] = [privacy.unlock(), privacy.unlock()];
    await first;
    late.resolve();
    await second;
    expect(side.neverText.among([number])).toEqual([number]);
    expect(await privacy.state()).toMatchObject({ problem: null });
  });

  test("cannot be had: nothing is erased by itself, nobody is promised to stay out, and Settings says why", async () => {
    const side = new Side();
    side.over({}, spring);
    const locked = async () => err(appErrorOf("keychain.unavailable"));
    const keyStore = { ...createMemoryKeyStore(), readNote: locked };
    const database = { privacy: remote(side.privacy), journalProblem: null };
    const privacy = createPrivacy({ database, keyStore, now: () => Date.parse(noon), changed() {} });
    await privacy.sweep(1);
    expect(side.inBytes(number)).toEqual([number]);
    expect(await privacy.state()).toMatchObject({ problem: { code: "keychain.unavailable" } });
    expect(await privacy.erase(number, { keepOut: true, deleteDrafts: [] })).toMatchObject({
      error: { code: "keychain.unavailable" },
    });
    expect(side.inBytes(number)).toEqual([number]);
    expect(await privacy.erase(number, { keepOut: false, deleteDrafts: [] })).toEqual({ ok: true, value: null });
    expect(side.inBytes(number)).toEqual([]);
  });
});

test("while the record of what was sent cannot be used, nobody is called erased", async () => {
  const side = new Side();
  side.neverText.add([number], noon);
  const database = { privacy: remote(side.privacy), journalProblem: appErrorOf("journal.damaged") };
  const keyStore = createMemoryKeyStore();
  const privacy = createPrivacy({ database, keyStore, now: () => Date.parse(noon), changed() {} });
  expect(await privacy.erase(number, { keepOut: false, deleteDrafts: [] })).toMatchObject({
    error: { code: "journal.damaged" },
  });
  expect(side.neverText.since(number)).toBe(noon);
});

test("what the practice service keeps of people goes too, while it runs", async () => {
  const file = join(temporaryFolder(), "service.sqlite");
  const service = await startPracticeService({ stateFile: file });
  const other = new DatabaseSync(file);
  other.exec(`
    INSERT INTO campaign VALUES (901, 1, 'api', 'send', 'x', 'x', 1, NULL, 0, 0, 0, 0, 0, NULL, NULL, 0, 1, 0);
    INSERT INTO message VALUES (9001, 901, 0, '${number}', 'Secret-Canary', 'x', NULL, 1, 0, NULL, 0, 0, 0, 'delivered');
    INSERT INTO message VALUES (9002, 901, 1, '380679999999', 'Other-Canary', 'x', NULL, 1, 0, NULL, 0, 0, 0, 'delivered');
    INSERT INTO stop_entry VALUES (9001, '${number}', 0);
  `);
  const kept = () =>
    JSON.stringify(other.prepare("SELECT phone, text FROM message UNION SELECT phone, '' FROM stop_entry").all());
  const records = practiceRecords(file);
  records.erasePerson(number);
  expect(kept()).not.toMatch(/380670000000|Secret-Canary/);
  expect(kept()).toContain("Other-Canary");
  records.eraseCampaigns(["901"]);
  expect(kept()).not.toContain("Other-Canary");
  other.close();
  await service.close();
});

test.each([
  ["2026-07-31T12:00:00.000Z", 1, "2026-06-30T12:00:00.000Z"],
  ["2026-03-30T12:00:00.000Z", 1, "2026-02-28T12:00:00.000Z"],
  ["2026-01-15T00:00:00.000Z", 12, "2025-01-15T00:00:00.000Z"],
])("%s less %d months is %s", (from, months, before) => {
  expect(new Date(monthsBefore(Date.parse(from), months)).toISOString()).toBe(before);
});
