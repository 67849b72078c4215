import { Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useDraftStore } from "../../draft/use-draft.ts";
import type { ColumnView, Understood } from "../../list-worker/protocol.ts";
import styles from "./check-step.module.css";
import { changeRole, fieldNameFor, type RoleChoice } from "./column-roles.ts";

/** The first rows as they are understood, with the role of each column on the column. */
export function CheckTable({ understood: { columns, sampleRows } }: { understood: Understood }) {
  const { t } = useTranslation("recipients");
  return (
    <div className={styles.table} tabIndex={0} role="region" aria-label={t("check.table")}>
      <table>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column.letter} scope="col">
                <span className={styles.letter}>{column.letter}</span>
                <span className={styles.name} title={column.heading}>
                  {column.heading || "\u00a0"}
                </span>
                <RoleMenu columns={columns} index={index} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sampleRows.map((row, index) => (
            <tr key={row}>
              {columns.map((column) => (
                <Sample key={column.letter} value={column.samples[index] ?? ""} phone={column.role.kind === "phone"} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Sample({ value, phone }: { value: string; phone: boolean }) {
  const { t } = useTranslation("recipients");
  const classes = [phone ? styles.phone : "", value === "" ? styles.nothing : ""];
  return (
    <td className={classes.join(" ")} title={value}>
      {value === "" ? t("nothing") : value}
    </td>
  );
}

function RoleMenu({ columns, index }: { columns: ColumnView[]; index: number }) {
  const { t } = useTranslation("recipients");
  const { recipients } = useDraftStore();
  const column = columns[index];
  if (column === undefined) return null;
  const { role } = column;
  const choose = (choice: RoleChoice) => void recipients.changeReading({ columns: changeRole(columns, index, choice) });
  const others = columns.some((other, at) => at !== index && other.role.kind === "phone");
  const look =
    role.kind === "unused" ? styles.unused : role.kind === "field" ? "" : role.order === 0 ? styles.first : styles.next;
  const words =
    role.kind === "unused"
      ? t("role.unused")
      : role.kind === "field"
        ? t("role.field", { name: role.name })
        : role.order === 0
          ? t("role.phone")
          : t("role.nextPhone", { order: role.order + 1 });
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button
          type="button"
          className={[styles.role, look].join(" ")}
          aria-label={t("role.label", { letter: column.letter, role: words })}
        >
          {words} <span aria-hidden="true">▾</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => choose("first-phone")}>{t("role.choosePhone")}</Menu.Item>
        {others && <Menu.Item onClick={() => choose("next-phone")}>{t("role.chooseNext")}</Menu.Item>}
        <Menu.Item onClick={() => choose("field")}>{t("role.field", { name: fieldNameFor(column) })}</Menu.Item>
        <Menu.Item onClick={() => choose("unused")}>{t("role.unused")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
