import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";

type Message = { argv: string[]; directory: string };

/** Lets one process at a time have a data folder, and lets the others say so to it. */
export class InstanceLock {
  readonly #folder: string;
  readonly #file: string;
  #close: (() => void) | undefined;

  constructor(userData: string) {
    this.#folder = join(userData, "stand-in-instance");
    this.#file = join(this.#folder, "held");
  }

  get held(): boolean {
    return this.#close !== undefined;
  }

  /** Takes the lock and listens to later instances; or tells its holder and answers false. */
  take(onSecond: (argv: string[], directory: string) => void): boolean {
    if (this.held) return true;
    mkdirSync(this.#folder, { recursive: true });
    if (!this.#claim()) {
      const message: Message = { argv: process.argv, directory: process.cwd() };
      writeFileSync(join(this.#folder, `second-${process.pid}.json`), JSON.stringify(message));
      return false;
    }
    const watcher = watch(this.#folder, () => this.#readMessages(onSecond));
    watcher.unref();
    this.#close = () => watcher.close();
    return true;
  }

  release(): void {
    this.#close?.();
    if (this.held) rmSync(this.#file, { force: true });
    this.#close = undefined;
  }

  #claim(): boolean {
    try {
      writeFileSync(this.#file, identity(process.pid), { flag: "wx" });
      return true;
    } catch {
      // Somebody was here before. Alive?
      const holder = readFileSync(this.#file, "utf8");
      if (holder === identity(Number.parseInt(holder, 10))) return false;
      rmSync(this.#file, { force: true });
      return this.#claim();
    }
  }

  #readMessages(onSecond: (argv: string[], directory: string) => void): void {
    for (const name of readdirSync(this.#folder).filter((file) => file.endsWith(".json"))) {
      const file = join(this.#folder, name);
      const text = readFileSync(file, "utf8");
      if (text === "") continue; // Still being written: the watcher calls again.
      rmSync(file);
      const { argv, directory } = JSON.parse(text) as Message;
      onSecond(argv, directory);
    }
  }
}

/** A process and when it started: a number alone is given to another process one day. Linux only, like the stand-in. */
function identity(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return `${pid} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? ""}`;
  } catch {
    return `${pid} gone`;
  }
}
