import { cleanup, screen, within } from "@testing-library/react";
import * as fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { Campaign } from "../../../../../renderer/features/campaigns/campaign.tsx";
import { ok } from "../../../../../shared/result.ts";
import { journalAfter, type Story, story } from "../../../../sending/random-journal.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

afterEach(cleanup);

/** The number that a text has in it. */
function numberIn(element: Element | undefined): number {
  return Number((element?.textContent ?? "").replaceAll(/\D/g, ""));
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}

/** The numbers of a column of a table, by its heading. */
function column(table: HTMLElement, heading: string): number[] {
  const place = [...table.querySelectorAll("thead th")].findIndex(({ textContent }) => textContent === heading);
  return [...table.querySelectorAll("tbody tr")].map((row) => numberIn(row.children[place]));
}

async function expectSums(told: Story): Promise<void> {
  const file = journalAfter(told);
  const { journal } = file;
  const details = journal.details("campaign-1");
  if (details === null) throw new Error("no campaign");
  await giveDesk({
    openCampaign: async () => ok(details),
    campaignCourse: async ({ id }) => ok(journal.course(id)),
    listCampaignPeople: async ({ id, ...query }) =>
      ok({ ...journal.people(id, query), counts: journal.peopleCounts(id, query.search) }),
  });
  onTheDesk(<Campaign id="campaign-1" onOpenDraft={() => undefined} />);

  const filters = within(await screen.findByRole("group", { name: "Which people" })).getAllByRole("button");
  expect(filters.map(numberIn)[0]).toBe(told.people);
  expect(sum(filters.map(numberIn).slice(1))).toBe(told.people);

  const card = screen.getByRole("region", { name: "Delivered" });
  expect(card.textContent).toContain(`of ${told.people} delivered`);
  expect(sum(within(card).getAllByRole("listitem").map(numberIn))).toBe(told.people);
  const [parts] = screen.getAllByRole("table");
  if (parts === undefined) throw new Error("no table of parts");
  expect(sum(column(parts, "People"))).toBe(told.people);

  if (journal.course("campaign-1").steps.length > 0) {
    const course = await screen.findByRole("region", { name: "Over time and by country" });
    const [time, countries] = [...course.querySelectorAll("table")];
    if (time === undefined || countries === undefined) throw new Error("no tables");
    expect(sum(column(countries, "People"))).toBe(told.people);
    for (const kind of ["Delivered", "Failed", "Others"]) {
      // The chart ends with what the countries add up to.
      expect(column(time, kind).at(-1), kind).toBe(sum(column(countries, kind)));
    }
    const rows = column(time, "Delivered").map(
      (delivered, row) => delivered + (column(time, "Failed")[row] ?? 0) + (column(time, "Others")[row] ?? 0),
    );
    expect(new Set(rows)).toEqual(new Set([told.people]));
  }
  cleanup();
  file.close();
}

test("whatever happened to a campaign, every sum on its page is the people who were confirmed", async () => {
  await fc.assert(fc.asyncProperty(story, expectSums), { numRuns: 15 });
});
