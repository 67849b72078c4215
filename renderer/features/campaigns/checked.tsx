import { useTranslation } from "react-i18next";
import type { AppError } from "../../../shared/errors.ts";
import { Ago } from "../../ui/ago.tsx";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { useAct } from "../../ui/use-answer.ts";
import styles from "./campaigns.module.css";

/**
 * When the service was last asked, and the way to ask it now. `id` null asks for all campaigns. `onAsked` is told why a
 * look could not be made, null when it was: for a page that does not say so itself.
 */
export function Checked({
  at,
  id,
  onAsked,
}: {
  at: string | null;
  id: string | null;
  onAsked?: (problem: AppError | null) => void;
}) {
  const { t } = useTranslation("campaigns");
  const { busy, run } = useAct();
  const ask = async () => {
    const asked = await desk().refreshCampaigns({ id });
    onAsked?.(asked.ok ? null : asked.error);
    return asked;
  };
  return (
    <span className={styles.checked}>
      {at !== null && <Ago at={at}>{(ago) => t("checked", { ago })}</Ago>}
      <Button kind="link" small busy={busy} onClick={() => void run(ask)}>
        {t("check.now")}
      </Button>
    </span>
  );
}
