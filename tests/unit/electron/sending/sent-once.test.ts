import { expect, test } from "vitest";
import { people } from "../../../sending/a-campaign.ts";
import { Desk, minute, onceEach, posts, second } from "./desk.ts";

test("a campaign is sent once: every number in the ledger once, with its text", async () => {
  const desk = await Desk.open();
  const recipients = people(25);
  await desk.confirm({ recipients });
  await desk.pass(0);
  expect(await desk.states()).toEqual(["accepted"]);
  await desk.pass(5 * minute);
  expect(desk.texts()).toEqual(onceEach(recipients));
  expect(desk.postOutcomes()).toEqual(["200"]);
  const { counts, countsFinal, row, priceFinal } = await desk.details();
  expect(row.state).toBe("finished");
  expect(countsFinal).toBe(true);
  expect(counts.delivered + counts.failed + counts.notCertain).toBe(25);
  expect(priceFinal).not.toBeNull();
});

test("a text of its own for everybody goes out by send-individual", async () => {
  const desk = await Desk.open();
  const recipients = people(12).map((one) => ({ ...one, text: `Привіт, ${one.name}` }));
  await desk.confirm({ recipients });
  await desk.pass(0);
  expect(desk.texts()).toEqual(onceEach(recipients));
  expect(desk.service.ledger().campaigns.map(({ kind }) => kind)).toEqual(["send-individual"]);
});

test("a double confirmation sends one campaign and answers both with it", async () => {
  const desk = await Desk.open();
  const [one, other] = await Promise.all([desk.confirm(), desk.confirm()]);
  expect(one).toBe(other);
  await desk.pass(minute);
  expect(desk.texts()).toEqual(onceEach(people(3)));
});

test("two parts go out in order, the second only when the first is settled", async () => {
  const desk = await Desk.open();
  const recipients = people(10_001);
  desk.service.setSwitches({ faults: [{ ...posts, act: "hold", accepts: "before", times: 1 }] });
  await desk.confirm({ recipients });
  await desk.until(() => desk.postOutcomes().length === 1);
  expect(await desk.states()).toEqual(["in-doubt", "planned"]);
  desk.service.release();
  await desk.pass(second);
  expect(await desk.states()).toEqual(["accepted", "accepted"]);
  const { messages, campaigns } = desk.service.ledger();
  expect(campaigns.map((campaign) => campaign.messages)).toEqual([10_000, 1]);
  expect(messages.map(({ phone }) => phone)).toEqual(recipients.map(({ number }) => number));
});

test("one campaign in trouble does not hold back another", async () => {
  const desk = await Desk.open();
  desk.service.setSwitches({ faults: [{ ...posts, act: "reset", accepts: false, times: 1 }] });
  await desk.confirm();
  await desk.pass(second);
  expect(await desk.states()).toEqual(["in-doubt"]);
  const others = people(2, "Good evening", 380_500_000_000);
  await desk.confirm({ campaignId: "campaign-2", recipients: others });
  await desk.pass(second);
  expect(await desk.states("campaign-2")).toEqual(["accepted"]);
  expect(desk.texts()).toEqual(onceEach(others));
});

test("the outcome of every person is shown, and the people add up to the confirmed total", async () => {
  const desk = await Desk.open();
  await desk.confirm({ recipients: people(40) });
  for (let seconds = 0; seconds < 40; seconds += 4) {
    await desk.pass(4 * second);
    const { total, ...buckets } = (await desk.details()).counts;
    expect(total).toBe(40);
    expect(Object.values(buckets).reduce((sum, count) => sum + count, 0)).toBe(40);
  }
  const { rows } = await desk.sending.people("campaign-1", { offset: 0, limit: 100 });
  const { counts } = await desk.details();
  expect(rows.filter(({ state }) => state === "delivered")).toHaveLength(counts.delivered);
  expect(rows.every(({ state }) => !["waiting", "handed-over", "on-the-way"].includes(state))).toBe(true);
});
