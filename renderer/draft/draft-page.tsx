import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { useErrorSentences } from "../ui/error-notice.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { useFormat } from "../ui/use-format.ts";
import type { AppError } from "../../shared/errors.ts";
import styles from "./draft-page.module.css";
import { StepsBar } from "./steps-bar.tsx";
import { useDraft, useDraftStore } from "./use-draft.ts";

/**
 * What every step shows: the campaign's name, when the draft was saved or that its list is just being changed, the four
 * steps, and the foot bar.
 */
export function DraftPage({ foot, fill = false, children }: { foot?: ReactNode; fill?: boolean; children: ReactNode }) {
  return (
    <Page title={<Title />} note={<SavedNote />} fill={fill} {...(foot === undefined ? {} : { foot })}>
      <StepsBar />
      <LostList />
      {children}
    </Page>
  );
}

function Title() {
  const { t } = useTranslation("draft");
  const title = useDraft(({ draft }) => draft?.title ?? "");
  const { rename, flush } = useDraftStore();
  return (
    <input
      className={styles.title}
      value={title}
      maxLength={200}
      placeholder={t("untitled")}
      title={title}
      aria-label={t("title")}
      onChange={(event) => rename(event.target.value)}
      onBlur={() => void flush()}
    />
  );
}

/** The worker that held the list is gone and the list did not come back by itself, wherever the campaign stands. */
function LostList() {
  const { t } = useTranslation("draft");
  const { recipients } = useDraftStore();
  const lost = useDraft((state) => state.lost);
  if (!lost) return null;
  return (
    <Notice
      kind="bad"
      title={t("lost.title")}
      actions={
        <Button small onClick={() => void recipients.bringBack()}>
          {t("lost.act")}
        </Button>
      }
    >
      {t("lost.text")}
    </Notice>
  );
}

function SavedNote() {
  const { t } = useTranslation("draft");
  const format = useFormat();
  const savedAt = useDraft((state) => state.savedAt);
  const problem = useDraft((state) => state.saveProblem);
  const changing = useDraft((state) => state.changing);
  if (problem !== null) return <SaveProblem error={problem} />;
  if (changing) return <span role="status">{t("changing")}</span>;
  return savedAt === null ? null : t("saved", { time: format.time(savedAt) });
}

function SaveProblem({ error }: { error: AppError }) {
  const { t } = useTranslation("draft");
  const { what, todo } = useErrorSentences(error);
  return (
    <span className={styles.bad} role="alert">
      {t("unsaved")} {what} {todo}
    </span>
  );
}
