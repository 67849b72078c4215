import { Radio, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListSummary, WhichStays } from "../../../shared/library/list.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useAct, useAnswer } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./lists.module.css";

/** Shows what several lists come to as one, asks whose cells count where they differ, and makes the new list. */
export function MergeDialog({
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
  const ids = lists.map(({ id }) => id);
  const preview = useAnswer(ids.join(" "), () => desk().previewMerge({ ids }));
  const [name, setName] = useState(() =>
    lists
      .map((list) => list.name)
      .join(" + ")
      .slice(0, 200),
  );
  const [keep, setKeep] = useState<WhichStays>("first");
  const { busy, error, run } = useAct();
  const shown = preview.value;
  const first = lists[0]?.name ?? "";
  const last = lists.at(-1)?.name ?? "";
  const refusal = error ?? preview.error;

  return (
    <Dialog title={t("merge.title", { count: lists.length })} onClose={busy ? () => undefined : onKeep} size={560}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void run(() => desk().mergeLists({ name: name.trim(), ids, keep }), onDone);
        }}
      >
        {shown === null && preview.error === null && <Skeleton rows={2} />}
        {shown !== null && (
          <div className={styles.outcome} aria-live="polite">
            <strong>{t("size", { count: shown.people })}</strong>
            <p>
              {[
                ...lists.map((list) => t("merge.of", { number: format.number(list.people), name: list.name })),
                t(lists.length === 2 ? "merge.inBoth" : "merge.inSeveral", {
                  number: format.number(shown.inSeveral),
                }),
              ].join(", ")}
            </p>
            <p>
              {shown.columns.length === 0
                ? t("merge.noColumns")
                : t("merge.columns", { columns: format.list(shown.columns) })}
            </p>
          </div>
        )}
        {shown !== null && shown.differ > 0 && (
          <Radio.Group
            label={t("merge.differ", { count: shown.differ })}
            description={t("merge.filled")}
            value={keep}
            onChange={(chosen) => setKeep(chosen === "last" ? "last" : "first")}
          >
            <div className={styles.choices}>
              <Radio value="first" label={t("merge.first", { name: first })} />
              <Radio value="last" label={t("merge.last", { name: last })} />
            </div>
          </Radio.Group>
        )}
        <TextInput
          data-autofocus
          label={t("new.name")}
          description={t("new.kept")}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {refusal !== null && <ErrorNotice error={refusal} />}
        <div className={styles.buttons}>
          <Button busy={busy} onClick={onKeep}>
            {t("new.keep")}
          </Button>
          <Button type="submit" kind="go" busy={busy} disabled={name.trim() === "" || shown === null}>
            {busy ? t("new.busy") : t("new.act", { count: shown?.people ?? 0 })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
