import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Campaign } from "../../../../../renderer/features/campaigns/campaign.tsx";
import { ok } from "../../../../../shared/result.ts";
import { aCampaign } from "../../../../unit/renderer/features/campaigns/a-campaign.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

afterEach(cleanup);

test("a report by person is offered only of a campaign whose people are known: of others its file was empty", async () => {
  for (const peopleKnown of [true, false]) {
    await giveDesk({ openCampaign: () => Promise.resolve(ok(aCampaign({ peopleKnown }))) });
    onTheDesk(<Campaign id="c1" onOpenDraft={() => undefined} />);
    await screen.findByText(/25,001 people/);
    expect(screen.queryAllByRole("button", { name: /Export report|As CSV/ })).toHaveLength(peopleKnown ? 2 : 0);
    cleanup();
  }
});
