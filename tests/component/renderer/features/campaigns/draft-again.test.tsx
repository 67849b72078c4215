import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DraftAgain } from "../../../../../renderer/features/campaigns/new-draft.tsx";
import { aCampaign, counts } from "../../../../unit/renderer/features/campaigns/a-campaign.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

beforeEach(() => giveDesk({}));
afterEach(cleanup);

/** A campaign of ours that reads "refused", of whose 20 people so many were not texted. */
function refused(notSent: number) {
  const campaign = aCampaign();
  return {
    ...campaign,
    row: { ...campaign.row, state: "refused" as const },
    counts: { ...counts(0), total: 20, notSent, delivered: 20 - notSent },
  };
}

test("a refused campaign of which nobody was texted can be prepared again", () => {
  onTheDesk(<DraftAgain details={refused(20)} onOpenDraft={() => undefined} />);
  expect(screen.getByRole("button", { name: "Prepare it again" })).toBeDefined();
});

test("one of whose parts another went out is not offered whole: its people would be texted twice", () => {
  onTheDesk(<DraftAgain details={refused(10)} onOpenDraft={() => undefined} />);
  expect(screen.queryByRole("button")).toBeNull();
});
