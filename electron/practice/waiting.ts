/** Requests that are made to wait, for a time or until they are released. */
export type Waiting = {
  /** Real milliseconds; over at once when the service closes. */
  pause(milliseconds: number): Promise<void>;
  /** Until `release` or the service closes. */
  hold(): Promise<void>;
  /** Lets all that are held go on; says how many. */
  release: () => number;
  close(): void;
  closed(): boolean;
};

export function waitingRoom(): Waiting {
  const held = new Set<() => void>();
  const paused = new Set<() => void>();
  let closed = false;
  const release = (): number => {
    const count = held.size;
    for (const go of held) go();
    held.clear();
    return count;
  };
  return {
    pause(milliseconds) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, milliseconds);
      paused.add(resolve);
      if (closed) resolve();
      return promise.finally(() => {
        clearTimeout(timer);
        paused.delete(resolve);
      });
    },
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      if (closed) resolve();
      else held.add(resolve);
      return promise;
    },
    release,
    close() {
      closed = true;
      release();
      for (const go of paused) go();
    },
    closed: () => closed,
  };
}
