import type { Clock } from "../../electron/sending/context.ts";
import type { Timers } from "../../electron/sending/lane.ts";

/** A moment far from any change of the clocks: 12:00 in Kyiv. */
export const noon = Date.UTC(2026, 6, 15, 9, 0, 0);

type Waiting = { due: number; act: () => void };

/** Clocks and timers that stand still until a test lets time pass. */
export class VirtualTime implements Clock, Timers {
  private elapsed: number;
  private wall: number;
  private readonly waiting = new Set<Waiting>();

  /**
   * @param start wall ms
   * @param elapsed ms that have passed since
   */
  constructor(start: number, elapsed = 0) {
    this.elapsed = elapsed;
    this.wall = start + elapsed;
  }

  now(): number {
    return this.wall;
  }

  monotonic(): number {
    return this.elapsed;
  }

  after(ms: number, act: () => void): () => void {
    const timer = { due: this.elapsed + Math.max(0, ms), act };
    this.waiting.add(timer);
    return () => void this.waiting.delete(timer);
  }

  /** The process that set them has ended. */
  forgetTimers(): void {
    this.waiting.clear();
  }

  /** Somebody sets the clock of the computer. */
  setWall(wall: number): void {
    this.wall = wall;
  }

  /** Lets time pass, timer by timer; `settle` waits after each until everything that it began is over. */
  async pass(ms: number, settle: () => Promise<void>): Promise<void> {
    const end = this.elapsed + ms;
    await settle();
    for (;;) {
      const next = this.soonest();
      if (next === undefined || next.due > end) break;
      this.waiting.delete(next);
      this.moveTo(Math.max(next.due, this.elapsed));
      next.act();
      await settle();
    }
    this.moveTo(end);
  }

  /** The one that is due first; of several the one that was set first. */
  private soonest(): Waiting | undefined {
    let soonest: Waiting | undefined;
    for (const each of this.waiting) if (soonest === undefined || each.due < soonest.due) soonest = each;
    return soonest;
  }

  private moveTo(elapsed: number): void {
    this.wall += elapsed - this.elapsed;
    this.elapsed = elapsed;
  }
}
