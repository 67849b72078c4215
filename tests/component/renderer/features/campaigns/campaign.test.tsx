import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Campaign } from "../../../../../renderer/features/campaigns/campaign.tsx";
import { ok } from "../../../../../shared/result.ts";
import { aCampaign, counts } from "../../../../unit/renderer/features/campaigns/a-campaign.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

const known = aCampaign();
const bare = {
  ...known,
  row: { ...known.row, title: " " },
  counts: counts(0),
  peopleKnown: false,
  parts: [],
  text: "",
};

beforeEach(() =>
  giveDesk({
    openCampaign: () => Promise.resolve(ok(bare)),
    listCampaignPeople: () => Promise.resolve(ok({ total: 0, counts: counts(0), rows: [] })),
    campaignCourse: () => Promise.resolve(ok({ counts: counts(0), from: null, steps: [], countries: [] })),
  }),
);
afterEach(cleanup);

test("a campaign without a name has a heading all the same", async () => {
  onTheDesk(<Campaign id="c1" onOpenDraft={() => undefined} />);
  expect(await screen.findByRole("heading", { name: "Campaign without a name" })).toBeTruthy();
});

test("figures that are not known are a dash, never a zero, and there is no report of nobody", async () => {
  onTheDesk(<Campaign id="c1" onOpenDraft={() => undefined} />);
  const figures = await screen.findByText("It is not known here how many were delivered.", { exact: false });
  expect(figures.textContent).toMatch(/^—/);
  expect(screen.queryByText(/0 people|of 0 delivered/)).toBeNull();
  expect(screen.queryByRole("button", { name: "Export report" })).toBeNull();
});
