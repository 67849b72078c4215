import { useTranslation } from "react-i18next";
import { Ago } from "../../ui/ago.tsx";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { useAct } from "../../ui/use-answer.ts";
import styles from "./campaigns.module.css";

/** When the service was last asked, and the way to ask it now. `id` null asks for all campaigns. */
export function Checked({ at, id }: { at: string | null; id: string | null }) {
  const { t } = useTranslation("campaigns");
  const { busy, run } = useAct();
  return (
    <span className={styles.checked}>
      {at !== null && <Ago at={at}>{(ago) => t("checked", { ago })}</Ago>}
      <Button kind="link" small busy={busy} onClick={() => void run(() => desk().refreshCampaigns({ id }))}>
        {t("check.now")}
      </Button>
    </span>
  );
}
