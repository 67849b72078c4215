import type { ListEngine } from "../../../../../renderer/list-worker/list-engine.ts";

/** A file of these rows. */
export const csvOf = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.join(";")}\n`).join("");

/** What became of every row. */
export async function seen(engine: ListEngine) {
  const { rows } = await engine.rows({ filter: "all", search: "", offset: 0, limit: 1000 });
  return rows.map(({ verdict, digits, reasons }) => ({ verdict, digits, reasons: reasons.map(({ code }) => code) }));
}

/** The number of every row, null where it has none. */
export const digitsOf = async (engine: ListEngine): Promise<(string | null)[]> =>
  (await seen(engine)).map(({ digits }) => digits);
