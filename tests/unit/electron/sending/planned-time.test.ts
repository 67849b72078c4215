import { describe, expect, test } from "vitest";
import type { ConfirmedCampaign } from "../../../../shared/campaign/plan.ts";
import { people } from "../../../sending/a-campaign.ts";
import { day, Desk, firstKey, hour, minute, onceEach, posts } from "./desk.ts";

function startIn(desk: Desk, ms: number): ConfirmedCampaign["start"] {
  const utc = new Date(desk.time.now() + ms).toISOString();
  return { utc, service: utc.slice(0, 19).replace("T", " "), zone: "Europe/Kyiv" };
}

test("a campaign for later is handed over at once and goes out at its time", async () => {
  const desk = await Desk.open();
  const start = startIn(desk, 2 * hour);
  await desk.confirm({ start });
  await desk.pass(hour);
  expect(await desk.details()).toMatchObject({ row: { state: "scheduled" }, startAt: start?.utc });
  expect(desk.service.ledger().campaigns).toMatchObject([{ startAt: start?.service }]);
  await desk.pass(2 * hour);
  expect((await desk.details()).row.state).toBe("finished");
  expect(desk.texts()).toEqual(onceEach(people(3)));
});

describe("a planned time that passes before the campaign could be handed over", () => {
  async function passed(): Promise<Desk> {
    const desk = await Desk.open();
    desk.client = null;
    await desk.confirm({ start: startIn(desk, hour) });
    await desk.pass(2 * hour);
    desk.connect(firstKey);
    desk.sending.hurry();
    await desk.pass(hour);
    return desk;
  }

  test("asks, and is not sent by itself", async () => {
    const desk = await passed();
    expect((await desk.details()).parts[0]).toMatchObject({ state: "planned", question: "time-passed" });
    expect((await desk.details()).row.state).toBe("attention");
    expect(desk.postOutcomes()).toEqual([]);
  });

  test("goes out now, once, by Send now", async () => {
    const desk = await passed();
    expect(await desk.sending.answer("campaign-1", 0, "send")).toEqual({ ok: true, value: null });
    await desk.pass(5 * minute);
    expect(await desk.states()).toEqual(["accepted"]);
    expect((await desk.details()).row.state).toBe("finished");
    expect(desk.texts()).toEqual(onceEach(people(3)));
    expect(desk.service.ledger().campaigns).toMatchObject([{ startAt: null }]);
  });

  test("goes out at another time by Send at …, as often as that passes too, with the same ids and all hashes kept", async () => {
    const desk = await passed();
    const { database } = desk.journalFile;
    const body = () => desk.journalFile.journal.body("campaign-1", 0) ?? "";
    const former = () =>
      database.prepare("SELECT former_hashes, body_hash FROM part WHERE campaign_id = 'campaign-1'").get();
    const confirmed = { body: body(), hash: former()?.["body_hash"] };
    expect(
      await desk.sending.sendAt("campaign-1", 0, { local: "2026-07-15T12:00", zone: "Europe/Kyiv" }),
    ).toMatchObject({ ok: false, error: { code: "review.time-past" } });
    desk.client = null;
    await desk.sending.sendAt("campaign-1", 0, { local: "2026-07-15T16:00", zone: "Europe/Kyiv" });
    const once = { body: body(), hash: former()?.["body_hash"] };
    expect(JSON.parse(once.body)).toEqual({ ...JSON.parse(confirmed.body), start_at: "2026-07-15 13:00:00" });
    expect((await desk.details()).parts[0]).toMatchObject({ startAt: "2026-07-15T13:00:00.000Z", question: null });
    await desk.pass(2 * hour);
    desk.connect(firstKey);
    desk.sending.hurry();
    await desk.pass(minute);
    expect((await desk.details()).parts[0]).toMatchObject({ state: "planned", question: "time-passed" });
    await desk.sending.sendAt("campaign-1", 0, { local: "2026-07-16T09:00", zone: "Europe/Kyiv" });
    expect(JSON.parse(String(former()?.["former_hashes"]))).toEqual([confirmed.hash, once.hash]);
    await desk.pass(minute);
    expect(await desk.details()).toMatchObject({ row: { state: "scheduled" }, startAt: "2026-07-16T06:00:00.000Z" });
    expect(desk.service.ledger().campaigns).toMatchObject([{ startAt: "2026-07-16 06:00:00" }]);
    await desk.pass(day);
    expect((await desk.details()).row.state).toBe("finished");
    expect(desk.texts()).toEqual(onceEach(people(3)));
    const wanted = desk.journalFile.journal.partPeople("campaign-1", 0).map(({ reference }) => reference);
    expect(desk.service.ledger().messages.map(({ reference }) => reference)).toEqual(wanted);
  });

  test("gets no other time once it was answered, and none that does not exist or is too far ahead", async () => {
    const desk = await passed();
    const at = (local: string) => desk.sending.sendAt("campaign-1", 0, { local, zone: "Europe/Kyiv" });
    expect(await at("2026-03-29T03:30")).toMatchObject({ ok: false, error: { code: "review.time-invalid" } });
    expect(await at("2026-09-01T09:00")).toMatchObject({ ok: false, error: { code: "review.time-far" } });
    await desk.sending.answer("campaign-1", 0, "drop");
    expect(await at("2026-07-16T09:00")).toMatchObject({ ok: false, error: { code: "campaign.missing" } });
    await desk.pass(hour);
    expect(desk.postOutcomes()).toEqual([]);
  });

  test("sends nothing by Do not send it", async () => {
    const desk = await passed();
    await desk.sending.answer("campaign-1", 0, "drop");
    await desk.pass(hour);
    expect(await desk.states()).toEqual(["cancelled"]);
    expect(desk.postOutcomes()).toEqual([]);
  });
});

