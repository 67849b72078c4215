import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PriceLine } from "../../../../../renderer/features/campaigns/price-line.tsx";
import type { CampaignDetails } from "../../../../../shared/campaign/view.ts";
import { aCampaign, counts } from "../../../../unit/renderer/features/campaigns/a-campaign.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

const euros = (amount: number) => ({ millionths: Math.round(amount * 1_000_000), currency: "EUR" });

beforeEach(() => giveDesk({}));
afterEach(cleanup);

function words(changes: Partial<CampaignDetails>): string | null {
  onTheDesk(
    <p>
      <PriceLine details={aCampaign(changes)} />
    </p>,
  );
  return screen.getByRole("paragraph").textContent;
}

test.each([
  [
    "is not known before the service has said it",
    { priceShown: euros(19.37) },
    "You confirmed €19.37; what the service charges in the end is not known yet.",
  ],
  [
    "stands beside what was confirmed when it is another",
    { priceShown: euros(19.37), priceFinal: euros(18.9) },
    "You confirmed €19.37; the service charged €18.90.",
  ],
  [
    "is said to be as confirmed when it is",
    { priceShown: euros(19.37), priceFinal: euros(19.37) },
    "The service charged €19.37, as you confirmed.",
  ],
  [
    "stands alone where nothing was confirmed here",
    { priceShown: null, priceFinal: euros(4) },
    "The service charged €4.00.",
  ],
  [
    "is nothing for a campaign of which nothing was sent",
    { priceShown: euros(19.37), counts: counts(40, { notSent: 40 }) },
    "You confirmed €19.37; nothing was sent for it.",
  ],
] as const)("the price in the end %s", (_name, changes, sentence) => {
  expect(words(changes)).toBe(sentence);
});
