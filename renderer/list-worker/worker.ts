import type { ListRequest } from "./messages.ts";
import { serveList } from "./serve.ts";

const serve = serveList((reply, transfer) => self.postMessage(reply, { transfer }));

self.addEventListener("message", (event: MessageEvent<ListRequest>) => void serve(event.data));
