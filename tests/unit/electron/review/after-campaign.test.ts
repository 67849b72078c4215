import { expect, test } from "vitest";
import { type AfterPorts, draftAgain } from "../../../../electron/review/after-campaign.ts";
import { confirmedCampaign, reviewDraft } from "../../../../electron/review/review.ts";
import { appErrorOf } from "../../../../shared/errors.ts";
import { err, ok } from "../../../../shared/result.ts";
import { aDraft, aReview, type Reviewed } from "./a-review.ts";

const now = () => new Date().toISOString();

/** A campaign of one part in the journal, confirmed from a draft of three people. */
async function confirmed({ ports, database }: Reviewed): Promise<AfterPorts> {
  const preflight = await reviewDraft(ports, "d1");
  if (!preflight.ok || preflight.value.price === null) throw new Error("no review");
  const { people, parts, price, digest } = preflight.value;
  const campaign = await confirmedCampaign(ports, "d1", { people, parts, price, digest });
  if (!campaign.ok) throw new Error(campaign.error.code);
  const { journal } = database;
  await journal.confirm(campaign.value, { now: now(), undoUntil: null });
  const details = async (id: string) => {
    const found = await journal.details(id);
    return found === null ? err(appErrorOf("campaign.missing")) : ok(found);
  };
  return { database, now, sending: { details, people: (id, page) => journal.people(id, page) } };
}

test("a campaign of which nobody was texted is a draft again, with its people and text", async () => {
  const review = await aReview();
  await aDraft(review, "d1", ["380671111111", "380672222222", "380673333333"]);
  const ports = await confirmed(review);
  await review.database.journal.cancel("campaign-d1", now());
  expect(await draftAgain(ports, "campaign-d1", { id: "d2", campaignId: "c2" })).toEqual(ok({ draftId: "d2" }));
  expect(await review.database.drafts.open("d2")).toMatchObject({
    value: { campaignId: "c2", text: "Hello {Name}, roses are here", acceptedPeople: 3 },
  });
});

test("one that may have gone out is not: its people would get the text twice", async () => {
  const review = await aReview();
  await aDraft(review, "d1", ["380671111111", "380672222222", "380673333333"]);
  const ports = await confirmed(review);
  const part = { campaignId: "campaign-d1", index: 0 };
  await review.database.journal.apply({ ...part, event: { kind: "post", watchUntil: Date.now() } }, now());
  expect(await draftAgain(ports, "campaign-d1", { id: "d2", campaignId: "c2" })).toMatchObject({
    error: { code: "campaign.not-final" },
  });
  expect(await review.database.drafts.open("d2")).toMatchObject({ error: { code: "draft.missing" } });
});
