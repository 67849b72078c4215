import { describe, expect, it } from "vitest";
import { z } from "zod";
import { accepted, practiceAccount, toNumbers } from "./practice-account.ts";

const send = "/api/campaigns/sms/send";
const phonesOf = (messages: readonly { phone: string }[]): string[] => messages.map((message) => message.phone);

describe("an accepted campaign", () => {
  it("is answered as done with nothing sent and no dates, a price and an id", async () => {
    const { post } = await practiceAccount();
    expect((await post(send, toNumbers(3))).at("data")).toEqual({
      id: 4_294_967_296,
      name: "API FloraKyiv 2026-07-15 09:00:00",
      sender: "FloraKyiv",
      status: "done",
      message_type: "sms",
      start_at: null,
      real_start_at: null,
      finished_at: null,
      created_at: "2026-07-15 09:00:00",
      statistics: { delivered: 0, sent: 0 },
      calculated_price: 0.0678,
      currency: "EUR",
      alternative_channels: null,
    });
  });

  it("is in the ledger with every number, text, reference, parts, price and time", async () => {
    const account = await practiceAccount();
    const id = await accepted(account, toNumbers(2, "R", "ж".repeat(80)));
    const { messages, campaigns } = account.service.ledger();
    expect(messages).toMatchObject([
      { campaign: id, row: 0, phone: "380670000000", text: "ж".repeat(80), reference: "R0", parts: 2, price: 45_200 },
      { campaign: id, row: 1, phone: "380670000001", reference: "R1", acceptedAt: Date.UTC(2026, 6, 15, 9) },
    ]);
    expect(campaigns).toMatchObject([{ id, kind: "send", sender: "FloraKyiv", messages: 2, haltAt: null }]);
  });

  it("writes created_at on the clocks that the service is set to, whatever zone start_at is in", async () => {
    const { post } = await practiceAccount({ switches: { createdAtZone: "Europe/Kyiv", startAtZone: "Asia/Tokyo" } });
    const reply = await post(send, { ...toNumbers(1), start_at: "2026-07-16 10:00:00" });
    expect(reply.at("data")).toMatchObject({ created_at: "2026-07-15 12:00:00", start_at: "2026-07-16 10:00:00" });
    expect(reply.headers.date).toBe("Wed, 15 Jul 2026 09:00:00 GMT");
  });
});

describe("the same request again", () => {
  it("is refused with 429 for a while and then judged anew", async () => {
    const account = await practiceAccount({ switches: { usedReference: "accepted" } });
    const body = toNumbers(1);
    await accepted(account, body);
    account.pass(9);
    const again = await account.post(send, body);
    expect([again.status, again.at()]).toEqual([429, { message: "Too many duplicate request detected" }]);
    account.pass(1);
    expect((await account.post(send, body)).status).toBe(200);
    expect(account.service.ledger().requests.map((each) => each.outcome)).toEqual(["200", "200", "429", "200"]);
  });

  it("is another one with new references, unless references are ignored", async () => {
    const account = await practiceAccount();
    await accepted(account, toNumbers(1, "A"));
    await accepted(account, toNumbers(1, "B"));
    account.service.setSwitches({ duplicatesIgnoreReferences: true });
    await accepted(account, toNumbers(1, "C"));
    expect((await account.post(send, toNumbers(1, "D"))).status).toBe(429);
  });
});

describe("a reference that was used before", () => {
  const mixed = {
    ...toNumbers(1),
    phones: [
      { number: 380_509_999_999, reference_id: "New1" },
      { number: 380_508_888_888, reference_id: "A1" },
    ],
  };
  async function afterTwo(usedReference: "request" | "message" | "200-error" | "200-empty" | "200-first" | "accepted") {
    const account = await practiceAccount({ switches: { usedReference } });
    const first = await accepted(account, toNumbers(2));
    return { account, first, reply: await account.post(send, mixed), ledger: account.service.ledger() };
  }

  it("refuses the whole request with 422 and names the message", async () => {
    const { reply, ledger } = await afterTwo("request");
    const words = "This reference_id was already used";
    expect([reply.status, reply.at()]).toEqual([422, { message: words, errors: { phones1reference_id: [words] } }]);
    expect(ledger.messages).toHaveLength(2);
  });

  it("refuses only that message inside a 200", async () => {
    const { reply, ledger } = await afterTwo("message");
    expect([reply.status, reply.at("data", "calculated_price")]).toEqual([200, 0.0226]);
    expect(phonesOf(ledger.messages)).toEqual(["380670000000", "380670000001", "380509999999"]);
  });

  it("refuses the whole inside a 200 without a campaign", async () => {
    const { reply, ledger } = await afterTwo("200-error");
    expect([reply.status, reply.at("data")]).toEqual([200, undefined]);
    expect([ledger.messages.length, ledger.campaigns.length]).toEqual([2, 1]);
  });

  it("refuses the whole inside a 200 with an empty campaign", async () => {
    const { account, reply, first, ledger } = await afterTwo("200-empty");
    expect([reply.status, reply.at("data", "id")]).toEqual([200, first + 1]);
    expect(ledger.messages).toHaveLength(2);
    const detail = await account.get(`/api/campaigns/${first + 1}/detail`);
    expect(detail.at("data", "total_messages")).toBe(0);
  });

  it("refuses the whole inside a 200 that shows the first campaign", async () => {
    const { reply, first, ledger } = await afterTwo("200-first");
    expect([reply.status, reply.at("data", "id")]).toEqual([200, first]);
    expect(ledger.messages).toHaveLength(2);
  });

  it("is not refused at all", async () => {
    const { reply, ledger } = await afterTwo("accepted");
    expect(reply.status).toBe(200);
    expect(ledger.messages.filter((message) => message.reference === "A1")).toHaveLength(2);
  });

  it("may be refused in the words of another reason", async () => {
    const account = await practiceAccount({ switches: { usedReferenceWords: "Sender was not found" } });
    await accepted(account, toNumbers(2));
    expect((await account.post(send, mixed)).at("message")).toBe("Sender was not found");
  });

  it("is refused within one request too", async () => {
    const { post } = await practiceAccount();
    const phones = [
      { number: 380_509_999_999, reference_id: "Same" },
      { number: 380_508_888_888, reference_id: "Same" },
    ];
    expect((await post(send, { ...toNumbers(1), phones })).at("errors", "phones1reference_id")).toBeDefined();
  });
});

