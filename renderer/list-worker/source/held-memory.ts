import { limits } from "./limits.ts";
import { Refusal } from "./refusal.ts";

/** Counts what a reader keeps. */
export class HeldMemory {
  private held: number;

  constructor(bytes: number) {
    this.held = bytes;
  }

  /**
   * Counts `bytes` more; `copied` are held twice while something that grows is moved. Throws {@link Refusal} when the
   * file would take more memory than allowed.
   */
  hold(bytes: number, copied = 0): void {
    this.held += bytes;
    if (this.held + copied > limits.heldBytes) throw new Refusal("file.too-large");
  }
}
