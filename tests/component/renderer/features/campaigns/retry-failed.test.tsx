import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { RetryFailed } from "../../../../../renderer/features/campaigns/new-draft.tsx";
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
