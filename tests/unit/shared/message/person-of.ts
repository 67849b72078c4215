import type { LatinStandard } from "../../../../shared/message/latin.ts";
import { measureOfCell } from "../../../../shared/message/measure.ts";
import type { CountedPerson } from "../../../../shared/message/tally.ts";
import { countryOf } from "../../../../shared/recipients/phone-country.ts";

/** Somebody with these cells, whose message is written in Latin letters where a standard is given. */
export function personOf(
  position: number,
  number: string,
  cells: readonly string[],
  latin: LatinStandard | null = null,
): CountedPerson {
  return {
    position,
    number: () => number,
    country: () => countryOf(number),
    cell: (column) => cells[column] ?? "",
    measure: (column) => measureOfCell(cells[column] ?? "", latin),
  };
}
