import { describe, expect, it } from "vitest";
import { accepted, practiceAccount, toNumbers, type PracticeAccount, type Reply } from "./practice-account.ts";

const one = { phones: [{ number: 380_671_234_567 }], sender: "FloraKyiv", text: "Hello" };
const message = { phone: 380_671_234_567, sender: "FloraKyiv", text: "Hello" };

/** Every try has a text of its own, so that none is refused as a repetition. */
const never = { duplicateSeconds: { campaigns: 0 } };

const refusedAt = (reply: Reply): string[] =>
  reply.status === 422 ? Object.keys(reply.at("errors") ?? {}) : [`status ${reply.status}`];

async function eachRefused(account: PracticeAccount, path: string, tries: readonly [object, string][]): Promise<void> {
  for (const [body, at] of tries) {
    const reply = await account.post(`/api/campaigns/sms/${path}`, body);
    expect.soft(refusedAt(reply), JSON.stringify(body).slice(0, 120)).toContain(at);
  }
  expect(account.service.ledger().messages).toEqual([]);
}

describe("POST /api/campaigns/sms/send", () => {
  it("refuses every field that breaks its rule, by its squeezed path", async () => {
    const account = await practiceAccount({ switches: never });
    await eachRefused(account, "send", [
      [{ ...one, phones: undefined }, "phones"],
      [{ ...one, phones: [] }, "phones"],
      [{ ...one, phones: [{ number: "380671234567" }] }, "phones0number"],
      [{ ...one, phones: [{ number: 12_345_678 }] }, "phones0number"],
      [{ ...one, phones: [{ number: 1_234_567_890_123_456 }] }, "phones0number"],
      [{ ...one, phones: [{ number: 380_671_234_567.5 }] }, "phones0number"],
      [
        { ...one, phones: [...one.phones, { number: 380_501_112_233, reference_id: "no-dash" }] },
        "phones1reference_id",
      ],
      [{ ...one, phones: [{ number: 380_671_234_567, reference_id: "A".repeat(33) }] }, "phones0reference_id"],
      [{ ...one, phones: [{ number: 380_671_234_567, reference_id: "" }] }, "phones0reference_id"],
      [{ ...one, sender: undefined }, "sender"],
      [{ ...one, sender: "" }, "sender"],
      [{ ...one, sender: "TwelveLetter" }, "sender"],
      [{ ...one, sender: "1234567890123456" }, "sender"],
      [{ ...one, sender: "Флора" }, "sender"],
      [{ ...one, sender: "FLORA-SALE" }, "sender"],
      [{ ...one, sender: "FloraPL" }, "sender"],
      [{ ...one, sender: "Nobody" }, "sender"],
      [{ ...one, text: undefined }, "text"],
      [{ ...one, text: "" }, "text"],
      [{ ...one, text: "a".repeat(766) }, "text"],
      [{ ...one, text: "ж".repeat(336) }, "text"],
      [{ ...one, text: "€".repeat(381) }, "text"],
      [{ ...one, validity: 0 }, "validity"],
      [{ ...one, validity: 73 }, "validity"],
      [{ ...one, validity: "24" }, "validity"],
      [{ ...one, tariff_code: 10 }, "tariff_code"],
      [{ ...one, tariff_code: 4 }, "tariff_code"],
      [{ ...one, tariff_code: 5 }, "tariff_code"],
      [{ ...one, transliterate: "yes" }, "transliterate"],
      [{ ...one, callback_url: `https://${"a".repeat(100)}` }, "callback_url"],
      [{ ...one, short_links: [{ link: "https://flora.example", placeholder: "" }] }, "short_links0placeholder"],
      [{ ...one, start_at: "2026-07-16T10:00:00" }, "start_at"],
      [{ ...one, start_at: "2026-02-30 10:00:00" }, "start_at"],
      [{ ...one, start_at: "2026-08-14 09:00:01" }, "start_at"],
    ]);
  });

  it("takes what is just within the rules and ignores unknown fields", async () => {
    const account = await practiceAccount({ switches: { ...never, anySender: true } });
    for (const body of [
      one,
      { ...one, text: "a".repeat(765) },
      { ...one, text: "ж".repeat(335) },
      { ...one, text: "€".repeat(380) },
      { ...one, phones: [{ number: 100_000_000 }, { number: 999_999_999_999_999 }] },
      { ...one, phones: [{ number: 380_671_234_567, reference_id: "Az0".padEnd(32, "9") }] },
      { ...one, sender: "1" },
      { ...one, sender: "123456789012345" },
      { ...one, sender: "Flora & Co." },
      { ...one, validity: 72, tariff_code: 1, transliterate: false, colour: "green" },
      { ...one, validity: null, tariff_code: null, start_at: null },
      { ...one, start_at: "2026-08-14 09:00:00" },
    ]) {
      await accepted(account, body);
    }
  });

  it("takes 10,000 numbers and refuses one more", async () => {
    const account = await practiceAccount();
    expect(refusedAt(await account.post("/api/campaigns/sms/send", toNumbers(10_001)))).toEqual(["phones"]);
    await accepted(account, toNumbers(10_000));
    expect(account.service.ledger().messages).toHaveLength(10_000);
  });

  it("compares whole items: the same number passes under another reference, not under the same", async () => {
    const account = await practiceAccount();
    const number = 380_671_234_567;
    const post = (phones: object[]) => account.post("/api/campaigns/sms/send", { ...one, phones });
    expect(
      refusedAt(
        await post([
          { number, reference_id: "A" },
          { number, reference_id: "A" },
        ]),
      ),
    ).toEqual(["phones"]);
    expect(refusedAt(await post([{ number }, { number }]))).toEqual(["phones"]);
    expect(
      (
        await post([
          { number, reference_id: "A" },
          { number, reference_id: "B" },
        ])
      ).status,
    ).toBe(200);
  });

  it("counts the length after its own transliteration", async () => {
    const account = await practiceAccount();
    await accepted(account, { ...one, text: "ж".repeat(336), transliterate: true });
    expect(account.service.ledger().messages[0]).toMatchObject({ text: "zh".repeat(336), parts: 5 });
  });

  it("names every fault of a request at once", async () => {
    const { post } = await practiceAccount();
    const reply = await post("/api/campaigns/sms/send", {
      phones: [{ number: 1 }],
      sender: "",
      text: "x",
      validity: 99,
    });
    expect(refusedAt(reply)).toEqual(["validity", "sender", "phones0number"]);
  });
});

