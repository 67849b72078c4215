import { useTranslation } from "react-i18next";
import { DraftPage } from "../../draft/draft-page.tsx";
import { useDraftStore } from "../../draft/use-draft.ts";
import type { Progress } from "../../list-worker/protocol.ts";
import { Button } from "../../ui/button.tsx";
import { ProgressBar } from "../../ui/progress-bar.tsx";
import { useLate } from "../../ui/skeleton.tsx";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./reading-step.module.css";

/** A source on its way in: nothing for a moment, then how far it is, then a way out. */
export function ReadingStep({ reading }: { reading: { name: string; progress: Progress | null } }) {
  const { t } = useTranslation("recipients");
  const { recipients } = useDraftStore();
  const late = useLate(1000);
  const veryLate = useLate(2000);
  return (
    <DraftPage>
      <div className={styles.box} role="status" aria-busy="true">
        <h2 className={styles.name}>{t("reading.title", { name: reading.name })}</h2>
        {late && <Done progress={reading.progress} />}
        {veryLate && <Button onClick={recipients.cancelReading}>{t("reading.cancel")}</Button>}
      </div>
    </DraftPage>
  );
}

function Done({ progress }: { progress: Progress | null }) {
  const { t } = useTranslation("recipients");
  const format = useFormat();
  if (progress === null || progress.total === null || progress.total === 0) return null;
  const share = format.share(progress.done, progress.total);
  const words = t(`reading.${progress.phase}`, { share });
  return (
    <>
      <div className={styles.bar}>
        <ProgressBar
          label={words}
          total={progress.total}
          segments={[{ id: "done", tone: "go", value: progress.done }]}
        />
      </div>
      <p className={styles.words}>{words}</p>
    </>
  );
}
