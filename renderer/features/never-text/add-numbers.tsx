import { Textarea } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useAct } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import { useDefaultCountry, usePhoneReader } from "../../ui/use-phone-reader.ts";
import styles from "./never-text.module.css";
import { readNumbers } from "./read-numbers.ts";

/** At most this many numbers go over in one command; see `addNeverText` in the contract. */
const most = 10_000;

/** Takes pasted numbers, shows what was understood of them, and only then puts them on the list. */
export function AddNumbers({ onAdded, onClose }: { onAdded: (added: number) => void; onClose: () => void }) {
  const { t } = useTranslation("neverText");
  const format = useFormat();
  const { busy, error, run } = useAct();
  const [text, setText] = useState("");
  const country = useDefaultCountry();
  const read = usePhoneReader(country);
  const { numbers, unread } = useMemo(
    () => (read === null ? { numbers: [], unread: [] } : readNumbers(text, read)),
    [text, read],
  );
  const add = async () => {
    let added = 0;
    for (let first = 0; first < numbers.length; first += most) {
      const answer = await desk().addNeverText({ numbers: numbers.slice(first, first + most) });
      if (!answer.ok) return answer;
      added += answer.value.added;
    }
    return { ok: true as const, value: added };
  };

  return (
    <Dialog title={t("add.title")} onClose={busy ? () => undefined : onClose}>
      <div className={styles.add}>
        <Textarea
          data-autofocus
          label={t("add.label")}
          description={country === null ? t("add.hint") : t("add.hintCountry", { country: format.country(country) })}
          autosize
          minRows={6}
          maxRows={12}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div aria-live="polite" className={styles.understood}>
          {numbers.length > 0 && <p>{t("add.count", { count: numbers.length })}</p>}
          {unread.length > 0 && (
            <p className={styles.unread}>
              {t("add.unread", { count: unread.length, lines: format.list(unread.slice(0, 5)) })}
            </p>
          )}
        </div>
        {error !== null && <ErrorNotice error={error} />}
        <div className={styles.buttons}>
          <Button busy={busy} onClick={onClose}>
            {t("add.keep")}
          </Button>
          <Button kind="go" busy={busy} disabled={numbers.length === 0} onClick={() => void run(add, onAdded)}>
            {numbers.length === 0 ? t("add.act") : t("add.actCount", { count: numbers.length })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
