import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type CampaignDetails,
  type PeopleCounts,
  type PeopleFilter,
  peopleFilters,
  type PersonView,
} from "../../../shared/campaign/view.ts";
import type { CommandOutput } from "../../../shared/ipc/contract.ts";
import { Chips } from "../../ui/chips.tsx";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { type Column, PagedTable } from "../../ui/paged-table.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Tag, type TagTone } from "../../ui/tag.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { usePages } from "../../ui/use-pages.ts";
import styles from "./campaign.module.css";
import { FoundPerson } from "./found-person.tsx";
import { isBehind } from "./is-behind.ts";
import { useCampaignChanges } from "./use-campaign-changes.ts";

const tones: Record<PersonView["state"], TagTone> = {
  waiting: "plain",
  "handed-over": "plain",
  "being-cancelled": "plain",
  "on-the-way": "plain",
  delivered: "go",
  failed: "bad",
  expired: "bad",
  unknown: "plain",
  "not-certain": "warn",
  refused: "bad",
  "not-sent": "plain",
};

/** Everybody of a campaign with what became of their text, by word and by search. */
export function PeopleTable({ details }: { details: CampaignDetails }) {
  const campaignId = details.row.id;
  const { t } = useTranslation("campaigns");
  const columns = usePersonColumns();
  const [search, setSearch] = useState("");
  const [filter, setFilter] = useState<PeopleFilter>("all");
  const [erased, setErased] = useState("");
  const wanted = useDeferredValue(search.trim());
  const pages = usePages<PersonView, CommandOutput<"listCampaignPeople">>(`${campaignId} ${filter} ${wanted}`, (page) =>
    desk().listCampaignPeople({ id: campaignId, search: wanted, filter, ...page }),
  );
  useCampaignChanges(details, pages.reload);
  if (pages.error !== null) return <ErrorNotice error={pages.error} kind="warn" />;
  if (pages.total === null) return <Skeleton rows={4} />;
  if (pages.total === 0 && filter === "all" && wanted === "") {
    return details.row.origin === "elsewhere" ? <p className={styles.quiet}>{t("person.none")}</p> : null;
  }
  const found = pages.answered && pages.total === 1 && wanted !== "" ? pages.row(0) : undefined;
  return (
    <section className={styles.people} aria-label={t("person.list")}>
      <div className={styles.peopleTools}>
        <SearchField label={t("person.search")} value={search} onChange={setSearch} />
        {pages.extra !== null && <Filters counts={pages.extra.counts} chosen={filter} onChoose={setFilter} />}
        {found !== undefined && found.number !== "" && (
          <FoundPerson
            person={found}
            onErased={(words) => {
              setErased(words);
              pages.reload();
            }}
          />
        )}
        <span role="status">{erased}</span>
      </div>
      {pages.extra !== null && wanted === "" && isBehind(details, pages.extra.counts) && (
        <p className={styles.quiet}>{t("person.lag")}</p>
      )}
      {pages.total === 0 ? (
        <p className={styles.quiet}>{t("person.nobody")}</p>
      ) : (
        <PagedTable label={t("person.list")} columns={columns} pages={pages} />
      )}
    </section>
  );
}

/** Everybody, and each outcome that anybody has; the chosen one stays even when the last one leaves it. */
function Filters({
  counts,
  chosen,
  onChoose,
}: {
  counts: PeopleCounts;
  chosen: PeopleFilter;
  onChoose: (filter: PeopleFilter) => void;
}) {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  const number = (filter: PeopleFilter) => counts[filter === "all" ? "total" : filter];
  const items = peopleFilters
    .filter((filter) => filter === "all" || filter === chosen || number(filter) > 0)
    .map((filter) => ({ id: filter, label: t(`person.filter.${filter}`, { number: format.number(number(filter)) }) }));
  return <Chips label={t("person.filter.label")} items={items} chosen={chosen} onChoose={onChoose} />;
}

function usePersonColumns(): Column<PersonView>[] {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  const none = "—";
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
      cell: (person) => (person.number === "" ? t("person.erased") : <span className="number">{person.number}</span>),
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
