import { Radio } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListSummary, WhichStays } from "../../../shared/library/list.ts";
import { desk } from "../../ui/desk.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useAnswer } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./lists.module.css";
import { NewListForm } from "./new-list-form.tsx";

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
  const [keep, setKeep] = useState<WhichStays>("first");
  const shown = preview.value;

  return (
    <NewListForm
      title={t("merge.title", { count: lists.length })}
      suggestedName={lists.map((list) => list.name).join(" + ")}
      people={shown?.people ?? null}
      refusal={preview.error}
      make={(name) => desk().mergeLists({ name, ids, keep })}
      onDone={onDone}
      onKeep={onKeep}
    >
      {shown === null && preview.error === null && <Skeleton rows={2} />}
      {shown !== null && (
        <div className={styles.outcome} aria-live="polite">
          <strong>{t("size", { count: shown.people })}</strong>
          <p>
            {[
              ...lists.map((list) => t("merge.of", { number: format.number(list.people), name: list.name })),
              t(lists.length === 2 ? "merge.inBoth" : "merge.inSeveral", { number: format.number(shown.inSeveral) }),
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
            <Radio value="first" label={t("merge.first", { name: lists[0]?.name ?? "" })} />
            <Radio value="last" label={t("merge.last", { name: lists.at(-1)?.name ?? "" })} />
          </div>
        </Radio.Group>
      )}
    </NewListForm>
  );
}
