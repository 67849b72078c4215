import type { AppError } from "../../shared/errors.ts";
import type { CommandOutput } from "../../shared/ipc/contract.ts";
import type { RememberedMatching } from "../../shared/recipients/fingerprint.ts";
import { ok, type Result } from "../../shared/result.ts";
import type { DraftContext } from "./draft-context.ts";

/** Who is never to be texted, and since when. */
export type NeverText = CommandOutput<"readNeverText">;

/** What the rows of a source are judged by besides themselves. */
export type Beside = {
  neverText: NeverText;
  textedLately: { now: string; numbers: string[]; at: string[] };
  remembered: RememberedMatching[];
};

/** Asks main for it; within how many days somebody counts as texted lately is kept for the screen. */
export async function readBeside({
  desk,
  store,
}: Pick<DraftContext, "desk" | "store">): Promise<Result<Beside, AppError>> {
  const [neverText, texted, remembered] = await Promise.all([
    desk.readNeverText({}),
    desk.listTextedLately({}),
    desk.listMatchings({}),
  ]);
  if (!neverText.ok) return neverText;
  if (!texted.ok) return texted;
  if (!remembered.ok) return remembered;
  const { days, ...textedLately } = texted.value;
  store.setState({ textedDays: days });
  return ok({ neverText: neverText.value, textedLately, remembered: remembered.value });
}

/** Whether two never-text lists are the same, so that nothing is to be judged anew. */
export function sameNumbers(one: NeverText, other: NeverText): boolean {
  const same = (texts: string[], others: string[]) =>
    texts.length === others.length && texts.every((text, index) => text === others[index]);
  return same(one.numbers, other.numbers) && same(one.since, other.since);
}
