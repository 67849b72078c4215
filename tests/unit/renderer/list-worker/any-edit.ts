import * as fc from "fast-check";
import type { Edit } from "../../../../shared/recipients/reading.ts";

/** Cells of a phone column: empty, good, doubtful, bad, and such as nobody thought of. */
export const phoneCell = fc.oneof(
  fc.constantFrom("", "0671234567", "+380671234567", "380501234567", "0501234567", "0671234567; 0501234567"),
  fc.constantFrom("8 926 123 45 67", "2015593843", "9592112345", "+0671234567", "hello", "067***4567", "3,80501E+11"),
  fc.constantFrom("48512345678", "447400123456", "0671234567; 48512345678"),
  fc.string({ unit: fc.constantFrom("0", "6", "7", "+", " ", "3", "8", "x"), maxLength: 14 }),
);

const row = fc.integer({ min: 1, max: 14 });
const column = fc.integer({ min: 0, max: 4 });

/** Any edit, of rows and columns that are there or not. */
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant("cell"), row, column, value: fc.oneof(phoneCell, fc.constant("Anna")) }),
  fc.record({
    kind: fc.constant("replace"),
    column: fc.option(column),
    find: fc.constantFrom("067", "0671234567", "Anna", "a", "hello", ".", "(", "i"),
    by: fc.constantFrom("", "050", "0501234567", "$&", "Olha"),
    whole: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("take-offered"), rows: fc.array(row, { maxLength: 4 }) }),
  fc.record({
    kind: fc.constant("duplicates"),
    keep: fc.constantFrom("first", "last"),
    fill: fc.constantFrom(true, false, undefined),
  }),
  fc.record({ kind: fc.constant("leave-out"), rows: fc.array(row, { maxLength: 3 }), out: fc.boolean() }),
  fc.record({ kind: fc.constant("add-row"), values: fc.array(phoneCell, { maxLength: 5 }) }),
  fc.record({
    kind: fc.constant("answer"),
    question: fc.constantFrom("trunk-8:UA-RU", "two-readings:US", "with-plus:UA", "with-plus:PL"),
    choice: fc.constantFrom("UA", "RU", "US", "international", "none"),
  }),
);
