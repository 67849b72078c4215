import type { ListRequest } from "./messages.ts";
import { rehearse, restOfWorker } from "./rehearsal.ts";
import { serveList } from "./serve.ts";

const serve = serveList((reply, transfer) => self.postMessage(reply, { transfer }));
const rehearsal = new AbortController();

self.addEventListener("message", (event: MessageEvent<ListRequest>) => {
  rehearsal.abort();
  void serve(event.data);
});
void rehearse(restOfWorker, rehearsal.signal);
