/** Timers as the program has them, or virtual ones in tests. */
export type Timers = {
  /** Calls `act` once after `ms`; the answer takes it back. */
  after(ms: number, act: () => void): () => void;
};

export type Lane = {
  /** Takes a turn as soon as the one under way is over. */
  wake(): void;
  /** Takes no further turn until `proceed`. Resolves when the one under way is over. */
  halt(): Promise<void>;
  proceed(): void;
};

const afterFailure = 30_000;

/**
 * Work that is done one turn at a time. A turn looks at the journal, does what is due and answers in how many ms the
 * next thing is due, or null when nothing is: so recovery after a crash is nothing special, only a first turn.
 */
export function createLane(timers: Timers, turn: () => Promise<number | null>, failed: (error: unknown) => void): Lane {
  let running: Promise<void> | null = null;
  let again = false;
  let halted = true;
  let unschedule = () => {};

  const schedule = (ms: number | null) => {
    unschedule();
    if (ms !== null && !halted) unschedule = timers.after(ms, wake);
  };

  const run = async () => {
    let next: number | null = null;
    do {
      again = false;
      try {
        next = await turn();
      } catch (error) {
        failed(error);
        next = afterFailure;
      }
    } while (again);
    running = null;
    schedule(next);
  };

  function wake(): void {
    if (halted) return;
    if (running !== null) {
      again = true;
      return;
    }
    unschedule();
    running = run();
  }

  return {
    wake,
    halt: async () => {
      halted = true;
      again = false;
      unschedule();
      await running;
    },
    proceed: () => {
      halted = false;
      wake();
    },
  };
}
