import type { ReactNode } from "react";
import type { AppError } from "../../shared/errors.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import styles from "./confirm-dialog.module.css";
import { ErrorNotice } from "./error-notice.tsx";

/**
 * Asks once before something that matters. Both buttons say what they do; the focus starts on the way back, so that
 * a stray Enter changes nothing.
 */
export function ConfirmDialog({
  title,
  children,
  detail,
  act,
  keep,
  kind = "danger",
  busy = false,
  error = null,
  onAct,
  onKeep,
}: {
  title: string;
  children: ReactNode;
  detail?: ReactNode;
  act: string;
  keep: string;
  kind?: "go" | "danger";
  busy?: boolean;
  error?: AppError | null;
  onAct: () => void;
  onKeep: () => void;
}) {
  return (
    <Dialog title={title} onClose={onKeep}>
      <div className={styles.text}>{children}</div>
      {detail !== undefined && <div className={styles.detail}>{detail}</div>}
      {error !== null && <ErrorNotice error={error} />}
      <div className={styles.buttons}>
        <Button onClick={onKeep} data-autofocus>
          {keep}
        </Button>
        <Button kind={kind} busy={busy} onClick={onAct}>
          {act}
        </Button>
      </div>
    </Dialog>
  );
}
