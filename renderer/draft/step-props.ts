import type { Draft } from "../../shared/library/draft.ts";

/** What New campaign gives the step it shows; app.tsx says which component that is. */
export type StepProps = {
  step: Draft["step"];
  onConfirmed: (campaignId: string) => void;
};
