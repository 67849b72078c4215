import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AppError } from "../../../shared/errors.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useAct } from "../../ui/use-answer.ts";

/** Erased people whom nobody can recognise any more: nothing can be sent until they are forgotten, or their key is back. */
export function LostMarks({
  problem,
  people,
  onForgotten,
}: {
  problem: AppError;
  people: number;
  onForgotten: () => void;
}) {
  const { t } = useTranslation("privacy");
  const [asking, setAsking] = useState(false);
  const { busy, error, run, clear } = useAct();
  const close = () => {
    clear();
    setAsking(false);
  };
  const forget = () =>
    run(
      () => desk().forgetMarks({}),
      () => {
        close();
        onForgotten();
      },
    );
  return (
    <>
      <ErrorNotice
        error={problem}
        actions={
          <Button small kind="bad" onClick={() => setAsking(true)}>
            {t("lost.act", { count: people })}
          </Button>
        }
      />
      {asking && (
        <ConfirmDialog
          title={t("lost.title", { count: people })}
          act={t("lost.act", { count: people })}
          keep={t("lost.keep")}
          busy={busy}
          error={error}
          onKeep={close}
          onAct={() => void forget()}
        >
          {t("lost.text")}
        </ConfirmDialog>
      )}
    </>
  );
}
