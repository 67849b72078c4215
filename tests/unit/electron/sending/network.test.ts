import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startPracticeService } from "../../../../electron/practice/service.ts";
import { temporaryFolder } from "../library/library-file.ts";
import { people } from "../../../sending/a-campaign.ts";
import { Desk, firstKey, minute, onceEach, second } from "./desk.ts";

/** A desk whose service can be taken away and brought back under the same address. */
async function withPlug(): Promise<{ desk: Desk; pull: () => Promise<void>; plugIn: () => Promise<void> }> {
  const stateFile = join(temporaryFolder(), "service.sqlite");
  const desk = await Desk.open({ service: { stateFile } });
  const { port } = desk.service;
  const plugIn = async () => {
    const service = await startPracticeService({ stateFile, port, clock: desk.serviceClock });
    onTestFinished(() => service.close());
    desk.service = service;
  };
  return { desk, pull: () => desk.service.close(), plugIn };
}

test("without a network a campaign stays planned, is tried ever more rarely, and is sent when it is there", async () => {
  const { desk, pull, plugIn } = await withPlug();
  await pull();
  await desk.confirm();
  await desk.pass(10 * minute);
  expect((await desk.details()).parts[0]).toMatchObject({ state: "planned", counts: { waiting: 3 } });
  await plugIn();
  await desk.pass(5 * minute);
  expect(await desk.states()).toEqual(["accepted"]);
  expect(desk.texts()).toEqual(onceEach(people(3)));
  expect(desk.postOutcomes()).toEqual(["200"]);
});

test("a try that finds no network after the login is no attempt, and says why", async () => {
  const { desk, pull, plugIn } = await withPlug();
  expect(await desk.client?.identity()).toMatchObject({ ok: true });
  await pull();
  await desk.confirm();
  await desk.pass(second);
  const [part] = desk.journalFile.journal.parts("campaign-1");
  expect(part?.part).toMatchObject({ attempts: 0, state: { name: "planned", problem: { code: "network.down" } } });
  await plugIn();
  desk.sending.hurry();
  await desk.pass(second);
  expect(desk.texts()).toEqual(onceEach(people(3)));
  expect(desk.postOutcomes()).toEqual(["200"]);
});

test("a campaign that is cancelled while there is no network is never sent", async () => {
  const { desk, pull, plugIn } = await withPlug();
  expect(await desk.client?.identity()).toMatchObject({ ok: true });
  await pull();
  await desk.confirm();
  await desk.pass(minute);
  await desk.sending.cancel("campaign-1");
  await plugIn();
  await desk.pass(20 * minute);
  expect(await desk.states()).toEqual(["cancelled"]);
  expect(desk.postOutcomes()).toEqual([]);
});

test("without an account a campaign waits, and is sent once one is connected", async () => {
  const desk = await Desk.open();
  desk.client = null;
  await desk.confirm();
  await desk.pass(10 * minute);
  expect(await desk.states()).toEqual(["planned"]);
  desk.connect(firstKey);
  await desk.pass(minute);
  expect(desk.texts()).toEqual(onceEach(people(3)));
});
