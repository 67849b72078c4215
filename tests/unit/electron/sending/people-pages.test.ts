import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bucketOfPerson, peopleFilters, type PersonView } from "../../../../shared/campaign/view.ts";
import { aCampaign, people } from "../../../sending/a-campaign.ts";
import { openJournal } from "./journal-file.ts";

const now = "2026-07-15T09:00:00.000Z";
const words = [null, "delivered", "failed", "sent", "unknown"];
const names = ["Олена", "ОЛЕНА", "taras", "Taras [2]", "Ľuboš", "50%*?", "İbrahim", ""];
const searches = ["олена", "ОлЕна", "TARAS", "[2", "*", "ľ", "İb", "RAHİM", "0000", "38 067", "zzz", " "];

type Seed = { word: number; name: number; out: boolean }[];
const seed: fc.Arbitrary<Seed> = fc.array(
  fc.record({
    word: fc.nat(words.length - 1),
    name: fc.nat(names.length - 1),
    out: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
);

/** A campaign of these people, three to a part. */
function aJournal(people_: Seed) {
  const file = openJournal();
  const recipients = people(people_.length).map((person, index) => ({
    ...person,
    name: names[people_[index]?.name ?? 0] ?? "",
  }));
  const confirmed = file.journal.confirm(aCampaign({ recipients }), { now, undoUntil: null });
  if (!confirmed.ok) throw new Error(confirmed.error.code);
  const write = file.database.prepare(
    "UPDATE person SET part = position / 3, word = ?, left_out = ? WHERE position = ?",
  );
  people_.forEach(({ word, out }, index) => write.run(words[word] ?? null, out ? 1 : 0, index));
  const columns = "left_out, state, open, part, body_hash, former_hashes, tried_at, accepted_at";
  const part = file.database.prepare(
    `INSERT INTO part (campaign_id, position, people, ${columns}) SELECT campaign_id, ?, ?, ${columns} FROM part
     WHERE position = 0`,
  );
  for (let from = 3; from < people_.length; from += 3) part.run(from / 3, Math.min(3, people_.length - from));
  file.database.exec("UPDATE part SET people = min(people, 3)");
  return file;
}

/** The same by going over everybody. */
function naively(everybody: PersonView[], search: string, filter: string): PersonView[] {
  const name = search.trim().toLowerCase();
  const digits = /^[\d\s()+.-]+$/.test(name) ? name.replaceAll(/\D/g, "") : "";
  return everybody.filter(
    (person) =>
      (filter === "all" || bucketOfPerson[person.state] === filter) &&
      (person.name.toLowerCase().includes(name) || (digits !== "" && person.number.includes(digits))),
  );
}

describe("a page of a campaign's people", () => {
  test("is what going over everybody gives, for every filter, search and place", () => {
    fc.assert(
      fc.property(
        seed,
        fc.constantFrom("", ...searches),
        fc.nat(20),
        fc.integer({ min: 1, max: 9 }),
        (all, search, offset, limit) => {
          const { journal } = aJournal(all);
          const everybody = journal.people("campaign-1", { offset: 0, limit: 100 }).rows;
          expect(everybody.map(({ position }) => position)).toEqual(all.map((_, index) => index));
          const counts = journal.peopleCounts("campaign-1", search);
          for (const filter of peopleFilters) {
            const expected = naively(everybody, search, filter);
            const page = journal.people("campaign-1", { offset, limit, search, filter });
            expect(page).toEqual({ total: expected.length, rows: expected.slice(offset, offset + limit) });
            expect(counts[filter === "all" ? "total" : filter]).toBe(expected.length);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("is of the people as they are now, whatever was asked before", () => {
    const { journal, database } = aJournal([{ word: 1, name: 0, out: false }]);
    const delivered = { offset: 0, limit: 10, search: "олена", filter: "delivered" } as const;
    expect(journal.people("campaign-1", delivered).total).toBe(1);
    expect(journal.course("campaign-1").counts.delivered).toBe(1);
    database.exec("UPDATE person SET word = 'failed'");
    expect(journal.people("campaign-1", delivered).total).toBe(0);
    expect(journal.peopleCounts("campaign-1", "")).toMatchObject({ delivered: 0, failed: 1 });
    expect(journal.course("campaign-1").counts.failed).toBe(1);
  });
});
