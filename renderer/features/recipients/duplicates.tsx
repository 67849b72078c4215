import { useTranslation } from "react-i18next";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import type { ListState } from "../../list-worker/protocol.ts";
import { Button } from "../../ui/button.tsx";
import { deliberate } from "../../ui/deliberate.ts";
import { Notice } from "../../ui/notice.tsx";

/** Which of several rows with one number stays: asked while it makes a difference, and under its own filter. */
export function Duplicates({ state, filtered }: { state: ListState; filtered: boolean }) {
  const { t } = useTranslation("recipients");
  const { t: tRepair } = useTranslation("repair");
  const { recipients } = useDraftStore();
  const answered = useDraft(({ draft }) => draft?.edits.some(({ kind }) => kind === "duplicates") ?? false);
  const asked = state.duplicatesDiffer > 0 && !answered;
  if (state.sum.duplicate === 0 || !(asked || filtered)) return null;
  const { duplicatesKeep: kept, duplicatesFilled: filled, duplicatesFillable: fillable } = state;
  const keep = (which: "first" | "last", fill: boolean) =>
    void recipients.edit({ kind: "duplicates", keep: which, fill });
  const other = kept === "first" ? "last" : "first";
  return (
    <Notice
      kind={asked ? "warn" : "plain"}
      title={t("duplicates.title", { count: state.sum.duplicate })}
      actions={
        <>
          {asked && (
            <Button small {...deliberate(() => keep(kept, filled))}>
              {t(`duplicates.stay.${kept}`)}
            </Button>
          )}
          <Button small {...deliberate(() => keep(other, filled))}>
            {t(`duplicates.take.${other}`)}
          </Button>
          {fillable > 0 && (
            <Button small {...deliberate(() => keep(kept, !filled))}>
              {filled ? tRepair("duplicates.leaveGaps") : tRepair("duplicates.fill", { count: fillable })}
            </Button>
          )}
        </>
      }
    >
      {state.duplicatesDiffer > 0 && t("duplicates.differ", { count: state.duplicatesDiffer })}{" "}
      <Sample sample={state.duplicateSample} /> {t(`duplicates.${kept}`)} {filled && tRepair("duplicates.filled")}
    </Notice>
  );
}

/** The first cell in which a duplicate differs from the row that stays. */
function Sample({ sample }: { sample: ListState["duplicateSample"] }) {
  const { t } = useTranslation("repair");
  const { t: tRecipients } = useTranslation("recipients");
  const columns = useDraft((state) => state.list?.understood.columns ?? null);
  if (sample === null || columns === null) return null;
  const column = columns[sample.column];
  const shown = (value: string) => (value === "" ? tRecipients("nothing") : value);
  return t("duplicates.sample", {
    row: sample.row,
    keptRow: sample.keptRow,
    column: column?.heading || column?.letter || "",
    value: shown(sample.value),
    kept: shown(sample.kept),
  });
}
