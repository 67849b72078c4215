import { useTranslation } from "react-i18next";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import { ok } from "../../../shared/result.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useAct } from "../../ui/use-answer.ts";
import { useReasonWords } from "./reason-words.ts";

/** Writes the rows that are left out, each with its reason, to a file of the user's choice. */
export function ExportLeftOut({ count }: { count: number }) {
  const { t } = useTranslation("recipients");
  const words = useReasonWords();
  const { list } = useDraftStore();
  const source = useDraft((state) => state.draft?.source ?? null);
  const { busy, error, run } = useAct();
  const stem = source === null || source.kind === "groups" ? "" : source.name.replace(/\.[^.]*$/, "");

  const write = async () => {
    const bytes = await list.problemRows({
      heading: t("export.reason"),
      rowHeading: t("export.row"),
      added: t("row.added"),
      byCode: words.byCode(),
    });
    const written = await desk().saveFile({
      name: `${t("export.name", { name: stem }).slice(0, 190)}.csv`,
      bytes: bytes.slice(),
    });
    return written.ok ? ok(null) : written;
  };
  return (
    <>
      <Button busy={busy} onClick={() => void run(write)}>
        {t("export.act", { count })}
      </Button>
      {error !== null && <ErrorNotice error={error} />}
    </>
  );
}
