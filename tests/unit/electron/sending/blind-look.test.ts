import { expect, test } from "vitest";
import { Desk, minute, posts, second } from "./desk.ts";

test("a held part that nobody could look for is looked for as soon as the account is there again", async () => {
  const desk = await Desk.open();
  await desk.sendOneBefore();
  desk.service.setSwitches({ faults: [{ ...posts, act: "reset", accepts: false, times: 1 }] });
  await desk.confirm();
  await desk.pass(11 * minute);
  expect(await desk.states()).toEqual(["held"]);

  desk.crash();
  const { client } = desk;
  desk.client = null;
  await desk.sending.start();
  await desk.pass(second);
  expect((await desk.details()).refreshProblem).toMatchObject({ code: "key.missing" });

  desk.client = client;
  desk.sending.hurry();
  await desk.pass(second);
  expect((await desk.details()).refreshProblem).toBeNull();
});
