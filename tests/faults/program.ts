import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { BundledProgram } from "./bundled-program.ts";

/** What a program that is to be killed needs to know; `worker`: the file of its database thread. */
export type Life = { folder: string; url: string; people: number; start: number; worker: string };

/** What it says of itself. */
export type News = {
  locked?: string;
  opened?: true;
  confirmed?: true;
  cancelled?: true;
  settled?: true;
  failed?: string;
};

/** A program that says nothing for so long hangs, on however busy a computer. */
const patience = 600_000;

/** A program in a process of its own. */
export class Program {
  readonly news = new Set<keyof News>();
  /** What it reported as failed: nothing may, whoever kills it. */
  readonly failures: string[] = [];
  private readonly process: ChildProcess;
  private readonly waiting = new Set<() => void>();

  constructor({ program, worker }: BundledProgram, life: Omit<Life, "worker">) {
    const whole: Life = { ...life, worker };
    this.process = fork(program, [JSON.stringify(whole)], { execArgv: ["--no-warnings"] });
    this.process.on("message", (message: News) => {
      for (const key of Object.keys(message)) this.news.add(key as keyof News);
      if (message.failed !== undefined) this.failures.push(message.failed);
      for (const check of this.waiting) check();
    });
    this.process.on("exit", () => {
      for (const check of this.waiting) check();
    });
  }

  get isOver(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  /** Resolves when it has said so. Rejects when it ends without, or never says it. */
  async says(key: keyof News): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = setTimeout(() => reject(new Error(`It does not say ${key}`)), patience);
    const check = () => {
      if (this.news.has(key)) resolve();
      else if (this.isOver) reject(new Error(`It ended (${this.process.exitCode}) before it said ${key}`));
    };
    this.waiting.add(check);
    check();
    try {
      await promise;
    } finally {
      clearTimeout(timer);
      this.waiting.delete(check);
    }
  }

  cancel(): void {
    if (this.process.connected) this.process.send("cancel", () => {});
  }

  /** SIGKILL, as a power cut or an out-of-memory killer would. Resolves when nothing is left of it. */
  async kill(): Promise<void> {
    if (this.isOver) return;
    const over = once(this.process, "exit");
    this.process.kill("SIGKILL");
    await over;
  }
}
