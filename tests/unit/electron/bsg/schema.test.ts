import { expect, it } from "vitest";
import { answers } from "../../../../electron/bsg/schema.ts";

it("reads a campaign of which only the id is there", () => {
  expect(answers.campaign.parse({ data: { id: 7, name: null, start_at: null } })).toEqual({
    id: "7",
    name: "",
    sender: "",
    status: "",
    messageType: "",
    startAt: null,
    realStartAt: null,
    finishedAt: null,
    createdAt: null,
    calculatedPrice: null,
  });
});

it("keeps ids as text, status words in lower case and unknown ones as they are", () => {
  const read = answers.campaign.parse({ data: { id: "9007199254740993", status: "Brand-New", message_type: "SMS" } });
  expect(read).toMatchObject({ id: "9007199254740993", status: "brand-new", messageType: "sms" });
});

it("does not take an answer for a campaign that names none", () => {
  for (const json of [
    {},
    { data: null },
    { data: [] },
    { data: {} },
    { data: { id: null } },
    { data: { id: 1.5 } },
    5,
  ]) {
    expect(answers.campaign.safeParse(json).success).toBe(false);
  }
});

it("reads amounts as numbers and as text, and knows no price without a currency", () => {
  const price = (calculated_price: unknown, currency: unknown) =>
    answers.campaign.parse({ data: { id: 1, calculated_price, currency } }).calculatedPrice;
  expect(price(0.1, "EUR")).toEqual({ millionths: 100_000, currency: "EUR" });
  expect(price("12.345678", "UAH")).toEqual({ millionths: 12_345_678, currency: "UAH" });
  expect([price(null, "EUR"), price(5, null), price("much", "EUR"), price({}, "EUR")]).toEqual(Array(4).fill(null));
});

it("reads a detail under either name of its start, with counts as numbers or text and absent ones as 0", () => {
  const detail = answers.detail.parse({
    data: {
      id: 5,
      status: "done",
      start_date: "2026-03-03 10:00:00",
      statistics: { delivered: "2", sent: 1, failed: null, not_viber_user: 4 },
      total_messages: "3",
      total_price: "0.30",
      currency: "EUR",
    },
  });
  expect(detail).toMatchObject({
    startedAt: "2026-03-03 10:00:00",
    statistics: { delivered: 2, sent: 1, failed: 0, read: 0 },
    totalMessages: 3,
    totalPrice: { millionths: 300_000, currency: "EUR" },
  });
  expect(answers.detail.parse({ data: { id: 5, started_at: "a", start_date: "b" } })).toMatchObject({
    startedAt: "a",
    totalMessages: null,
    statistics: { delivered: 0 },
  });
});

it("reads a message with numbers where text is usual, and its amount", () => {
  const [message] = answers.messages.parse({
    data: [{ id: 1, campaign_id: 2, phone: 380501234567, amount: { value: "0.05", currency: "EUR" }, parts: "2" }],
    meta: { page: { total: "1", limit: 50, offset: 0 } },
  }).rows;
  expect(message).toMatchObject({
    campaignId: "2",
    phone: "380501234567",
    referenceId: null,
    price: { millionths: 50_000, currency: "EUR" },
    parts: 2,
  });
});

it("reads a message and a detail that lack their own id: what they are of is known", () => {
  const { rows } = answers.messages.parse({ data: [{ reference_id: "A1", phone: "00380501234567", status: "sent" }] });
  expect(rows).toMatchObject([{ referenceId: "A1", phone: "380501234567", status: "sent" }]);
  expect(answers.detail.parse({ data: { status: "sending", statistics: { sent: 1 } } })).toMatchObject({
    id: null,
    statistics: { sent: 1 },
  });
  for (const data of [{}, { message: "Server error" }, [], null]) {
    expect(answers.detail.safeParse({ data }).success, JSON.stringify(data)).toBe(false);
  }
});

it("reads a list with a campaign on it that names itself not; what has no word either is none", () => {
  const { rows } = answers.campaigns.parse({
    data: [
      { id: 7, status: "done" },
      { status: "sending", name: "By hand" },
    ],
  });
  expect(rows).toMatchObject([{ id: "7" }, { id: null, name: "By hand", status: "sending" }]);
  expect(answers.campaigns.safeParse({ data: [{ id: 7 }, { name: "By hand" }] }).success).toBe(false);
});

it("finds the total beside the rows or under meta, and does without", () => {
  const total = (answer: object) => answers.groups.parse({ data: [], ...answer }).total;
  expect([total({ total: 4 }), total({ meta: { page: { total: 5 } } }), total({ meta: [] }), total({})]).toEqual([
    4,
    5,
    null,
    null,
  ]);
});

it("never takes an unreadable list for an empty one", () => {
  for (const json of [{}, { data: null }, { data: {} }, { data: [null] }, { data: [{ phone: "1" }] }, [], "", null]) {
    expect(answers.messages.safeParse(json).success).toBe(false);
    expect(answers.campaigns.safeParse(json).success).toBe(false);
  }
});

it("reads a contact's fields in all three shapes", () => {
  const fieldsOf = (fields: unknown) => answers.contacts.parse({ data: [{ id: 1, phone: "+380 50", fields }] }).rows;
  expect(fieldsOf({ "388077": "Olena", "5": 7, "6": null })).toEqual([
    { id: "1", phone: "38050", fields: { "388077": "Olena", "5": "7" } },
  ]);
  expect(fieldsOf([])[0]?.fields).toEqual({});
  expect(fieldsOf([{ id: 388077, value: "Olena" }])[0]?.fields).toEqual({ "388077": "Olena" });
  expect(fieldsOf(null)[0]?.fields).toEqual({});
});

it("leaves out tariffs that are switched off and senders without a name", () => {
  expect(
    answers.tariffs.parse({ data: [{ code: "1", name: "a", is_default: 1 }, { code: 2, is_active: false }, {}] }).rows,
  ).toEqual([{ code: 1, name: "a", isDefault: true }, null, null]);
  expect(
    answers.senders.parse({ data: [{ sender: "Shop", status: "ACTIVE" }, { sender: "X", status: "new" }, { id: 3 }] }),
  ).toEqual([
    { name: "Shop", status: "active", isDefault: false },
    { name: "X", status: "other", isDefault: false },
  ]);
});

it("shows a negative balance and refuses one that cannot be read", () => {
  expect(answers.balance.parse({ data: { balance: "-3.5", currency: "EUR" } })).toEqual({
    millionths: -3_500_000,
    currency: "EUR",
  });
  expect(answers.balance.safeParse({ data: { balance: null, currency: "EUR" } }).success).toBe(false);
});

it("reads a price, none, and nothing at all", () => {
  expect(answers.price.parse({ price: 1.5, currency: "EUR" })).toEqual({ millionths: 1_500_000, currency: "EUR" });
  expect([answers.price.parse({ price: null, currency: "EUR" }), answers.price.parse({})]).toEqual([null, null]);
  expect(answers.price.safeParse([]).success).toBe(false);
});

it("takes nothing for a price that cannot be one, and a currency in small letters for what it is", () => {
  for (const [price, currency] of [
    [-5, "EUR"],
    ["-0.01", "EUR"],
    [1, ""],
    [1, "<b>EUR</b>"],
    [1, "EUROS"],
  ]) {
    expect(answers.price.parse({ price, currency })).toBeNull();
  }
  expect(answers.price.parse({ price: 3, currency: "eur" })).toEqual({ millionths: 3_000_000, currency: "EUR" });
  expect(answers.price.parse({ price: 0, currency: "EUR" })).toEqual({ millionths: 0, currency: "EUR" });
});
