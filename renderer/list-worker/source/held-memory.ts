import { limits } from "./limits.ts";
import { Refusal } from "./refusal.ts";

/** Counts what a reader keeps. */
export class HeldMemory {
  private held: number;

  constructor(bytes: number) {
    this.held = bytes;
  }

  /** Counts `bytes` more. Throws {@link Refusal} when the file would take more memory than allowed. */
  hold(bytes: number): void {
    this.held += bytes;
    if (this.held > limits.heldBytes) throw new Refusal("file.too-large");
  }
}
