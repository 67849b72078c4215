import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ListPerson } from "../../../shared/library/list.ts";
import { CellEditor } from "../../ui/cell-editor.tsx";
import { deliberate } from "../../ui/deliberate.ts";
import styles from "./people-grid.module.css";

/** One person as a row of the grid; a quiet bar stands for who is still on the way. */
export function PersonRow({
  person,
  columns,
  index,
  top,
  active,
  editing,
  onActivate,
  onCorrect,
  onEndEdit,
  onRemove,
}: {
  person: ListPerson | undefined;
  columns: string[];
  index: number;
  top: number;
  /** The active cell, if it is in this row: 0 is the number. */
  active: number | null;
  editing: boolean;
  onActivate: (cell: number, edit: boolean) => void;
  onCorrect: (person: ListPerson, column: number, value: string) => void;
  /** `step` 1 and -1 go on to the next and the previous cell. */
  onEndEdit: (step: 1 | -1 | 0) => void;
  onRemove: (person: ListPerson) => void;
}) {
  const { t } = useTranslation("lists");
  return (
    <div className={styles.row} role="row" aria-rowindex={index + 2} style={{ top }}>
      {person === undefined ? (
        <div role="gridcell" aria-colindex={1} className={styles.cell}>
          <span className={styles.missing} />
        </div>
      ) : (
        <>
          {[t("grid.phone"), ...columns].map((heading, at) => (
            <Cell
              key={at}
              label={t("grid.correct", { column: heading })}
              value={at === 0 ? person.number : (person.cells[at - 1] ?? "")}
              phone={at === 0}
              colIndex={at + 1}
              active={active === at}
              editing={active === at && editing}
              onActivate={(edit) => onActivate(at, edit)}
              onCorrect={(value) => onCorrect(person, at - 1, value)}
              onEndEdit={onEndEdit}
            />
          ))}
          <div role="gridcell" className={[styles.cell, styles.acts].join(" ")}>
            <button
              type="button"
              tabIndex={-1}
              className={styles.act}
              aria-label={t("grid.removeNamed", { number: person.number })}
              {...deliberate(() => onRemove(person))}
            >
              {t("grid.remove")}
            </button>
          </div>
        </>
      )}
    </div>
  );
}

function Cell({
  label,
  value,
  phone,
  colIndex,
  active,
  editing,
  onActivate,
  onCorrect,
  onEndEdit,
}: {
  label: string;
  value: string;
  phone: boolean;
  colIndex: number;
  active: boolean;
  editing: boolean;
  onActivate: (edit: boolean) => void;
  onCorrect: (value: string) => void;
  onEndEdit: (step: 1 | -1 | 0) => void;
}) {
  const { t } = useTranslation("lists");
  const cell = useRef<HTMLDivElement>(null);
  // The focus follows the active cell while it is within the grid, and back from the editor to its cell.
  useEffect(() => {
    if (!active || editing) return;
    const { activeElement } = document;
    const grid = cell.current?.closest("[role=grid]");
    if (activeElement === document.body || grid?.contains(activeElement) === true) {
      cell.current?.focus({ preventScroll: true });
    }
  }, [active, editing]);
  return (
    <div
      ref={cell}
      role="gridcell"
      aria-colindex={colIndex}
      className={[styles.cell, editing ? styles.editing : ""].join(" ")}
      tabIndex={active ? 0 : -1}
      onFocus={() => !active && onActivate(false)}
      onDoubleClick={() => onActivate(true)}
    >
      {editing ? (
        <CellEditor
          label={label}
          value={value}
          phone={phone}
          onCorrect={(typed) => typed !== value && onCorrect(typed)}
          onEnd={onEndEdit}
        />
      ) : value === "" ? (
        <span className={styles.nothing}>{t("grid.empty")}</span>
      ) : (
        <span className={phone ? "number" : ""} title={value} dir="auto">
          {value}
        </span>
      )}
    </div>
  );
}
