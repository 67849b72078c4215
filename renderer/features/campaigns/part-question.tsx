import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PartQuestion as Question, PartView } from "../../../shared/campaign/view.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { deliberate } from "../../ui/deliberate.ts";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice, useErrorSentences } from "../../ui/error-notice.tsx";
import type { AppError } from "../../../shared/errors.ts";
import { useAct } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./campaign.module.css";
import { SendAtDialog } from "./send-at-dialog.tsx";

/** Whether looking again at the service can help to answer. */
const canLook: Record<Question, boolean> = {
  absent: true,
  unchecked: true,
  groups: true,
  restarted: false,
  "time-passed": false,
  paused: false,
};

/** Whether it may as well go out at another time: it waits here, and nothing of it is under way. */
const canWait: Record<Question, boolean> = {
  absent: false,
  unchecked: false,
  groups: false,
  restarted: true,
  "time-passed": true,
  paused: false,
};

/** The one question that only a person can answer; when several parts ask, the first of them. */
export function PartQuestion({ campaignId, parts }: { campaignId: string; parts: PartView[] }) {
  const asking = parts.filter((part) => part.question !== null);
  const part = asking[0];
  if (part === undefined || part.question === null) return null;
  return (
    // Once it is answered the next part asks in its place: nothing that was begun for one is done to the other.
    <AskedPart
      key={`${part.index} ${part.question}`}
      campaignId={campaignId}
      part={part}
      question={part.question}
      only={parts.length === 1}
      others={asking.length - 1}
    />
  );
}

function AskedPart({
  campaignId,
  part,
  question,
  only,
  others,
}: {
  campaignId: string;
  part: PartView;
  question: Question;
  /** The campaign has no other part. */
  only: boolean;
  /** How many more parts ask after this one. */
  others: number;
}) {
  const { t } = useTranslation("campaigns");
  const { busy, error, run } = useAct();
  const [dropping, setDropping] = useState(false);
  const [choosingTime, setChoosingTime] = useState(false);

  const answer = (given: "send" | "look" | "drop") =>
    void run(
      () => desk().answerPart({ id: campaignId, part: part.index, answer: given }),
      () => setDropping(false),
    );
  const count = part.people;

  return (
    <section className={styles.question} aria-labelledby="question-title">
      <QuestionWords part={part} question={question} only={only} />
      {error !== null && !dropping && <ErrorNotice error={error} />}
      <div className={styles.answers}>
        <Button kind="go" busy={busy} {...deliberate(() => answer("send"))}>
          {only ? t("question.sendOnly", { count }) : t("question.send", { count, number: part.index + 1 })}
        </Button>
        {canLook[question] && (
          <Button busy={busy} onClick={() => answer("look")}>
            {t("question.look")}
          </Button>
        )}
        {canWait[question] && <Button onClick={() => setChoosingTime(true)}>{t("question.sendAt")}</Button>}
        <Button onClick={() => setDropping(true)}>{t("question.drop")}</Button>
        {(question === "groups" || question === "unchecked") && (
          <Button kind="link" onClick={() => void run(() => desk().openLink({ link: "web-account" }))}>
            {t("question.webAccount")}
          </Button>
        )}
      </div>
      {others > 0 && <p className={styles.questionDetail}>{t("question.others", { count: others })}</p>}
      {choosingTime && <SendAtDialog campaignId={campaignId} part={part} onClose={() => setChoosingTime(false)} />}
      {dropping && (
        <ConfirmDialog
          title={t("drop.title")}
          detail={part.triedAt === null ? undefined : t("drop.detail")}
          act={t("drop.act")}
          keep={t("drop.keep")}
          busy={busy}
          error={error}
          onKeep={() => setDropping(false)}
          onAct={() => answer("drop")}
        >
          {t("drop.text", { count })}
        </ConfirmDialog>
      )}
    </section>
  );
}

function QuestionWords({ part, question, only }: { part: PartView; question: Question; only: boolean }) {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  const values = {
    count: part.people,
    part: only ? t("question.only") : t("question.part", { number: part.index + 1 }),
    time: part.triedAt === null ? "" : format.clock(part.triedAt),
    looks: format.number(part.looks),
    length: format.length(part.lookedForMinutes * 60),
  };
  return (
    <>
      <h2 id="question-title" className={styles.questionTitle}>
        {t(`question.${question}.title`, values)}
      </h2>
      <p className={styles.questionText}>
        {t(`question.${question}.text`, values)}{" "}
        {part.reason !== null && question === "paused" && <Cause error={part.reason} />}
        {part.lookProblem !== null && question !== "paused" && <Cause error={part.lookProblem} />}
      </p>
      <p className={styles.questionDetail}>{t(`question.${question}.detail`)}</p>
    </>
  );
}

function Cause({ error }: { error: AppError }) {
  const { what, todo } = useErrorSentences(error);
  return (
    <>
      {what} {todo}
    </>
  );
}
