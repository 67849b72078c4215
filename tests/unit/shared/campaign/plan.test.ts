import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nativeSha256 } from "../../../../electron/native-sha256.ts";
import { planCampaign, routeOf, withoutPeople, withoutStart } from "../../../../shared/campaign/plan.ts";
import { campaignReference, referenceId } from "../../../../shared/campaign/reference-id.ts";
import { aCampaign, people } from "../../../sending/a-campaign.ts";

function planOf(changes: Parameters<typeof aCampaign>[0] = {}) {
  const planned = planCampaign(aCampaign(changes), nativeSha256);
  if (!planned.ok) throw new Error(planned.error.code);
  return planned.value;
}

const bodyOf = (changes: Parameters<typeof aCampaign>[0] = {}): unknown =>
  JSON.parse(planOf(changes).parts[0]?.body ?? "null");

const group = (id: string, people: number) => ({ id, name: `List ${id}`, people });

describe("the way a campaign goes", () => {
  test("is send for one text, however many people", () => {
    expect(routeOf({ groups: [], recipients: people(3) })).toBe("send");
  });

  test("is send-individual as soon as two texts differ", () => {
    const recipients = [...people(2), ...people(1, "Good evening", 380_671_000_000)];
    expect(routeOf({ groups: [], recipients })).toBe("send-individual");
  });

  test("is send-groups for lists of the Contact Book", () => {
    expect(routeOf({ groups: [group("7", 2)], recipients: [] })).toBe("send-groups");
  });
});

describe("the body", () => {
  test("of send names number and reference_id of each and the text once", () => {
    const { references } = planOf();
    expect(bodyOf()).toEqual({
      phones: [
        { number: 380670000000, reference_id: references[0] },
        { number: 380670000001, reference_id: references[1] },
        { number: 380670000002, reference_id: references[2] },
      ],
      sender: "FloraKyiv",
      text: "Good morning",
      validity: 24,
    });
  });

  test("of send-individual names phone, sender, text and reference_id of each", () => {
    const recipients = [...people(1), ...people(1, "Good evening", 380_671_000_000)];
    const { references } = planOf({ recipients });
    expect(bodyOf({ recipients })).toEqual({
      messages: [
        { phone: 380670000000, sender: "FloraKyiv", text: "Good morning", reference_id: references[0] },
        { phone: 380671000000, sender: "FloraKyiv", text: "Good evening", reference_id: references[1] },
      ],
      validity: 24,
    });
  });

  test("of send-groups names each list once, as a number, and the text as it was written", () => {
    const groups = [group("7", 2), group("9007199254740993", 1), group("7", 2)];
    expect(bodyOf({ recipients: [], groups, text: "Hello {388077}" })).toEqual({
      groups: [7, "9007199254740993"],
      sender: "FloraKyiv",
      text: "Hello {388077}",
      validity: 24,
    });
  });

  test("carries a tariff and a time only when they were chosen", () => {
    const start = { utc: "2026-07-16T06:00:00.000Z", service: "2026-07-16 06:00:00", zone: "Europe/Kyiv" };
    expect(bodyOf({ tariffCode: 0, start })).toMatchObject({ tariff_code: 0, start_at: "2026-07-16 06:00:00" });
    expect(bodyOf()).not.toHaveProperty("tariff_code");
    expect(bodyOf()).not.toHaveProperty("start_at");
  });

  test("keeps the longest number exactly", () => {
    expect(bodyOf({ recipients: people(1, "Hi", 999_999_999_999_999) })).toMatchObject({
      phones: [{ number: 999999999999999 }],
    });
  });
});

describe("the parts", () => {
  test("are of 10,000 people, in order, and add up", () => {
    const recipients = people(20_001);
    const { parts, references } = planOf({ recipients });
    expect(parts.map(({ people }) => people)).toEqual([10_000, 10_000, 1]);
    const posted = parts.flatMap(({ body }) => (JSON.parse(body) as { phones: { number: number }[] }).phones);
    expect(posted.map(({ number }) => String(number))).toEqual(recipients.map(({ number }) => number));
    expect(new Set(references).size).toBe(20_001);
  });

  test("keep every person's reference with the person's number", () => {
    const count = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(count, fc.boolean(), fc.uuid(), (count, individual, campaignId) => {
        const recipients = people(count).map((one, index) => (individual ? { ...one, text: `Nr ${index}` } : one));
        const { references } = planOf({ recipients, campaignId });
        const campaign = campaignReference(campaignId, nativeSha256);
        for (const [index, { number }] of recipients.entries()) {
          expect(references[index]).toBe(referenceId(campaign, index, number, nativeSha256));
        }
      }),
    );
  });

  test("are the same when the same campaign is planned again", () => {
    expect(planOf({ recipients: people(30) })).toEqual(planOf({ recipients: people(30) }));
  });

  test("are at most a hundred", () => {
    const one = people(1)[0];
    if (one === undefined) throw new Error("nobody");
    const recipients = Array.from({ length: 1_000_001 }, () => one);
    const refused = { ok: false, error: { code: "draft.too-many", params: { most: 1_000_000 } } };
    expect(planCampaign(aCampaign({ recipients }), nativeSha256)).toEqual(refused);
  });
});

describe("a plan is refused", () => {
  test("without people", () => {
    for (const empty of [{ recipients: [] }, { recipients: [], groups: [group("7", 0)] }]) {
      expect(planCampaign(aCampaign(empty), nativeSha256)).toMatchObject({
        ok: false,
        error: { code: "draft.no-people" },
      });
    }
  });

  test("for lists of more than 10,000: whoever is on two of them would be in both parts", () => {
    const groups = [group("7", 6_000), group("8", 4_001)];
    expect(planCampaign(aCampaign({ recipients: [], groups }), nativeSha256)).toMatchObject({
      ok: false,
      error: { code: "draft.too-many", params: { most: 10_000 } },
    });
  });
});

describe("a planned body", () => {
  test("loses nothing but its time for Send now", () => {
    const start = { utc: "2026-07-16T06:00:00.000Z", service: "2026-07-16 06:00:00", zone: "Europe/Kyiv" };
    const [timed] = planOf({ start }).parts;
    expect(withoutStart(timed?.body ?? "")).toBe(planOf().parts[0]?.body);
  });

  test("loses exactly the people who are left out, in both shapes", () => {
    const numbers = new Set(["380670000001"]);
    const texts = people(3).map((one) => ({ ...one, text: `For ${one.number}` }));
    for (const recipients of [people(3), texts]) {
      const [part] = planOf({ recipients }).parts;
      const rest = withoutPeople(part?.body ?? "", numbers);
      expect(rest.people).toBe(2);
      expect(rest.body).not.toContain("380670000001");
      expect(withoutPeople(rest.body, numbers)).toEqual(rest);
    }
  });
});
