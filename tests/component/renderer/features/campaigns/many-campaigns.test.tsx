import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Campaigns } from "../../../../../renderer/features/campaigns/campaigns.tsx";
import type { CommandInput } from "../../../../../shared/ipc/contract.ts";
import { ok } from "../../../../../shared/result.ts";
import { aCampaign } from "../../../../unit/renderer/features/campaigns/a-campaign.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

afterEach(cleanup);

test("of a list of five hundred campaigns only those in view are drawn, and only their page is asked for", async () => {
  const asked: CommandInput<"listCampaigns">[] = [];
  const { row } = aCampaign();
  const rows = Array.from({ length: 500 }, (_, index) => ({ ...row, id: `c${index}`, title: `Campaign ${index}` }));
  await giveDesk({
    listCampaigns: async (query) => {
      asked.push(query);
      return ok({
        rows: rows.slice(query.offset, query.offset + query.limit),
        total: rows.length,
        counts: { all: 500, waiting: 0, sending: 0, finished: 500, drafts: 0 },
        checkedAt: null,
        problem: null,
      });
    },
  });
  onTheDesk(<Campaigns onOpenCampaign={() => {}} onOpenDraft={() => {}} onNew={() => {}} />);
  const table = await screen.findByRole("table", { name: "Campaigns" });
  expect(await within(table).findByRole("button", { name: "Campaign 0" })).toBeTruthy();
  expect(table.getAttribute("aria-rowcount")).toBe("501");
  expect(within(table).getAllByRole("button").length).toBeLessThan(100);
  expect(asked.every(({ offset, limit }) => offset === 0 && limit <= 200)).toBe(true);
});
