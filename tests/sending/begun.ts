import type { DatabaseSync } from "node:sqlite";
import { type OpenPractice, openPractice } from "../../electron/practice/open.ts";
import { initialSwitches } from "../../electron/practice/switches.ts";
import { openedInMemory } from "./journal-file.ts";
import { Snapshot } from "./snapshot.ts";
import { noon } from "./virtual-time.ts";

/**
 * A service and a journal in memory that desks have one after the other, each as they were once: to open both, and to
 * send the campaign before, is most of what a short story costs.
 */
export class Begun {
  readonly inside: OpenPractice;
  readonly journal: DatabaseSync = openedInMemory();
  /** Virtual ms since noon when they were kept. */
  elapsed = 0;
  /** The service's clock: the desk that has it now sets it. */
  now: () => number = () => noon;
  private kept: Snapshot[] = [];

  constructor() {
    const clock = { now: () => this.now() };
    this.inside = openPractice({ stateFile: ":memory:", clock, past: false, contacts: false });
  }

  /** What both hold from here on is what the next desk begins with. Once. */
  keep(elapsed: number): void {
    this.elapsed = elapsed;
    this.kept = [this.inside.practice.store.db, this.journal].map((database) => new Snapshot(database));
  }

  /** Puts everything back, also how the service behaves. */
  putBack(): void {
    this.inside.controls.advance((this.now() - this.inside.practice.now()) / 1000);
    for (const snapshot of this.kept) snapshot.putBack();
    const { balance: _, ...switches } = initialSwitches;
    this.inside.controls.setSwitches(switches);
  }

  close(): void {
    this.inside.close();
    this.journal.close();
  }
}