describe("POST /api/campaigns/sms/send-individual", () => {
  it("refuses every field that breaks its rule, by its squeezed path", async () => {
    const account = await practiceAccount({ switches: never });
    await eachRefused(account, "send-individual", [
      [{}, "messages"],
      [{ messages: [] }, "messages"],
      [{ messages: [message, message] }, "messages"],
      [{ messages: [{ ...message, phone: undefined, number: 380_671_234_567 }] }, "messages0phone"],
      [{ messages: [message, { ...message, phone: 1 }] }, "messages1phone"],
      [{ messages: [{ ...message, sender: undefined }], sender: "FloraKyiv" }, "messages0sender"],
      [{ messages: [{ ...message, sender: "Nobody" }] }, "messages0sender"],
      [{ messages: [message, { ...message, text: "ж".repeat(336) }] }, "messages1text"],
      [{ messages: [{ ...message, reference_id: "a b" }] }, "messages0reference_id"],
      [{ messages: [{ ...message, tariff_code: 4 }] }, "messages0tariff_code"],
      [{ messages: [message], validity: 100 }, "validity"],
      [{ messages: [message], start_at: "tomorrow" }, "start_at"],
      [{ messages: Array.from({ length: 10_001 }, (_, row) => ({ ...message, text: `${row}` })) }, "messages"],
    ]);
  });

  it("takes a text, sender, tariff and reference of its own for every number", async () => {
    const account = await practiceAccount();
    const messages = [
      { ...message, reference_id: "A1" },
      { phone: 48_501_112_233, sender: "Flora Shop", text: "Дякуємо", reference_id: "A2", tariff_code: 1 },
    ];
    await accepted(account, { messages }, "send-individual");
    expect(account.service.ledger().messages).toMatchObject([
      { phone: "380671234567", text: "Hello", sender: "FloraKyiv", reference: "A1", parts: 1, price: 22_600 },
      { phone: "48501112233", text: "Дякуємо", sender: "Flora Shop", reference: "A2", parts: 1, price: 21_840 },
    ]);
  });

  it("ignores misspelt fields, and with them the reference", async () => {
    const account = await practiceAccount();
    await accepted(account, { messages: [{ ...message, referenced_id: "A1", tarrif_code: 7 }] }, "send-individual");
    expect(account.service.ledger().messages[0]?.reference).toBeNull();
  });
});

describe("POST /api/campaigns/sms/send-groups", () => {
  const groups = { groups: [7_002], sender: "FloraKyiv", text: "Hello" };

  it("refuses every field that breaks its rule", async () => {
    const account = await practiceAccount({ switches: never });
    await eachRefused(account, "send-groups", [
      [{ ...groups, groups: undefined }, "groups"],
      [{ ...groups, groups: [] }, "groups"],
      [{ ...groups, groups: [7_002, 7_002] }, "groups"],
      [{ ...groups, groups: [7_002, 1] }, "groups1"],
      [{ ...groups, sender: "Nobody" }, "sender"],
      [{ ...groups, text: "ж".repeat(336) }, "text"],
      [{ ...groups, start_at: "x" }, "start_at"],
    ]);
  });
});

describe("the planned time", () => {
  it("is read on the clocks that the service is set to", async () => {
    const account = await practiceAccount({ switches: { startAtZone: "Europe/Kyiv" } });
    const id = await accepted(account, { ...one, start_at: "2026-07-15 14:00:00" });
    const status = async () => (await account.get(`/api/campaigns/${id}`)).at("data");
    account.pass(2 * 3600 - 1);
    expect(await status()).toMatchObject({ status: "scheduled", start_at: "2026-07-15 14:00:00", real_start_at: null });
    account.pass(1);
    expect(await status()).toMatchObject({ status: "sending", real_start_at: "2026-07-15 11:00:00" });
  });

  it("is sent at once when it has passed, or refused, as the switch says", async () => {
    const account = await practiceAccount({ switches: never });
    const past = { ...one, start_at: "2026-07-15 08:00:00" };
    const id = await accepted(account, past);
    account.pass(5);
    expect((await account.get(`/api/campaigns/${id}`)).at("data", "status")).toBe("sending");
    account.service.setSwitches({ pastStartAt: "refuse" });
    expect(refusedAt(await account.post("/api/campaigns/sms/send", past))).toEqual(["start_at"]);
  });
});