test("a held campaign whose time has passed meanwhile goes out now after both clicks, with the same references", async () => {
  const desk = await Desk.open();
  await desk.sendOneBefore();
  desk.service.setSwitches({ faults: [{ ...posts, act: "reset", accepts: false, times: 1 }] });
  await desk.confirm({ start: startIn(desk, 20 * minute) });
  await desk.pass(30 * minute);
  expect(await desk.states()).toEqual(["held"]);
  await desk.sending.answer("campaign-1", 0, "send");
  await desk.pass(minute);
  expect((await desk.details()).parts[0]).toMatchObject({ state: "planned", question: "time-passed" });
  await desk.sending.answer("campaign-1", 0, "send");
  await desk.pass(minute);
  expect(desk.texts()).toEqual(onceEach(people(3)));
  const wanted = desk.journalFile.journal.partPeople("campaign-1", 0).map(({ reference }) => reference);
  const sent = desk.service.ledger().messages.map(({ reference }) => reference);
  expect(sent).toEqual(expect.arrayContaining(wanted));
});

test("a held campaign that waits once more for its time is looked for again before it is sent again", async () => {
  const desk = await Desk.open();
  await desk.sendOneBefore();
  // A service that takes a used reference again, and shows what it took only much later.
  desk.service.setSwitches({
    usedReference: "accepted",
    looksBeforeSeen: 1000,
    duplicateSeconds: { campaigns: 0 },
    faults: [{ ...posts, act: "reset", accepts: true, times: 1 }],
  });
  await desk.confirm({ start: startIn(desk, 20 * minute) });
  await desk.pass(80 * minute);
  expect(await desk.states()).toEqual(["held"]);
  await desk.sending.answer("campaign-1", 0, "send");
  await desk.pass(minute);
  expect((await desk.details()).parts[0]).toMatchObject({ state: "planned", question: "time-passed" });
  await desk.pass(day);
  desk.service.setSwitches({ looksBeforeSeen: 0 });
  await desk.sending.answer("campaign-1", 0, "send");
  await desk.pass(10 * minute);
  expect(await desk.states()).toEqual(["accepted"]);
  expect(desk.texts()).toEqual(onceEach(people(3)));
  expect(desk.postOutcomes()).toHaveLength(1);
});

describe("when somebody sets the clock of the computer", () => {
  test("forward, what waits asks before it is sent", async () => {
    const desk = await Desk.open();
    desk.client = null;
    await desk.confirm();
    await desk.pass(minute);
    desk.time.setWall(desk.time.now() + day);
    desk.connect(firstKey);
    await desk.pass(hour);
    expect((await desk.details()).parts[0]).toMatchObject({ state: "planned", question: "restarted" });
    expect(desk.postOutcomes()).toEqual([]);
  });

  test("back, a part in doubt is still found, and not sent twice", async () => {
    const desk = await Desk.open();
    await desk.sendOneBefore();
    desk.service.setSwitches({ faults: [{ ...posts, act: "reset", accepts: true, times: 1 }], looksBeforeSeen: 2 });
    await desk.confirm();
    await desk.settle();
    desk.time.setWall(desk.time.now() - 3 * hour);
    await desk.pass(5 * hour);
    expect(desk.texts()).toEqual(onceEach(people(3)));
    expect(desk.postOutcomes()).toHaveLength(1);
    expect(await desk.states()).toEqual(["accepted"]);
  });
});

test("after a sleep, a part in doubt is looked for before anything new begins", async () => {
  const desk = await Desk.open();
  await desk.sendOneBefore();
  desk.service.setSwitches({ faults: [{ ...posts, act: "reset", accepts: true, times: 1 }] });
  await desk.sending.suspend();
  await desk.confirm();
  await desk.settle();
  expect(desk.postOutcomes()).toEqual([]);
  await desk.sleep(10 * minute);
  const [part] = (await desk.details()).parts;
  if (part?.question === "restarted") await desk.sending.answer("campaign-1", 0, "send");
  await desk.pass(minute);
  expect(await desk.states()).toEqual(["accepted"]);
  expect(desk.texts()).toEqual(onceEach(people(3)));
});
