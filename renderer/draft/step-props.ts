import type { Draft } from "../../shared/library/draft.ts";

/** What New campaign gives the step it shows; app.tsx says which component that is. */
export type StepProps = {
  step: Draft["step"];
  /** Shows a campaign: the one this draft has become, or a test. */
  onOpenCampaign: (campaignId: string) => void;
};
