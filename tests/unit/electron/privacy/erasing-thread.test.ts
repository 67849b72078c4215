import { expect, onTestFinished, test } from "vitest";
import { openDatabases } from "../../../../electron/database/database.ts";
import { temporaryFolder } from "../library/library-file.ts";
import { csvOf, noon } from "./a-side.ts";

const olena = "380501234567";
const people = [
  { number: olena, cells: ["Olena"] },
  { number: "380670000002", cells: ["Ihor"] },
];

test("the thread of the program refuses what a window says of rows that an erasing has replaced", async () => {
  const entry = new URL("../../../../electron/database/worker.ts", import.meta.url);
  const { drafts, privacy, close } = await openDatabases(entry, temporaryFolder());
  onTestFinished(close);
  await drafts.create({ id: "open", campaignId: "campaign" }, "Spring", noon);
  const bytes = csvOf(people);
  const source = { kind: "file", name: "Customers.csv", size: bytes.length } as const;
  await drafts.writeSource("open", { source, offset: 0, last: true, bytes }, noon);
  const chunk = { draftId: "open", offset: 0, last: true, columns: ["Name"] };
  const [numbers, cells] = [people.map(({ number }) => number), [people.map(({ cells: [name] }) => String(name))]];
  const accepted = { ...chunk, numbers, rows: [2, 3], cells };
  await drafts.writePeople(accepted, noon);
  await drafts.openInWindow("open");

  await privacy.erase(olena, { keepOut: false, deleteDrafts: [] }, noon);
  expect(await drafts.writePeople(accepted, noon)).toMatchObject({ error: { code: "draft.rewritten" } });
  expect((await privacy.trace(olena, Date.parse(noon))).drafts).toEqual([]);
});
