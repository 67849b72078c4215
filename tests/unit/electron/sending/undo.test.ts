import { expect, test } from "vitest";
import { people } from "../../../sending/a-campaign.ts";
import { Desk, hour, minute, onceEach, second } from "./desk.ts";

test("nothing leaves while the undo window is open, and the campaign goes out when it closes", async () => {
  const desk = await Desk.open();
  await desk.confirm({}, 20);
  await desk.pass(19 * second);
  expect(await desk.details()).toMatchObject({ row: { state: "undo" }, canCancel: false });
  expect(desk.postOutcomes()).toEqual([]);
  await desk.pass(2 * second);
  expect(desk.texts()).toEqual(onceEach(people(3)));
  expect((await desk.details()).undoUntil).toBeNull();
});

test("Undo gives the draft back, and nothing is ever sent", async () => {
  const desk = await Desk.open();
  await desk.confirm({}, 20);
  await desk.pass(10 * second);
  expect(await desk.sending.undo("campaign-1")).toEqual({ ok: true, value: "campaign-1-draft" });
  await desk.pass(hour);
  desk.crash();
  await desk.sending.start();
  await desk.pass(hour);
  expect(desk.postOutcomes()).toEqual([]);
  const list = await desk.sending.list({ search: "", filter: "all", offset: 0, limit: 10 });
  expect(list.rows.filter(({ origin }) => origin === "ours")).toEqual([]);
});

test("Undo is too late once the window has closed", async () => {
  const desk = await Desk.open();
  await desk.confirm({}, 20);
  await desk.pass(21 * second);
  expect(await desk.sending.undo("campaign-1")).toMatchObject({ ok: false, error: { code: "campaign.undo-late" } });
  await desk.pass(minute);
  expect(desk.texts()).toEqual(onceEach(people(3)));
});

test("Send now ends the window at once, and sends once", async () => {
  const desk = await Desk.open();
  await desk.confirm({}, 20);
  expect(await desk.sending.sendNow("campaign-1")).toEqual({ ok: true, value: null });
  expect(await desk.sending.sendNow("campaign-1")).toMatchObject({ ok: false, error: { code: "campaign.undo-late" } });
  await desk.pass(minute);
  expect(desk.texts()).toEqual(onceEach(people(3)));
  expect(desk.postOutcomes()).toHaveLength(1);
});

test("a double click on the confirmation leaves the window as it is, and one that has ended stays ended", async () => {
  const desk = await Desk.open();
  await desk.confirm({}, 20);
  const until = (await desk.details()).undoUntil;
  await desk.pass(10 * second);
  expect(await desk.sending.confirmedBefore("campaign-1-draft", 20)).toMatchObject({ undoUntil: until });
  await desk.confirm({}, 20);
  expect((await desk.details()).undoUntil).toBe(until);
  await desk.pass(11 * second);
  expect(await desk.sending.confirmedBefore("campaign-1-draft", 20)).toMatchObject({ undoUntil: null });
  await desk.pass(minute);
  expect(desk.postOutcomes()).toHaveLength(1);
  expect(await desk.sending.confirmedBefore("nothing", 20)).toBeNull();
});
