import { expect, test } from "vitest";
import { people } from "../../../sending/a-campaign.ts";
import { day, Desk, hour, minute, onceEach, posts } from "./desk.ts";

/** A service that silently leaves out two of the five people, and an answer that gets lost. */
async function withTwoLeftOut(): Promise<Desk> {
  const desk = await Desk.open({ service: { seed: 2 } });
  await desk.sendOneBefore();
  await desk.client?.addToStopList(["380670000001", "380670000003"]);
  desk.service.setSwitches({
    stopListHonoured: "everywhere",
    faults: [{ ...posts, act: "reset", accepts: true, times: 1 }],
  });
  await desk.confirm({ recipients: people(5) });
  return desk;
}

test("a part of which people are missing is accepted with exceptions after two reads ten minutes apart", async () => {
  const desk = await withTwoLeftOut();
  await desk.pass(9 * minute);
  expect(await desk.states()).toEqual(["in-doubt"]);
  await desk.pass(20 * minute);
  expect(await desk.states()).toEqual(["accepted-with-exceptions"]);
  const { counts } = await desk.details();
  expect(counts).toMatchObject({ total: 5, notCertain: 2 });
  expect(desk.texts()).toEqual(onceEach([0, 2, 4].flatMap((row) => people(5)[row] ?? [])));
  expect(desk.postOutcomes()).toHaveLength(1);
});

test("the missing are not sent only when the watch is over", async () => {
  const desk = await withTwoLeftOut();
  await desk.pass(hour);
  expect((await desk.details()).counts).toMatchObject({ notCertain: 2, notSent: 0 });
  await desk.sleep(8 * day);
  expect((await desk.details()).counts).toMatchObject({ total: 5, notCertain: 0, notSent: 2 });
  expect((await desk.details()).row.state).toBe("finished");
  expect(desk.journalFile.journal.openParts()).toEqual([]);
});

test("who slept through the watch looks three times over ten minutes before anybody is called not sent", async () => {
  const desk = await Desk.open();
  await desk.sendOneBefore();
  // One copy of the POST was taken, the other one made a campaign of nobody; reads lag behind for a while.
  desk.service.setSwitches({
    usedReference: "message",
    looksBeforeSeen: 12,
    duplicateSeconds: { campaigns: 0 },
    faults: [{ ...posts, act: "twice", times: 1 }],
  });
  await desk.confirm({ recipients: people(5) });
  await desk.settle();
  await desk.sleep(12 * day);
  expect(desk.texts()).toEqual(onceEach(people(5)));
  expect((await desk.details()).counts).toMatchObject({ total: 5, notSent: 0 });
});
