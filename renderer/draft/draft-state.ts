import type { ContactField, Sender } from "../../shared/account.ts";
import type { Preflight } from "../../shared/campaign/preflight.ts";
import type { AppError } from "../../shared/errors.ts";
import type { LatinStandard } from "../../shared/message/latin.ts";
import type { Draft, DraftSource } from "../../shared/library/draft.ts";
import type { ReadingSettings } from "../../shared/recipients/reading.ts";
import type { ListState, MessageTally, Progress, Understood } from "../list-worker/protocol.ts";
import type { AlikeOffer } from "./draft-edits.ts";
import type { ListClient } from "./list-client.ts";
import type { PriceEstimate } from "./price-estimate.ts";

/** The list worker as a draft uses it. */
export type DraftList = Omit<ListClient, "getReady">;

/** Sources that the list worker reads: all but Contact Book lists. */
export type ByteSource = Exclude<DraftSource, { kind: "groups" }>;

/** A source on its way into the draft. Without `check` its reading is taken as it is. */
export type NewSource = { source: ByteSource; content: Blob; reading?: ReadingSettings; check: boolean };

/** The list as the worker has understood it. */
export type ListView = {
  understood: Understood;
  state: ListState;
  /** Names of fields a text can use. */
  fields: string[];
  /** Another number after every change of the rows. */
  revision: number;
};

/** Everything the New campaign screen knows of one draft. */
export type DraftState = {
  draft: Draft | null;
  /** Why the draft cannot be shown at all. */
  problem: AppError | null;
  list: ListView | null;
  /** The worker that held the list is gone, and the list did not come back by itself: it is read again when asked for. */
  lost: boolean;
  /** Edits of the list take their time: until they are made its rows and sums are those of before. */
  changing: boolean;
  /** What the last correction could do to other cells too, until the next edit. */
  alike: AlikeOffer | null;
  /** Within how many days somebody counts as texted lately. */
  textedDays: number;
  /** "Do these look right?" is on the screen: the reading is not accepted yet, or is being changed. */
  checking: boolean;
  /** A source that would replace what was corrected or typed by hand: the user is asked first. */
  offered: NewSource | null;
  /** The source being read just now; `again` the one that is there, in another way. */
  reading: { name: string; progress: Progress | null; again?: true } | null;
  /** Why the last source was not taken; everything else is as it was. */
  sourceProblem: { name: string; error: AppError } | null;
  savedAt: string | null;
  /** Why the last change is not saved; it is tried again with the next one. */
  saveProblem: AppError | null;
  /** The accepted list on its way to main, in people. */
  handOver: { done: number; total: number } | null;
  /** The revision of the list that main holds. */
  handedOver: number | null;
  tally: MessageTally | null;
  /** What the present tally was counted from. */
  tallyOf: { text: string; latin: LatinStandard | null; revision: number } | null;
  /** Counting takes its time: until it is over the tally is that of the text before. `share` of it that is done, 0 to 1. */
  counting: { share: number | null } | null;
  price: PriceEstimate | null;
  /** Fields of the Contact Book, for drafts whose source is its lists; null until they are known. */
  contactFields: ContactField[] | null;
  /** Since when these are kept, where the service did not answer; and why there are none at all. */
  contactFieldsSince: string | null;
  contactFieldsProblem: AppError | null;
  /** Senders of the account; null while they are not known. */
  senders: Sender[] | null;
  preflight: Preflight | null;
  reviewing: boolean;
  reviewProblem: AppError | null;
};

/** Before anything is known. */
export const unopened: DraftState = {
  draft: null,
  problem: null,
  list: null,
  lost: false,
  changing: false,
  alike: null,
  textedDays: 0,
  checking: false,
  offered: null,
  reading: null,
  sourceProblem: null,
  savedAt: null,
  saveProblem: null,
  handOver: null,
  handedOver: null,
  tally: null,
  tallyOf: null,
  counting: null,
  price: null,
  contactFields: null,
  contactFieldsSince: null,
  contactFieldsProblem: null,
  senders: null,
  preflight: null,
  reviewing: false,
  reviewProblem: null,
};

/** Whether the user has said "Looks right": from then on nothing of the reading is left to guess. */
export function isReadingAccepted(reading: ReadingSettings): boolean {
  return reading.columns !== null && reading.headerRow !== null && reading.defaultCountry !== null;
}

/** Whether people are counted list by list, so that whoever is on two lists of the Contact Book is counted twice. */
export function isAtMost({ draft }: Pick<DraftState, "draft">): boolean {
  return draft?.source?.kind === "groups" && draft.source.groups.length > 1;
}

/** How many people would be texted as things stand; null while there is no accepted list. */
export function peopleOf({
  draft,
  list,
  checking,
  preflight,
}: Pick<DraftState, "draft" | "list" | "checking" | "preflight">): number | null {
  if (draft?.source?.kind === "groups") {
    // The lists may have grown since they were chosen; Review has asked.
    return preflight?.people ?? draft.source.groups.reduce((sum, group) => sum + group.people, 0);
  }
  return list === null || checking ? null : list.state.people;
}
