import type { AppError } from "../../shared/errors.ts";
import type { Desk } from "../../shared/ipc/bridge.ts";
import type { Edit } from "../../shared/recipients/reading.ts";
import { ok, type Result } from "../../shared/result.ts";

/**
 * Brings main's edits of a draft to those of the window, whatever was refused in between: every writing says its place,
 * and main keeps nothing after it.
 */
export class KeptEdits {
  private readonly desk: Pick<Desk, "writeDraftEdit">;
  private readonly id: string;
  private wanted: readonly Edit[] = [];
  /** So many of the wanted ones, from the first on, are on the disk. */
  private kept = 0;
  /** After those the disk may hold others: some were taken back, or nobody knows what became of a writing. */
  private othersAfter = false;

  constructor(desk: Pick<Desk, "writeDraftEdit">, id: string) {
    this.desk = desk;
    this.id = id;
  }

  /** The edits as main has told them, or none after it took a new source. */
  are(edits: readonly Edit[]): void {
    this.wanted = edits;
    this.kept = edits.length;
    this.othersAfter = false;
  }

  /** The edits as they shall be: those before with one more, or without their last. */
  want(edits: readonly Edit[]): void {
    let same = 0;
    while (same < this.kept && this.wanted[same] === edits[same]) same += 1;
    this.othersAfter ||= same < this.kept;
    this.kept = same;
    this.wanted = edits;
  }

  /** Writes what is missing, in order. @returns when it was saved, null when nothing was missing. */
  async save(): Promise<Result<string | null, AppError>> {
    let savedAt: string | null = null;
    while (this.othersAfter || this.kept < this.wanted.length) {
      const place = this.kept;
      const edit = this.wanted[place] ?? null;
      this.othersAfter = true;
      // One after another: each has its place after the one before.
      const answer = await this.desk.writeDraftEdit({ id: this.id, place, edit });
      if (!answer.ok) return answer;
      savedAt = answer.value.savedAt;
      // Others may be wanted by now.
      const asWanted = this.kept === place && (this.wanted[place] ?? null) === edit;
      if (asWanted && edit !== null) this.kept += 1;
      this.othersAfter = !asWanted;
    }
    return ok(savedAt);
  }
}
