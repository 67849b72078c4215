import { expect, onTestFinished, test } from "vitest";
import { reviewDraft } from "../../../../electron/review/review.ts";
import { testCampaign } from "../../../../electron/review/test-message.ts";
import { aDraft, aReview, type Reviewed } from "./a-review.ts";

const hour = 60 * 60_000;
/** A day in summer: no clock is changed in the night that follows it. */
const today = Date.parse("2026-07-15T09:00:00.000Z");
const tomorrow = "2026-07-16T09:00";

function measured({ database, service }: Reviewed, offset: number, at = today): Promise<void> {
  const account = { base: service.url, identity: "7100002" };
  return database.journal.recordZone(account, "start", { offset, measuredAt: new Date(at).toISOString() });
}

test("a planned time is told in UTC and said to be assumed, until the service's zone was measured", async () => {
  const review = await aReview();
  const ports = { ...review.ports, now: () => today };
  const draft = await aDraft(review, "d1", ["380671234567"], { when: { kind: "at", local: tomorrow, zone: "UTC" } });
  const assumed = { serviceStart: `${tomorrow.replace("T", " ")}:00`, serviceZone: "UTC", zoneTrust: "assumed" };
  expect(await reviewDraft(ports, draft)).toMatchObject({ value: assumed });
  await measured(review, 0);
  expect(await reviewDraft(ports, draft)).toMatchObject({ value: { ...assumed, zoneTrust: "measured" } });
  await measured(review, -4 * hour);
  expect(await reviewDraft(ports, draft)).toMatchObject({
    value: { serviceStart: tomorrow.replace("T09:00", " 05:00:00"), serviceZone: "UTC−04:00", zoneTrust: "measured" },
  });
});

test("what was measured in summer is an assumption for a time that is planned for winter", async () => {
  const systemZone = process.env["TZ"];
  process.env["TZ"] = "Europe/Kyiv";
  onTestFinished(() => {
    if (systemZone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = systemZone;
  });
  const review = await aReview();
  const account = { base: review.service.url, identity: "7100002" };
  const measuredAt = "2026-10-19T09:00:00.000Z";
  await review.database.journal.recordZone(account, "start", { offset: 3 * hour, measuredAt });
  const ports = { ...review.ports, now: () => Date.parse("2026-10-20T09:00:00.000Z") };
  const trustAt = async (id: string, local: string) => {
    const draft = await aDraft(review, id, ["380671234567"], { when: { kind: "at", local, zone: "Europe/Kyiv" } });
    return reviewDraft(ports, draft);
  };
  expect(await trustAt("d1", "2026-10-24T09:00")).toMatchObject({ value: { zoneTrust: "measured" } });
  expect(await trustAt("d2", "2026-10-27T09:00")).toMatchObject({ value: { zoneTrust: "assumed" } });
});

test("a test in 15 minutes is a planned campaign of one person, told in the zone as far as it is known", async () => {
  const review = await aReview();
  await measured(review, 2 * hour, Date.now());
  const message = { number: "380671234567", text: "Roses", sender: "FloraKyiv", tariffCode: null, title: "Test" };
  const ids = { campaignId: "c1", draftId: "d1" };
  const price = { millionths: 1_000_000, currency: "EUR" };
  const now = await testCampaign(review.ports, { ...message, later: false }, price, ids);
  expect(now).toMatchObject({ value: { start: null, recipients: [{ number: "380671234567", text: "Roses" }] } });
  // Twenty seconds after a full minute: planned is the next full one after a quarter of an hour.
  const minute = Math.floor(Date.now() / 60_000) * 60_000;
  const ports = { ...review.ports, now: () => minute + 20_000 };
  const later = await testCampaign(ports, { ...message, later: true }, price, ids);
  if (!later.ok || later.value.start === null) throw new Error("It is not planned");
  const { utc, service } = later.value.start;
  expect(Date.parse(utc) - minute).toBe(16 * 60_000);
  expect(Date.parse(`${service.replace(" ", "T")}Z`) - Date.parse(utc)).toBe(2 * hour);
});
