import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { startPracticeService } from "./service.ts";
import { pace } from "./switches.ts";

/** What `start.ts` hands to the thread. */
const given = z.strictObject({ stateFile: z.string(), seed: z.number().int(), pace: pace.partial() }).parse(workerData);

if (parentPort === null) throw new Error("this file runs in a worker thread");
const parent = parentPort;
const service = await startPracticeService(given);
parent.once("message", () => {
  // The port would keep the thread alive; once it is closed the thread ends by itself.
  void service.close().then(() => parent.close());
});
parent.postMessage({ url: service.url });
