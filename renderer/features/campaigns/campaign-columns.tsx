import { useTranslation } from "react-i18next";
import type { CampaignRow } from "../../../shared/campaign/view.ts";
import type { Column } from "../../ui/paged-table.tsx";
import { ProgressBar } from "../../ui/progress-bar.tsx";
import { type Format, useFormat } from "../../ui/use-format.ts";
import { useNow } from "../../ui/use-now.ts";
import { hasProgress } from "./campaign-state.ts";
import styles from "./campaigns.module.css";
import { StateTag } from "./state-tag.tsx";

/** The columns of the list of campaigns: a million people, their price and the longest words of a state are not cut. */
export function useCampaignColumns(onOpen: (row: CampaignRow) => void): Column<CampaignRow>[] {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  return [
    {
      id: "campaign",
      heading: t("column.campaign"),
      width: "auto",
      cell: (row) => <Name row={row} onOpen={onOpen} />,
    },
    {
      id: "state",
      heading: t("column.state"),
      width: "140px",
      cell: (row) => <StateTag row={row} />,
    },
    {
      id: "people",
      heading: t("column.people"),
      width: "88px",
      right: true,
      cell: (row) => {
        if (row.people === null) return "—";
        const people = format.number(row.people);
        return row.atMost ? t("column.atMost", { what: people }) : people;
      },
    },
    {
      id: "delivered",
      heading: t("column.delivered"),
      width: "clamp(154px, 30vw - 170px, 190px)",
      cell: (row) => <Progress row={row} />,
    },
    {
      id: "price",
      heading: t("column.price"),
      width: "106px",
      right: true,
      cell: (row) => (row.price === null ? "" : format.sum(row.price)),
    },
    {
      id: "when",
      heading: t("column.when"),
      width: "clamp(134px, 22vw - 90px, 202px)",
      cell: (row) => <When row={row} format={format} />,
    },
  ];
}

function Name({ row, onOpen }: { row: CampaignRow; onOpen: (row: CampaignRow) => void }) {
  const { t } = useTranslation("campaigns");
  const nameless = row.title.trim() === "";
  const title =
    row.origin === "draft"
      ? nameless
        ? t("row.untitled")
        : t("row.draft", { title: row.title })
      : nameless
        ? t("row.nameless")
        : row.title;
  const second = row.origin === "elsewhere" && row.excerpt === "" ? t("row.elsewhere") : row.excerpt;
  return (
    <>
      <button
        type="button"
        className={styles.name}
        title={title}
        onClick={(event) => {
          // The row around it opens the same.
          event.stopPropagation();
          onOpen(row);
        }}
      >
        {title}
      </button>
      <div className={styles.second} dir="auto">
        {second}
      </div>
    </>
  );
}

function Progress({ row }: { row: CampaignRow }) {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  if (!hasProgress(row)) return <>—</>;
  const failed = row.failed ?? 0;
  const delivered = format.share(row.delivered, row.people);
  const words =
    failed === 0
      ? t("row.delivered", { delivered })
      : t("row.shares", { delivered, failed: format.share(failed, row.people) });
  return (
    <div className={styles.progress}>
      <ProgressBar
        thin
        total={row.people}
        label={words}
        segments={[
          { id: "delivered", tone: "go", value: row.delivered },
          { id: "failed", tone: "bad", value: failed },
        ]}
      />
      <span className={styles.second}>{words}</span>
    </div>
  );
}

function When({ row, format }: { row: CampaignRow; format: Format }) {
  const { t } = useTranslation("campaigns");
  const now = useNow(row.state === "scheduled");
  if (row.at === null) return <>—</>;
  const when = row.origin === "draft" ? format.day(row.at) : format.when(row.at);
  const future = row.state === "scheduled" && Date.parse(row.at) > now.getTime();
  const words = future ? t("row.future", { when, ago: format.ago(row.at, now) }) : when;
  return (
    <span className={styles.when} title={format.capital(format.full(row.at))}>
      {words}
    </span>
  );
}
