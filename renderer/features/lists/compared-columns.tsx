import { useTranslation } from "react-i18next";
import type { ComparedPerson, Difference } from "../../../shared/library/list.ts";
import type { Column } from "../../ui/paged-table.tsx";
import styles from "./list-beside.module.css";

/** So many of the list's columns fit beside the number. */
const shownColumns = 5;

/** What the table of a difference shows: the number, and the cells; of changed people what changes, before and after. */
export function useComparedColumns(kind: Difference, columns: string[]): Column<ComparedPerson>[] {
  const { t } = useTranslation("lists");
  const number: Column<ComparedPerson> = {
    id: "number",
    heading: t("grid.phone"),
    width: "160px",
    cell: (row) => <span className="number">{row.number}</span>,
  };
  const cellOf = (row: ComparedPerson, column: number) => (row.before ?? row.after)?.[column] ?? "";
  const plain = (column: number, width: string): Column<ComparedPerson> => ({
    id: `cell ${column}`,
    heading: columns[column] ?? "",
    width,
    cell: (row) => (
      <span title={cellOf(row, column)} dir="auto">
        {cellOf(row, column)}
      </span>
    ),
  });
  if (kind !== "changed") {
    const shown = columns.slice(0, shownColumns);
    return [number, ...shown.map((_, column) => plain(column, `${100 / shown.length}%`))];
  }
  return [
    number,
    ...(columns.length > 0 ? [plain(0, "26%")] : []),
    {
      id: "changes",
      heading: t("update.changes"),
      width: "74%",
      cell: (row) =>
        changesOf(row).map(({ column, before, after }) => (
          <span key={column} className={styles.change}>
            <span className={styles.column}>{columns[column]}</span>{" "}
            {before !== "" && (
              <>
                <del dir="auto">{before}</del> <span aria-hidden="true">→</span>{" "}
              </>
            )}
            <ins dir="auto">{after}</ins>
          </span>
        )),
    },
  ];
}

/** The cells that the spreadsheet changes; where it has nothing to say the list's stay. */
export function changesOf({ before, after }: ComparedPerson): { column: number; before: string; after: string }[] {
  return (after ?? []).flatMap((value, column) => {
    const old = before?.[column] ?? "";
    return value === "" || value === old ? [] : [{ column, before: old, after: value }];
  });
}
