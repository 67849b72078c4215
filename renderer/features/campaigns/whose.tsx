import { useTranslation } from "react-i18next";
import type { AccountState } from "../../../shared/account.ts";
import type { CampaignDetails } from "../../../shared/campaign/view.ts";
import { Notice } from "../../ui/notice.tsx";

/**
 * Whether a campaign belongs to another account than the one that is connected: it can then be neither stopped nor
 * asked for. False while it is not known yet who is connected.
 */
export function isOfAnotherAccount({ identity }: Pick<CampaignDetails, "identity">, account: AccountState): boolean {
  return account.mode === "account" && account.identity !== "" && identity !== "" && account.identity !== identity;
}

/** Says whose campaign it is, and what follows from that. */
export function Whose({ identity, over }: { identity: string; over: boolean }) {
  const { t } = useTranslation("campaigns");
  return (
    <div id="whose">
      <Notice kind="warn" title={t("whose.title", { account: t("whose.number", { number: identity }) })}>
        {t(over ? "whose.text" : "whose.cancel")}
      </Notice>
    </div>
  );
}
