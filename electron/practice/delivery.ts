import { STATUS_CODES, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Answer } from "./answer.ts";
import type { FaultAnswerBody } from "./switches.ts";

/** An answer in bytes, ready for the way. */
export type Written = { status: number; headers: Record<string, string>; body: Buffer; cutBody?: boolean };

const page = `<!DOCTYPE html>
<html><head><title>Access to this page is restricted</title></head><body><h1>Proxy</h1></body></html>
`;

/** The service's own answer; `now` (ms) becomes the `Date` header. */
export function writeAnswer({ status, body }: Answer, now: number): Written {
  return written(status, "application/json", JSON.stringify(body), now);
}

/** The answer of a fault, where `own` is what the service itself would have said. */
export function writeFault(
  status: number,
  body: FaultAnswerBody,
  own: Answer,
  now: number,
  headers: Record<string, string> = {},
): Written {
  const made = writeBody(status, body, own, now);
  return { ...made, headers: { ...made.headers, ...headers } };
}

function writeBody(status: number, body: FaultAnswerBody, own: Answer, now: number): Written {
  switch (body.kind) {
    case "json":
      return written(status, "application/json", JSON.stringify(body.value), now);
    case "own":
      return written(status, "application/json", JSON.stringify(own.body), now);
    case "cut":
      return { ...written(status, "application/json", JSON.stringify(own.body), now), cutBody: true };
    case "html":
      return written(status, "text/html; charset=UTF-8", page, now);
    case "empty":
      return written(status, "application/json", "", now);
    case "malformed":
      return written(status, "application/json", '{"data": {"id": 4294967300, "status": "do', now);
    case "huge":
      return written(status, "application/json", `{"data": "${"a".repeat(body.bytes)}"}`, now);
    case "other-shape":
      return written(status, "application/json", '{"data": [[1, null], "ok"], "result": {"id": {}}}', now);
    default:
      return body satisfies never;
  }
}

function written(status: number, type: string, body: string, now: number): Written {
  const bytes = Buffer.from(body);
  const date = new Date(now).toUTCString();
  return { status, headers: { Date: date, "Content-Type": type, "Content-Length": String(bytes.length) }, body: bytes };
}

/** Hands the answer over whole; a cut body ends half-way, by closing. */
export function deliver(response: ServerResponse, { status, headers, body, cutBody }: Written): void {
  response.sendDate = false;
  response.writeHead(status, headers);
  if (cutBody !== true) return void response.end(body);
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
}

/** Hands over the first bytes of the answer, its head included, and closes. */
export function deliverCut(socket: Socket, answer: Written, atByte: number): void {
  const bytes = Buffer.concat([Buffer.from(head(answer.status, answer.headers)), answer.body]);
  socket.write(bytes.subarray(0, atByte), () => socket.destroy());
}

/** Hands over an answer whose length is not told: it is over when the connection is, `milliseconds` later. */
export async function deliverSlowly(socket: Socket, answer: Written, wait: () => Promise<void>): Promise<void> {
  const { "Content-Length": _, ...headers } = answer.headers;
  socket.write(head(answer.status, { ...headers, Connection: "close" }));
  socket.write(answer.body);
  await wait();
  socket.end();
}

function head(status: number, headers: Record<string, string>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? "Unknown"}\r\n${lines.join("")}\r\n`;
}
