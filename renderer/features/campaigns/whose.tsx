import { useTranslation } from "react-i18next";
import type { AccountState } from "../../../shared/account.ts";
import type { CampaignDetails } from "../../../shared/campaign/view.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useAct, useAnswer } from "../../ui/use-answer.ts";

/**
 * Whether a campaign belongs to another account than the one that is connected: it can then be neither stopped nor
 * asked for. False while it is not known yet who is connected.
 */
export function isOfAnotherAccount({ identity }: Pick<CampaignDetails, "identity">, account: AccountState): boolean {
  return account.mode === "account" && account.identity !== "" && identity !== "" && account.identity !== identity;
}

/** Says whose campaign it is, what follows from that, and offers its account where its key is kept. */
export function Whose({ identity, over }: { identity: string; over: boolean }) {
  const { t } = useTranslation("campaigns");
  const { value: accounts } = useAnswer("accounts", () => desk().listAccounts({}));
  const { busy, error, run } = useAct();
  const kept = accounts?.find((account) => account.identity === identity);
  const account = kept === undefined ? t("whose.number", { number: identity }) : t("whose.key", { key: kept.keyHint });
  return (
    <div id="whose">
      <Notice
        kind="warn"
        title={t("whose.title", { account })}
        actions={
          kept !== undefined && (
            <Button small busy={busy} onClick={() => void run(() => desk().switchAccount({ identity }))}>
              {t("whose.switch")}
            </Button>
          )
        }
      >
        {t(over ? "whose.text" : kept === undefined ? "whose.cancel" : "whose.cancelKept")}
      </Notice>
      {error !== null && <ErrorNotice error={error} />}
    </div>
  );
}
