import type { TFunction } from "i18next";
import { uniqueFieldNames } from "../../../shared/recipients/columns.ts";
import type { ColumnRole } from "../../../shared/recipients/reading.ts";
import type { ColumnView } from "../../list-worker/protocol.ts";

/** What the role menu of a column offers. */
export type RoleChoice = "first-phone" | "next-phone" | "country" | "field" | "unused";

/**
 * The roles of all columns after one of them was changed; the phone columns stay numbered 0, 1, 2 …, and one column at
 * most names the country: the one that did before is a field then.
 */
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
    const { role } = column;
    if (at !== index) return choice === "country" && role.kind === "country" ? { ...role, kind: "field" } : role;
    return choice === "field" || choice === "country"
      ? { kind: choice, name: fieldNamesOf(columns)[at] ?? column.letter }
      : { kind: "unused" };
  });
}

/**
 * The name that each column has in a text when it is a field: its heading, or its letter where it has none. No two are
 * alike: of two fields with one name a text, and a saved list, would know the first alone.
 */
export function fieldNamesOf(columns: readonly ColumnView[]): string[] {
  return uniqueFieldNames(columns);
}

/** A column as a sentence names it: its letter, and its heading where it has one. */
export function columnWords(t: TFunction<"recipients">, { letter, heading }: ColumnView): string {
  return heading === "" ? letter : t("line.column", { letter, heading });
}

/** Whether any column holds phone numbers; without one nobody can be texted. */
export function hasPhone(columns: readonly ColumnView[]): boolean {
  return columns.some(({ role }) => role.kind === "phone");
}

/** When a column is tried for a row's number: 0 first, never where it holds none. */
export function orderOf(role: ColumnRole): number {
  return role.kind === "phone" ? role.order : Infinity;
}
