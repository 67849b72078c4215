import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { createPhoneReader } from "../../../shared/recipients/phone-number.ts";
import type { Row } from "../compare.ts";
import { phones } from "../inputs.ts";

function phoneRow(kind: "clean" | "messy", goal: number): Row {
  return {
    name: `phone-${kind}`,
    yardstick: "libphonenumber-js/max called for each cell",
    goal: { kind: "at most", ratio: goal },
    prepare: () => {
      const cells = phones(100_000, kind);
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
