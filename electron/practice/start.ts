import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import type { SwitchesPatch } from "./switches.ts";

export type PracticeWorker = {
  url: string;
  /** Ends the service and its thread; its state stays in the file. */
  close(): Promise<void>;
};

const started = z.strictObject({ url: z.string() });

/**
 * Starts the practice service in a thread of its own, as practice mode does.
 * @param workerUrl the bundled (or plain) `worker.ts`.
 * Rejects when the thread cannot start, such as when the state file cannot be opened.
 */
export async function startPracticeWorker(
  workerUrl: URL,
  options: { stateFile: string; seed?: number; pace?: SwitchesPatch["pace"] },
): Promise<PracticeWorker> {
  const worker = new Worker(workerUrl, {
    workerData: { stateFile: options.stateFile, seed: options.seed ?? 1, pace: options.pace ?? {} },
  });
  // `once` rejects on the thread's "error".
  const [message] = await once(worker, "message");
  const { url } = started.parse(message);
  return {
    url,
    async close() {
      const ended = once(worker, "exit");
      worker.postMessage("close");
      await ended;
    },
  };
}
