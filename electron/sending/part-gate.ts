import type { NeverTextStore } from "../library/never-text.ts";
import type { Journal } from "./journal.ts";

/**
 * Who of a part must not be texted. It stands in the thread of both files: each POST asks twice, and ten thousand
 * numbers need not travel there and back for it.
 */
export class PartGate {
  private readonly journal: Journal;
  private readonly neverText: NeverTextStore;

  constructor(journal: Journal, neverText: NeverTextStore) {
    this.journal = journal;
    this.neverText = neverText;
  }

  /** Those in a part's body who are on the never-text list now. Throws while nobody can say (`NeverTextStore.among`). */
  neverTextIn(campaignId: string, index: number): string[] {
    const numbers = this.journal.partNumbers(campaignId, index);
    return numbers.length === 0 ? [] : this.neverText.among(numbers);
  }
}
