import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { practiceKey } from "../../../../electron/practice/account.ts";
import { startPracticeService } from "../../../../electron/practice/service.ts";
import { accepted, logIn, noon, practiceAccount, send, toNumbers } from "./practice-account.ts";

function claims(bearer: string): { id: number; exp: number } {
  const body = Buffer.from(bearer.split(".")[1] ?? "", "base64url").toString();
  return z.object({ id: z.number(), exp: z.number() }).parse(JSON.parse(body));
}

describe("logging in", () => {
  it("gives a JWT with the account's id that lives for 30 days", async () => {
    const { bearer } = await practiceAccount();
    expect(claims(bearer)).toEqual({ id: 7_100_002, exp: noon / 1000 + 30 * 24 * 3600 });
  });

  it("knows the key of practice mode and any key that it was given", async () => {
    const { service } = await practiceAccount({ keys: { live_rotated: 7_100_002 } });
    expect(claims(await logIn(service.url, practiceKey)).id).toBe(7_100_001);
    expect(claims(await logIn(service.url, "live_rotated")).id).toBe(7_100_002);
  });

  it("refuses an unknown key, and every key while keys are refused, with the words of the service", async () => {
    const { service } = await practiceAccount();
    const url = `${service.url}/api/auth/login`;
    const unknown = await send(url, "POST", { api_key: "live_nobody" });
    expect([unknown.status, unknown.at()]).toEqual([401, { code: 401, message: "API Key not found" }]);
    service.setSwitches({ refuseKeys: true });
    expect((await send(url, "POST", { api_key: practiceKey })).status).toBe(401);
  });

  it("refuses a body without a key", async () => {
    const { service } = await practiceAccount();
    const reply = await send(`${service.url}/api/auth/login`, "POST", { key: 1 });
    expect([reply.status, Object.keys(reply.at("errors") ?? {})]).toEqual([422, ["api_key"]]);
  });
});

describe("the JWT", () => {
  it("is asked for on every call", async () => {
    const { service } = await practiceAccount();
    const reply = await send(`${service.url}/api/accounts/balance`, "GET");
    expect([reply.status, reply.at()]).toEqual([401, { code: 401, message: "JWT Token not found" }]);
  });

  it("is refused when it was not signed here", async () => {
    const { service, bearer } = await practiceAccount();
    for (const bad of [`${bearer}x`, "a.b.c", "abc"]) {
      const reply = await send(`${service.url}/api/campaigns`, "GET", undefined, { Authorization: `Bearer ${bad}` });
      expect.soft([reply.status, reply.at("message")]).toEqual([401, "Invalid JWT Token"]);
    }
  });

  it("ends with its time, and is not refreshed after that", async () => {
    const account = await practiceAccount({ switches: { tokenSeconds: 60 } });
    account.pass(59);
    expect((await account.get("/api/accounts/balance")).status).toBe(200);
    account.pass(1);
    for (const reply of [await account.get("/api/accounts/balance"), await account.post("/api/auth/refresh", {})]) {
      expect.soft([reply.status, reply.at("message")]).toEqual([401, "Expired JWT Token"]);
    }
  });

  it("is refreshed into one that lives longer", async () => {
    const account = await practiceAccount();
    account.pass(1000);
    const fresh = await account.call("POST", "/api/auth/refresh");
    expect(claims(z.string().parse(fresh.at("bearer")))).toEqual({
      id: 7_100_002,
      exp: noon / 1000 + 1000 + 30 * 24 * 3600,
    });
  });

  it("opens only the campaigns of its own account", async () => {
    const account = await practiceAccount();
    const id = await accepted(account, toNumbers(1));
    const Authorization = `Bearer ${await logIn(account.service.url, "live_demo_key_0002")}`;
    const other = (path: string) => send(account.service.url + path, "GET", undefined, { Authorization });
    expect((await other(`/api/campaigns/${id}`)).status).toBe(404);
    expect((await other("/api/messages?filter[reference_id]=A0")).at("data")).toEqual([]);
    expect((await other("/api/accounts/balance")).at("data", "balance")).toBe(500);
  });
});

describe("the account", () => {
  it("has 500 euros and pays for what is accepted", async () => {
    const account = await practiceAccount();
    const balance = async () => (await account.get("/api/accounts/balance")).at("data");
    expect(await balance()).toEqual({ balance: 500, currency: "EUR", credit: 0 });
    await accepted(account, toNumbers(100));
    expect(await balance()).toEqual({ balance: 497.74, currency: "EUR", credit: 0 });
  });

  it("gets the balance that a test gives it, even less than nothing", async () => {
    const account = await practiceAccount();
    await accepted(account, toNumbers(100));
    account.service.setSwitches({ balance: -3.5 });
    expect((await account.get("/api/accounts/balance")).at("data", "balance")).toBe(-3.5);
  });

  it("has an active default sender beside others, blocked ones and ones being registered", async () => {
    const { get } = await practiceAccount();
    const rows = z
      .array(z.object({ sender: z.string(), status: z.string(), is_default: z.boolean(), created_at: z.string() }))
      .parse((await get("/api/senders?type=sms")).at("data"));
    expect(rows.filter((row) => row.is_default)).toMatchObject([{ sender: "FloraKyiv", status: "active" }]);
    expect(new Set(rows.map((row) => row.status))).toEqual(new Set(["active", "blocked", "registering"]));
    expect((await get("/api/senders")).status).toBe(422);
  });

  it("has the direct tariff and another one", async () => {
    const { get } = await practiceAccount();
    const reply = await get("/api/accounts/tariff?page[limit]=15");
    expect(reply.at("data", 0)).toMatchObject({ code: 0, name: "direct", is_default: true, is_active: true });
    expect(reply.at("data", 1)).toMatchObject({ code: 1, is_default: false });
    expect(reply.at("total")).toBe(3);
  });

  it("is the same after the service was started again, and the old JWT still opens it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "practice-"));
    const stateFile = join(folder, "state.sqlite");
    const first = await startPracticeService({ stateFile, clock: { now: () => noon } });
    const Authorization = `Bearer ${await logIn(first.url, practiceKey)}`;
    await send(`${first.url}/api/campaigns/sms/send`, "POST", toNumbers(100), { Authorization });
    await first.close();
    const second = await startPracticeService({ stateFile, clock: { now: () => noon } });
    const reply = await send(`${second.url}/api/accounts/balance`, "GET", undefined, { Authorization });
    expect(reply.at("data", "balance")).toBe(497.74);
    expect(second.ledger().messages).toHaveLength(100);
    await second.close();
    await rm(folder, { recursive: true });
  });
});
