import type { Progress } from "./protocol.ts";

/** Tellings of one phase at most: the window draws itself anew for each, and a million rows have 20,000 pieces. */
const steps = 100;

/** Passes progress on when its phase changes or another hundredth of it is done; without a total, always. */
export function inSteps(tell: (progress: Progress) => void): (progress: Progress) => void {
  let phase: Progress["phase"] | null = null;
  let step = -1;
  return (progress) => {
    const { done, total } = progress;
    const reached = total === null || total === 0 ? step + 1 : Math.floor((done * steps) / total);
    if (progress.phase === phase && reached === step) return;
    phase = progress.phase;
    step = reached;
    tell(progress);
  };
}
