import { useTranslation } from "react-i18next";
import { useApp } from "../ui/app-store.ts";
import { useErrorSentences } from "../ui/error-notice.tsx";
import type { AppError } from "../../shared/errors.ts";
import { useFormat } from "../ui/use-format.ts";
import styles from "./account-box.module.css";

/** Whose account it is, what is on it, and why it does not work when it does not. */
export function AccountBox() {
  const { t } = useTranslation();
  const { account } = useApp();
  const format = useFormat();
  if (account.mode === "none") return null;
  const amount = account.balance === null ? null : format.money(account.balance);
  return (
    <div className={styles.box}>
      {account.mode === "practice" ? (
        <>
          <strong>{t("practice.account")}</strong>
          {amount !== null && <span>{t("practice.balance", { amount })}</span>}
        </>
      ) : (
        <>
          <strong>
            {account.identity === "" ? t("account.title") : t("account.numbered", { identity: account.identity })}
          </strong>
          <span>{amount === null ? t("account.balanceUnknown") : t("account.balance", { amount })}</span>
          <span>{t(account.testKey ? "account.testKey" : "account.key", { hint: account.keyHint })}</span>
          {account.kept === "session" && <span>{t("account.sessionOnly")}</span>}
        </>
      )}
      {account.problem !== null && <Problem error={account.problem} />}
    </div>
  );
}

function Problem({ error }: { error: AppError }) {
  const { what, means, todo } = useErrorSentences(error);
  return (
    <span className={styles.problem} role="status" title={`${means} ${todo}`}>
      {what}
    </span>
  );
}