describe("the mode of the account", () => {
  it("DEMO forbids every creation", async () => {
    const account = await practiceAccount({ switches: { mode: "demo" } });
    for (const [path, body] of [
      ["send", toNumbers(1)],
      ["send-groups", { groups: [7_002], sender: "FloraKyiv", text: "x" }],
      ["send-individual", { messages: [{ phone: 380_671_234_567, sender: "FloraKyiv", text: "x" }] }],
    ] as const) {
      expect.soft((await account.post(`/api/campaigns/sms/${path}`, body)).status, path).toBe(403);
    }
    expect(account.service.ledger().messages).toEqual([]);
  });

  it("TEST lets only numbers of the Contact Book be texted, and lists only when all are verified", async () => {
    const account = await practiceAccount({ switches: { mode: "test" } });
    const contact = await account.get("/api/contacts?page[limit]=15");
    const known = Number(contact.at("data", 0, "phone"));
    const stranger = await account.post(send, {
      ...toNumbers(1),
      phones: [{ number: known }, { number: 380_671_234_567 }],
    });
    expect([stranger.status, Object.keys(stranger.at("errors") ?? {})]).toEqual([422, ["phones1number"]]);
    await accepted(account, { ...toNumbers(1), phones: [{ number: known }] });
    const list = { groups: [7_002], sender: "FloraKyiv", text: "x" };
    expect((await account.post("/api/campaigns/sms/send-groups", list)).status).toBe(422);
    const group = (await account.post("/api/groups", { name: "Verified" })).at("data", "id");
    await account.post("/api/groups/attach", { contacts: [contact.at("data", 0, "id")], groups: [group] });
    await accepted(account, { ...list, groups: [group] }, "send-groups");
  });
});

describe("too little money", () => {
  it("refuses the campaign", async () => {
    const account = await practiceAccount({ switches: { balance: 0.05 } });
    expect((await account.post(send, toNumbers(3))).at("message")).toBe("Insufficient balance");
    await accepted(account, toNumbers(2));
  });

  it("or pauses it where the money ends", async () => {
    const account = await practiceAccount({ switches: { balance: 0.05, noMoney: "pause" } });
    const id = await accepted(account, toNumbers(5));
    account.pass(60);
    const detail = await account.get(`/api/campaigns/${id}/detail`);
    expect(detail.at("data")).toMatchObject({
      status: "paused",
      finished_at: null,
      total_messages: 5,
      total_price: "0.0452",
    });
    expect(account.service.ledger().messages.filter((message) => message.goes)).toHaveLength(2);
  });
});

describe("the stop list", () => {
  const list = { groups: [7_001], sender: "FloraKyiv", text: "x" };

  it("is honoured for Contact Book lists and not for numbers, unless the switch says otherwise", async () => {
    const account = await practiceAccount({
      switches: { usedReference: "accepted", duplicateSeconds: { campaigns: 0 } },
    });
    const stopped = Number((await account.get("/api/stoplist")).at("data", 0, "phone"));
    const texted = () =>
      account.service.ledger().messages.filter((message) => message.phone === String(stopped)).length;
    await accepted(account, list, "send-groups");
    expect(texted()).toBe(0);
    await accepted(account, { ...toNumbers(1), phones: [{ number: stopped }] });
    expect(texted()).toBe(1);
    account.service.setSwitches({ stopListHonoured: "everywhere" });
    await accepted(account, { ...toNumbers(1), phones: [{ number: stopped }] });
    expect(texted()).toBe(1);
    account.service.setSwitches({ stopListHonoured: "nowhere" });
    await accepted(account, list, "send-groups");
    expect(texted()).toBe(2);
  });
});

describe("a campaign to Contact Book lists", () => {
  it("goes once to everybody of its groups, with the fields filled in and unknown ones left", async () => {
    const account = await practiceAccount();
    const rows = await account.get("/api/contacts?groups[]=7002&page[limit]=15");
    await accepted(
      account,
      { groups: [7_002, 7_003], sender: "FloraKyiv", text: "Hi {388077}{388078}, {1}" },
      "send-groups",
    );
    const { messages } = account.service.ledger();
    expect(new Set(phonesOf(messages)).size).toBe(messages.length);
    const first = messages.find((message) => message.phone === rows.at("data", 0, "phone"));
    const { 388077: name, 388078: city = "" } = z
      .object({ 388077: z.string(), 388078: z.string().optional() })
      .parse(rows.at("data", 0, "fields"));
    expect(first?.text).toBe(`Hi ${name}${city}, {1}`);
    expect(first?.reference).toBeNull();
  });

  it("is refused when its groups are empty", async () => {
    const account = await practiceAccount();
    const group = (await account.post("/api/groups", { name: "Nobody" })).at("data", "id");
    const reply = await account.post("/api/campaigns/sms/send-groups", {
      groups: [group],
      sender: "FloraKyiv",
      text: "x",
    });
    expect(reply.status).toBe(422);
  });
});
