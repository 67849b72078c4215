import { measuredInWindow } from "../apart.ts";
import type { Row } from "../compare.ts";

/** A key in the message of 10,000 people, in the program's own window. */
export const keystrokeRow: Row = {
  name: "keystroke",
  yardstick: "the same key with one recipient, until counters and preview are painted",
  goal: { kind: "at most", ratio: 2 },
  figure: "answer",
  prepare: () => ({ ours: () => measuredInWindow("keystroke.ts"), theirs: () => 1 }),
};
