import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { PeopleTable } from "../../../../../renderer/features/campaigns/people-table.tsx";
import type { PersonView } from "../../../../../shared/campaign/view.ts";
import { ok } from "../../../../../shared/result.ts";
import { aCampaign } from "../../../../unit/renderer/features/campaigns/a-campaign.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

afterEach(cleanup);

const number = "380671234567";
const person: PersonView = { position: 0, number, name: "Olena", state: "on-the-way", at: null, parts: 1, price: null };

test("who is erased from an open campaign is said to go later, for the row stays until then", async () => {
  const details = aCampaign({});
  const waiting = { number, askedAt: "2026-11-24T09:41:00.000Z", campaigns: ["Tulips"], until: null };
  await giveDesk({
    listCampaignPeople: async () => ok({ total: 1, counts: details.counts, rows: [person] }),
    tracePerson: async () => ok({ campaigns: [], lists: [], drafts: [], neverTextSince: null, ownTestNumber: false }),
    erasePerson: async () => ok({ waiting }),
  });
  onTheDesk(<PeopleTable details={details} />);
  fireEvent.change(await screen.findByRole("searchbox"), { target: { value: "Olena" } });
  fireEvent.click(await screen.findByRole("button", { name: "Erase this person" }));
  const dialog = screen.getByRole("dialog");
  const act = [...dialog.querySelectorAll("button")].at(-1);
  if (act === undefined) throw new Error("no button");
  await expect.poll(() => act.getAttribute("aria-busy")).toBe(null);
  fireEvent.click(act);
  expect(await screen.findByText(`${number} is erased, but for Tulips: there it goes by itself.`)).toBeTruthy();
});
