import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DraftAgain, RetryFailed } from "../../../../../renderer/features/campaigns/new-draft.tsx";
import { aCampaign } from "../../../../unit/renderer/features/campaigns/a-campaign.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

beforeEach(() => giveDesk({}));
afterEach(cleanup);

test("a new campaign is offered to as many as it will have, and to nobody when none of them is known", () => {
  onTheDesk(<RetryFailed details={aCampaign({ notReached: 517 })} onOpenDraft={() => undefined} />);
  expect(screen.getByRole("button", { name: "New campaign to the 517 not reached" })).toBeDefined();
  cleanup();
  onTheDesk(<RetryFailed details={aCampaign({ notReached: 0 })} onOpenDraft={() => undefined} />);
  expect(screen.queryByRole("button")).toBeNull();
});

test("of a campaign that was cancelled before anybody was texted the whole is offered, and not those who are left", () => {
  const campaign = aCampaign({ notReached: 20 });
  const cancelled = {
    ...campaign,
    row: { ...campaign.row, state: "cancelled" as const },
    counts: { ...campaign.counts, total: 20, notSent: 20, delivered: 0 },
  };
  onTheDesk(<RetryFailed details={cancelled} onOpenDraft={() => undefined} />);
  onTheDesk(<DraftAgain details={cancelled} onOpenDraft={() => undefined} />);
  expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["Prepare it again"]);
});
