import { Menu } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListSummary } from "../../../shared/library/list.ts";
import { useApp } from "../../ui/app-store.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { desk } from "../../ui/desk.ts";
import { Empty } from "../../ui/empty.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { NameDialog } from "../../ui/name-dialog.tsx";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import table from "../../ui/table.module.css";
import { useAct, useAnswer } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";

type Asked = { act: "rename" | "delete"; list: ListSummary };

/** The saved lists: use, rename, delete. */
export function Lists({ onUse, onNew }: { onUse: (list: ListSummary) => void; onNew: () => void }) {
  const { t } = useTranslation("lists");
  const { counts } = useApp();
  const { value, error, reload } = useAnswer(`lists ${counts.lists}`, () => desk().listLists({}));
  const [asked, setAsked] = useState<Asked | null>(null);
  const { busy, error: refusal, run, clear } = useAct();
  const close = () => {
    clear();
    setAsked(null);
  };
  const done = () => {
    close();
    reload();
  };

  return (
    <Page title={t("title")} note={value === null ? undefined : t("note", { count: value.length })}>
      {error !== null && <ErrorNotice error={error} onAgain={reload} />}
      {value === null && error === null && <Skeleton />}
      {value?.length === 0 && (
        <Empty
          title={t("empty.title")}
          action={
            <Button kind="go" onClick={onNew}>
              {t("empty.act")}
            </Button>
          }
        >
          {t("empty.text")}
        </Empty>
      )}
      {value !== null && value.length > 0 && <ListTable lists={value} onUse={onUse} onAsk={setAsked} />}
      {asked?.act === "rename" && (
        <NameDialog
          title={t("rename.title")}
          label={t("rename.label")}
          act={t("rename.act")}
          keep={t("rename.keep")}
          name={asked.list.name}
          busy={busy}
          error={refusal}
          onKeep={close}
          onName={(name) => void run(() => desk().renameList({ id: asked.list.id, name }), done)}
        />
      )}
      {asked?.act === "delete" && (
        <ConfirmDialog
          title={t("delete.title", { name: asked.list.name })}
          detail={t("delete.detail")}
          act={t("delete.act")}
          keep={t("delete.keep")}
          busy={busy}
          error={refusal}
          onKeep={close}
          onAct={() => void run(() => desk().deleteList({ id: asked.list.id }), done)}
        >
          {t("delete.text", { count: asked.list.people })}
        </ConfirmDialog>
      )}
    </Page>
  );
}

function ListTable({
  lists,
  onUse,
  onAsk,
}: {
  lists: ListSummary[];
  onUse: (list: ListSummary) => void;
  onAsk: (asked: Asked) => void;
}) {
  const { t } = useTranslation("lists");
  const format = useFormat();
  return (
    <div className={table.card}>
      <table className={table.table}>
        <thead>
          <tr>
            <th>{t("name")}</th>
            <th className={table.right}>{t("people")}</th>
            <th>{t("changed")}</th>
            <th>
              <span className="unseen">{t("acts")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lists.map((list) => (
            <tr key={list.id}>
              <td className={table.strong}>{list.name}</td>
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
                    <Menu.Item onClick={() => onAsk({ act: "rename", list })}>{t("rename")}</Menu.Item>
                    <Menu.Item className="bad" onClick={() => onAsk({ act: "delete", list })}>
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
