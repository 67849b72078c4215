import { describe, expect, test } from "vitest";
import { people } from "../../../sending/a-campaign.ts";
import { day, Desk, hour, minute, second } from "./desk.ts";

/** How often the service was asked for something whose path begins so. */
function asked(desk: Desk, path: string): number {
  return desk.service.ledger().requests.filter((request) => request.method === "GET" && request.path.startsWith(path))
    .length;
}

async function askedDuring(desk: Desk, path: string, ms: number): Promise<number> {
  const before = asked(desk, path);
  await desk.pass(ms);
  return asked(desk, path) - before;
}

const campaigns = "/api/campaigns/";
const busy = { method: "GET", path: "/api/*", act: "answer", status: 429, accepts: false } as const;

describe("following a campaign", () => {
  test("ends when every message has its outcome", async () => {
    const desk = await Desk.open();
    await desk.confirm();
    await desk.pass(10 * minute);
    expect(await desk.details()).toMatchObject({ row: { state: "finished" }, countsFinal: true });
    expect(await askedDuring(desk, "/api/", day)).toBe(0);
  });

  test("reads large campaigns more rarely, and no page again on which everybody has an outcome", async () => {
    const desk = await Desk.open({
      network: "memory",
      journal: "memory",
      switches: { pace: { messagesPerSecond: 20, deliverySeconds: [1, 2] }, balance: 1e6 },
    });
    await desk.confirm({ recipients: people(2000) });
    await desk.pass(5 * minute);
    expect((await desk.details()).countsFinal).toBe(true);
    // Four pages at each of a hundred looks would be four hundred.
    expect(asked(desk, campaigns)).toBeLessThan(40);
    expect(asked(desk, "/api/messages")).toBeLessThan(40);
    const { rows } = await desk.sending.people("campaign-1", { offset: 1500, limit: 500 });
    const states = new Set(rows.map(({ state }) => state));
    expect([...states].filter((state) => !["delivered", "failed", "expired", "unknown"].includes(state))).toEqual([]);
  });

  test("looks at one for next week within two minutes, then once an hour, and again before its time", async () => {
    const desk = await Desk.open();
    const start = desk.time.now() + 7 * day;
    const utc = new Date(start).toISOString();
    await desk.confirm({ start: { utc, service: utc.slice(0, 19).replace("T", " "), zone: "UTC" } });
    expect(await askedDuring(desk, campaigns, 2 * minute)).toBeGreaterThan(2);
    await desk.pass(2 * hour);
    expect(await askedDuring(desk, campaigns, 6 * day)).toBeLessThanOrEqual(6 * 24 + 1);
    await desk.pass(start - desk.time.now() - 6 * minute);
    expect(await askedDuring(desk, campaigns, 2 * minute)).toBeGreaterThan(0);
  });

  test("begins with one look at everything that is not over, after a start", async () => {
    const desk = await Desk.open({ switches: { pace: { messagesPerSecond: 0.01 } } });
    await desk.confirm();
    await desk.pass(20 * second);
    desk.crash();
    const before = asked(desk, campaigns);
    await desk.sending.start();
    await desk.settle();
    expect(asked(desk, campaigns)).toBe(before + 1);
  });
});

describe("a service that is asked too often", () => {
  async function underWay(): Promise<Desk> {
    const desk = await Desk.open({ switches: { pace: { messagesPerSecond: 0.1 } } });
    await desk.confirm({ recipients: people(60) });
    await desk.pass(10 * second);
    return desk;
  }

  test("and says for how long is left alone so long", async () => {
    const desk = await underWay();
    const faults = [{ ...busy, body: { kind: "empty" as const }, headers: { "retry-after": "180" }, times: 1 }];
    desk.service.setSwitches({ faults });
    await desk.until(async () => {
      await desk.pass(second);
      return desk.service.ledger().requests.some(({ outcome }) => outcome.includes("answered 429"));
    });
    expect(await askedDuring(desk, "/api/", 178 * second)).toBe(0);
    expect(await askedDuring(desk, "/api/", 30 * second)).toBeGreaterThan(0);
    expect((await desk.details()).refreshProblem).toBeNull();
  });

  test("and does not say for how long is asked ever more rarely", async () => {
    const desk = await underWay();
    desk.service.setSwitches({ faults: [{ ...busy, body: { kind: "empty" as const } }] });
    await desk.pass(10 * minute);
    expect((await desk.details()).refreshProblem).toMatchObject({ code: "service.busy" });
    expect(await askedDuring(desk, "/api/", hour)).toBeLessThanOrEqual(7);
    desk.service.setSwitches({ faults: [] });
    await desk.pass(30 * minute);
    expect((await desk.details()).refreshProblem).toBeNull();
  });

  test("and has nothing left of its limit is left alone until the limit begins anew", async () => {
    const desk = await underWay();
    const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "90" };
    const detail = { ...busy, path: "/api/campaigns/*/detail", status: 200, accepts: true } as const;
    desk.service.setSwitches({ faults: [{ ...detail, body: { kind: "own" as const }, headers, times: 1 }] });
    await desk.until(async () => {
      await desk.pass(second);
      return desk.service.ledger().requests.some(({ outcome }) => outcome.includes("answered 200 own"));
    });
    await desk.pass(second);
    expect(await askedDuring(desk, "/api/", 80 * second)).toBe(0);
    expect(await askedDuring(desk, "/api/", 30 * second)).toBeGreaterThan(0);
  });
});
