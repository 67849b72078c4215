import * as fc from "fast-check";
import { expect, test } from "vitest";
import { peopleFilters, type PeopleCounts } from "../../../../shared/campaign/view.ts";
import { journalAfter, type Story, story } from "../../../sending/random-journal.ts";

function sumOf({ delivered, onTheWay, failed, notCertain, waiting, notSent }: PeopleCounts): number {
  return delivered + onTheWay + failed + notCertain + waiting + notSent;
}

/** Tells a story and looks at the journal that it leaves. */
function after(told: Story, look: (journal: ReturnType<typeof journalAfter>["journal"]) => void): void {
  const file = journalAfter(told);
  look(file.journal);
  file.close();
}

test("whatever happens, the campaign's sum and its parts' sums are the people who were confirmed", () => {
  fc.assert(
    fc.property(story, (told) => {
      after(told, (journal) => {
        const details = journal.details("campaign-1");
        if (details === null) throw new Error("no campaign");
        expect(details.row.people).toBe(told.people);
        expect(details.counts.total).toBe(told.people);
        expect(sumOf(details.counts)).toBe(told.people);
        for (const { counts, people } of details.parts) expect([counts.total, sumOf(counts)]).toEqual([people, people]);
        expect(details.parts.reduce((sum, { people }) => sum + people, 0)).toBe(told.people);
      });
    }),
    { numRuns: 150 },
  );
});

test("whatever happens, every filter of the people finds as many as it says, and together they are everybody", () => {
  fc.assert(
    fc.property(story, (told) => {
      after(told, (journal) => {
        const counts = journal.peopleCounts("campaign-1", "");
        expect([counts.total, sumOf(counts)]).toEqual([told.people, told.people]);
        for (const filter of peopleFilters) {
          const { total, rows } = journal.people("campaign-1", { offset: 0, limit: 100, filter });
          const said = counts[filter === "all" ? "total" : filter];
          expect([total, rows.length]).toEqual([said, said]);
        }
      });
    }),
    { numRuns: 150 },
  );
});

test("whatever happens, the course ends with the same people by time and by country, and never goes back", () => {
  fc.assert(
    fc.property(story, (told) => {
      after(told, (journal) => {
        const { counts, steps, countries } = journal.course("campaign-1");
        expect(counts).toEqual(journal.peopleCounts("campaign-1", ""));
        for (const kind of Object.keys(counts) as (keyof PeopleCounts)[]) {
          expect(countries.reduce((sum, country) => sum + country.counts[kind], 0)).toBe(counts[kind]);
        }
        expect(steps.length).toBeLessThanOrEqual(41);
        const last = steps.at(-1);
        if (last !== undefined) expect(last).toMatchObject({ delivered: counts.delivered, failed: counts.failed });
        for (const [index, step] of steps.slice(1).entries()) {
          const before = steps[index] ?? step;
          expect(Date.parse(step.at)).toBeGreaterThan(Date.parse(before.at));
          expect(step.delivered).toBeGreaterThanOrEqual(before.delivered);
          expect(step.failed).toBeGreaterThanOrEqual(before.failed);
        }
      });
    }),
    { numRuns: 150 },
  );
});

test("a search finds parts of names in any case and numbers as they are written", () => {
  after({ people: 9, leftOut: [], begins: [], later: [], readings: [], messages: [] }, (journal) => {
    const found = (search: string) =>
      journal.people("campaign-1", { offset: 0, limit: 100, search }).rows.map(({ name }) => name);
    expect(found("CUSTOMER 7")).toEqual(["Customer 7"]);
    expect(found("+48 500-000-005")).toEqual(["Customer 5"]);
    expect(found("nobody")).toEqual([]);
    expect(journal.peopleCounts("campaign-1", "customer 7")).toMatchObject({ total: 1, waiting: 1 });
  });
});

test("whoever was not sent has no time and no price, and a time of the service is one of UTC", () => {
  const way = [{ kind: "post", watchUntil: 1 } as const, { kind: "taken", attempt: 1, serviceId: "900" } as const];
  const messages = [
    { row: 0, word: "delivered", secondsLater: 14 },
    { row: 1, word: "accepted", secondsLater: 2 },
  ];
  const statistics = { delivered: 1, sent: 0, scheduled: 0, moderation: 0, accepted: 1, sending: 0 };
  const rest = { expired: 0, failed: 0, undelivered: 0, unknown: 0, read: 0 };
  const reading = { status: "stopped", finished: true, total: 2, price: 22_600, peopleRead: true, stable: true };
  after(
    {
      people: 2,
      leftOut: [],
      begins: way,
      later: [{ kind: "cancel" }, { kind: "stopped", missing: 0 }],
      readings: [{ ...reading, statistics: { ...statistics, ...rest } }],
      messages,
    },
    (journal) => {
      expect(journal.people("campaign-1", { offset: 0, limit: 9 }).rows).toMatchObject([
        { state: "delivered", at: "2026-07-15T09:00:14.000Z", price: { millionths: 22_600 }, parts: 1 },
        { state: "not-sent", at: null, price: null, parts: null },
      ]);
      expect(journal.details("campaign-1")).toMatchObject({
        priceShown: { millionths: 240_000 },
        priceFinal: { millionths: 22_600 },
        parts: [{ priceFinal: { millionths: 22_600 } }],
      });
    },
  );
});
