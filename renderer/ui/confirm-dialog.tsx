import type { ReactNode } from "react";
import type { AppError } from "../../shared/errors.ts";
import { Button } from "./button.tsx";
import { deliberate } from "./deliberate.ts";
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
  waiting = false,
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
  /** The act is under way: until its answer is there, nobody can say that it was not done. */
  busy?: boolean;
  /** The act cannot be done just now. */
  waiting?: boolean;
  error?: AppError | null;
  onAct: () => void;
  onKeep: () => void;
}) {
  return (
    <Dialog title={title} onClose={busy ? () => undefined : onKeep}>
      <div className={styles.text}>{children}</div>
      {detail !== undefined && <div className={styles.detail}>{detail}</div>}
      {error !== null && <ErrorNotice error={error} />}
      <div className={styles.buttons}>
        <Button busy={busy} onClick={onKeep} data-autofocus>
          {keep}
        </Button>
        <Button kind={kind} busy={busy || waiting} {...deliberate(onAct)}>
          {act}
        </Button>
      </div>
    </Dialog>
  );
}
