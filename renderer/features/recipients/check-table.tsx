import type { TFunction } from "i18next";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ColumnRole } from "../../../shared/recipients/reading.ts";
import { assertNever } from "../../../shared/result.ts";
import type { ColumnView, Understood } from "../../list-worker/protocol.ts";
import { type GridPlace, moveInGrid } from "../../ui/grid-keys.ts";
import styles from "./check-step.module.css";
import { checkWidths } from "./check-widths.ts";
import { fieldNamesOf } from "./column-roles.ts";
import { RoleMenu } from "./role-menu.tsx";

/** Columns drawn on either side of those in view. */
const beyond = 6;

/**
 * The first rows as they are understood, with the role of each column on the column. Only the columns in view are
 * drawn; arrow keys, Home and End move over all of them, Enter on a heading opens the menu of its roles.
 */
export function CheckTable({ understood: { columns, sampleRows } }: { understood: Understood }) {
  const { t } = useTranslation("recipients");
  const menuId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  /** Row 0 is the heading with its roles. */
  const [active, setActive] = useState<GridPlace>({ index: 0, column: 0 });
  const [menu, setMenu] = useState({ column: 0, opened: false });
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const followed = useRef(false);
  const widths = useMemo(() => {
    const names = fieldNamesOf(columns);
    return checkWidths(columns, (at) => [t("role.field", { name: names[at] ?? "" }), t("role.phone")]);
  }, [columns, t]);
  // oxlint-disable-next-line react/incompatible-library -- nothing is compiled or memoized here, so its functions are always asked anew
  const virtual = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (column) => widths[column] ?? 0,
    overscan: beyond,
    // The active cell stays drawn wherever the table is scrolled to, or the focus would be lost with it.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), Math.min(active.column, range.count - 1)])].sort((a, b) => a - b),
  });
  useEffect(() => virtual.measure(), [virtual, widths]);
  useEffect(() => {
    if (!followed.current) return;
    followed.current = false;
    const cell = scroller.current?.querySelector<HTMLElement>("[data-active]");
    cell?.focus({ preventScroll: true });
  }, [active]);

  const press = (event: KeyboardEvent) => {
    const size = { rows: sampleRows.length + 1, columns: columns.length, page: sampleRows.length };
    const next = moveInGrid(event, active, size);
    if (next === null) return;
    event.preventDefault();
    followed.current = true;
    setActive(next);
    virtual.scrollToIndex(next.column);
  };
  const open = (column: number, target: HTMLButtonElement) => {
    setButton(target);
    setMenu({ column, opened: !(menu.opened && menu.column === column) });
  };

  const items = virtual.getVirtualItems();
  /** A row: each cell at its place, with room for the columns that are not drawn. */
  const drawn = (draw: (column: ColumnView, index: number, place: Place) => ReactNode) =>
    items.map(({ index, start, size }, at) => {
      const column = columns[index];
      const before = items[at - 1];
      return column && draw(column, index, { marginLeft: start - (before?.end ?? 0), flex: `1 0 ${size}px` });
    });
  const total = virtual.getTotalSize();
  // Every row is as wide as its columns are, whatever its words need: what is wider moved them off their headings.
  const room = { width: total, paddingRight: total - (items.at(-1)?.end ?? 0) };
  const isActive = (index: number, column: number) => active.index === index && active.column === column;

  return (
    <div
      ref={scroller}
      className={styles.table}
      role="grid"
      aria-label={t("check.table")}
      aria-colcount={columns.length}
      aria-rowcount={sampleRows.length + 1}
      onKeyDown={press}
    >
      <div className={[styles.line, styles.headings].join(" ")} role="row" aria-rowindex={1} style={room}>
        {drawn((column, index, place) => (
          <div
            key={column.letter}
            role="columnheader"
            aria-colindex={index + 1}
            className={styles.column}
            style={place}
          >
            <span className={styles.letter}>{column.letter}</span>
            <span className={styles.name} title={column.heading} dir="auto">
              {column.heading || "\u00a0"}
            </span>
            <RoleButton
              column={column}
              menuId={menuId}
              active={isActive(0, index)}
              opened={menu.opened && menu.column === index}
              onActivate={() => setActive({ index: 0, column: index })}
              onOpen={(target) => open(index, target)}
            />
          </div>
        ))}
      </div>
      {sampleRows.map((row, at) => (
        <div key={row} className={styles.line} role="row" aria-rowindex={at + 2} style={room}>
          {drawn((column, index, place) => (
            <Sample
              key={column.letter}
              value={column.samples[at] ?? ""}
              phone={column.role.kind === "phone"}
              colIndex={index + 1}
              place={place}
              active={isActive(at + 1, index)}
              onActivate={() => setActive({ index: at + 1, column: index })}
            />
          ))}
        </div>
      ))}
      <RoleMenu
        id={menuId}
        columns={columns}
        column={menu.column}
        button={button}
        opened={menu.opened}
        onClose={() => setMenu({ ...menu, opened: false })}
      />
    </div>
  );
}

type Place = { marginLeft: number; flex: string };

function Sample({
  value,
  phone,
  colIndex,
  place,
  active,
  onActivate,
}: {
  value: string;
  phone: boolean;
  colIndex: number;
  place: Place;
  active: boolean;
  onActivate: () => void;
}) {
  const { t } = useTranslation("recipients");
  const classes = [styles.sample, phone ? styles.phone : "", value === "" ? styles.nothing : ""];
  return (
    <div
      role="gridcell"
      aria-colindex={colIndex}
      className={classes.join(" ")}
      style={place}
      title={value}
      dir="auto"
      tabIndex={active ? 0 : -1}
      data-active={active || undefined}
      onFocus={onActivate}
    >
      {value === "" ? t("nothing") : value}
    </div>
  );
}

function roleLook(t: TFunction<"recipients">, role: ColumnRole): { look: string | undefined; words: string } {
  switch (role.kind) {
    case "unused":
      return { look: styles.unused, words: t("role.unused") };
    case "field":
      return { look: "", words: t("role.field", { name: role.name }) };
    case "country":
      return { look: styles.next, words: t("role.country") };
    case "phone":
      return role.order === 0
        ? { look: styles.first, words: t("role.phone") }
        : { look: styles.next, words: t("role.nextPhone", { order: role.order + 1 }) };
    default:
      return assertNever(role);
  }
}

function RoleButton({
  column: { letter, role },
  menuId,
  active,
  opened,
  onActivate,
  onOpen,
}: {
  column: ColumnView;
  menuId: string;
  active: boolean;
  opened: boolean;
  onActivate: () => void;
  onOpen: (button: HTMLButtonElement) => void;
}) {
  const { t } = useTranslation("recipients");
  const { look, words } = roleLook(t, role);
  return (
    <button
      type="button"
      // The menu is named by the button that it opens from.
      id={opened ? menuId : undefined}
      className={[styles.role, look].join(" ")}
      aria-label={t("role.label", { letter, role: words })}
      aria-haspopup="menu"
      aria-expanded={opened}
      tabIndex={active ? 0 : -1}
      data-active={active || undefined}
      onFocus={onActivate}
      onClick={(event) => onOpen(event.currentTarget)}
    >
      {words} <span aria-hidden="true">▾</span>
    </button>
  );
}
