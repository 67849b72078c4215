import { describe, expect, it } from "vitest";
import { accepted, practiceAccount, toNumbers, type PracticeAccount } from "./practice-account.ts";

const byReference = async (account: PracticeAccount): Promise<unknown> =>
  (await account.get("/api/messages?filter[reference_id]=A0")).at("meta", "page", "total");

describe("what reads show of a new campaign", () => {
  it("lags by the seconds of the switch, in every read", async () => {
    const account = await practiceAccount({ switches: { readLagSeconds: 60 } });
    const id = await accepted(account, toNumbers(1));
    const everywhere = async () => [
      (await account.get(`/api/campaigns/${id}`)).status,
      (await account.get(`/api/campaigns/${id}/detail`)).status,
      (await account.get("/api/campaigns")).at("meta", "page", "total"),
      await byReference(account),
    ];
    account.pass(59);
    expect(await everywhere()).toEqual([404, 404, 3, 0]);
    account.pass(1);
    expect(await everywhere()).toEqual([200, 200, 4, 1]);
    expect((await account.get(`/api/campaigns/${id}`)).at("data", "status")).toBe("creation");
  });

  it("is nothing before moderation is over", async () => {
    const account = await practiceAccount({ switches: { unseenDuringModeration: true } });
    await accepted(account, toNumbers(1));
    account.pass(3.9);
    expect(await byReference(account)).toBe(0);
    account.pass(0.1);
    expect(await byReference(account)).toBe(1);
  });

  it("is nothing for so many looks that were about it", async () => {
    const account = await practiceAccount({ switches: { looksBeforeSeen: 3 } });
    await accepted(account, toNumbers(1));
    await account.get("/api/messages?filter[reference_id]=Other");
    const looks = [await byReference(account), await byReference(account), await byReference(account)];
    expect([looks, await byReference(account)]).toEqual([[0, 0, 0], 1]);
  });

  it("grows as its messages are taken in", async () => {
    const account = await practiceAccount({ switches: { takenInPerSecond: 10 } });
    const id = await accepted(account, toNumbers(50));
    const total = async () => (await account.get(`/api/campaigns/${id}/detail`)).at("data", "total_messages");
    account.pass(2);
    expect(await total()).toBe(20);
    expect((await account.get("/api/messages?filter[reference_id]=A40")).at("data")).toEqual([]);
    account.pass(3);
    expect(await total()).toBe(50);
  });
});
