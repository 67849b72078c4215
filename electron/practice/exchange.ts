import type { IncomingMessage, ServerResponse } from "node:http";
import { refusal, unauthorized, type Answer } from "./answer.ts";
import { tokenRefusals } from "./auth.ts";
import { amend, carryOut, record, type Arrived } from "./carry-out.ts";
import { deliver, deliverCut, deliverSlowly, writeAnswer, writeFault } from "./delivery.ts";
import type { FaultBook, FaultsOfRequest } from "./faults.ts";
import type { Practice } from "./practice.ts";
import type { Waiting } from "./waiting.ts";

const largestBody = 32 * 1024 * 1024;

/** A request whose sender closed, or which a fault closed, before it was complete. */
type Incomplete = { body: Buffer; complete: false };

/** Plays one request from its first byte to the last of its answer, with the faults that are meant for it. */
export async function exchange(
  { practice, faults: book, waiting }: { practice: Practice; faults: FaultBook; waiting: Waiting },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const method = request.method ?? "GET";
  const faults = book.take(method, url.pathname);
  const read = await readBody(request, faults["cut-request"]?.atByte ?? null);
  if (waiting.closed()) return;
  const arrived: Arrived = {
    method,
    path: url.pathname,
    query: url.searchParams,
    authorization: request.headers.authorization,
    contentType: request.headers["content-type"],
    body: read.body,
  };
  if (!read.complete) {
    record(practice, arrived, "cut before it was complete");
    return void request.socket.destroy();
  }
  await play(practice, faults, waiting, arrived, response);
}

async function play(
  practice: Practice,
  faults: FaultsOfRequest,
  waiting: Waiting,
  arrived: Arrived,
  response: ServerResponse,
): Promise<void> {
  if (faults.latency?.when === "before") await waiting.pause(faults.latency.milliseconds);
  if (faults.hold?.accepts === "after") await waiting.hold();
  if (waiting.closed()) return;
  const { answer, entry } = outcomeOf(practice, faults, arrived);
  if (faults.latency?.when === "after") await waiting.pause(faults.latency.milliseconds);
  if (faults.hold?.accepts === "before") await waiting.hold();
  if (waiting.closed()) return;
  const { socket } = response;
  if (socket === null || socket.destroyed) return amend(practice, entry, "gone before the answer");
  if (faults.reset !== undefined) {
    amend(practice, entry, "reset");
    return void socket.resetAndDestroy();
  }
  const own = writeAnswer(answer, practice.now());
  const instead = faults.answer;
  const written =
    instead === undefined ? own : writeFault(instead.status, instead.body, answer, practice.now(), instead.headers);
  const cut = faults["cut-answer"];
  const slow = faults["slow-close"];
  if (instead !== undefined) amend(practice, entry, `answered ${instead.status} ${instead.body.kind}`);
  if (cut !== undefined) {
    amend(practice, entry, `cut at ${cut.atByte}`);
    deliverCut(socket, written, cut.atByte);
  } else if (slow !== undefined) {
    await deliverSlowly(socket, written, () => waiting.pause(slow.milliseconds));
  } else deliver(response, written);
}

/** Carries the request out as often as the faults say: once, twice, or not at all. */
export function outcomeOf(
  practice: Practice,
  faults: FaultsOfRequest,
  arrived: Arrived,
): { answer: Answer; entry: number } {
  const token = faults["refuse-token"];
  if (token !== undefined) {
    return { answer: unauthorized(tokenRefusals[token.as]), entry: record(practice, arrived, "401, token refused") };
  }
  if (faults.answer?.accepts === false || faults.reset?.accepts === false) {
    return { answer: refusal(503, "Service Unavailable"), entry: record(practice, arrived, "not carried out") };
  }
  if (arrived.body.length > largestBody) {
    return { answer: refusal(413, "Payload Too Large"), entry: record(practice, arrived, "413") };
  }
  if (faults.twice !== undefined) carryOut(practice, arrived);
  return carryOut(practice, arrived);
}

/** The body, or what of it came; with `upTo` it is left incomplete after so many bytes. */
async function readBody(
  request: IncomingMessage,
  upTo: number | null,
): Promise<{ body: Buffer; complete: true } | Incomplete> {
  const chunks: Buffer[] = [];
  let size = 0;
  const incomplete = (): Incomplete => ({ body: Buffer.concat(chunks).subarray(0, upTo ?? size), complete: false });
  if (upTo === 0) return incomplete();
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      // What is over the limit is read to its end, so that the refusal can be heard, but not kept.
      if (size <= largestBody + chunk.length) chunks.push(chunk);
      if (upTo !== null && size >= upTo) return incomplete();
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ECONNRESET") return incomplete();
    throw error;
  }
  return upTo === null ? { body: Buffer.concat(chunks), complete: true } : incomplete();
}
