import { accountOf, logIn } from "./account.ts";
import { refusal, Refused, type Answer } from "./answer.ts";
import { hashOf } from "./ledger.ts";
import type { Practice } from "./practice.ts";
import { findRoute } from "./router.ts";

/** A request that has arrived completely. */
export type Arrived = {
  method: string;
  path: string;
  query: URLSearchParams;
  authorization: string | undefined;
  contentType: string | undefined;
  body: Buffer;
};

/** Carries a request out as the service would and writes it into the ledger, in one transaction. */
export function carryOut(practice: Practice, arrived: Arrived): { answer: Answer; entry: number } {
  return practice.store.transaction(() => {
    const judged = judge(practice, arrived);
    return { answer: judged.answer, entry: record(practice, arrived, String(judged.answer.status), judged) };
  });
}

/** Writes a request into the ledger; returns the number of its entry. */
export function record(
  practice: Practice,
  arrived: Arrived,
  outcome: string,
  of: { account: number | null; sameness: string } = { account: null, sameness: "" },
): number {
  const { lastInsertRowid } = practice.store.db
    .prepare(
      "INSERT INTO request (at, account, method, path, body_hash, sameness, outcome) VALUES (?, ?, ?, ?, ?, ?, ?)",
    )
    .run(practice.now(), of.account, arrived.method, arrived.path, hashOf(arrived.body), of.sameness, outcome);
  return Number(lastInsertRowid);
}

/** Adds to an entry what was done to the answer on its way. */
export function amend(practice: Practice, entry: number, outcome: string): void {
  practice.store.db.prepare("UPDATE request SET outcome = outcome || ', ' || ? WHERE id = ?").run(outcome, entry);
}

type Judged = { answer: Answer; account: number | null; sameness: string };

function judge(practice: Practice, arrived: Arrived): Judged {
  let account: number | null = null;
  let sameness = "";
  try {
    if (arrived.path === "/api/auth/login" && arrived.method === "POST") {
      return { answer: logIn(practice, parsed(arrived)), account, sameness };
    }
    const found = findRoute(arrived.method, arrived.path);
    if (found === "no-path") throw new Refused(refusal(404, "Not Found"));
    account = accountOf(practice, arrived.authorization);
    if (found === "no-method") throw new Refused(refusal(405, "Method Not Allowed"));
    const body = parsed(arrived);
    const { route, id } = found;
    if (route.repeats !== null) {
      sameness = samenessOf(practice, account, arrived, body);
      refuseRepeated(practice, sameness, practice.switches().duplicateSeconds[route.repeats]);
    }
    return { answer: route.handle({ practice, account, query: arrived.query, id, body }), account, sameness };
  } catch (error) {
    if (error instanceof Refused) return { answer: error.answer, account, sameness };
    throw error;
  }
}

function parsed({ method, contentType, body }: Arrived): unknown {
  if (method === "GET" || body.length === 0) return undefined;
  if (!/^application\/json\b/i.test(contentType ?? "")) throw new Refused(refusal(415, "Unsupported Media Type"));
  try {
    return JSON.parse(body.toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refused(refusal(400, "Invalid JSON"));
    throw error;
  }
}

function samenessOf(practice: Practice, account: number, { method, path }: Arrived, body: unknown): string {
  const without = practice.switches().duplicatesIgnoreReferences;
  const text = JSON.stringify(body, (key, value: unknown) => (without && key === "reference_id" ? undefined : value));
  return hashOf(`${account} ${method} ${path} ${text}`);
}

function refuseRepeated(practice: Practice, sameness: string, seconds: number): void {
  const before = practice.store.db
    .prepare("SELECT 1 FROM request WHERE sameness = ? AND at > ? AND outcome NOT LIKE '429%'")
    .get(sameness, practice.now() - seconds * 1000);
  if (before !== undefined)
    throw new Refused({ status: 429, body: { message: "Too many duplicate request detected" } });
}
