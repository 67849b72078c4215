import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CampaignRow } from "../../../shared/campaign/view.ts";
import type { CommandInput, CommandOutput } from "../../../shared/ipc/contract.ts";
import { Button } from "../../ui/button.tsx";
import { Chips } from "../../ui/chips.tsx";
import { desk } from "../../ui/desk.ts";
import { Empty } from "../../ui/empty.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Page } from "../../ui/page.tsx";
import { PagedTable } from "../../ui/paged-table.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useDeskEvent } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import { usePages } from "../../ui/use-pages.ts";
import { useCampaignColumns } from "./campaign-columns.tsx";
import styles from "./campaigns.module.css";
import { Checked } from "./checked.tsx";

type Filter = CommandInput<"listCampaigns">["filter"];
type Answer = CommandOutput<"listCampaigns">;

const filters = ["all", "waiting", "sending", "finished", "drafts"] as const satisfies Filter[];

/** Every campaign and draft of the account: what it is, what became of it, what it cost. */
export function Campaigns({
  onOpenCampaign,
  onOpenDraft,
  onNew,
}: {
  onOpenCampaign: (id: string) => void;
  onOpenDraft: (id: string) => void;
  onNew: () => void;
}) {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  const [search, setSearch] = useState("");
  const [filter, setFilter] = useState<Filter>("all");
  const wanted = useDeferredValue(search.trim());
  const pages = usePages<CampaignRow, Answer>(`${filter} ${wanted}`, (page) =>
    desk().listCampaigns({ search: wanted, filter, ...page }),
  );
  useDeskEvent("campaignsChanged", pages.reload);
  useDeskEvent("appStateChanged", pages.reload);

  const open = (row: CampaignRow) => (row.origin === "draft" ? onOpenDraft(row.id) : onOpenCampaign(row.id));
  const columns = useCampaignColumns(open);
  const answer = pages.extra;

  return (
    <Page title={t("title")} note={answer !== null && <Checked at={answer.checkedAt} id={null} />}>
      <div className={styles.tools}>
        <SearchField label={t("search")} value={search} onChange={setSearch} />
        {answer !== null && (
          <Chips
            label={t("filter.label")}
            items={filters.map((id) => ({
              id,
              label: t(`filter.${id}`, { number: format.number(answer.counts[id]) }),
            }))}
            chosen={filter}
            onChoose={setFilter}
          />
        )}
      </div>
      {pages.error !== null && <ErrorNotice error={pages.error} onAgain={pages.reload} />}
      {answer !== null && answer.problem !== null && <ErrorNotice error={answer.problem} kind="warn" />}
      {pages.total === null && pages.error === null && <Skeleton />}
      {answer !== null && answer.counts.all === 0 && wanted === "" && (
        <Empty
          title={t("empty.title")}
          action={
            <Button kind="go" onClick={onNew}>
              {t("empty.act")}
            </Button>
          }
        >
          {t("empty.text")}
        </Empty>
      )}
      {pages.total === 0 && answer !== null && (answer.counts.all > 0 || wanted !== "") && (
        <Empty
          title={t("nothing.title")}
          action={
            <Button
              onClick={() => {
                setSearch("");
                setFilter("all");
              }}
            >
              {t("nothing.act")}
            </Button>
          }
        >
          {t("nothing.text")}
        </Empty>
      )}
      {pages.total !== null && pages.total > 0 && (
        <PagedTable label={t("title")} columns={columns} pages={pages} rowHeight={54} onOpen={open} />
      )}
    </Page>
  );
}
