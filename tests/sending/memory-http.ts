import type { Http, HttpAnswer, HttpRequest } from "../../electron/bsg/http.ts";
import { jsonOf } from "../../electron/bsg/json.ts";
import { askedWait } from "../../electron/bsg/rate-limit.ts";
import { type Arrived, amend, record } from "../../electron/practice/carry-out.ts";
import { writeAnswer, writeFault } from "../../electron/practice/delivery.ts";
import { outcomeOf } from "../../electron/practice/exchange.ts";
import type { OpenPractice } from "../../electron/practice/open.ts";
import { type AppError, appErrorOf } from "../../shared/errors.ts";
import { err, ok, type Result } from "../../shared/result.ts";

/**
 * The practice service without sockets, for stories by the thousand. Plays the faults that mean something without a
 * wire: a cut of any kind is a connection that breaks, before or after the request was carried out.
 */
export function memoryHttp({ practice, faults: book }: OpenPractice): Http {
  const play = ({ method, url, headers, body }: HttpRequest): Result<HttpAnswer, AppError> => {
    const faults = book.take(method, url.pathname);
    const arrived: Arrived = {
      method,
      path: url.pathname,
      query: url.searchParams,
      authorization: headers["authorization"],
      contentType: headers["content-type"],
      body: Buffer.from(body ?? ""),
    };
    if (faults["cut-request"] !== undefined) {
      record(practice, arrived, "cut before it was complete");
      return broken();
    }
    const { answer, entry } = outcomeOf(practice, faults, arrived);
    const instead = faults.answer;
    if (faults.reset !== undefined || faults["cut-answer"] !== undefined || instead?.body.kind === "cut") {
      amend(practice, entry, "broken off");
      return broken();
    }
    const written =
      instead === undefined
        ? writeAnswer(answer, practice.now())
        : writeFault(instead.status, instead.body, answer, practice.now(), instead.headers);
    if (instead !== undefined) amend(practice, entry, `answered ${instead.status} ${instead.body.kind}`);
    const text = written.body.toString("utf8");
    const answered = Object.fromEntries(
      Object.entries(written.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const wait = askedWait(answered);
    return ok({ status: written.status, text, json: jsonOf(text), date: answered["date"] ?? null, wait });
  };
  return {
    ask: async (request) => play(request),
    async postCampaign(request, mayPass) {
      if (!(await mayPass())) return { kind: "withheld" };
      const answer = play(request);
      if (!answer.ok) return { kind: "broken", why: answer.error };
      const { status, text, json, date } = answer.value;
      return { kind: "answered", status, text, json: json ?? null, date };
    },
  };
}

function broken(): Result<never, AppError> {
  return err(appErrorOf("network.broken", { reason: "ECONNRESET" }));
}
