import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonTrace, WaitingErasure } from "../../shared/privacy.ts";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { desk } from "../ui/desk.ts";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { Notice } from "../ui/notice.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { useAct, useAnswer } from "../ui/use-answer.ts";
import { useFormat } from "../ui/use-format.ts";
import { isKnown, unsearchedOf } from "./person-file.ts";
import styles from "./privacy.module.css";

/** Says what is known of a number and erases it; what cannot go yet is said before and after. */
export function ErasePersonDialog({
  number,
  onErased,
  onClose,
}: {
  number: string;
  onErased: (waiting: WaitingErasure | null) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation("privacy");
  const trace = useAnswer(number, () => desk().tracePerson({ number }));
  const { busy, error, run } = useAct();
  const [keepOut, setKeepOut] = useState<boolean | null>(null);
  const [deleteUnsearched, setDeleteUnsearched] = useState(false);
  const unsearched = trace.value === null ? [] : unsearchedOf(trace.value);
  // Who asked not to be texted hardly wants to be texted again because they were forgotten.
  const staysOut = keepOut ?? trace.value?.neverTextSince != null;
  const erase = () =>
    void run(
      () =>
        desk().erasePerson({
          number,
          keepOut: staysOut,
          deleteDrafts: deleteUnsearched ? unsearched.map(({ id }) => id) : [],
        }),
      ({ waiting }) => onErased(waiting),
    );

  return (
    <ConfirmDialog
      title={t("erase.title", { number })}
      act={t("erase.act")}
      keep={t("erase.keep")}
      busy={busy}
      waiting={trace.value === null}
      error={error}
      onKeep={onClose}
      onAct={erase}
      detail={t("erase.elsewhere")}
    >
      <div className={styles.body}>
        {trace.error !== null && <ErrorNotice error={trace.error} />}
        {trace.value === null && trace.error === null && <Skeleton rows={2} />}
        {trace.value !== null && <Known trace={trace.value} />}
        {unsearched.length > 0 && <Unsearched drafts={unsearched} />}
        {unsearched.length > 0 && (
          <Checkbox
            label={t("erase.deleteUnsearched")}
            checked={deleteUnsearched}
            onChange={(event) => setDeleteUnsearched(event.currentTarget.checked)}
          />
        )}
        <Checkbox
          label={t("erase.keepOut")}
          description={t("erase.keepOutHint")}
          checked={staysOut}
          onChange={(event) => setKeepOut(event.currentTarget.checked)}
        />
      </div>
    </ConfirmDialog>
  );
}

function Known({ trace }: { trace: PersonTrace }) {
  const { t } = useTranslation("privacy");
  const format = useFormat();
  const { campaigns, lists, drafts } = trace;
  if (!isKnown(trace)) return <p>{t("erase.nothing")}</p>;
  const open = campaigns.filter(({ over }) => !over).map(({ title }) => title);
  return (
    <>
      <p>{t("erase.known")}</p>
      <ul className={styles.list}>
        {campaigns.length > 0 && <li>{t("erase.campaigns", { count: campaigns.length })}</li>}
        {lists.length > 0 && <li>{t("erase.lists", { count: lists.length })}</li>}
        {trace.neverTextSince !== null && <li>{t("erase.neverText")}</li>}
        {trace.ownTestNumber && <li>{t("erase.testNumber")}</li>}
        {drafts.map(({ id, title, how }) =>
          how === "unsearched" ? null : (
            <li key={`${id} ${how}`}>
              {t(`erase.${how}`, { title: title.trim() === "" ? t("erase.untitled") : title })}
            </li>
          ),
        )}
      </ul>
      {open.length > 0 && <Notice kind="warn">{t("erase.waits", { campaigns: format.list(open) })}</Notice>}
    </>
  );
}

/** What nobody but its own program can look into. */
export function Unsearched({ drafts }: { drafts: PersonTrace["drafts"] }) {
  const { t } = useTranslation("privacy");
  const format = useFormat();
  const titles = format.list(drafts.map(({ title }) => (title.trim() === "" ? t("erase.untitled") : title)));
  return <p className={styles.quiet}>{t("erase.unsearched", { count: drafts.length, titles })}</p>;
}
