import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListPerson } from "../../../shared/library/list.ts";
import { useFixedRows } from "../../ui/fixed-rows.ts";
import { type GridPlace, moveInGrid } from "../../ui/grid-keys.ts";
import type { Pages } from "../../ui/use-pages.ts";
import styles from "./people-grid.module.css";
import { PersonRow } from "./person-row.tsx";

/** Beyond this many rows they are lower, or the table would be taller than a browser can lay out. */
const manyRows = 900_000;
/** Pixels of the headings, as the style sheet has them. */
const headHeight = 33;

/**
 * The people of a list, a million if need be: only those in view are asked for. Arrow keys move, Enter or F2 corrects a
 * cell, Delete removes the person.
 */
export function PeopleGrid({
  columns,
  pages,
  searching,
  onCorrect,
  onRemove,
}: {
  columns: string[];
  pages: Pages<ListPerson, unknown>;
  searching: boolean;
  /** `column` -1 is the number. */
  onCorrect: (person: ListPerson, column: number, value: string) => void;
  onRemove: (person: ListPerson) => void;
}) {
  const { t } = useTranslation("lists");
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<GridPlace>({ index: 0, column: 0 });
  const [editing, setEditing] = useState(false);
  const total = pages.total ?? 0;
  const height = total > manyRows ? 31 : 34;
  const { indexes, scrollTo } = useFixedRows(scroller, { count: total, height, margin: headHeight, head: headHeight });
  const first = indexes[0] ?? 0;
  const last = indexes.at(-1) ?? 0;
  const { show } = pages;
  useEffect(() => show(first, last), [show, first, last]);
  // Once somebody is gone the rows below move up, and the last place may be none any more.
  const place = { ...active, index: Math.min(active.index, Math.max(total - 1, 0)) };

  const press = (event: React.KeyboardEvent) => {
    const person = pages.row(place.index);
    if (editing || person === undefined) return;
    if (event.key === "Enter" || event.key === "F2") setEditing(true);
    // A key that is held would go on with those who come into the place.
    else if (event.key === "Delete" && !event.repeat) onRemove(person);
    else {
      const page = Math.floor((scroller.current?.clientHeight ?? 340) / height) - 2;
      const next = moveInGrid(event, place, { rows: total, columns: columns.length + 1, page });
      if (next === null) return;
      setActive(next);
      scrollTo(next.index);
    }
    event.preventDefault();
  };
  /** Tab in a corrected cell goes on to the next cell. */
  const endEdit = (step: 1 | -1 | 0) => {
    setEditing(false);
    if (step === 0) return;
    const width = columns.length + 1;
    const next = place.index * width + place.column + step;
    if (next < 0 || next >= total * width) return;
    const there = { index: Math.floor(next / width), column: next % width };
    scrollTo(there.index);
    setActive(there);
    setEditing(true);
  };

  return (
    <div
      ref={scroller}
      className={styles.grid}
      role="grid"
      aria-label={t("grid.label")}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + 1}
      aria-keyshortcuts="Enter F2 Delete"
      style={
        {
          "--columns": `minmax(150px, 182px) ${columns.map(() => "minmax(110px, 1fr)").join(" ")} 96px`,
          "--row-height": `${height}px`,
        } as React.CSSProperties
      }
      onKeyDown={press}
    >
      <div className={styles.head} role="row" aria-rowindex={1}>
        {[t("grid.phone"), ...columns].map((heading, index) => (
          <div key={index} role="columnheader" aria-colindex={index + 1} title={heading} dir="auto">
            {heading}
          </div>
        ))}
        <div aria-hidden="true" />
      </div>
      <div className={styles.body} role="rowgroup" style={{ height: total * height }}>
        <div className={styles.view} role="none" style={{ top: first * height }}>
          {indexes.map((index) => (
            <PersonRow
              key={index}
              person={pages.row(index)}
              columns={columns}
              index={index}
              top={(index - first) * height}
              active={index === place.index ? place.column : null}
              editing={editing}
              onActivate={(column, edit) => {
                setActive({ index, column });
                setEditing(edit);
              }}
              onCorrect={onCorrect}
              onEndEdit={endEdit}
              onRemove={onRemove}
            />
          ))}
        </div>
      </div>
      {pages.total === 0 && <p className={styles.none}>{t(searching ? "grid.noneFound" : "grid.none")}</p>}
    </div>
  );
}
