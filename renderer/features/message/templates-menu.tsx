import { Menu } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { NameDialog } from "../../ui/name-dialog.tsx";
import { useAct, useAnswer } from "../../ui/use-answer.ts";

/** Takes a template in place of the text (undo brings the text back), or keeps the text as one. */
export function TemplatesMenu({ text, onPick }: { text: string; onPick: (text: string) => void }) {
  const { t } = useTranslation("message");
  const templates = useAnswer("templates", () => desk().listTemplates({}));
  const { busy, error, run, clear } = useAct();
  const [saving, setSaving] = useState(false);
  const close = () => {
    clear();
    setSaving(false);
  };
  return (
    <>
      <Menu position="bottom-end" returnFocus={false} onOpen={templates.reload}>
        <Menu.Target>
          <Button small>{t("templates")}</Button>
        </Menu.Target>
        <Menu.Dropdown mah={360} maw={360} style={{ overflow: "auto" }}>
          {(templates.value ?? []).map((template) => (
            <Menu.Item key={template.id} onClick={() => onPick(template.text)}>
              {template.name}
            </Menu.Item>
          ))}
          {(templates.value ?? []).length > 0 && <Menu.Divider />}
          <Menu.Item disabled={text.trim() === ""} onClick={() => setSaving(true)}>
            {t("templates.save")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {saving && (
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
