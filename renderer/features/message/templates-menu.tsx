import { useState } from "react";
import { useTranslation } from "react-i18next";
import { matchFields } from "../../../shared/message/match-fields.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { NameDialog } from "../../ui/name-dialog.tsx";
import { useAct } from "../../ui/use-answer.ts";
import { TemplatePicker } from "./template-picker.tsx";

/** Takes a template in place of the text (undo brings the text back), or keeps the text as one. */
export function TemplatesMenu({
  text,
  fields,
  onPick,
}: {
  text: string;
  /** The list's columns, to which the fields of a template are matched. */
  fields: readonly string[];
  onPick: (text: string) => void;
}) {
  const { t } = useTranslation("message");
  const { busy, error, run, clear } = useAct();
  const [shown, setShown] = useState<"picker" | "saving" | null>(null);
  const close = () => {
    clear();
    setShown(null);
  };
  return (
    <>
      <Button small onClick={() => setShown("picker")}>
        {t("templates")}
      </Button>
      {shown === "picker" && (
        <TemplatePicker
          canSave={text.trim() !== ""}
          onSave={() => setShown("saving")}
          onClose={close}
          onPick={(picked) => {
            close();
            onPick(matchFields(picked, fields));
          }}
        />
      )}
      {shown === "saving" && (
        <NameDialog
          title={t("templates.saveTitle")}
          label={t("templates.name")}
          act={t("templates.saveAct")}
          keep={t("templates.back")}
          busy={busy}
          error={error}
          onName={(name) => void run(() => desk().saveTemplate({ id: null, name, text }), close)}
          onKeep={close}
        />
      )}
    </>
  );
}
