import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SavedTemplate } from "../../../shared/ipc/contract.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { searchTemplates, useIncludedTemplates } from "../../ui/included-templates.ts";
import { Tag } from "../../ui/tag.tsx";
import { useAnswer } from "../../ui/use-answer.ts";
import styles from "./template-picker.module.css";

/** The user's own templates and the included ones, with their whole texts; one click takes one. */
export function TemplatePicker({
  canSave,
  onPick,
  onSave,
  onClose,
}: {
  canSave: boolean;
  onPick: (text: string) => void;
  onSave: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation("message");
  const own = useAnswer("templates", () => desk().listTemplates({}));
  const included = useIncludedTemplates();
  const [search, setSearch] = useState("");
  const found: SavedTemplate[] = searchTemplates([...(own.value ?? []), ...included], search);
  return (
    <Dialog title={t("templates.pick")} size={620} onClose={onClose}>
      <TextInput
        data-autofocus
        type="search"
        mt={8}
        aria-label={t("templates.search")}
        placeholder={t("templates.search")}
        maxLength={200}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <ul className={styles.list}>
        {found.map((template) => (
          <li key={template.id}>
            <button type="button" className={styles.template} onClick={() => onPick(template.text)}>
              <span className={styles.name}>
                {template.name} {template.builtIn && <Tag>{t("templates.included")}</Tag>}
              </span>
              <span className={styles.text} dir="auto">
                {template.text}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p role="status">{t("templates.none")}</p>}
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t("templates.back")}</Button>
        <Button disabled={!canSave} onClick={onSave}>
          {t("templates.save")}
        </Button>
      </div>
    </Dialog>
  );
}
