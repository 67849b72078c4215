import { expect, test } from "vitest";
import { people } from "../../../sending/a-campaign.ts";
import { Desk, hour, minute, onceEach } from "./desk.ts";

/** A desk on which `happens`, once, between the connection and the first byte of a POST. */
async function interruptedBy(happens: (desk: Desk) => void): Promise<Desk> {
  const desk = await Desk.open();
  const { client } = desk;
  if (client === null) throw new Error("no client");
  let times = 0;
  desk.client = {
    ...client,
    postCampaign: (route, body, mayPass) =>
      client.postCampaign(route, body, async () => {
        if (times++ === 0) happens(desk);
        return mayPass();
      }),
  };
  return desk;
}

test("a computer that slept while the connection was made asks before anything goes out", async () => {
  const desk = await interruptedBy(({ time }) => time.setWall(time.now() + 8 * hour));
  await desk.confirm();
  await desk.pass(hour);
  expect(desk.postOutcomes()).toEqual([]);
  expect((await desk.details()).parts[0]).toMatchObject({ state: "planned", question: "restarted" });
  expect(await desk.sending.answer("campaign-1", 0, "send")).toEqual({ ok: true, value: null });
  await desk.pass(minute);
  expect(desk.texts()).toEqual(onceEach(people(3)));
});

test("a computer that is about to sleep sends nothing more, and goes on when it is awake", async () => {
  const desk = await interruptedBy(({ sending }) => void sending.suspend());
  await desk.confirm();
  await desk.pass(hour);
  expect(desk.postOutcomes()).toEqual([]);
  await desk.sending.resume();
  await desk.pass(minute);
  expect(desk.texts()).toEqual(onceEach(people(3)));
});

test("a program that is about to end begins nothing more", async () => {
  const desk = await interruptedBy(({ sending }) => void sending.quit());
  await desk.confirm();
  await desk.pass(hour);
  expect(desk.postOutcomes()).toEqual([]);
  expect(await desk.states()).toEqual(["planned"]);
});

test("a planned time that passes while the connection is made asks, and is not sent at another one", async () => {
  const desk = await interruptedBy(({ time }) => time.setWall(time.now() + 50_000));
  const utc = new Date(desk.time.now() + 40_000).toISOString();
  await desk.confirm({ start: { utc, service: utc.slice(0, 19).replace("T", " "), zone: "Europe/Kyiv" } });
  await desk.pass(hour);
  expect(desk.postOutcomes()).toEqual([]);
  expect((await desk.details()).parts[0]).toMatchObject({ state: "planned", question: "time-passed" });
});
