import { cleanup } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SummaryLine } from "../../../../../renderer/features/campaigns/summary-line.tsx";
import type { CampaignDetails } from "../../../../../shared/campaign/view.ts";
import { aCampaign, counts } from "../../../../unit/renderer/features/campaigns/a-campaign.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

beforeEach(() => giveDesk({}));
afterEach(cleanup);

const priceShown = { millionths: 450_000, currency: "EUR" };

function lineOf(state: CampaignDetails["row"]["state"], changes: Partial<CampaignDetails>): string | null {
  const { row } = aCampaign();
  const details = aCampaign({ parts: [], priceShown, ...changes, row: { ...row, state } });
  return onTheDesk(<SummaryLine details={details} />).container.textContent;
}

test("what is being sent has started and has its price", () => {
  expect(lineOf("sending", { counts: counts(20, { delivered: 3 }) })).toMatch(/20 people, started .*, €0\.45/);
});

test("what was refused, or never taken at all, never started and costs nothing", () => {
  for (const state of ["refused", "spam", "finished"] as const) {
    const line = lineOf(state, { counts: counts(20, { notSent: 20 }) });
    expect(line).toContain("20 people");
    expect(line, state).not.toMatch(/started|€/);
  }
});

test("of what does not go out as it was confirmed the price is called the one confirmed until the service has said its own", () => {
  const cancelRequestedAt = "2026-11-24T07:01:00.000Z";
  const half = { counts: counts(20, { delivered: 8, notSent: 12 }) };
  expect(lineOf("cancelled", { ...half, cancelRequestedAt })).toMatch(/, €0\.45 confirmed$/);
  const [part] = aCampaign().parts;
  if (part === undefined) throw new Error("no part");
  expect(lineOf("sending", { ...half, parts: [part, { ...part, index: 1, state: "refused" }] })).toMatch(/confirmed$/);
  const priceFinal = { millionths: 180_000, currency: "EUR" };
  expect(lineOf("cancelled", { ...half, cancelRequestedAt, priceFinal })).toMatch(/, €0\.18$/);
});

test("what waits for an answer after its planned time has not started", () => {
  const line = lineOf("attention", { counts: counts(20), startAt: "2026-11-24T07:00:00.000Z" });
  expect(line).toMatch(/20 people, planned for .*, €0\.45/);
  expect(line).not.toContain("started");
});

test("what was cancelled, refused or waits for an answer before its time does not start then", () => {
  const startAt = new Date(Date.now() + 19.5 * 3_600_000).toISOString();
  expect(lineOf("scheduled", { counts: counts(20), startAt })).toMatch(/20 people, starts .*in 19 hours/);
  for (const state of ["cancelled", "refused"] as const) {
    expect(lineOf(state, { counts: counts(20, { notSent: 20 }), startAt })).toMatch(/20 people, planned for [^,]*$/);
  }
  for (const state of ["attention", "paused"] as const) {
    expect(lineOf(state, { counts: counts(20), startAt })).toMatch(/20 people, planned for .*, €0\.45$/);
  }
});

test("what began before its planned time has not started at it", () => {
  const startAt = new Date(Date.now() + 19.5 * 3_600_000).toISOString();
  expect(lineOf("cancelled", { counts: counts(20, { delivered: 5, notSent: 15 }), startAt })).toMatch(/planned for/);
});

test("people of several Contact Book lists are counted by list: there are at most so many", () => {
  const { row } = aCampaign();
  const details = aCampaign({ parts: [], row: { ...row, atMost: true }, counts: counts(50) });
  expect(onTheDesk(<SummaryLine details={details} />).container.textContent).toContain("up to 50 people");
});
