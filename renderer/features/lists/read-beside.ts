import { appErrorOf, type AppError } from "../../../shared/errors.ts";
import type { ListComparison } from "../../../shared/library/list.ts";
import { guessedReading } from "../../../shared/recipients/reading.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { ListClient } from "../../draft/list-client.ts";
import type { ListState, Understood } from "../../list-worker/protocol.ts";
import { desk } from "../../ui/desk.ts";

/** A spreadsheet as it was read for a list: how, and what became of its rows. */
export type ReadBeside = { understood: Understood; state: ListState };

type BesideSource = {
  id: string;
  file: File;
  /** Where numbers without a country are from, unless the file says otherwise; `chosen` whatever it says. */
  country: string;
  chosen: string | null;
  locale: string;
};

/**
 * Reads a spreadsheet as the recipients step does and puts its people beside a list in main. Nobody is left out for
 * being on the never-text list: main knows that list, and whoever is on it is not gone from the spreadsheet.
 */
export async function readBeside(
  client: ListClient,
  { id, file, country, chosen, locale }: BesideSource,
): Promise<Result<ReadBeside, AppError>> {
  const remembered = await desk().listMatchings({});
  if (!remembered.ok) return remembered;
  const understood = await client.open({
    name: file.name,
    content: file,
    reading: { ...guessedReading, defaultCountry: chosen },
    edits: [],
    systemCountry: country,
    remembered: remembered.value,
    locale,
    neverText: { numbers: [], since: [] },
  });
  if (!understood.ok) return understood;
  const state = await client.state();
  if (state.people === 0) return err(appErrorOf("file.no-phones"));
  for (let offset = 0; ;) {
    const chunk = await client.people(offset);
    const written = await desk().writeListUpdate({ id, ...chunk });
    if (!written.ok) return written;
    offset += chunk.numbers.length;
    if (chunk.last) return ok({ understood: understood.value, state });
  }
}

/** How many people the list would have once the wanted differences are taken over, and how many of it would change. */
export function outcomeOf(
  { same, changed, added, gone }: ListComparison,
  take: { added: boolean; changed: boolean; gone: boolean },
): { people: number; touched: number } {
  const people = same + changed + (take.added ? added : 0) + (take.gone ? 0 : gone);
  const touched = (take.added ? added : 0) + (take.changed ? changed : 0) + (take.gone ? gone : 0);
  return { people, touched };
}
