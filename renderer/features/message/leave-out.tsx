import { useTranslation } from "react-i18next";
import type { DraftState } from "../../draft/draft-state.ts";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import { appErrorOf } from "../../../shared/errors.ts";
import { err, ok } from "../../../shared/result.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useAct } from "../../ui/use-answer.ts";
import type { ShownGroup } from "./people-dialog.tsx";

/** How many people are asked of the worker at once. */
const pageSize = 10_000;

/** Leaves the people of a group out of the list, as a correction that undo takes back. */
export function LeaveOut({ group: { key, people } }: { group: ShownGroup }) {
  const { t } = useTranslation("message");
  const { list, recipients } = useDraftStore();
  const text = useDraft(({ draft }) => draft?.text ?? "");
  const latin = useDraft(({ draft }) => draft?.review.latinLetters ?? null);
  const counted = useDraft(isCounted);
  const { busy, error, run } = useAct();

  const leaveOut = async () => {
    const rows: number[] = [];
    try {
      for (let offset = 0; offset < people; offset += pageSize) {
        const page = await list.group({ text, latin, key, offset, limit: pageSize });
        rows.push(...page.rows.map(({ row }) => row));
      }
    } catch {
      return err(appErrorOf("internal"));
    }
    await recipients.edit({ kind: "leave-out", rows, out: true });
    return ok(null);
  };
  return (
    <>
      <Button small busy={busy} disabled={!counted} onClick={() => void run(leaveOut)}>
        {t("group.leaveOut", { count: people })}
      </Button>
      {error !== null && <ErrorNotice error={error} />}
    </>
  );
}

/** Whether the groups on the screen are those of the present text and rows: of others other people would be left out. */
function isCounted({ draft, list, tallyOf }: DraftState): boolean {
  if (draft === null || list === null || tallyOf === null) return false;
  const sameText = tallyOf.text === draft.text && tallyOf.latin === draft.review.latinLetters;
  return sameText && tallyOf.revision === list.revision;
}
