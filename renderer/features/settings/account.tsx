import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AccountState } from "../../../shared/account.ts";
import { useApp } from "../../ui/app-store.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { desk, enterPracticeMode } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { KeyForm } from "../../ui/key-form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useAct } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import { OtherAccounts } from "./other-accounts.tsx";
import styles from "./settings.module.css";

/** The account: what is known of it, and the ways between it and practice mode. */
export function Account() {
  const { t } = useTranslation("settings");
  const { account } = useApp();
  if (account.mode === "none") return null;
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{t("account.title")}</h2>
      {account.problem !== null && <ErrorNotice error={account.problem} kind="warn" />}
      {account.mode === "practice" ? <Practice /> : <Connected account={account} />}
      <OtherAccounts shown={account.mode === "account" ? account.identity : null} />
    </section>
  );
}

function Practice() {
  const { t } = useTranslation("settings");
  const { busy, error, run } = useAct();
  return (
    <>
      <p className={styles.text}>{t("account.practice")}</p>
      <p className={styles.text}>{t("account.connectHint")}</p>
      <KeyForm />
      <div className={styles.acts}>
        <Button small busy={busy} onClick={() => void run(() => desk().leavePracticeMode({}))}>
          {t("account.leavePractice")}
        </Button>
        <Button small onClick={() => void run(() => desk().openLink({ link: "api-help" }))}>
          {t("account.apiHelp")}
        </Button>
      </div>
      {error !== null && <ErrorNotice error={error} />}
    </>
  );
}

function Connected({ account }: { account: Extract<AccountState, { mode: "account" }> }) {
  const { t } = useTranslation("settings");
  const { t: ofApp } = useTranslation();
  const format = useFormat();
  const { busy, error, run } = useAct();
  const [removing, setRemoving] = useState(false);
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t("account.key")}</dt>
        <dd className="number">{account.keyHint}</dd>
        <dt>{t("account.kept")}</dt>
        <dd>{t(account.kept === "keychain" ? "account.keychain" : "account.session")}</dd>
        <dt>{t("account.balance")}</dt>
        <dd>{account.balance === null ? ofApp("account.balanceUnknown") : format.money(account.balance)}</dd>
      </dl>
      {account.testKey && <Notice kind="warn">{t("account.test")}</Notice>}
      <div className={styles.acts}>
        <Button small busy={busy} onClick={() => void run(() => desk().refreshAccount({}))}>
          {t("account.refresh")}
        </Button>
        <Button small onClick={() => void run(() => desk().openLink({ link: "web-account" }))}>
          {t("account.webAccount")}
        </Button>
        <Button small onClick={() => void run(enterPracticeMode)}>
          {t("account.toPractice")}
        </Button>
        <Button small kind="bad" onClick={() => setRemoving(true)}>
          {t("account.remove")}
        </Button>
      </div>
      {error !== null && !removing && <ErrorNotice error={error} />}
      {removing && (
        <ConfirmDialog
          title={t("remove.title")}
          detail={t("remove.detail")}
          act={t("remove.act")}
          keep={t("remove.keep")}
          busy={busy}
          error={error}
          onKeep={() => setRemoving(false)}
          onAct={() =>
            void run(
              () => desk().removeAccount({}),
              () => setRemoving(false),
            )
          }
        >
          {t("remove.text")}
        </ConfirmDialog>
      )}
    </>
  );
}
