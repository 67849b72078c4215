import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { createPhoneReader } from "../../../shared/recipients/phone-number.ts";
import type { Row } from "../compare.ts";
import { phones } from "../inputs.ts";

/** Cells of which ours says something else than the library, where the library finds a number that exists. */
function answeredDifferently(cells: readonly string[]): string[] {
  const read = createPhoneReader("UA", {});
  return cells.filter((cell) => {
    const right = parsePhoneNumberFromString(cell, "UA");
    return right?.isValid() === true && read(cell, "text").digits !== right.number.slice(1);
  });
}

function phoneRow(kind: "clean" | "messy", goal: number): Row {
  return {
    name: `phone-${kind}`,
    yardstick: "libphonenumber-js/max called for each cell",
    goal: { kind: "at most", ratio: goal },
    prepare: () => {
      const cells = phones(100_000, kind);
      const different = answeredDifferently(cells);
      if (different.length > 0) throw new Error(`${different.length} cells are read differently: ${different[0]}`);
      return {
        ours: () => {
          const read = createPhoneReader("UA", {});
          return cells.map((cell) => read(cell, "text").digits);
        },
        theirs: () => cells.map((cell) => parsePhoneNumberFromString(cell, "UA")?.number),
      };
    },
  };
}

/** Phone numbers, well written and as people write them. */
export const phoneRows: readonly Row[] = [phoneRow("clean", 0.05), phoneRow("messy", 0.5)];
