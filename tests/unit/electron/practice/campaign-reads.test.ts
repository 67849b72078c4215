import { describe, expect, it } from "vitest";
import { z } from "zod";
import { accepted, practiceAccount, toNumbers, type PracticeAccount } from "./practice-account.ts";

/** A second for every state, then ten messages a second, each final two seconds after it began to go. */
const pace = {
  creationSeconds: 1,
  moderationSeconds: 1,
  messagesPerSecond: 10,
  sendingSeconds: 1,
  deliverySeconds: [1, 1] as [number, number],
};

const ids = z.array(z.object({ id: z.number() })).transform((rows) => rows.map((row) => row.id));
const statistics = z.record(z.string(), z.number());

async function detailOf(account: PracticeAccount, id: number) {
  const reply = await account.get(`/api/campaigns/${id}/detail`);
  return z
    .object({ status: z.string(), statistics, total_messages: z.number(), total_price: z.string() })
    .parse(reply.at("data"));
}

describe("the life of a campaign", () => {
  it("goes through every state and ends with a status for everybody", async () => {
    const account = await practiceAccount({ pace });
    const id = await accepted(account, { ...toNumbers(20), start_at: "2026-07-15 09:00:10" });
    const seen: string[] = [];
    for (const seconds of [0, 1, 1, 8, 1, 3]) {
      account.pass(seconds);
      seen.push((await detailOf(account, id)).status);
    }
    expect(seen).toEqual(["creation", "moderation", "scheduled", "sending", "sending", "done"]);
    const reply = await account.get(`/api/campaigns/${id}`);
    expect(reply.at("data")).toMatchObject({
      real_start_at: "2026-07-15 09:00:10",
      finished_at: "2026-07-15 09:00:13",
    });
  });

  it("shows how far every message is, and always all of them", async () => {
    const account = await practiceAccount({ pace });
    const id = await accepted(account, toNumbers(20));
    const counts: Record<string, number>[] = [];
    for (const seconds of [0, 1.5, 2, 1, 5]) {
      account.pass(seconds);
      const { statistics, total_messages: total } = await detailOf(account, id);
      expect(Object.values(statistics).reduce((sum, count) => sum + count, 0)).toBe(total);
      counts.push(Object.fromEntries(Object.entries(statistics).filter(([, count]) => count > 0)));
    }
    expect(counts[0]).toEqual({ accepted: 20 });
    expect(counts[1]).toEqual({ moderation: 20 });
    expect(counts[2]).toMatchObject({ sending: 10, sent: 6, accepted: 4 });
    expect(counts[4]).not.toHaveProperty("sent");
  });

  it("misleads about what was sent outside the detail, and about the price after the creation", async () => {
    const account = await practiceAccount({ pace });
    const id = await accepted(account, toNumbers(20));
    account.pass(3);
    const single = await account.get(`/api/campaigns/${id}`);
    const listed = await account.get("/api/campaigns?way=desc");
    expect(single.at("data")).toMatchObject({ statistics: { sent: 20 }, calculated_price: null });
    expect(listed.at("data", 0)).toMatchObject({ id, statistics: { sent: 0 }, calculated_price: 0 });
    expect(await detailOf(account, id)).toMatchObject({ total_price: "0.4520" });
  });

  it.each([
    ["spam", 0],
    ["paused", 10],
    ["frozen", 20],
  ])("may end as %s, with %i of 20 sent", async (campaignEnd, sent) => {
    const account = await practiceAccount({ pace, switches: { campaignEnd } });
    const id = await accepted(account, toNumbers(20));
    account.pass(60);
    expect((await detailOf(account, id)).status).toBe(campaignEnd);
    expect(account.service.ledger().messages.filter((message) => message.goes)).toHaveLength(sent);
  });
});

