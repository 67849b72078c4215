import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AppError } from "../../../shared/errors.ts";
import { NameDialog } from "../../ui/name-dialog.tsx";

/** Writes a template: a name and a text with fields in braces. */
export function TemplateDialog({
  template,
  busy,
  error,
  onSave,
  onKeep,
}: {
  template: { id: string | null; name: string; text: string };
  busy: boolean;
  error: AppError | null;
  onSave: (name: string, text: string) => void;
  onKeep: () => void;
}) {
  const { t } = useTranslation("templates");
  const [text, setText] = useState(template.text);
  return (
    <NameDialog
      title={t(template.id === null ? "edit.newTitle" : "edit.title")}
      label={t("edit.name")}
      act={t("edit.act")}
      keep={t("edit.keep")}
      name={template.name}
      complete={text.trim() !== ""}
      busy={busy}
      error={error}
      onName={(name) => onSave(name, text)}
      onKeep={onKeep}
    >
      <Textarea
        label={t("edit.text")}
        description={t("edit.hint")}
        autosize
        minRows={4}
        maxRows={12}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </NameDialog>
  );
}
