import { parseArgs } from "node:util";
import { startPracticeService } from "./service.ts";

/** `node electron/practice/serve.ts --state <file> [--port 0] [--seed 1] [--control]`: the service as a process. */
const { values } = parseArgs({
  options: {
    state: { type: "string", default: ":memory:" },
    port: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    control: { type: "boolean", default: false },
    /** JSON of `SwitchesPatch` and of further keys with their accounts. */
    switches: { type: "string", default: "{}" },
    keys: { type: "string", default: "{}" },
  },
});

const service = await startPracticeService({
  stateFile: values.state,
  port: Number(values.port),
  seed: Number(values.seed),
  control: values.control,
  switches: JSON.parse(values.switches),
  keys: JSON.parse(values.keys),
});
const stop = (): void => void service.close();
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
process.stdout.write(`${JSON.stringify({ url: service.url })}\n`);
