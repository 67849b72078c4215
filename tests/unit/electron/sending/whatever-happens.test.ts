import * as fc from "fast-check";
import { expect, test } from "vitest";
import { noComplaints } from "../../../sending/comparison.ts";
import { stories, told } from "../../../sending/stories.ts";
import { Desk } from "./desk.ts";

test("whatever happens, nobody is texted twice, nobody is lost, and what the pages say is so", async () => {
  const property = fc.asyncProperty(stories, async (story) => {
    expect(await told(await Desk.open(), story)).toEqual(noComplaints);
  });
  await fc.assert(property, {
    numRuns: 20,
    endOnFailure: true,
    // A slow computer tells fewer of them, but one; `npm run test:faults` tells thousands.
    interruptAfterTimeLimit: 30_000,
  });
});
