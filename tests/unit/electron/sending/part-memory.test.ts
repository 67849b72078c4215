import { expect, test } from "vitest";
import { PartMemory } from "../../../../electron/sending/part-memory.ts";
import { aCampaign, people } from "../../../sending/a-campaign.ts";
import { openJournal } from "./journal-file.ts";

const now = "2026-07-15T09:00:00.000Z";

/** A memory over campaigns of two parts, and how often something was worked out. */
function aMemory(...ids: string[]) {
  const { database, journal } = openJournal();
  ids.forEach((campaignId, index) => {
    const recipients = people(10_002, "Good morning", 380_670_000_000 + index * 100_000);
    journal.confirm(aCampaign({ campaignId, recipients }), { now, undoUntil: null });
  });
  const memory = new PartMemory(database);
  let worked = 0;
  const ask = (id: string, part: number, dependsOn: "names" | "everything" = "everything") => {
    const before = worked;
    memory.of(id, part, dependsOn, dependsOn, () => (worked += 1));
    return worked > before;
  };
  return { database, memory, ask };
}

test("what is known of a part is worked out anew when somebody of it changes, and of no other part", () => {
  const { database, memory, ask } = aMemory("a");
  expect([ask("a", 0), ask("a", 1), ask("a", 0), ask("a", 1)]).toEqual([true, true, false, false]);
  database.exec("UPDATE person SET word = 'sent' WHERE position = 10001");
  expect([memory.knows("a", 0, "everything", "everything"), memory.knows("a", 1, "everything", "everything")]).toEqual([
    true,
    false,
  ]);
  expect([ask("a", 0), ask("a", 1), ask("a", 1)]).toEqual([false, true, false]);
});

test("what depends on names alone is worked out anew when somebody is erased, not with every delivery", () => {
  const { database, ask } = aMemory("a");
  ask("a", 0, "names");
  database.exec("UPDATE person SET word = 'sent' WHERE position = 3");
  expect(ask("a", 0, "names")).toBe(false);
  database.exec("UPDATE person SET number = '#UA.....x', name = '' WHERE position = 3");
  expect(ask("a", 0, "names")).toBe(true);
});

test("a change that a transaction takes back leaves what was known", () => {
  const { database, ask } = aMemory("a");
  ask("a", 0);
  database.exec("BEGIN; UPDATE person SET word = 'sent' WHERE position = 3; ROLLBACK;");
  expect(ask("a", 0)).toBe(false);
});

test("of many campaigns the last two that were looked at are remembered", () => {
  const { ask } = aMemory("a", "b", "c");
  ask("a", 0);
  ask("b", 0);
  expect(ask("a", 0)).toBe(false);
  ask("c", 0);
  expect([ask("a", 0), ask("b", 0)]).toEqual([false, true]);
});