describe("PATCH /api/campaigns/{id}/stop", () => {
  it("keeps what has not begun to go from going, and lets the rest come to its end", async () => {
    const account = await practiceAccount({ pace });
    const id = await accepted(account, toNumbers(20));
    account.pass(3);
    const stop = await account.call("PATCH", `/api/campaigns/${id}/stop`);
    expect([stop.status, stop.at("data", "status")]).toEqual([200, "stopped"]);
    expect((await detailOf(account, id)).statistics).toMatchObject({ sent: 1, sending: 9, accepted: 10 });
    account.pass(60);
    const after = await detailOf(account, id);
    expect(after).toMatchObject({ status: "stopped", total_messages: 20, total_price: "0.2260" });
    expect(after.statistics).toMatchObject({ sending: 0, sent: 0, accepted: 10 });
    expect((await account.get("/api/accounts/balance")).at("data", "balance")).toBe(499.774);
  });

  it("sends nothing of a scheduled campaign, though its statistics say 3", async () => {
    const account = await practiceAccount({ pace });
    const id = await accepted(account, { ...toNumbers(20), start_at: "2026-07-16 09:00:00" });
    account.pass(100);
    const stop = await account.call("PATCH", `/api/campaigns/${id}/stop`);
    expect(stop.at("data")).toMatchObject({ status: "stopped", statistics: { sent: 3 }, real_start_at: null });
    account.pass(2 * 24 * 3600);
    expect((await detailOf(account, id)).statistics).toMatchObject({ scheduled: 20, delivered: 0, sent: 0 });
  });

  it("is refused for one that is over, stopped already, or in a state that cannot be stopped", async () => {
    const account = await practiceAccount({ pace, switches: { stoppable: ["sending"] } });
    const id = await accepted(account, toNumbers(20));
    const stop = () => account.call("PATCH", `/api/campaigns/${id}/stop`);
    expect((await stop()).at()).toEqual({ message: "Invalid campaign status", errors: [] });
    account.pass(3);
    expect((await stop()).status).toBe(200);
    expect((await stop()).status).toBe(422);
    const other = await accepted(account, toNumbers(20, "B"));
    account.pass(60);
    expect((await account.call("PATCH", `/api/campaigns/${other}/stop`)).status).toBe(422);
  });

  it("knows no campaign of another number", async () => {
    const { call } = await practiceAccount();
    expect((await call("PATCH", "/api/campaigns/17/stop")).status).toBe(404);
  });
});

describe("GET /api/campaigns", () => {
  it("shows older campaigns of the web account first", async () => {
    const { get } = await practiceAccount();
    const reply = await get("/api/campaigns");
    expect(reply.at("data", 0)).toMatchObject({ name: "Summer sale", status: "done" });
    expect(reply.at("data", 1)).toMatchObject({ name: "Workshop on Saturday", status: "stopped" });
    expect(reply.at("meta")).toEqual({ page: { total: 3, offset: 0, limit: 50 } });
  });

  it("leaves out what is scheduled unless filter[to] is ahead of it", async () => {
    const account = await practiceAccount();
    const id = await accepted(account, { ...toNumbers(1), start_at: "2026-07-20 09:00:00" });
    const shown = async (query: string) => ids.parse((await account.get(`/api/campaigns?${query}`)).at("data"));
    expect(await shown("")).not.toContain(id);
    expect(await shown("filter[from]=2026-07-01 00:00:00&filter[to]=2026-07-20 09:00:00")).toContain(id);
  });

  it("refuses more than three months, limits outside 30 to 500 and unknown sorts", async () => {
    const { get } = await practiceAccount();
    for (const query of [
      "filter[from]=2026-01-01 00:00:00",
      "filter[to]=soon",
      "page[limit]=29",
      "page[limit]=501",
      "page[offset]=-1",
      "sort=price",
      "way=up",
      "search[field]=text&search[value]=a",
    ]) {
      expect.soft((await get(`/api/campaigns?${query}`)).status, query).toBe(422);
    }
  });

  it("pages, sorts both ways, searches and filters by type", async () => {
    const account = await practiceAccount({ switches: { duplicateSeconds: { campaigns: 0 } } });
    for (let made = 0; made < 35; made += 1) await accepted(account, toNumbers(1, `R${made}x`));
    const shown = async (query: string) => ids.parse((await account.get(`/api/campaigns?${query}`)).at("data"));
    const all = await shown("");
    expect(all).toHaveLength(38);
    expect(all).toEqual([...all].sort((a, b) => a - b));
    expect([...(await shown("page[limit]=30")), ...(await shown("page[limit]=30&page[offset]=30"))]).toEqual(all);
    expect(await shown("way=desc")).toEqual([...all].reverse());
    expect(await shown("search[field]=sender&search[value]=flora shop")).toHaveLength(1);
    expect(await shown("search[field]=taskname&search[value]=summer")).toHaveLength(1);
    expect(await shown("filter[type]=viber")).toEqual([]);
  });
});
