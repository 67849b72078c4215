import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Campaign } from "../../../../../renderer/features/campaigns/campaign.tsx";
import { appErrorOf } from "../../../../../shared/errors.ts";
import { err, ok } from "../../../../../shared/result.ts";
import { aCampaign, counts } from "../../../../unit/renderer/features/campaigns/a-campaign.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

afterEach(cleanup);

test("a look at a campaign made elsewhere that could not be made says why: nothing else on its page does", async () => {
  const { row } = aCampaign();
  const details = aCampaign({
    row: { ...row, id: "elsewhere:77", origin: "elsewhere" },
    parts: [],
    peopleKnown: false,
  });
  await giveDesk({
    openCampaign: async () => ok(details),
    listCampaignPeople: async () => ok({ total: 0, rows: [], counts: counts(0) }),
    refreshCampaigns: async () => err(appErrorOf("network.down", { reason: "" })),
    on: () => () => undefined,
  });
  onTheDesk(<Campaign id="elsewhere:77" onOpenDraft={() => undefined} />);
  fireEvent.click(await screen.findByRole("button", { name: "Check now" }));
  expect((await screen.findByText(/No internet/)).textContent).toContain("No internet");
});
