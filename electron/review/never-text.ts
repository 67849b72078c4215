import type { AppError } from "../../shared/errors.ts";
import { appErrorOf } from "../../shared/errors.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
import type { BsgClient } from "../bsg/port.ts";
import { wholeList } from "../bsg/whole-list.ts";
import type { Database } from "../database/database.ts";

/** While a draft is being reviewed the list is read again after so long; a confirmation always reads it. */
const reviewLife = 60_000;

/** The service's stop list: people who told BSG that they want no more texts. */
export class StopList {
  private readonly now: () => number;
  private known: { client: BsgClient; at: number; phones: ReadonlySet<string> } | null = null;

  constructor(now: () => number) {
    this.now = now;
  }

  /** All its numbers. `fresh`: as they are at this moment. */
  async read(client: BsgClient, fresh: boolean): Promise<Result<ReadonlySet<string>, AppError>> {
    const { known } = this;
    if (!fresh && known?.client === client && this.now() - known.at < reviewLife) return ok(known.phones);
    const entries = await wholeList((page) => client.stopList(page));
    if (!entries.ok) return err(appErrorOf(entries.error.code, entries.error.params));
    const phones = new Set(entries.value.map(({ phone }) => phone));
    this.known = { client, at: this.now(), phones };
    return ok(phones);
  }
}

/**
 * Who of these numbers must not be texted, by the never-text list and, with an account, by the service's stop list.
 * Whom the stop list names is put on the never-text list, so that the window shows the row and why.
 * @param stopList null without an account
 * @param pastTheGate awaited before anybody gets on the list: see `Sending`
 * Erased people who are never to be texted come back on it in the same way.
 * @returns how many of the numbers there are, how many the stop list has brought, and how many erased people
 */
export async function mustNotBeTexted(
  neverText: Database["neverText"],
  stopList: ReadonlySet<string> | null,
  numbers: string[],
  now: string,
  pastTheGate: () => Promise<void>,
): Promise<{ people: number; stopped: number; recognised: number }> {
  const recognised = await neverText.recognise(numbers);
  const known = new Set(await neverText.among(numbers));
  const stopped = stopList === null ? [] : numbers.filter((number) => stopList.has(number) && !known.has(number));
  if (stopped.length > 0) {
    await pastTheGate();
    await neverText.add(stopped, now);
  }
  return { people: known.size + stopped.length, stopped: stopped.length, recognised };
}
