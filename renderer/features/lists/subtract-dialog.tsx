import { Radio } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListSummary } from "../../../shared/library/list.ts";
import { desk } from "../../ui/desk.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useAnswer } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./lists.module.css";
import { NewListForm } from "./new-list-form.tsx";

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
  const shown = preview.loading ? null : preview.value;

  return (
    <NewListForm
      title={t("subtract.title")}
      suggestedName={base === undefined ? "" : without(base)}
      people={shown?.people ?? null}
      refusal={preview.error}
      make={(name) => desk().subtractLists({ name, ids })}
      onDone={onDone}
      onKeep={onKeep}
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
    </NewListForm>
  );
}
