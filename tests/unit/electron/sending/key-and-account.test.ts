import { describe, expect, test } from "vitest";
import { people } from "../../../sending/a-campaign.ts";
import { Desk, firstKey, hour, minute, onceEach, posts, second, secondKey } from "./desk.ts";

describe("a key that is refused", () => {
  test("before the POST pauses the campaign, which goes out after a click with a key that works", async () => {
    const desk = await Desk.open();
    desk.connect("live_no_such_key_1");
    await desk.confirm();
    await desk.pass(minute);
    expect((await desk.details()).parts[0]).toMatchObject({
      state: "paused",
      reason: { code: "key.refused" },
      question: "paused",
    });
    expect(desk.postOutcomes()).toEqual([]);
    desk.connect(firstKey);
    await desk.pass(hour);
    expect(await desk.states()).toEqual(["paused"]);
    await desk.sending.answer("campaign-1", 0, "send");
    await desk.pass(minute);
    expect(desk.texts()).toEqual(onceEach(people(3)));
  });

  test("by the POST itself is tried once more after a login, when the part is shown absent", async () => {
    const desk = await Desk.open();
    await desk.sendOneBefore();
    desk.service.setSwitches({ faults: [{ ...posts, act: "refuse-token", as: "expired", times: 1 }] });
    await desk.confirm();
    await desk.pass(minute);
    expect(await desk.states()).toEqual(["in-doubt"]);
    await desk.pass(12 * minute);
    expect(await desk.states()).toEqual(["accepted"]);
    expect(desk.texts()).toEqual(onceEach(people(3)));
  });

  test("by the POST twice pauses the part, and it is not posted a third time without a click", async () => {
    const desk = await Desk.open();
    await desk.sendOneBefore();
    desk.service.setSwitches({ faults: [{ ...posts, act: "refuse-token", as: "invalid" }] });
    await desk.confirm();
    await desk.pass(2 * hour);
    expect(await desk.states()).toEqual(["paused"]);
    expect(desk.postOutcomes()).toHaveLength(2);
  });

  test("by the login after the POST pauses the part at once", async () => {
    const desk = await Desk.open();
    expect(await desk.client?.identity()).toMatchObject({ ok: true });
    desk.service.setSwitches({ refuseKeys: true, faults: [{ ...posts, act: "refuse-token", as: "invalid" }] });
    await desk.confirm();
    await desk.pass(minute);
    expect((await desk.details()).parts[0]).toMatchObject({ state: "paused", reason: { code: "key.refused" } });
  });
});

describe("what keeps a part from being posted or looked for", () => {
  const noNetwork = { path: "/api/*", act: "reset", accepts: false } as const;

  test("is said while it waits to be posted, and gone when it is", async () => {
    const desk = await Desk.open();
    desk.service.setSwitches({ faults: [{ ...noNetwork }] });
    await desk.confirm();
    await desk.pass(minute);
    expect((await desk.details()).parts[0]).toMatchObject({ state: "planned", reason: { code: "network.broken" } });
    desk.service.setSwitches({ faults: [] });
    await desk.pass(10 * minute);
    expect((await desk.details()).parts[0]).toMatchObject({ state: "accepted", reason: null });
  });

  test("is said while a part is in doubt, and with the question that follows", async () => {
    const desk = await Desk.open();
    await desk.sendOneBefore();
    desk.service.setSwitches({ faults: [{ ...posts, act: "reset", accepts: false, times: 1 }, { ...noNetwork }] });
    await desk.confirm();
    await desk.pass(10 * minute);
    const broken = { code: "network.broken" };
    expect((await desk.details()).parts[0]).toMatchObject({ state: "in-doubt", lookProblem: broken });
    await desk.pass(70 * minute);
    expect((await desk.details()).parts[0]).toMatchObject({ question: "unchecked", lookProblem: broken });
    desk.service.setSwitches({ faults: [] });
    await desk.sending.answer("campaign-1", 0, "look");
    await desk.pass(minute);
    expect((await desk.details()).parts[0]).toMatchObject({ state: "in-doubt", lookProblem: null });
  });

  test("is said as a login that failed, not as another account", async () => {
    const desk = await Desk.open();
    await desk.sendOneBefore();
    desk.service.setSwitches({ faults: [{ ...posts, act: "reset", accepts: false, times: 1 }], refuseKeys: true });
    await desk.confirm();
    await desk.pass(second);
    desk.connect(firstKey);
    await desk.pass(2 * minute);
    expect((await desk.details()).parts[0]?.lookProblem).toMatchObject({ code: "key.refused" });
  });
});

test("a campaign of another account cannot be cancelled before that one is connected, and says whose it is", async () => {
  const desk = await Desk.open({ switches: { pace: { messagesPerSecond: 0.001 } } });
  await desk.confirm();
  await desk.pass(minute);
  expect(await desk.details()).toMatchObject({ canCancel: true, identity: "7100002" });
  desk.connect(secondKey);
  await desk.pass(5 * minute);
  expect((await desk.details()).canCancel).toBe(false);
  const belongs = { code: "campaign.other-account", params: { account: "7100002" } };
  expect(await desk.sending.cancel("campaign-1")).toEqual({ ok: false, error: belongs });
  expect(await desk.states()).toEqual(["accepted"]);
  desk.connect(firstKey);
  await desk.pass(5 * minute);
  expect(await desk.sending.cancel("campaign-1")).toMatchObject({ ok: true });
  await desk.pass(minute);
  expect(await desk.details()).toMatchObject({ row: { state: "cancelled" } });
});

