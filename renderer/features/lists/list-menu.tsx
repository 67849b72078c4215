import { Menu } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OpenedList } from "../../../shared/library/list.ts";
import { readableFiles } from "../../draft/offer-source.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useAct, useAnswer } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import { exportList } from "./export-list.ts";
import { tagsOf } from "./find-lists.ts";
import type { ListAct } from "./list-table.tsx";
import { OneListDialog } from "./one-list-dialogs.tsx";

/** What is done to a list as a whole: update, export, tags, name, delete. */
export function ListMenu({
  opened,
  onUpdate,
  onChanged,
  onDeleted,
  onExported,
}: {
  opened: OpenedList;
  onUpdate: (file: File) => void;
  onChanged: () => void;
  onDeleted: () => void;
  /** Tells how the writing of a file goes, in words; null when there is nothing to tell. */
  onExported: (words: string | null) => void;
}) {
  const { t } = useTranslation("lists");
  const format = useFormat();
  const file = useRef<HTMLInputElement>(null);
  const [act, setAct] = useState<ListAct | null>(null);
  const known = useAnswer("tags", () => desk().listLists({}));
  const { busy, error, run } = useAct();

  const write = (ending: "xlsx" | "csv") =>
    void run(
      () =>
        exportList(opened, ending, t("grid.phone"), (done, total) =>
          onExported(t("export.busy", { share: format.share(done, total) })),
        ),
      (name) => onExported(name === null ? null : t("export.saved", { name })),
    );
  return (
    <>
      <Button small onClick={() => file.current?.click()}>
        {t("update")}
      </Button>
      <input
        ref={file}
        type="file"
        hidden
        accept={readableFiles}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = "";
          if (chosen !== undefined) onUpdate(chosen);
        }}
      />
      <Menu position="bottom-end">
        <Menu.Target>
          <Button small busy={busy}>
            {t("export")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => write("xlsx")}>{t("export.xlsx")}</Menu.Item>
          <Menu.Item onClick={() => write("csv")}>{t("export.csv")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button small aria-label={t("moreNamed", { name: opened.list.name })}>
            {t("more")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setAct("tags")}>{t("tags")}</Menu.Item>
          <Menu.Item onClick={() => setAct("rename")}>{t("rename")}</Menu.Item>
          <Menu.Item className="bad" onClick={() => setAct("delete")}>
            {t("delete")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {error !== null && <ErrorNotice error={error} />}
      {act !== null && (
        <OneListDialog
          act={act}
          list={opened.list}
          knownTags={tagsOf(known.value ?? [], format.locale).map(({ tag }) => tag)}
          onKeep={() => setAct(null)}
          onDone={(done) => {
            setAct(null);
            if (done === "delete") onDeleted();
            else onChanged();
          }}
        />
      )}
    </>
  );
}
