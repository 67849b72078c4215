import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CampaignDetails, PersonView } from "../../../shared/campaign/view.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { useErrorSentences } from "../../ui/error-notice.tsx";
import type { AppError } from "../../../shared/errors.ts";
import { useAct } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import { everybodyOf, fileNameOf, workbookOf } from "./report.ts";

/** Writes everybody of the campaign with their state into a workbook where the user wants it. */
export function ExportReport({ details }: { details: CampaignDetails }) {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  const { busy, error, run } = useAct();
  const [share, setShare] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);

  const line = (person: PersonView) => [
    person.name,
    person.number,
    t(`person.${person.state}`),
    person.at === null ? "" : format.capital(format.full(person.at)),
    person.parts,
    person.price === null ? null : person.price.millionths / 1_000_000,
    person.price?.currency ?? "",
  ];
  const heading = [
    t("person.person"),
    t("person.number"),
    t("column.state"),
    t("person.when"),
    t("person.parts"),
    t("column.price"),
    "",
  ];

  const save = async () => {
    const people = await everybodyOf(details.row.id, (done, total) => setShare(format.share(done, total)));
    if (!people.ok) return people;
    const bytes = await workbookOf(t("report.sheet"), [heading, ...people.value.map(line)]);
    return desk().saveFile({ name: fileNameOf(t("report.file", { title: details.row.title })), bytes });
  };
  const start = () => {
    setSaved(null);
    void run(save, (file) => setSaved(file.saved ? file.name : null)).finally(() => setShare(null));
  };

  return (
    <>
      <Button busy={busy} onClick={start}>
        {t("report.act")}
      </Button>
      <span role="status">
        {busy && share !== null && t("report.busy", { share })}
        {!busy && saved !== null && t("report.saved", { name: saved })}
        {!busy && error !== null && <Refusal error={error} />}
      </span>
    </>
  );
}

function Refusal({ error }: { error: AppError }) {
  const { what, todo } = useErrorSentences(error);
  return (
    <>
      {what} {todo}
    </>
  );
}
