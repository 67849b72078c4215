import { Checkbox, Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ListSummary } from "../../../shared/library/list.ts";
import { Button } from "../../ui/button.tsx";
import table from "../../ui/table.module.css";
import { useFormat } from "../../ui/use-format.ts";
import type { ListOrder } from "./find-lists.ts";
import { ListTag } from "./list-tag.tsx";
import styles from "./lists.module.css";

/** What is done to one list from the table. */
export type ListAct = "rename" | "tags" | "delete";

/** The lists as rows: a tick for what takes several, the name that opens it, and the acts on it alone. */
export function ListTable({
  lists,
  order,
  chosen,
  onOrder,
  onChoose,
  onOpen,
  onUse,
  onAct,
}: {
  lists: ListSummary[];
  order: ListOrder;
  /** Ids of the ticked lists. */
  chosen: readonly string[];
  onOrder: (order: ListOrder) => void;
  onChoose: (list: ListSummary) => void;
  onOpen: (list: ListSummary) => void;
  onUse: (list: ListSummary) => void;
  onAct: (act: ListAct, list: ListSummary) => void;
}) {
  const { t } = useTranslation("lists");
  const format = useFormat();
  return (
    <div className={table.card}>
      <table className={[table.table, styles.table].join(" ")}>
        <thead>
          <tr>
            <th className={styles.pick}>
              <span className="unseen">{t("pick")}</span>
            </th>
            <Heading by="name" order={order} onOrder={onOrder} />
            <Heading by="people" order={order} onOrder={onOrder} right />
            <Heading by="changed" order={order} onOrder={onOrder} />
            <th>
              <span className="unseen">{t("acts")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lists.map((list) => (
            <tr key={list.id} className={chosen.includes(list.id) ? styles.chosen : undefined}>
              <td className={styles.pick}>
                <Checkbox
                  size="xs"
                  aria-label={t("pickNamed", { name: list.name })}
                  checked={chosen.includes(list.id)}
                  onChange={() => onChoose(list)}
                />
              </td>
              <td className={table.strong}>
                <div className={styles.who}>
                  <button type="button" className={styles.name} onClick={() => onOpen(list)} dir="auto">
                    {list.name}
                  </button>
                  {list.tags.length > 0 && (
                    <span className={styles.tags}>
                      {list.tags.map((tag) => (
                        <ListTag key={tag} tag={tag} />
                      ))}
                    </span>
                  )}
                </div>
              </td>
              <td className={table.right}>{format.number(list.people)}</td>
              <td className={table.still}>{format.when(list.updatedAt)}</td>
              <td className={table.acts}>
                <Button small aria-label={t("useNamed", { name: list.name })} onClick={() => onUse(list)}>
                  {t("use")}
                </Button>
                <Menu position="bottom-end">
                  <Menu.Target>
                    <Button small aria-label={t("moreNamed", { name: list.name })}>
                      {t("more")}
                    </Button>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item onClick={() => onOpen(list)}>{t("open")}</Menu.Item>
                    <Menu.Item onClick={() => onAct("tags", list)}>{t("tags")}</Menu.Item>
                    <Menu.Item onClick={() => onAct("rename", list)}>{t("rename")}</Menu.Item>
                    <Menu.Item className="bad" onClick={() => onAct("delete", list)}>
                      {t("delete")}
                    </Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A heading that orders by its column; again, the other way. Numbers and days begin with the largest. */
function Heading({
  by,
  order,
  right = false,
  onOrder,
}: {
  by: ListOrder["by"];
  order: ListOrder;
  right?: boolean;
  onOrder: (order: ListOrder) => void;
}) {
  const { t } = useTranslation("lists");
  const mine = order.by === by;
  const arrow = mine ? (order.down ? "↓" : "↑") : "";
  return (
    <th
      scope="col"
      className={right ? table.right : undefined}
      aria-sort={mine ? (order.down ? "descending" : "ascending") : "none"}
    >
      <button
        type="button"
        className={styles.order}
        onClick={() => onOrder({ by, down: mine ? !order.down : by !== "name" })}
      >
        {right && (
          <span className={styles.arrow} aria-hidden="true">
            {arrow}
          </span>
        )}
        {t(by)}
        {!right && (
          <span className={styles.arrow} aria-hidden="true">
            {arrow}
          </span>
        )}
      </button>
    </th>
  );
}
