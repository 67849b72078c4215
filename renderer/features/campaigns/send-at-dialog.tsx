import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PartView } from "../../../shared/campaign/view.ts";
import { DateTimeFields } from "../../draft/date-time-fields.tsx";
import { useWhenWords } from "../../draft/when-words.ts";
import { momentOf, timeProblem, tomorrowMorning } from "../../draft/zoned-time.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useAct } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import { useNow } from "../../ui/use-now.ts";
import styles from "./send-at-dialog.module.css";

/** Another time for a part that waits for a click, on the clocks of this computer. Nothing else of it changes. */
export function SendAtDialog({
  campaignId,
  part,
  onClose,
}: {
  campaignId: string;
  part: PartView;
  onClose: () => void;
}) {
  const { t } = useTranslation("campaigns");
  const now = useNow();
  const words = useWhenWords();
  const format = useFormat();
  const { busy, error, run } = useAct();
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [local, setLocal] = useState(() => tomorrowMorning(new Date(), zone));
  const at = momentOf(local, zone);
  const problem = timeProblem(at, local, zone, now);
  return (
    <Dialog title={t("sendAt.title")} onClose={busy ? () => undefined : onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (problem !== null) return;
          void run(() => desk().sendPartAt({ id: campaignId, part: part.index, local, zone }), onClose);
        }}
      >
        <DateTimeFields
          local={local}
          zone={zone}
          labels={{ date: t("sendAt.date"), time: t("sendAt.time") }}
          onChange={setLocal}
        />
        <p className={problem === null ? styles.words : styles.missing} role="status">
          {problem === null && at !== null
            ? `${format.capital(words.full(at, zone, now))}, ${words.distance(at, now)}`
            : t(`sendAt.${problem ?? "invalid"}`)}
        </p>
        <p className={styles.words}>{t("sendAt.rest")}</p>
        {error !== null && <ErrorNotice error={error} />}
        <div className={styles.buttons}>
          <Button busy={busy} onClick={onClose}>
            {t("sendAt.keep")}
          </Button>
          <Button type="submit" kind="go" busy={busy} disabled={problem !== null}>
            {t("sendAt.act", { count: part.people })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
