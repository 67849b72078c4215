import type { CountingWatch } from "../protocol.ts";

/** How long others wait for their answer while somebody counts, in milliseconds: less than a frame. */
const sliceTime = 12;
/** Milliseconds from anywhere. */
export type Clock = () => number;

/** Cuts long work into slices, so that other questions are answered between them and it can be ended. */
export class Slices {
  private readonly clock: Clock;
  private readonly watch: CountingWatch;
  private readonly total: number;
  private sliceBegun: number;

  /** `total` of whatever is counted. */
  constructor(clock: Clock, watch: CountingWatch, total: number) {
    this.clock = clock;
    this.watch = watch;
    this.total = total;
    this.sliceBegun = clock();
  }

  /** Whether it is time for a pause. */
  isOver(): boolean {
    return this.clock() - this.sliceBegun >= sliceTime;
  }

  /** Lets others speak, with a word on how much is done. Rejects with the signal's reason when the work is to end. */
  async pause(done: number): Promise<void> {
    this.watch.onProgress?.(done, this.total);
    await new Promise((resolve) => void setTimeout(resolve));
    this.watch.signal?.throwIfAborted();
    this.sliceBegun = this.clock();
  }
}
