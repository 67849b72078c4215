import { fieldNameOf } from "../../../shared/message/field-names.ts";
import type { ColumnRole } from "../../../shared/recipients/reading.ts";
import type { ColumnView } from "../../list-worker/protocol.ts";

/** What the role menu of a column offers. */
export type RoleChoice = "first-phone" | "next-phone" | "field" | "unused";

/** The roles of all columns after one of them was changed; the phone columns stay numbered 0, 1, 2 … */
export function changeRole(columns: readonly ColumnView[], index: number, choice: RoleChoice): ColumnRole[] {
  const phones = columns
    .map((column, at) => ({ at, role: column.role }))
    .filter(({ at, role }) => role.kind === "phone" && at !== index)
    .sort((a, b) => orderOf(a.role) - orderOf(b.role))
    .map(({ at }) => at);
  if (choice === "first-phone") phones.unshift(index);
  if (choice === "next-phone") phones.push(index);
  return columns.map((column, at): ColumnRole => {
    const order = phones.indexOf(at);
    if (order >= 0) return { kind: "phone", order };
    if (at !== index) return column.role;
    return choice === "field" ? { kind: "field", name: fieldNameFor(column) } : { kind: "unused" };
  });
}

/** The name a column has in a text: its heading, or its letter where it has none. */
export function fieldNameFor(column: ColumnView): string {
  return fieldNameOf(column.heading).slice(0, 200) || column.letter;
}

/** Whether any column holds phone numbers; without one nobody can be texted. */
export function hasPhone(columns: readonly ColumnView[]): boolean {
  return columns.some(({ role }) => role.kind === "phone");
}

function orderOf(role: ColumnRole): number {
  return role.kind === "phone" ? role.order : Infinity;
}
