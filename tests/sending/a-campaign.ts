import { nativeSha256 } from "../../electron/native-sha256.ts";
import type { ConfirmedCampaign, Recipient } from "../../shared/campaign/plan.ts";
import { contentDigest } from "../../shared/message/digest.ts";

/** People with numbers of their own, all with one text. */
export function people(count: number, text = "Good morning", from = 380_670_000_000): Recipient[] {
  return Array.from({ length: count }, (_, row) => ({
    row: row + 2,
    number: String(from + row),
    name: `Customer ${row}`,
    text,
  }));
}

/** A campaign as Review hands it over: three people, now, at the account of the practice service. */
export function aCampaign(changes: Partial<ConfirmedCampaign> = {}): ConfirmedCampaign {
  const campaignId = changes.campaignId ?? "campaign-1";
  const campaign = {
    campaignId,
    draftId: `${campaignId}-draft`,
    title: "Autumn bulbs",
    text: "Good morning",
    sender: "FloraKyiv",
    tariffCode: null,
    validityHours: 24,
    start: null,
    recipients: people(3),
    groups: [],
    priceShown: { millionths: 240_000, currency: "EUR" },
    base: "http://127.0.0.1:1",
    identity: "7100002",
    digest: "as-shown",
    ...changes,
  };
  return { content: contentOf(campaign), ...campaign };
}

/** As Review finds it: numbers and texts in any order; for Contact Book lists their ids and the text. */
function contentOf({ recipients, groups, text }: Omit<ConfirmedCampaign, "content">): string {
  const lists = groups.map(({ id }) => ({ number: id, text }));
  return contentDigest(groups.length > 0 ? lists : recipients, nativeSha256);
}