test("a campaign that an account made elsewhere is not stopped in the name of another", async () => {
  const desk = await Desk.open({ switches: { pace: { messagesPerSecond: 0.001 } } });
  const body = { phones: people(2).map(({ number }) => ({ number: Number(number) })), sender: "FloraKyiv", text: "Hi" };
  await desk.client?.postCampaign("send", JSON.stringify(body), async () => true);
  await desk.sending.refresh(null);
  const { rows } = await desk.sending.list({ search: "", filter: "sending", offset: 0, limit: 1 });
  const id = rows[0]?.id ?? "";
  expect(await desk.sending.details(id)).toMatchObject({ value: { row: { origin: "elsewhere" }, canCancel: true } });
  desk.connect(secondKey);
  const belongs = { code: "campaign.other-account", params: { account: "7100002" } };
  expect(await desk.sending.cancel(id)).toEqual({ ok: false, error: belongs });
  expect(await desk.sending.details(id)).toMatchObject({ value: { canCancel: false } });
  desk.connect(firstKey);
  expect(await desk.sending.cancel(id)).toMatchObject({ ok: true });
});

test("a stop that was asked for waits for its account, and says so", async () => {
  const desk = await Desk.open({ switches: { pace: { messagesPerSecond: 0.001 } } });
  await desk.confirm();
  await desk.pass(minute);
  const stop = { method: "PATCH", path: "/api/campaigns/*/stop", act: "answer", accepts: false } as const;
  desk.service.setSwitches({ faults: [{ ...stop, status: 503, body: { kind: "html" } }] });
  await desk.sending.cancel("campaign-1");
  await desk.pass(10 * second);
  desk.service.setSwitches({ faults: [] });
  desk.connect(secondKey);
  await desk.pass(20 * minute);
  expect(await desk.details()).toMatchObject({
    row: { state: "cancelling" },
    refreshProblem: { code: "campaign.other-account", params: { account: "7100002" } },
  });
  desk.connect(firstKey);
  desk.sending.hurry();
  await desk.pass(minute);
  expect((await desk.details()).row.state).toBe("cancelled");
});

test("a key that is taken off in the last moment before a POST posts nothing any more", async () => {
  let takeOff = () => {};
  const desk = await Desk.open({
    watcher: ({ name }) => {
      if (name === "sequence note") takeOff();
      return "goes-on";
    },
  });
  takeOff = () => void (desk.client = null);
  await desk.confirm();
  await desk.pass(minute);
  expect(desk.postOutcomes()).toEqual([]);
  expect((await desk.details()).parts[0]).toMatchObject({ state: "planned", reason: { code: "key.missing" } });
  takeOff = () => {};
  desk.connect(firstKey);
  desk.sending.hurry();
  await desk.pass(minute);
  expect(desk.texts()).toEqual(onceEach(people(3)));
});

describe("another account", () => {
  test("pauses a campaign that was confirmed for the first, and sends nothing", async () => {
    const desk = await Desk.open();
    desk.connect(secondKey);
    await desk.confirm();
    await desk.pass(hour);
    expect((await desk.details()).parts[0]).toMatchObject({
      state: "paused",
      reason: { code: "campaign.other-account" },
    });
    expect(desk.postOutcomes()).toEqual([]);
    await desk.sending.answer("campaign-1", 0, "send");
    await desk.pass(minute);
    expect(await desk.states()).toEqual(["paused"]);
    desk.connect(firstKey);
    await desk.sending.answer("campaign-1", 0, "send");
    await desk.pass(minute);
    expect(desk.texts()).toEqual(onceEach(people(3)));
    expect(desk.service.ledger().messages.every(({ account }) => account === 7_100_002)).toBe(true);
  });

  test("of another service pauses it as well", async () => {
    const desk = await Desk.open();
    const other = await Desk.open();
    await desk.confirm({ base: other.service.url });
    await desk.pass(minute);
    expect((await desk.details()).parts[0]).toMatchObject({
      state: "paused",
      reason: { code: "campaign.other-account" },
    });
    expect(desk.postOutcomes()).toEqual([]);
    expect(other.postOutcomes()).toEqual([]);
  });

  test("cannot tell what became of a part in doubt", async () => {
    const desk = await Desk.open();
    await desk.sendOneBefore();
    const once = { ...posts, times: 1 } as const;
    desk.service.setSwitches({
      faults: [
        { ...once, act: "hold", accepts: "before" },
        { ...once, act: "reset", accepts: true },
      ],
    });
    await desk.confirm();
    await desk.until(() => desk.postOutcomes().length === 1);
    desk.connect(secondKey);
    desk.service.release();
    await desk.pass(30 * minute);
    expect((await desk.details()).parts[0]).toMatchObject({ state: "in-doubt", looks: 0 });
    desk.connect(firstKey);
    await desk.pass(10 * minute);
    expect(await desk.states()).toEqual(["accepted"]);
    expect(desk.texts()).toEqual(onceEach(people(3)));
  });
});
