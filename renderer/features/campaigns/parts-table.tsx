import { useTranslation } from "react-i18next";
import type { PartView } from "../../../shared/campaign/view.ts";
import type { AppError } from "../../../shared/errors.ts";
import { assertNever } from "../../../shared/result.ts";
import { useErrorSentences } from "../../ui/error-notice.tsx";
import { formatCountdown } from "../../ui/format.ts";
import table from "../../ui/table.module.css";
import { Tag } from "../../ui/tag.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useNow } from "../../ui/use-now.ts";
import { partSentence, type PartWords } from "./part-sentence.ts";

/** The truth by part: one line for each, with what is not certain explained where it stands. */
export function PartsTable({ parts }: { parts: PartView[] }) {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  // Until the service has charged for any of them the column would only take room from the sentences.
  const charged = parts.some((part) => part.priceFinal !== null);
  return (
    <div className={table.card}>
      <table className={table.table}>
        <thead>
          <tr>
            <th>{t("part.part")}</th>
            <th className={table.right}>{t("column.people")}</th>
            <th className={table.wide}>{t("column.state")}</th>
            <th className={table.right}>{t("column.delivered")}</th>
            {charged && <th className={table.right}>{t("part.charged")}</th>}
            <th>{t("part.number")}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => {
            const { word, tone, sentence } = partSentence(part);
            const known = part.counts.delivered > 0 || part.serviceIds.length > 0;
            return (
              <tr key={part.index}>
                <td>{format.number(part.index + 1)}</td>
                <td className={table.right}>{format.number(part.people)}</td>
                <td>
                  <Tag tone={tone}>{t(`part.word.${word}`)}</Tag>{" "}
                  <span className={table.small}>
                    <Sentence words={sentence} reason={part.reason} />
                  </span>
                </td>
                <td className={table.right}>{known ? format.number(part.counts.delivered) : "—"}</td>
                {charged && (
                  <td className={table.right}>{part.priceFinal === null ? "—" : format.sum(part.priceFinal)}</td>
                )}
                <td className="number">{part.serviceIds.length === 0 ? "—" : part.serviceIds.join(", ")}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Sentence({ words, reason }: { words: PartWords; reason: AppError | null }) {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  switch (words.kind) {
    case "none":
      return null;
    case "plain":
      return <>{t(words.key)}</>;
    case "service-word":
      return <>{t("part.accepted.other", { word: words.word })}</>;
    case "doubt":
      return (
        <>
          {t(words.broke ? "part.doubt.broke" : "part.doubt.unclear")} {t("part.doubt.looking")}{" "}
          {words.problem !== null && (
            <>
              {t("part.doubt.hindered")} <Reason error={words.problem} />{" "}
            </>
          )}
          {words.nextLookAt !== null && <NextLook at={words.nextLookAt} />}
        </>
      );
    case "absent":
      return <>{words.until === null ? t("part.absentNow") : t("part.absent", { day: format.moment(words.until) })}</>;
    case "exceptions":
      return (
        <>
          {words.until === null
            ? t("part.exceptions", { count: words.missing })
            : t("part.exceptionsWatched", { count: words.missing, day: format.moment(words.until) })}
        </>
      );
    case "error":
      return reason === null ? null : <Reason error={reason} />;
  }
  return assertNever(words);
}

function Reason({ error }: { error: AppError }) {
  const { what, todo } = useErrorSentences(error);
  return (
    <>
      {what} {todo}
    </>
  );
}

function NextLook({ at }: { at: string }) {
  const { t } = useTranslation("campaigns");
  const seconds = (Date.parse(at) - useNow().getTime()) / 1000;
  if (seconds <= 0) return null;
  return <span role="timer">{t("part.doubt.next", { countdown: formatCountdown(seconds) })}</span>;
}
