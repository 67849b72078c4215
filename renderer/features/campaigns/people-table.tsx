import { useTranslation } from "react-i18next";
import type { PersonView } from "../../../shared/campaign/view.ts";
import type { CommandOutput } from "../../../shared/ipc/contract.ts";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { type Column, PagedTable } from "../../ui/paged-table.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Tag, type TagTone } from "../../ui/tag.tsx";
import { useDeskEvent } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import { usePages } from "../../ui/use-pages.ts";
import styles from "./campaign.module.css";

const tones: Record<PersonView["state"], TagTone> = {
  waiting: "plain",
  "handed-over": "plain",
  "on-the-way": "plain",
  delivered: "go",
  failed: "bad",
  expired: "bad",
  unknown: "plain",
  "not-certain": "warn",
  refused: "bad",
  "not-sent": "plain",
};

/** Everybody of a campaign with what became of their text. */
export function PeopleTable({ campaignId, elsewhere }: { campaignId: string; elsewhere: boolean }) {
  const { t } = useTranslation("campaigns");
  const columns = usePersonColumns();
  const pages = usePages<PersonView, CommandOutput<"listCampaignPeople">>(campaignId, (page) =>
    desk().listCampaignPeople({ id: campaignId, ...page }),
  );
  useDeskEvent("campaignsChanged", ({ ids }) => {
    if (ids.includes(campaignId)) pages.reload();
  });
  if (pages.error !== null) return <ErrorNotice error={pages.error} kind="warn" />;
  if (pages.total === null) return <Skeleton rows={4} />;
  if (pages.total === 0) return elsewhere ? <p className={styles.quiet}>{t("person.none")}</p> : null;
  return <PagedTable label={t("person.list")} columns={columns} pages={pages} />;
}

function usePersonColumns(): Column<PersonView>[] {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  const none = "–";
  return [
    {
      id: "person",
      heading: t("person.person"),
      width: "auto",
      cell: (person) => (
        <span dir="auto" title={person.name}>
          {person.name.trim() === "" ? none : person.name}
        </span>
      ),
    },
    {
      id: "number",
      heading: t("person.number"),
      width: "clamp(140px, 28vw - 146px, 190px)",
      cell: (person) => <span className="number">{person.number}</span>,
    },
    {
      id: "state",
      heading: t("column.state"),
      width: "clamp(150px, 18vw - 36px, 180px)",
      cell: (person) => <Tag tone={tones[person.state]}>{t(`person.${person.state}`)}</Tag>,
    },
    {
      id: "when",
      heading: t("person.when"),
      width: "clamp(116px, 20vw - 90px, 150px)",
      cell: (person) =>
        person.at === null ? none : <time dateTime={person.at}>{momentOf(person.at, format.clock, format.when)}</time>,
    },
    {
      id: "parts",
      heading: t("person.parts"),
      width: "76px",
      right: true,
      cell: (person) => (person.parts === null ? none : format.number(person.parts)),
    },
    {
      id: "price",
      heading: t("column.price"),
      width: "104px",
      right: true,
      cell: (person) => (person.price === null ? none : format.money(person.price)),
    },
  ];
}

/** The clock with seconds for what is of today, the day for what is older. */
function momentOf(at: string, clock: (iso: string) => string, when: (iso: string) => string): string {
  return new Date(at).toDateString() === new Date().toDateString() ? clock(at) : when(at);
}
