import { request, type IncomingHttpHeaders } from "node:http";
import { onTestFinished } from "vitest";
import { z } from "zod";
import { noon } from "../../../sending/virtual-time.ts";
import {
  startPracticeService,
  type PracticeOptions,
  type PracticeService,
} from "../../../../electron/practice/service.ts";

export type Reply = {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** What stands at a path of the JSON, such as `at("data", 0, "id")`; undefined where there is nothing. */
  at: (...path: (string | number)[]) => unknown;
};

export type PracticeAccount = {
  service: PracticeService;
  bearer: string;
  /** Sends with the account's JWT over a connection of its own; rejects when that breaks. */
  call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>;
  get: (path: string) => Promise<Reply>;
  post: (path: string, body: unknown) => Promise<Reply>;
  /** Lets time pass at the service. */
  pass: (seconds: number) => void;
};

export { noon };

/** One request over a connection of its own. A string or buffer goes out as it is, anything else as JSON. */
export async function send(
  url: string,
  method: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>();
  const type = body === undefined ? {} : { "Content-Type": "application/json" };
  const outgoing = request(url, { method, agent: false, headers: { ...type, ...headers } }, (answer) => {
    const chunks: Buffer[] = [];
    answer.on("data", (chunk: Buffer) => chunks.push(chunk));
    answer.on("error", reject);
    answer.on("end", () => {
      const text = Buffer.concat(chunks).toString();
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, at: (...path) => look(text, path) });
    });
  });
  outgoing.on("error", reject);
  outgoing.end(body === undefined || typeof body === "string" ? body : JSON.stringify(body));
  return promise;
}

function look(text: string, path: readonly (string | number)[]): unknown {
  let here: unknown = JSON.parse(text);
  for (const step of path) {
    if (typeof here !== "object" || here === null) return undefined;
    here = new Map(Object.entries(here)).get(String(step));
  }
  return here;
}

/** Starts a service with a clock that stands still at noon, logs in, and closes it after the test. */
export async function practiceAccount(
  options: Partial<PracticeOptions> & { key?: string } = {},
): Promise<PracticeAccount> {
  const { key = "live_demo_key_0001", ...rest } = options;
  const service = await startPracticeService({ stateFile: ":memory:", clock: { now: () => noon }, ...rest });
  onTestFinished(() => service.close());
  const bearer = await logIn(service.url, key);
  const call: PracticeAccount["call"] = (method, path, body, headers = {}) =>
    send(service.url + path, method, body, { Authorization: `Bearer ${bearer}`, ...headers });
  return {
    service,
    bearer,
    call,
    get: (path) => call("GET", path),
    post: (path, body) => call("POST", path, body),
    pass: (seconds) => service.advance(seconds),
  };
}

export async function logIn(url: string, key: string): Promise<string> {
  const reply = await send(`${url}/api/auth/login`, "POST", { api_key: key });
  return z.string().parse(reply.at("bearer"));
}

/** A body for `sms/send`; a reference for every number makes it one that may be told apart. */
export function toNumbers(count: number, references = "A", text = "Good morning"): Record<string, unknown> {
  return {
    phones: Array.from({ length: count }, (_, row) => ({
      number: 380_670_000_000 + row,
      reference_id: `${references}${row}`,
    })),
    sender: "FloraKyiv",
    text,
  };
}

/** Creates a campaign that must be accepted; returns its number. */
export async function accepted(account: PracticeAccount, body: unknown, path = "send"): Promise<number> {
  const reply = await account.post(`/api/campaigns/sms/${path}`, body);
  if (reply.status !== 200) throw new Error(`refused: ${reply.text}`);
  return z.number().parse(reply.at("data", "id"));
}
