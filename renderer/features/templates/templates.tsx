import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SavedTemplate } from "../../../shared/ipc/contract.ts";
import { useApp } from "../../ui/app-store.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { desk } from "../../ui/desk.ts";
import { Empty } from "../../ui/empty.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { searchTemplates, useIncludedTemplates } from "../../ui/included-templates.ts";
import { FootGap, Page } from "../../ui/page.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useAct, useAnswer } from "../../ui/use-answer.ts";
import { TemplateDialog } from "./template-dialog.tsx";
import { TemplateFiles } from "./template-files.tsx";
import { TemplateTable } from "./template-table.tsx";
import styles from "./templates.module.css";

/** What the user wants to do with a template; `id` null makes a new one. */
export type TemplateAct =
  | { act: "edit"; id: string | null; name: string; text: string }
  | { act: "delete"; template: SavedTemplate };

/** Texts to use again: the included ones and the user's own. */
export function Templates({ onUse }: { onUse: (text: string) => void }) {
  const { t } = useTranslation("templates");
  const { counts } = useApp();
  const included = useIncludedTemplates();
  const [search, setSearch] = useState("");
  const { value, error, reload } = useAnswer(`templates ${counts.templates}`, () => desk().listTemplates({}));
  const [asked, setAsked] = useState<TemplateAct | null>(null);
  const { busy, error: refusal, run, clear } = useAct();
  const close = () => {
    clear();
    setAsked(null);
  };
  const done = () => {
    close();
    reload();
  };
  const own = value === null ? [] : searchTemplates(value, search);
  const others = searchTemplates(included, search);
  const foot = (
    <>
      <TemplateFiles templates={value ?? []} onImported={reload} />
      <FootGap />
      <Button kind="go" onClick={() => setAsked({ act: "edit", id: null, name: "", text: "" })}>
        {t("new")}
      </Button>
    </>
  );

  return (
    <Page title={t("title")} note={value === null ? undefined : t("note", { count: value.length })} foot={foot}>
      {error !== null && <ErrorNotice error={error} onAgain={reload} />}
      {value === null && error === null && <Skeleton />}
      {value !== null && <SearchField label={t("search")} value={search} onChange={setSearch} />}
      {value?.length === 0 && search === "" && <Empty title={t("empty.title")}>{t("empty.text")}</Empty>}
      {own.length > 0 && <TemplateTable templates={own} onUse={onUse} onAct={setAsked} />}
      {value !== null && others.length > 0 && (
        <>
          <h2 className={styles.heading}>{t("included")}</h2>
          <TemplateTable templates={others} onUse={onUse} onAct={setAsked} />
        </>
      )}
      {value !== null && own.length + others.length === 0 && <p role="status">{t("none")}</p>}
      {asked?.act === "edit" && (
        <TemplateDialog
          template={asked}
          busy={busy}
          error={refusal}
          onKeep={close}
          onSave={(name, text) => void run(() => desk().saveTemplate({ id: asked.id, name, text }), done)}
        />
      )}
      {asked?.act === "delete" && (
        <ConfirmDialog
          title={t("delete.title", { name: asked.template.name })}
          act={t("delete.act")}
          keep={t("delete.keep")}
          busy={busy}
          error={refusal}
          onKeep={close}
          onAct={() => void run(() => desk().deleteTemplate({ id: asked.template.id }), done)}
        >
          {t("delete.text")}
        </ConfirmDialog>
      )}
    </Page>
  );
}
