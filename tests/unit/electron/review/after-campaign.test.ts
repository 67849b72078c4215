import { expect, test } from "vitest";
import { type AfterPorts, draftAgain, draftForFailed } from "../../../../electron/review/after-campaign.ts";
import { confirmedCampaign, reviewDraft } from "../../../../electron/review/review.ts";
import { appErrorOf } from "../../../../shared/errors.ts";
import { err, ok } from "../../../../shared/result.ts";
import { isReadingAccepted } from "../../../../renderer/draft/draft-state.ts";
import { openList } from "../../renderer/list-worker/open-list.ts";
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

/** The campaign is over at the service, and one of its three people was not reached. */
async function ended({ database }: Reviewed): Promise<void> {
  const part = { campaignId: "campaign-d1", index: 0 };
  const { journal } = database;
  await journal.apply({ ...part, event: { kind: "post", watchUntil: Date.now() } }, now());
  await journal.apply({ ...part, event: { kind: "taken", attempt: 1, serviceId: "900" } }, now());
  const account = await journal.accountOf("campaign-d1");
  if (account === null) throw new Error("no account");
  const noTimes = { createdAt: null, sentAt: null, deliveredAt: null };
  const message = {
    campaignId: "900",
    referenceId: null,
    text: null,
    price: null,
    country: null,
    parts: 1,
    ...noTimes,
  };
  await journal.recordMessages(account, [
    { ...message, phone: "380671111111", status: "delivered" },
    { ...message, phone: "380672222222", status: "failed" },
    { ...message, phone: "380673333333", status: "delivered" },
  ]);
  const statistics = { delivered: 2, failed: 1, sent: 0, scheduled: 0, moderation: 0, accepted: 0, sending: 0 };
  const noDates = { startedAt: null, actualStartAt: null, finishedAt: null, createdAt: null };
  await journal.recordDetail(
    "campaign-d1",
    account.base,
    {
      id: "900",
      status: "done",
      ...noDates,
      statistics: { ...statistics, expired: 0, undelivered: 0, unknown: 0, read: 0 },
      totalMessages: 3,
      totalPrice: null,
    },
    { now: now(), peopleRead: true, stable: true, early: false },
  );
}

test("nothing is left of a draft for those not reached that a full disk cut short", async () => {
  const review = await aReview();
  await aDraft(review, "d1", ["380671111111", "380672222222", "380673333333"]);
  const ports = await confirmed(review);
  await ended(review);
  const { drafts } = review.database;
  const cutShort = new Proxy(drafts, {
    get: (target, name) =>
      name === "writeSource"
        ? () => Promise.reject(new Error("database or disk is full"))
        : (Reflect.get(target, name) as unknown),
  });
  const full: AfterPorts = { ...ports, database: { ...review.database, drafts: cutShort } };
  const ids = { id: "d2", campaignId: "c2", title: "Roses again" };
  await expect(draftForFailed(full, "campaign-d1", ids)).rejects.toThrow("full");
  expect((await drafts.summaries()).map(({ id }) => id)).toEqual(["d1"]);
  expect(await draftForFailed(ports, "campaign-d1", ids), "and the next try makes it whole").toMatchObject({
    ok: true,
  });
});

test("those whom a campaign did not reach are a list that nobody is asked about, at the numbers it used", async () => {
  const review = await aReview();
  await aDraft(review, "d1", ["380671111111", "380672222222", "380673333333"]);
  const ports = await confirmed(review);
  await ended(review);
  const made = await draftForFailed(ports, "campaign-d1", { id: "d2", campaignId: "c2", title: "Roses again" });
  expect(made).toEqual(ok({ draftId: "d2", people: 1 }));
  const opened = await review.database.drafts.open("d2");
  if (!opened.ok) throw new Error(opened.error.code);
  const { reading, source } = opened.value;
  expect(isReadingAccepted(reading)).toBe(true);
  expect(source).toMatchObject({ name: "Roses again.csv", checked: true });
  const stored = await review.database.drafts.readSource("d2", 0);
  if (!stored.ok) throw new Error(stored.error.code);
  const { engine } = await openList(stored.value.bytes, { reading, checked: true });
  expect(await engine.people(0)).toMatchObject({ numbers: ["380672222222"] });
  expect(await engine.state()).toMatchObject({ sum: { rows: 1, ready: 1 } });
});
