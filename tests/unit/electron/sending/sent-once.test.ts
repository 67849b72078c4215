import { expect, test } from "vitest";
import { people } from "./a-campaign.ts";
import { Desk, minute, onceEach } from "./desk.ts";

test("a campaign is sent once: every number in the ledger once, with its text", async () => {
  const desk = await Desk.open();
  const recipients = people(25);
  await desk.confirm({ recipients });
  await desk.pass(0);
  expect(await desk.states()).toEqual(["accepted"]);
  await desk.pass(5 * minute);
  expect(desk.texts()).toEqual(onceEach(recipients));
  expect(desk.postOutcomes()).toEqual(["200"]);
});
