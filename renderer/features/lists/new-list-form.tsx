import { TextInput } from "@mantine/core";
import { useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AppError } from "../../../shared/errors.ts";
import type { ListSummary } from "../../../shared/library/list.ts";
import type { Result } from "../../../shared/result.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { ProgressBar } from "../../ui/progress-bar.tsx";
import { useAct } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./lists.module.css";

/** Makes a new list from others: what it comes to stands in `children`, its name and how far it is below. */
export function NewListForm({
  title,
  suggestedName,
  people,
  refusal,
  make,
  onDone,
  onKeep,
  children,
}: {
  title: string;
  /** How it is called until somebody names it. */
  suggestedName: string;
  /** How many people it would have; null while that is not known. */
  people: number | null;
  /** Why that is not known. */
  refusal: AppError | null;
  /** Puts the list together; null when that was stopped. */
  make: (name: string) => Promise<Result<ListSummary | null, AppError>>;
  onDone: () => void;
  onKeep: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation("lists");
  const [typed, setTyped] = useState<string | null>(null);
  const name = typed ?? suggestedName.slice(0, 200);
  const making = useAct();
  const stopping = useAct();
  const { busy } = making;
  const stop = () => void stopping.run(() => desk().stopNewList({}));
  const problem = making.error ?? stopping.error ?? refusal;

  return (
    <Dialog title={title} onClose={busy ? stop : onKeep} size={560}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy)
            void making.run(
              () => make(name.trim()),
              (made) => made !== null && onDone(),
            );
        }}
      >
        {children}
        <TextInput
          data-autofocus
          label={t("new.name")}
          description={t("new.kept")}
          maxLength={200}
          value={name}
          readOnly={busy}
          onChange={(event) => setTyped(event.target.value)}
        />
        {busy && <Progress />}
        {problem !== null && <ErrorNotice error={problem} />}
        <div className={styles.buttons}>
          <Button busy={stopping.busy} onClick={busy ? stop : onKeep}>
            {busy ? t("new.stop") : t("new.keep")}
          </Button>
          <Button type="submit" kind="go" busy={busy} disabled={name.trim() === "" || people === null || people === 0}>
            {busy ? t("new.busy") : t("new.act", { count: people ?? 0 })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** How often main is asked how far it is, in milliseconds. */
const askEvery = 200;

function Progress() {
  const { t } = useTranslation("lists");
  const format = useFormat();
  const [far, setFar] = useState({ done: 0, total: 1 });
  useEffect(() => {
    const ask = async () => {
      const answer = await desk().watchNewList({});
      // What keeps this from being known keeps the list from being made too, and is said there.
      if (answer.ok && answer.value !== null) setFar(answer.value);
    };
    const timer = setInterval(() => void ask(), askEvery);
    return () => clearInterval(timer);
  }, []);
  const words = t("new.share", { share: format.share(far.done, far.total) });
  return (
    <div className={styles.progress}>
      <ProgressBar thin label={words} total={far.total} segments={[{ id: "done", tone: "go", value: far.done }]} />
      <span role="status">{words}</span>
    </div>
  );
}
