import { Radio, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListSummary } from "../../../shared/library/list.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useAct, useAnswer } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./lists.module.css";

/** Asks from which list the people of the others are taken, shows who is left, and makes the new list. */
export function SubtractDialog({
  lists,
  onDone,
  onKeep,
}: {
  lists: ListSummary[];
  onDone: () => void;
  onKeep: () => void;
}) {
  const { t } = useTranslation("lists");
  const format = useFormat();
  const [from, setFrom] = useState(lists[0]?.id ?? "");
  const base = lists.find(({ id }) => id === from);
  const others = (id: string) => lists.filter((list) => list.id !== id);
  const without = (list: ListSummary) =>
    t("subtract.choice", { name: list.name, others: format.list(others(list.id).map((other) => other.name)) });
  const ids = [from, ...others(from).map(({ id }) => id)];
  const preview = useAnswer(ids.join(" "), () => desk().previewSubtract({ ids }));
  // Until somebody names the list it is called after what it is.
  const [typed, setTyped] = useState<string | null>(null);
  const name = typed ?? (base === undefined ? "" : without(base).slice(0, 200));
  const { busy, error, run } = useAct();
  const shown = preview.loading ? null : preview.value;
  const refusal = error ?? preview.error;

  return (
    <Dialog title={t("subtract.title")} onClose={busy ? () => undefined : onKeep} size={560}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void run(() => desk().subtractLists({ name: name.trim(), ids }), onDone);
        }}
      >
        <Radio.Group label={t("subtract.which")} value={from} onChange={setFrom}>
          <div className={styles.choices}>
            {lists.map((list) => (
              <Radio key={list.id} value={list.id} label={without(list)} />
            ))}
          </div>
        </Radio.Group>
        {shown === null && preview.error === null && <Skeleton rows={2} />}
        {shown !== null && (
          <div className={styles.outcome} aria-live="polite">
            <strong>{t("size", { count: shown.people })}</strong>
            <p>
              {t("subtract.sum", {
                all: format.number(shown.people + shown.removed),
                name: base?.name ?? "",
                removed: format.number(shown.removed),
              })}
            </p>
          </div>
        )}
        <TextInput
          data-autofocus
          label={t("new.name")}
          description={t("new.kept")}
          maxLength={200}
          value={name}
          onChange={(event) => setTyped(event.target.value)}
        />
        {refusal !== null && <ErrorNotice error={refusal} />}
        <div className={styles.buttons}>
          <Button busy={busy} onClick={onKeep}>
            {t("new.keep")}
          </Button>
          <Button
            type="submit"
            kind="go"
            busy={busy}
            disabled={name.trim() === "" || shown === null || shown.people === 0}
          >
            {busy ? t("new.busy") : t("new.act", { count: shown?.people ?? 0 })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
