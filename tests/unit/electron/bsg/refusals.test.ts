import { describe, expect, it } from "vitest";
import { refusalKind, refusalOf } from "../../../../electron/bsg/refusals.ts";

const says = (message: string, errors: unknown = []) => ({ message, errors });
const codeOf = (status: number, json: unknown) => refusalOf({ status, json }).code;

describe("the error for an answer", () => {
  it("follows the service's words", () => {
    const table: [number, string, string][] = [
      [403, "Creating campaigns over the API is not available in DEMO account mode", "service.demo-mode"],
      [422, "In TEST mode messages go only to numbers of the contact book", "service.test-mode"],
      [422, "Insufficient balance", "service.no-money"],
      [400, "Not enough funds", "service.no-money"],
      [422, "Sender was not found", "service.sender"],
      [422, "Tariff was not found", "service.tariff"],
      [422, "Text is too long", "service.text"],
      [422, "Invalid phone number format", "service.number"],
      [422, "start_at is in the past", "service.time"],
      [422, "Invalid campaign status", "service.status"],
      [429, "Too many duplicate request detected", "service.duplicate-request"],
      [429, "Too many requests", "service.busy"],
      [422, "This reference was used before", "service.duplicate-request"],
      [402, "Pay first", "service.no-money"],
      [404, "Not Found", "service.not-found"],
      [401, "Expired JWT Token", "key.refused"],
      [418, "I am a teapot", "service.refused"],
      [500, "Sender was not found", "service.unavailable"],
    ];
    expect(table.map(([status, message]) => codeOf(status, says(message)))).toEqual(table.map(([, , code]) => code));
  });

  it("believes a field's name before the sentence under it", () => {
    const field = (path: string, sentence = "This value is not valid.") =>
      codeOf(422, says("Validation failed", { [path]: [sentence] }));
    expect(
      [
        "messages0phone",
        "phones17number",
        "phones",
        "messages12text",
        "text",
        "messages3sender",
        "tariff_code",
        "start_at",
        "validity",
      ].map((path) => field(path)),
    ).toEqual([
      ...Array(3).fill("service.number"),
      ...Array(2).fill("service.text"),
      "service.sender",
      "service.tariff",
      ...Array(2).fill("service.time"),
    ]);
    expect(field("sender", "This text is too long.")).toBe("service.sender");
    expect(field("phones0reference_id")).toBe("service.duplicate-request");
  });

  it("tells something in between, a failing service and an unreadable answer apart", () => {
    expect([codeOf(200, undefined), codeOf(302, undefined), codeOf(403, undefined)]).toEqual(
      Array(3).fill("service.not-json"),
    );
    expect([codeOf(502, undefined), codeOf(503, says("x")), codeOf(408, undefined)]).toEqual(
      Array(3).fill("service.unavailable"),
    );
    expect([codeOf(200, { data: 5 }), codeOf(422, { error: "no message" }), codeOf(422, [])]).toEqual(
      Array(3).fill("service.malformed"),
    );
    expect(codeOf(429, undefined)).toBe("service.busy");
  });

  it("carries the status and the service's words without what could be a customer's", () => {
    const refusal = refusalOf({ status: 418, json: says('No: "Dear Olena" +380 50 123-45-67 live_abcDEF eyJh.b.c') });
    expect(refusal).toEqual({
      code: "service.refused",
      status: 418,
      params: { status: 418, reason: "No: “…” … … …" },
    });
  });
});

describe("what the send protocol may believe", () => {
  const kindOf = (status: number, json: unknown) => refusalKind(status, json).kind;

  it("is known only when the service's own JSON names the reason under a status that refuses", () => {
    for (const status of [400, 403, 404, 405, 413, 415, 422]) {
      expect(kindOf(status, says("Sender was not found"))).toBe("known");
    }
    for (const status of [201, 302, 402, 408, 409, 418, 429, 500, 503]) {
      expect(kindOf(status, says("Sender was not found"))).toBe("unclear");
    }
    for (const json of [null, [], {}, "Sender was not found", { error: "Sender was not found" }]) {
      expect(kindOf(422, json)).toBe("unclear");
    }
    expect(kindOf(422, says("Something else"))).toBe("unclear");
  });

  it("is never known where a reference, a duplicate or anything used before is mentioned", () => {
    for (const json of [
      says("Sender was not found; reference already used"),
      says("Validation failed", { sender: ["Bad sender"], phones0reference_id: ["Used"] }),
      says("Validation failed", { messages0phone: ["This phone is already in the campaign"] }),
      says("Validation failed", { phones: ["This collection should contain only unique elements."] }),
      says("Duplicate text"),
    ]) {
      expect(kindOf(422, json)).toBe("unclear");
    }
  });

  it("knows 401 only in the service's words", () => {
    expect(kindOf(401, { code: 401, message: "Expired JWT Token" })).toBe("key");
    expect(kindOf(401, null)).toBe("unclear");
  });

  it("tells a reason that every part shares from one of this part's people", () => {
    const shared = (json: unknown) => refusalKind(422, json);
    expect(shared(says("Insufficient balance"))).toMatchObject({ kind: "known", shared: true });
    expect(shared(says("No", { text: ["Too long"] }))).toMatchObject({ kind: "known", shared: true });
    expect(shared(says("No", { messages3text: ["Too long"] }))).toMatchObject({ kind: "known", shared: false });
    expect(shared(says("No", { messages3phone: ["Bad"] }))).toMatchObject({ kind: "known", shared: false });
  });
});
