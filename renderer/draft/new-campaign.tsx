import type { ReactNode } from "react";

/** The New campaign screen: recipients, message and review of one draft. */
export function NewCampaign(props: {
  draftId: string;
  /** A file that the system opened with the program, to become this draft's source. */
  openedFile: { name: string; bytes: Uint8Array } | null;
  onOpenCampaign: (id: string) => void;
}): ReactNode {
  return <main data-draft={props.draftId} />;
}
