import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { KeptAccount } from "../../../shared/account.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { KeyForm } from "../../ui/key-form.tsx";
import { useAct, useAnswer } from "../../ui/use-answer.ts";
import styles from "./settings.module.css";

/** The accounts whose keys are kept beside the one that is `shown` (null in practice mode): use, remove, add. */
export function OtherAccounts({ shown }: { shown: string | null }) {
  const { t } = useTranslation("settings");
  const kept = useAnswer(`accounts ${shown}`, () => desk().listAccounts({}));
  const { busy, error, run, clear } = useAct();
  const [removing, setRemoving] = useState<KeptAccount | null>(null);
  const [adding, setAdding] = useState(false);
  const others = (kept.value ?? []).filter(({ identity }) => identity !== shown);
  const close = () => {
    clear();
    setRemoving(null);
  };

  return (
    <div className={styles.block}>
      {others.length > 0 && (
        <div>
          <h3 className={styles.label}>{t("others.title")}</h3>
          <p className={styles.text}>{t("others.text")}</p>
        </div>
      )}
      {others.length > 0 && (
        <ul className={styles.accounts}>
          {others.map((account) => (
            <li key={account.identity}>
              <span>
                {t("others.name", { identity: account.identity })} <span className="number">{account.keyHint}</span>
              </span>
              <Button
                small
                busy={busy}
                aria-label={t("others.useNamed", { identity: account.identity })}
                onClick={() => void run(() => desk().switchAccount({ identity: account.identity }))}
              >
                {t("others.use")}
              </Button>
              <Button
                small
                kind="bad"
                aria-label={t("others.removeNamed", { identity: account.identity })}
                onClick={() => setRemoving(account)}
              >
                {t("others.remove")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {shown !== null && adding && <p className={styles.text}>{t("others.addHint")}</p>}
      {shown !== null && adding && <KeyForm onConnected={() => setAdding(false)} />}
      {shown !== null && (
        <div className={styles.acts}>
          <Button small onClick={() => setAdding(!adding)}>
            {t(adding ? "others.addNot" : "others.add")}
          </Button>
        </div>
      )}
      {error !== null && removing === null && <ErrorNotice error={error} />}
      {removing !== null && (
        <ConfirmDialog
          title={t("others.removeTitle", { identity: removing.identity })}
          detail={t("remove.detail")}
          act={t("remove.act")}
          keep={t("remove.keep")}
          busy={busy}
          error={error}
          onKeep={close}
          onAct={() =>
            void run(
              () => desk().forgetAccount({ identity: removing.identity }),
              () => {
                close();
                kept.reload();
              },
            )
          }
        >
          {t("remove.text")}
        </ConfirmDialog>
      )}
    </div>
  );
}
