// The list worker in a thread of Node.
import { parentPort } from "node:worker_threads";
import type { ListRequest } from "../../../renderer/list-worker/messages.ts";
import { serveList } from "../../../renderer/list-worker/serve.ts";

const serve = serveList((reply, transfer) => parentPort?.postMessage(reply, transfer));
parentPort?.on("message", (request: ListRequest) => void serve(request));
