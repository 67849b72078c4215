import { expect, test } from "vitest";
import { confirmedCampaign, reviewDraft } from "../../../../electron/review/review.ts";
import type { Preflight, ShownAtConfirmation } from "../../../../shared/campaign/preflight.ts";
import { reviewSettings } from "../../../../shared/library/draft.ts";
import { aDraft, aReview, type Reviewed } from "./a-review.ts";

const numbers = ["380671111111", "380672222222", "380673333333"];

async function reviewed(review: Reviewed, id: string): Promise<Preflight> {
  const preflight = await reviewDraft(review.ports, id);
  if (!preflight.ok) throw new Error(preflight.error.code);
  return preflight.value;
}

/** What the window shows of a review when its button is pressed. */
function shownOf({ people, parts, price, digest }: Preflight): ShownAtConfirmation {
  return { people, parts, price: price ?? { millionths: -1, currency: "" }, digest };
}

test("the review counts what main itself has rendered, at the service's price", async () => {
  const review = await aReview();
  await aDraft(review, "d1", numbers);
  expect(await reviewed(review, "d1")).toMatchObject({
    people: 3,
    parts: 3,
    buckets: [{ parts: 1, people: 3 }],
    route: "send-individual",
    campaignParts: 1,
    price: { millionths: 67_800, currency: "EUR" },
    balance: { millionths: 500_000_000, currency: "EUR" },
    neverText: 0,
    stopped: 0,
    textedLately: null,
    sameAgain: null,
    blockers: [],
  });
});

test("what was shown is what is confirmed: other people, another text, a higher price are refused", async () => {
  const review = await aReview();
  await aDraft(review, "d1", numbers);
  const shown = shownOf(await reviewed(review, "d1"));
  expect(await confirmedCampaign(review.ports, "d1", shown)).toMatchObject({
    ok: true,
    value: {
      campaignId: "campaign-d1",
      recipients: [{ number: numbers[0], text: "Hello Person 0, roses are here" }, {}, {}],
    },
  });
  const refusals = await Promise.all(
    [
      { ...shown, people: 2 },
      { ...shown, parts: 4 },
      { ...shown, digest: "0".repeat(64) },
      { ...shown, price: { millionths: 67_799, currency: "EUR" } },
      { ...shown, price: { millionths: 67_800, currency: "USD" } },
    ].map((other) => confirmedCampaign(review.ports, "d1", other)),
  );
  expect(refusals.map((refusal) => (refusal.ok ? "taken" : refusal.error.code))).toEqual([
    "review.differs",
    "review.differs",
    "review.differs",
    "review.price-higher",
    "review.price-higher",
  ]);
});

test("a draft that changes while the service is asked is not confirmed: nobody has seen what it says now", async () => {
  const review = await aReview();
  await aDraft(review, "d1", numbers);
  const shown = shownOf(await reviewed(review, "d1"));
  const { stopList } = review.ports;
  const changing = {
    ...review.ports,
    stopList: {
      read: async (...of: Parameters<typeof stopList.read>) => {
        await review.database.drafts.save("d1", { text: "Hello {Name}, tulips are here" }, new Date().toISOString());
        return stopList.read(...of);
      },
    },
  };
  expect(await confirmedCampaign(changing, "d1", shown)).toMatchObject({ error: { code: "review.differs" } });
});

test("without consent nothing is confirmed", async () => {
  const review = await aReview();
  await aDraft(review, "d1", numbers, { consent: false });
  const shown = shownOf(await reviewed(review, "d1"));
  expect(await confirmedCampaign(review.ports, "d1", shown)).toMatchObject({ error: { code: "review.consent" } });
});

test("whom the service's stop list names is put on the never-text list, and nobody is confirmed with them in it", async () => {
  const review = await aReview();
  await aDraft(review, "d1", numbers);
  const shown = shownOf(await reviewed(review, "d1"));
  await review.ports.client?.addToStopList([numbers[1] ?? ""]);
  expect(await confirmedCampaign(review.ports, "d1", shown)).toMatchObject({
    error: { code: "review.differs", params: { people: 2 } },
  });
  expect(await review.database.neverText.among(numbers)).toEqual([numbers[1]]);
  expect(review.told()).toBe(1);
  // No POST was between its last look at the list and its first byte.
  expect(review.past()).toBe(1);
  expect(await reviewed(review, "d1")).toMatchObject({ neverText: 1, stopped: 0 });
});

