import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { accountClient } from "../../../../electron/account/account-client.ts";
import type { BsgClient } from "../../../../electron/bsg/port.ts";
import { practiceKey } from "../../../../electron/practice/account.ts";
import { startPracticeService, type PracticeService } from "../../../../electron/practice/service.ts";
import type { SwitchesPatch } from "../../../../electron/practice/switches.ts";
import { testHttp } from "./servers.ts";

const pass = async () => true;
const day = 24 * 3600_000;
const serviceTime = (at: number) => new Date(at).toISOString().slice(0, 19).replace("T", " ");
const around = () => ({ from: serviceTime(Date.now() - 30 * day), to: serviceTime(Date.now() + 30 * day) });
type Faults = NonNullable<SwitchesPatch["faults"]>;

let service: PracticeService;
let client: BsgClient;
let dates: string[];

beforeEach(async () => {
  service = await startPracticeService({ stateFile: ":memory:" });
  dates = [];
  client = clientWith(practiceKey);
});
afterEach(() => service.close());

function clientWith(key: string): BsgClient {
  return accountClient(key, {
    base: service.url,
    http: testHttp(),
    now: () => Date.now(),
    onDate: (date) => dates.push(date),
  });
}

async function valueOf<T>(answer: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>): Promise<T> {
  const read = await answer;
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.error)}`);
  return read.value;
}

const send = (references: string[], sender = "FloraKyiv") =>
  JSON.stringify({
    phones: references.map((reference_id, n) => ({ number: 380501230000 + n, reference_id })),
    sender,
    text: "Hello",
  });

async function posted(body: string): Promise<string> {
  const outcome = await client.postCampaign("send", body, pass);
  expect(outcome).toMatchObject({ kind: "answered", status: 200 });
  const { data } = (outcome as { json: { data: { id: number } } }).json;
  return String(data.id);
}

const logins = () => service.ledger().requests.filter(({ path }) => path.startsWith("/api/auth/")).length;
const posts = () => service.ledger().requests.filter(({ path }) => path === "/api/campaigns/sms/send").length;

describe("campaigns", () => {
  it("posts each of the three kinds, and the service accepts what was written", async () => {
    const individual = {
      messages: [{ phone: 380501239999, sender: "FloraKyiv", text: "Only you", reference_id: "R9" }],
    };
    const groups = { groups: [7002], sender: "FloraKyiv", text: "Dear {388077}" };
    service.setSwitches({ stopListHonoured: "nowhere" });
    await posted(send(["R1", "R2"]));
    expect(await client.postCampaign("send-individual", JSON.stringify(individual), pass)).toMatchObject({
      status: 200,
    });
    expect(await client.postCampaign("send-groups", JSON.stringify(groups), pass)).toMatchObject({ status: 200 });
    const { campaigns, messages } = service.ledger();
    expect(campaigns.map(({ messages }) => messages)).toEqual([2, 1, 36]);
    expect(messages.slice(0, 3).map(({ reference, text }) => [reference, text])).toEqual([
      ["R1", "Hello"],
      ["R2", "Hello"],
      ["R9", "Only you"],
    ]);
  });

  it("does not begin a campaign when it cannot log in, and leaves the service alone when the gate says no", async () => {
    expect(await clientWith("live_nobody_knows").postCampaign("send", send(["R1"]), pass)).toMatchObject({
      kind: "not-begun",
      why: { code: "key.refused" },
    });
    expect(await client.postCampaign("send", send(["R1"]), async () => false)).toEqual({ kind: "withheld" });
    expect([posts(), service.ledger().messages.length]).toEqual([0, 0]);
  });

  it("hands a 401 to the send protocol instead of posting a campaign again", async () => {
    const faults: Faults = [{ act: "refuse-token", path: "/api/campaigns/sms/send", as: "expired", times: 1 }];
    service.setSwitches({ faults });
    expect(await client.postCampaign("send", send(["R1"]), pass)).toMatchObject({ kind: "answered", status: 401 });
    expect([posts(), logins()]).toEqual([1, 1]);
  });

  it("is broken, and posted once, when the answer is lost", async () => {
    for (const fault of [
      { act: "reset", accepts: true },
      { act: "cut-answer", atByte: 40 },
    ] as const) {
      service.setSwitches({ faults: [{ ...fault, path: "/api/campaigns/sms/*", times: 1 }] });
      const before = posts();
      expect(await client.postCampaign("send", send([`R${fault.act.length}`]), pass)).toMatchObject({ kind: "broken" });
      expect(posts() - before).toBe(1);
    }
  });

  it("takes a detail without an id for the one that it asked for, and none of another campaign", async () => {
    const id = await posted(send(["R1"]));
    const answered = async (data: { id?: number; status: string }) => {
      const body = { kind: "json" as const, value: { data } };
      service.setSwitches({ faults: [{ act: "answer", path: "/api/campaigns/*", status: 200, body, accepts: false }] });
      return client.detail(id);
    };
    expect(await answered({ status: "sending" })).toMatchObject({ ok: true, value: { id, status: "sending" } });
    expect(await answered({ id: 7, status: "done" })).toMatchObject({
      ok: false,
      error: { code: "service.malformed" },
    });
  });

  it("reads a campaign, its detail, its place in the list and its messages", async () => {
    const id = await posted(send(["R1", "R2"]));
    service.advance(60);
    expect(await valueOf(client.campaign(id))).toMatchObject({ id, sender: "FloraKyiv", status: "done" });
    expect(await valueOf(client.detail(id))).toMatchObject({ id, totalMessages: 2 });
    const list = await valueOf(client.campaigns({ offset: 0, limit: 50, ...around(), sender: "FloraKyiv" }));
    expect(list.rows[0]).toMatchObject({ id });
    expect(list).toMatchObject({ total: expect.any(Number), date: expect.any(String) });
    const messages = await valueOf(client.messages({ offset: 0, limit: 500, campaignId: id }));
    expect(messages.rows.map(({ referenceId, phone }) => [referenceId, phone])).toEqual([
      ["R1", "380501230000"],
      ["R2", "380501230001"],
    ]);
    const found = await valueOf(client.messages({ offset: 0, limit: 15, referenceId: "R2" }));
    expect(found.rows.map(({ campaignId }) => campaignId)).toEqual([id]);
    const none = await valueOf(client.messages({ offset: 0, limit: 15, referenceId: "R3" }));
    expect(none).toMatchObject({ rows: [], total: 0 });
  });

  it("stops a campaign once, and says when it is over or unknown", async () => {
    const id = await posted(send(["R1"]));
    expect(await valueOf(client.stopCampaign(id))).toMatchObject({ id, status: "stopped" });
    expect(await client.stopCampaign(id)).toMatchObject({ ok: false, error: { code: "service.status", status: 422 } });
    expect(await client.campaign("1")).toMatchObject({ ok: false, error: { code: "service.not-found", status: 404 } });
  });
});

describe("the account and the Contact Book", () => {
  it("reads balance, senders and the tariffs that are connected", async () => {
    expect(await valueOf(client.balance())).toEqual({ millionths: 500_000_000, currency: "EUR" });
    const senders = await valueOf(client.senders());
    expect(senders).toContainEqual({ name: "FloraKyiv", status: "active", isDefault: true });
    expect(senders).toContainEqual({ name: "FLORA-SALE", status: "blocked", isDefault: false });
    expect((await valueOf(client.tariffs())).map(({ code }) => code)).toEqual([0, 1]);
  });

  it("asks prices for numbers and for lists, and passes on why there is none", async () => {
    const query = { sender: "FloraKyiv", text: "Hello", tariffCode: null };
    const one = await valueOf(client.price({ ...query, phones: ["380501230000"] }));
    const two = await valueOf(client.price({ ...query, phones: ["380501230000", "380501230001"] }));
    expect(two?.millionths).toBe(2 * (one?.millionths ?? Number.NaN));
    expect(await valueOf(client.price({ ...query, groups: ["7002"] }))).toMatchObject({ currency: "EUR" });
    expect(await client.price({ ...query, tariffCode: 9, phones: ["380501230000"] })).toMatchObject({
      ok: false,
      error: { code: "service.tariff", status: 422 },
    });
  });

  it("reads lists, fields and contacts, page by page", async () => {
    expect(await valueOf(client.groups())).toContainEqual({ id: "7001", name: "Regular customers", people: 240 });
    expect(await valueOf(client.contactFields())).toContainEqual({ id: "388077", name: "Name", type: "text" });
    const page = (offset: number) => valueOf(client.contacts({ offset, limit: 30, groups: ["7002"] }));
    const [first, second] = [await page(0), await page(30)];
    expect([first.rows.length, second.rows.length, first.total]).toEqual([30, 6, 36]);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(36);
    expect(first.rows[0]).toMatchObject({ phone: expect.stringMatching(/^\d{9,15}$/), fields: expect.any(Object) });
  });

  it("puts any number of phones on the stop list and reads it", async () => {
    const before = (await valueOf(client.stopList({ offset: 0, limit: 500 }))).total ?? Number.NaN;
    const phones = Array.from({ length: 1001 }, (_, n) => String(380670000000 + n));
    expect(await client.addToStopList(phones)).toEqual({ ok: true, value: null });
    const { total } = await valueOf(client.stopList({ offset: 0, limit: 500 }));
    expect(total).toBe(before + 1001);
  });
});

describe("the session behind a call", () => {
  it("logs in once for many calls at the same time, and knows the account", async () => {
    const identities = await Promise.all([client.identity(), client.identity(), client.balance(), client.senders()]);
    const identity = { ok: true, value: "7100001" };
    expect(identities.slice(0, 2)).toEqual([identity, identity]);
    expect(logins()).toBe(1);
  });

  it("answers a 401 of a read with one login and one more try", async () => {
    await client.balance();
    service.setSwitches({ faults: [{ act: "refuse-token", path: "/api/accounts/balance", as: "invalid", times: 1 }] });
    expect(await client.balance()).toMatchObject({ ok: true });
    expect(logins()).toBe(2);
  });

  it("takes a second 401 for a refused key, and asks no third time", async () => {
    service.setSwitches({ faults: [{ act: "refuse-token", path: "/api/accounts/balance", as: "invalid" }] });
    expect(await client.balance()).toMatchObject({ ok: false, error: { code: "key.refused", status: 401 } });
    const asked = service.ledger().requests.filter(({ path }) => path === "/api/accounts/balance");
    expect(asked).toHaveLength(2);
  });

  it("logs in again when asked, and reports a key that no longer works", async () => {
    await client.balance();
    expect(await client.logInAgain()).toEqual({ ok: true, value: null });
    expect(logins()).toBe(2);
    service.setSwitches({ refuseKeys: true });
    expect(await client.logInAgain()).toMatchObject({ ok: false, error: { code: "key.refused" } });
  });

  it("passes on the Date of every answer", async () => {
    await client.balance();
    expect(dates.map((date) => Number.isNaN(Date.parse(date)))).toEqual([false, false]);
  });
});

describe("an answer that is not what was asked for", () => {
  it("is one typed refusal each", async () => {
    await client.identity();
    const table = [
      [{ status: 200, body: { kind: "html" } }, "service.not-json"],
      [{ status: 200, body: { kind: "empty" } }, "service.not-json"],
      [{ status: 200, body: { kind: "cut" } }, "network.broken"],
      [{ status: 200, body: { kind: "malformed" } }, "service.not-json"],
      [{ status: 200, body: { kind: "other-shape" } }, "service.malformed"],
      [{ status: 200, body: { kind: "huge", bytes: 20_000_000 } }, "service.too-large"],
      [{ status: 302, body: { kind: "empty" } }, "service.not-json"],
      [{ status: 403, body: { kind: "html" } }, "service.not-json"],
      [{ status: 429, body: { kind: "json", value: { message: "Slow down" } } }, "service.busy"],
      [{ status: 503, body: { kind: "html" } }, "service.unavailable"],
    ] as const;
    for (const [answer, code] of table) {
      const fault = { act: "answer", path: "/api/accounts/balance", times: 1, accepts: false, ...answer } as const;
      service.setSwitches({ faults: [fault] });
      expect(await client.balance()).toMatchObject({ ok: false, error: { code } });
    }
  });

  it("is said in the service's words where the account's mode forbids it", async () => {
    service.setSwitches({ mode: "demo" });
    expect(await client.postCampaign("send", send(["R1"]), pass)).toMatchObject({
      status: 403,
      json: { message: expect.stringContaining("DEMO") },
    });
  });
});
