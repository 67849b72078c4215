import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CommandOutput } from "../../../shared/ipc/contract.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useAct } from "../../ui/use-answer.ts";
import styles from "./settings.module.css";

/** Erases all that the program knows. While a campaign is not over it is refused once, with the reason. */
export function EraseEverything() {
  const { t } = useTranslation("privacy");
  const { busy, error, run, clear } = useAct();
  const [asked, setAsked] = useState<CommandOutput<"prepareErasing"> | null>(null);
  const [refused, setRefused] = useState(false);
  const close = () => {
    clear();
    setAsked(null);
    setRefused(false);
  };
  const erase = ({ token, notOver }: CommandOutput<"prepareErasing">) => {
    if (notOver !== 0 && !refused) setRefused(true);
    else void run(() => desk().eraseEverything({ token }), close);
  };

  return (
    <div className={styles.block}>
      <p className={styles.text}>{t("all.hint")}</p>
      <div className={styles.acts}>
        <Button small kind="bad" busy={busy} onClick={() => void run(() => desk().prepareErasing({}), setAsked)}>
          {t("all.act")}
        </Button>
      </div>
      {error !== null && asked === null && <ErrorNotice error={error} />}
      {asked !== null && (
        <ConfirmDialog
          title={t("all.title")}
          act={t(refused ? "all.again" : "all.act")}
          keep={t("all.keep")}
          busy={busy}
          error={error}
          onKeep={close}
          onAct={() => erase(asked)}
        >
          {refused ? (
            <Notice kind="bad">
              {asked.notOver === null ? t("all.unknown") : t("all.notOver", { count: asked.notOver })}{" "}
              {t("all.notOverDo")}
            </Notice>
          ) : (
            t("all.text")
          )}
        </ConfirmDialog>
      )}
    </div>
  );
}