test("people texted in the last week are named with their rows, and the same content again is pointed out", async () => {
  const review = await aReview();
  const { journal } = review.database;
  await aDraft(review, "d1", numbers.slice(0, 2));
  const campaign = await confirmedCampaign(review.ports, "d1", shownOf(await reviewed(review, "d1")));
  if (!campaign.ok) throw new Error(campaign.error.code);
  const now = new Date().toISOString();
  await journal.confirm(campaign.value, { now, undoUntil: null });
  const place = { campaignId: "campaign-d1", index: 0 };
  await journal.apply({ ...place, event: { kind: "post", watchUntil: Date.now() } }, now);
  await journal.apply({ ...place, event: { kind: "taken", attempt: 1, serviceId: "5" } }, now);

  await aDraft(review, "d2", numbers.toReversed());
  expect(await reviewed(review, "d2")).toMatchObject({
    textedLately: { people: 2, days: 7, title: "Roses", rows: [3, 4] },
    sameAgain: null,
  });
  await aDraft(review, "d3", numbers.slice(0, 2));
  expect(await reviewed(review, "d3")).toMatchObject({ sameAgain: { title: "Roses" } });
});

test("a sender in Cyrillic and a time that has passed stand in the way, in words", async () => {
  const review = await aReview();
  const past = { kind: "at", local: "2020-01-01T09:00", zone: "Europe/Kyiv" } as const;
  await aDraft(review, "d1", numbers, { sender: "Флора", when: past });
  const { blockers } = await reviewed(review, "d1");
  expect(blockers.map(({ code }) => code)).toEqual(["review.sender", "review.time-past"]);
});

test("a Contact Book list that is gone stands in the way by its name, beside one that is there too", async () => {
  const review = await aReview();
  const { drafts } = review.database;
  const at = new Date().toISOString();
  await drafts.create({ id: "d1", campaignId: "c1" }, "Lists", at);
  const groups = [
    { id: "7002", name: "Wholesale", people: 30 },
    { id: "9999", name: "Summer fair", people: 5 },
  ];
  const source = { kind: "groups" as const, groups };
  await drafts.writeSource("d1", { source, offset: 0, last: true, bytes: new Uint8Array(0) }, at);
  const settings = reviewSettings.parse({ sender: "FloraKyiv", consent: true });
  await drafts.save("d1", { text: "Hello, roses are here", review: settings }, at);
  const { people, blockers } = await reviewed(review, "d1");
  expect([people, blockers]).toEqual([36, [{ code: "draft.lists-gone", params: { lists: "Summer fair" } }]]);
});

test("Contact Book lists that grew or shrank since they were chosen are as large as they are", async () => {
  const review = await aReview();
  const { drafts } = review.database;
  const at = new Date().toISOString();
  await drafts.create({ id: "d1", campaignId: "c1" }, "Wholesale", at);
  const source = { kind: "groups" as const, groups: [{ id: "7002", name: "Wholesale", people: 30 }] };
  await drafts.writeSource("d1", { source, offset: 0, last: true, bytes: new Uint8Array(0) }, at);
  const settings = reviewSettings.parse({ sender: "FloraKyiv", consent: true });
  await drafts.save("d1", { text: "Hello, roses are here", review: settings }, at);

  const preflight = await reviewed(review, "d1");
  expect(preflight).toMatchObject({ people: 36, parts: 36, campaignParts: 1, blockers: [] });
  const shown = shownOf(preflight);
  expect(await confirmedCampaign(review.ports, "d1", { ...shown, people: 30, parts: 30 })).toMatchObject({
    error: { code: "review.differs", params: { people: 36 } },
  });
  expect(await confirmedCampaign(review.ports, "d1", shown)).toMatchObject({
    value: { groups: [{ id: "7002", people: 36 }] },
  });
});
