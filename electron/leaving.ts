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
  /** Those who wait, in the order in which the windows were asked for them. */
  private readonly waiting: { left: number; over: () => void }[] = [];

  constructor(ports: LeavingPorts) {
    this.ports = ports;
  }

  /** Resolves when every window has saved, or has taken too long. */
  async saved(): Promise<void> {
    const { after = (ms, act) => void setTimeout(act, ms).unref() } = this.ports;
    const { promise, resolve } = Promise.withResolvers<void>();
    const asked = { left: this.ports.ask(), over: () => this.end(asked, resolve) };
    this.waiting.push(asked);
    if (asked.left === 0) asked.over();
    after(patience, asked.over);
    await promise;
  }

  /** A window says that it has saved: it answers in the order in which it was asked. */
  haveSaved(): void {
    const [asked] = this.waiting;
    if (asked === undefined) return;
    asked.left -= 1;
    if (asked.left <= 0) asked.over();
  }

  private end(asked: { left: number; over: () => void }, resolve: () => void): void {
    const place = this.waiting.indexOf(asked);
    if (place !== -1) this.waiting.splice(place, 1);
    resolve();
  }
}
