import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { offerText } from "../../draft/offer-source.ts";
import { useDraftStore } from "../../draft/use-draft.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import styles from "./dialog.module.css";

/** Cells pasted from a spreadsheet, or numbers typed one a line. */
export function PasteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("recipients");
  const draft = useDraftStore();
  const [text, setText] = useState("");
  const lines = text.split("\n").filter((line) => line.trim() !== "").length;
  return (
    <Dialog title={t("paste.title")} size={560} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          offerText(draft, text, { pasted: t("pasted.name"), typed: t("typed.name") });
        }}
      >
        <Textarea
          data-autofocus
          label={t("paste.label")}
          rows={9}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t("dialog.back")}</Button>
          <Button type="submit" kind="go" disabled={lines === 0}>
            {t("paste.act", { count: lines })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
