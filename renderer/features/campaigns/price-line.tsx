import { useTranslation } from "react-i18next";
import type { CampaignDetails } from "../../../shared/campaign/view.ts";
import { useFormat } from "../../ui/use-format.ts";

/** What was confirmed and what the service charged in the end; until that is final it says that it is not known yet. */
export function PriceLine({ details }: { details: CampaignDetails }) {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  const { priceShown, priceFinal, counts } = details;
  if (priceShown === null) {
    return priceFinal === null ? null : <>{t("price.charged", { charged: format.sum(priceFinal) })}</>;
  }
  const confirmed = format.sum(priceShown);
  if (priceFinal !== null) {
    const charged = format.sum(priceFinal);
    return <>{charged === confirmed ? t("price.same", { charged }) : t("price.both", { confirmed, charged })}</>;
  }
  const unsent = counts.total > 0 && counts.notSent === counts.total;
  return <>{t(unsent ? "price.unsent" : "price.unknown", { confirmed })}</>;
}
