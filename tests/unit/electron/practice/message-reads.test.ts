import { describe, expect, it } from "vitest";
import { accepted, practiceAccount, toNumbers } from "./practice-account.ts";

describe("GET /api/messages", () => {
  it("finds a message by its reference", async () => {
    const account = await practiceAccount();
    const id = await accepted(account, toNumbers(3));
    account.pass(60);
    const reply = await account.get("/api/messages?filter[reference_id]=A1");
    expect(reply.at("meta", "page", "total")).toBe(1);
    expect(reply.at("data", 0)).toMatchObject({
      campaign_id: id,
      reference_id: "A1",
      type: "sms",
      source: "rest",
      text: "Good morning",
      phone: "380670000001",
      validity: 72,
      amount: { value: "0.0226", currency: "EUR" },
      sender: "FloraKyiv",
      created_at: "2026-07-15 09:00:00",
      sent_at: "2026-07-15 09:00:05",
      country: "UA",
      parts: 1,
    });
  });

  it("answers an unknown reference with nothing", async () => {
    const { get } = await practiceAccount();
    expect((await get("/api/messages?filter[reference_id]=Nobody")).at()).toEqual({
      data: [],
      meta: { page: { total: 0, offset: 0, limit: 50 } },
    });
  });

  it("pages through a campaign, oldest first, 50 unless asked otherwise", async () => {
    const account = await practiceAccount();
    const id = await accepted(account, toNumbers(120));
    const page = (more: string) => account.get(`/api/messages?filter[campaign_id]=${id}${more}`);
    const first = await page("");
    expect(first.at("data", 0, "reference_id")).toBe("A0");
    expect(first.at("data", 49, "reference_id")).toBe("A49");
    expect(first.at("data", 50)).toBeUndefined();
    expect((await page("&page[offset]=100&page[limit]=500")).at("data", 19, "reference_id")).toBe("A119");
    expect((await page("&way=desc&page[limit]=15")).at("data", 0, "reference_id")).toBe("A119");
    expect((await page("&page[limit]=14")).status).toBe(422);
    expect((await page("&page[limit]=501")).status).toBe(422);
  });

  it("filters by time and by id, and knows no filter by status or number", async () => {
    const account = await practiceAccount();
    await accepted(account, toNumbers(2));
    const total = async (query: string) => (await account.get(`/api/messages?${query}`)).at("meta", "page", "total");
    expect(await total("filter[from]=2026-07-15 09:00:00&filter[to]=2026-07-15 09:00:00")).toBe(2);
    expect(await total("filter[from]=2026-07-15 09:00:01")).toBe(0);
    const id = Number((await account.get("/api/messages?filter[reference_id]=A1")).at("data", 0, "id"));
    expect(await total(`filter[id]=${id}`)).toBe(1);
    expect(await total("filter[reference_id]=A1&filter[status]=expired&filter[phone]=1")).toBe(1);
  });

  it("dates a message only once it is out", async () => {
    const account = await practiceAccount();
    await accepted(account, toNumbers(1));
    const message = await account.get("/api/messages?filter[reference_id]=A0");
    expect(message.at("data", 0)).toMatchObject({ status: "accepted", sent_at: null, delivered_at: null });
  });
});
