import { expect, onTestFinished, test } from "vitest";
import { lookAtPeople } from "../../../../electron/sending/people-looks.ts";
import { aCampaign, people } from "../../../sending/a-campaign.ts";
import { post, taken } from "./a-part.ts";
import { openJournal } from "./journal-file.ts";

const now = "2026-07-15T09:00:00.000Z";

/** Two parts that were accepted, and the looks at their people. */
function accepted() {
  const file = openJournal();
  const recipients = people(10_002);
  file.journal.confirm(aCampaign({ recipients }), { now, undoUntil: null });
  for (const index of [0, 1]) {
    for (const event of [post, { ...taken(), serviceId: `90${index}` }]) {
      file.journal.apply({ campaignId: "campaign-1", index, event }, now);
    }
  }
  const remembered: number[] = [];
  const looks = lookAtPeople({
    ...file.remote,
    partsToRemember: file.remote.partsToRemember,
    people: file.remote.people,
    peopleCounts: file.remote.peopleCounts,
    course: file.remote.course,
    remember: (id, part, what) => {
      remembered.push(part);
      return file.remote.remember(id, part, what);
    },
  });
  const asked = () => remembered.splice(0);
  const becomes = (word: string, position: number, at: string) =>
    file.database.prepare("UPDATE person SET word = ?, at = ? WHERE position = ?").run(word, at, position);
  return { ...file, looks, asked, becomes };
}

test("the course of a campaign is read part by part, and after a change only of the part that moved on", async () => {
  const { looks, asked, becomes } = accepted();
  becomes("delivered", 0, now);
  expect((await looks.course("campaign-1")).counts).toMatchObject({ total: 10_002, delivered: 1 });
  expect(asked()).toEqual([0, 1]);
  await looks.course("campaign-1");
  expect(asked()).toEqual([]);
  becomes("failed", 10_001, now);
  expect((await looks.course("campaign-1")).counts).toMatchObject({ total: 10_002, delivered: 1, failed: 1 });
  expect(asked()).toEqual([1]);
});

test("a search goes over names that are read once, and finds nobody any more who was erased since", async () => {
  const { looks, asked, becomes, database } = accepted();
  const found = async () => (await looks.people("campaign-1", { search: "customer 10001", offset: 0, limit: 10 })).rows;
  expect(await found()).toMatchObject([{ position: 10_001, state: "handed-over" }]);
  expect(asked()).toEqual([0, 1]);
  becomes("delivered", 10_001, now);
  expect(await found()).toMatchObject([{ position: 10_001, state: "delivered" }]);
  expect(await looks.peopleCounts("campaign-1", "customer 10001")).toMatchObject({ total: 1, delivered: 1 });
  expect(asked()).toEqual([1]);
  database.exec("UPDATE person SET name = '', number = '#UA.....x' WHERE position = 10001");
  expect(await found()).toEqual([]);
  expect((await looks.people("campaign-1", { search: "UA", offset: 0, limit: 10 })).total).toBe(0);
});

test("the course tells the moments of the service, whatever the clock of this computer keeps", async () => {
  const systemZone = process.env["TZ"];
  process.env["TZ"] = "Europe/Kyiv";
  onTestFinished(() => {
    if (systemZone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = systemZone;
  });
  const { looks, becomes } = accepted();
  becomes("delivered", 0, "2026-07-15T09:00:14.000Z");
  becomes("delivered", 1, "2026-07-15T09:00:44.000Z");
  const { from, steps } = await looks.course("campaign-1");
  expect(from).toBe("2026-07-15T09:00:14.000Z");
  expect(steps.at(-1)).toEqual({ at: "2026-07-15T09:00:45.000Z", delivered: 2, failed: 0 });
  // Over hours it is told by the minute.
  becomes("failed", 2, "2026-07-15T21:00:44.000Z");
  const long = await looks.course("campaign-1");
  expect(Date.parse(long.steps.at(-1)?.at ?? "")).toBeGreaterThan(Date.parse("2026-07-15T21:00:00.000Z"));
  expect(long.from).toMatch(/^2026-07-15T09:00/);
});
