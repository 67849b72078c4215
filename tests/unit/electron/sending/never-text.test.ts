import { expect, test } from "vitest";
import { appErrorOf } from "../../../../shared/errors.ts";
import { people } from "../../../sending/a-campaign.ts";
import { Desk, hour, minute, onceEach, posts, second } from "./desk.ts";

const number = (row: number) => String(380_670_000_000 + row);
const withoutTheSecond = people(3).filter((one) => one.number !== number(1));

test("a number that gets on the never-text list after the confirmation is left out", async () => {
  const desk = await Desk.open();
  await desk.confirm({}, 20);
  await desk.pass(10 * second);
  desk.neverText.add(number(1));
  await desk.pass(5 * minute);
  expect(await desk.states()).toEqual(["accepted"]);
  expect(desk.texts()).toEqual(onceEach(withoutTheSecond));
  expect((await desk.details()).counts).toMatchObject({ total: 3, notSent: 1 });
  const { rows } = await desk.sending.people("campaign-1", { offset: 0, limit: 10 });
  expect(rows.map(({ state }) => state === "not-sent")).toEqual([false, true, false]);
});

test("a number that gets on it while the connection is made is in no request", async () => {
  const desk = await Desk.open();
  const { client } = desk;
  if (client === null) throw new Error("no client");
  desk.client = {
    ...client,
    postCampaign: (route, body, mayPass) =>
      client.postCampaign(route, body, async () => {
        desk.neverText.add(number(1));
        return mayPass();
      }),
  };
  await desk.confirm();
  await desk.pass(minute);
  expect(desk.texts()).toEqual(onceEach(withoutTheSecond));
  expect(desk.postOutcomes()).toEqual(["200"]);
});

test("who gets on it while the gate is being answered gets on it after the first byte", async () => {
  const desk = await Desk.open();
  const { client } = desk;
  if (client === null) throw new Error("no client");
  const order: string[] = [];
  desk.client = {
    ...client,
    postCampaign: (route, body, mayPass) =>
      client.postCampaign(route, body, async () => {
        const passing = mayPass();
        void desk.sending.pastTheGate().then(() => order.push("on the list"));
        const passes = await passing;
        order.push(passes ? "passed" : "closed");
        return passes;
      }),
  };
  await desk.confirm();
  await desk.pass(minute);
  expect(order).toEqual(["passed", "on the list"]);
});

test("while nobody can say who is on it, a campaign waits, says what for, and goes on when that is over", async () => {
  const desk = await Desk.open();
  const lost = appErrorOf("never-text.key-lost");
  desk.sealed = lost;
  await desk.confirm();
  await desk.pass(hour);
  expect(desk.postOutcomes()).toEqual([]);
  expect((await desk.details()).parts[0]).toMatchObject({ state: "planned", reason: lost });
  expect((await desk.details()).row.state).toBe("attention");
  desk.sealed = null;
  desk.sending.hurry();
  await desk.pass(5 * minute);
  expect(desk.texts()).toEqual(onceEach(people(3)));
  expect((await desk.details()).parts[0]).toMatchObject({ state: "accepted", reason: null });
});

test("while nobody can say who is on it, a held part is not sent again, and says why", async () => {
  const desk = await Desk.open();
  await desk.sendOneBefore();
  desk.service.setSwitches({ faults: [{ ...posts, act: "reset", accepts: false, times: 1 }] });
  await desk.confirm();
  await desk.pass(11 * minute);
  desk.sealed = appErrorOf("never-text.sealed");
  const refused = { ok: false, error: { code: "never-text.sealed" } };
  expect(await desk.sending.answer("campaign-1", 0, "send")).toMatchObject(refused);
  expect(await desk.states()).toEqual(["held"]);
});

test("a campaign of which everybody is on it sends nothing", async () => {
  const desk = await Desk.open();
  for (const { number } of people(3)) desk.neverText.add(number);
  await desk.confirm();
  await desk.pass(minute);
  expect(await desk.states()).toEqual(["cancelled"]);
  expect((await desk.details()).counts).toMatchObject({ total: 3, notSent: 3 });
  expect(desk.postOutcomes()).toEqual([]);
});

test("a held part with somebody of the list in it is not sent again, and says why", async () => {
  const desk = await Desk.open();
  await desk.sendOneBefore();
  desk.service.setSwitches({ faults: [{ ...posts, act: "reset", accepts: false, times: 1 }] });
  await desk.confirm();
  await desk.pass(11 * minute);
  desk.neverText.add(number(1));
  expect(await desk.sending.answer("campaign-1", 0, "send")).toEqual({
    ok: false,
    error: { code: "campaign.never-text", params: { people: 1 } },
  });
  await desk.pass(hour);
  expect(await desk.states()).toEqual(["held"]);
  expect(desk.postOutcomes()).toHaveLength(1);
});

test("a part that was posted before is paused when somebody of it gets on the list before its second POST", async () => {
  const desk = await Desk.open();
  await desk.sendOneBefore();
  desk.service.setSwitches({ faults: [{ ...posts, act: "refuse-token", as: "expired", times: 1 }] });
  await desk.confirm();
  await desk.pass(minute);
  desk.neverText.add(number(1));
  await desk.pass(hour);
  expect((await desk.details()).parts[0]).toMatchObject({ state: "paused", reason: { code: "campaign.never-text" } });
  expect(desk.postOutcomes()).toHaveLength(1);
  expect(desk.texts()).toEqual([]);
});
