import { Select } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import { guessStandard, latinStandards, type LatinStandard } from "../../../shared/message/latin.ts";
import type { Preview } from "../../list-worker/protocol.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import styles from "./latin-dialog.module.css";
import { LatinSaving } from "./latin-saving.tsx";

/** Latin letters for everybody's text: how one person's text would read, and what it saves, before it is switched on. */
export function LatinDialog({ position, onClose }: { position: number; onClose: () => void }) {
  const { t, i18n } = useTranslation("message");
  const { list, writeInLatin } = useDraftStore();
  const text = useDraft(({ draft }) => draft?.text ?? "");
  const [chosen, setChosen] = useState<LatinStandard | null>(null);
  const now = useText(position, null);
  const standard = chosen ?? guessStandard(`${text} ${now?.text ?? ""}`) ?? (i18n.language === "ru" ? "ru" : "uk");
  const then = useText(position, standard);
  const isCyrillic = /\p{Script=Cyrillic}/u.test(`${text} ${now?.text ?? ""}`);

  return (
    <Dialog title={t("latin.title")} onClose={onClose}>
      <div className={styles.body}>
        {isCyrillic && (
          <Select
            label={t("latin.rules")}
            data={latinStandards.map((value) => ({ value, label: t(`latin.${value}`) }))}
            value={standard}
            allowDeselect={false}
            onChange={(value) => setChosen(latinStandards.find((known) => known === value) ?? null)}
          />
        )}
        <Reads label={t("latin.now")} preview={now} />
        <Reads label={t("latin.then")} preview={then} />
        <LatinSaving list={list} text={text} standard={standard} />
      </div>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t("latin.keep")}</Button>
        <Button
          kind="go"
          onClick={() => {
            writeInLatin(standard);
            onClose();
          }}
        >
          {t("latin.use")}
        </Button>
      </div>
    </Dialog>
  );
}

/** One person's text by these rules; null until it is there. */
function useText(position: number, standard: LatinStandard | null): Preview | null {
  const { list } = useDraftStore();
  const text = useDraft(({ draft }) => draft?.text ?? "");
  const [preview, setPreview] = useState<Preview | null>(null);
  useEffect(() => {
    let wanted = true;
    const ask = async () => {
      const answer = await list.preview(text, position, standard);
      if (wanted) setPreview(answer);
    };
    void ask();
    return () => {
      wanted = false;
    };
  }, [list, text, position, standard]);
  return preview;
}

function Reads({ label, preview }: { label: string; preview: Preview | null }) {
  const { t } = useTranslation("message");
  return (
    <figure className={styles.reads}>
      <figcaption>
        {label}
        {preview !== null && (
          <span>
            {t(`encoding.${preview.encoding}`)}, {t("characters", { count: preview.units })},{" "}
            {t("parts", { count: preview.parts })}
          </span>
        )}
      </figcaption>
      <p className={styles.bubble} dir="auto">
        {preview?.text}
      </p>
    </figure>
  );
}
