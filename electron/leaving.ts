/** So long (ms) a window may take to save what was typed last; one that hangs must not keep the program from ending. */
const patience = 2000;

export type LeavingPorts = {
  /** Asks every window to save. @returns how many were asked */
  ask: () => number;
  after?: (ms: number, act: () => void) => void;
};

/** What is typed is saved a moment later: windows are asked to save before they close or the program ends. */
export class Leaving {
  private readonly ports: LeavingPorts;
  private asked: { left: number; saved: () => void } | null = null;

  constructor(ports: LeavingPorts) {
    this.ports = ports;
  }

  /** Resolves when every window has saved, or has taken too long. */
  async saved(): Promise<void> {
    const { after = (ms, act) => void setTimeout(act, ms).unref() } = this.ports;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.asked?.saved();
    const asked = { left: 0, saved: resolve };
    this.asked = asked;
    asked.left = this.ports.ask();
    if (asked.left === 0) resolve();
    after(patience, resolve);
    await promise;
  }

  /** A window says that it has saved. */
  haveSaved(): void {
    if (this.asked === null) return;
    this.asked.left -= 1;
    if (this.asked.left <= 0) this.asked.saved();
  }
}
