import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DraftPage } from "../../draft/draft-page.tsx";
import { FileButton } from "../../draft/file-button.tsx";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import type { ListState, Understood } from "../../list-worker/protocol.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { FootGap } from "../../ui/page.tsx";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./check-step.module.css";
import { CheckNotes } from "./check-notes.tsx";
import { CheckSwitches } from "./check-switches.tsx";
import { CheckTable } from "./check-table.tsx";
import { ByRow, UnknownCountries } from "./check-countries.tsx";
import { hasPhone } from "./column-roles.ts";
import { FileProblem } from "./empty-step.tsx";

/** "Do these look right?": five real rows, every guess beside them with one switch. */
export function CheckStep() {
  const understood = useDraft((state) => state.list?.understood ?? null);
  const lostDigits = useDraft((state) => state.list?.state.lostDigits ?? null);
  const problem = useDraft((state) => state.sourceProblem);
  if (understood === null) return null;
  return (
    <DraftPage foot={<Foot understood={understood} />}>
      {problem !== null && <FileProblem name={problem.name} error={problem.error} />}
      <Heading understood={understood} />
      <CheckNotes understood={understood} />
      <div className={styles.columns}>
        <CheckSwitches understood={understood} />
        <div className={styles.rows}>
          <CheckTable understood={understood} />
          {lostDigits !== null && <LostDigits {...lostDigits} format={understood.format} />}
          <ByRow understood={understood} />
          <UnknownCountries understood={understood} />
          <LeftOut understood={understood} />
        </div>
      </div>
    </DraftPage>
  );
}

function Heading({ understood }: { understood: Understood }) {
  const { t } = useTranslation("recipients");
  const shown = understood.sampleRows.length;
  return (
    <div className={styles.heading}>
      <h2>{t("check.title")}</h2>
      <span>
        {shown < understood.rows
          ? t("check.first", { shown, count: understood.rows })
          : t("check.all", { count: understood.rows })}
      </span>
    </div>
  );
}

/** A CSV lost them on the way out of Excel, a workbook has them only as text: the way back is another one. */
function LostDigits({ count, sample, format }: ListState["lostDigits"] & Pick<Understood, "format">) {
  const { t } = useTranslation("recipients");
  if (count === 0) return null;
  const title = t("lost.title", { count, sample: sample ?? "" });
  if (format !== "csv") {
    return (
      <Notice kind="warn" title={title}>
        {t("lost.inWorkbook", { count })}
      </Notice>
    );
  }
  return (
    <Notice kind="warn" title={title} actions={<FileButton small>{t("lost.choose")}</FileButton>}>
      {t("lost.text", { count })}
    </Notice>
  );
}

function LeftOut({ understood: { leftOut } }: { understood: Understood }) {
  const { t } = useTranslation("recipients");
  const format = useFormat();
  const ofSheet = ["titleRows", "blankRows", "hiddenRows", "hiddenColumns", "coveredCells"] as const;
  const kinds = [...ofSheet, "otherSheets", "hiddenSheets"] as const;
  const parts = kinds.filter((kind) => leftOut[kind] > 0).map((kind) => t(`left.${kind}`, { count: leftOut[kind] }));
  if (parts.length === 0) return null;
  return <p className={styles.left}>{t("left.sentence", { what: format.list(parts) })}</p>;
}

function Foot({ understood }: { understood: Understood }) {
  const { t } = useTranslation("recipients");
  const { recipients } = useDraftStore();
  const edits = useDraft((state) => state.draft?.edits.length ?? 0);
  const busy = useDraft((state) => state.reading !== null);
  const [dropping, setDropping] = useState(false);
  const usable = hasPhone(understood.columns);
  const isOneOfSheets = understood.sheets.length > 1;
  return (
    <>
      <FileButton>{t("check.other")}</FileButton>
      <Button onClick={() => (edits === 0 ? void recipients.dropSource() : setDropping(true))}>
        {t("check.drop")}
      </Button>
      <FootGap />
      {!usable && <span id="check-reason">{t(isOneOfSheets ? "check.noPhoneHere" : "check.noPhone")}</span>}
      <Button
        kind="go"
        disabled={!usable}
        busy={busy}
        aria-describedby={usable ? undefined : "check-reason"}
        onClick={() => void recipients.acceptReading()}
      >
        {t("check.right")}
      </Button>
      {dropping && (
        <ConfirmDialog
          title={t("drop.title")}
          act={t("drop.act")}
          keep={t("drop.keep")}
          onAct={() => void recipients.dropSource()}
          onKeep={() => setDropping(false)}
        >
          {t("drop.text", { count: edits })}
        </ConfirmDialog>
      )}
    </>
  );
}
