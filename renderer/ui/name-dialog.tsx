import { TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { AppError } from "../../shared/errors.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import styles from "./confirm-dialog.module.css";
import { ErrorNotice } from "./error-notice.tsx";

/** Asks for a name of 1 to 200 letters; `children` may hold further fields below it. */
export function NameDialog({
  title,
  label,
  act,
  keep,
  name: first = "",
  children,
  complete = true,
  busy = false,
  error = null,
  onName,
  onKeep,
}: {
  title: string;
  label: string;
  act: string;
  keep: string;
  name?: string;
  children?: ReactNode;
  /** Whether the further fields are filled, so that the act is possible. */
  complete?: boolean;
  /** The act is under way: until its answer is there, nobody can say that it was not done. */
  busy?: boolean;
  error?: AppError | null;
  onName: (name: string) => void;
  onKeep: () => void;
}) {
  const [name, setName] = useState(first);
  return (
    <Dialog title={title} onClose={busy ? () => undefined : onKeep}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) onName(name.trim());
        }}
      >
        <TextInput
          data-autofocus
          label={label}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {children}
        {error !== null && <ErrorNotice error={error} />}
        <div className={styles.buttons}>
          <Button busy={busy} onClick={onKeep}>
            {keep}
          </Button>
          <Button type="submit" kind="go" busy={busy} disabled={name.trim() === "" || !complete}>
            {act}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
