import { useTranslation } from "react-i18next";
import type { CampaignDetails, PartStateName } from "../../../shared/campaign/view.ts";
import { useFormat } from "../../ui/use-format.ts";
import { useNow } from "../../ui/use-now.ts";

/** "25,001 people in 3 parts, started Tuesday 09:00, €601.20". */
export function SummaryLine({ details }: { details: CampaignDetails }) {
  const { t } = useTranslation("campaigns");
  const people = t(details.row.atMost ? "summary.peopleAtMost" : "summary.people", { count: details.counts.total });
  const words = [
    details.counts.total === 0
      ? null
      : details.parts.length > 1
        ? t("summary.parts", { count: details.parts.length, people })
        : people,
    useStart(details),
    usePrice(details),
    details.row.origin === "elsewhere" ? t("summary.elsewhere") : null,
  ];
  return <span>{words.filter((word) => word !== null).join(", ")}</span>;
}

/** What the service charged; until it has said so what was confirmed, called that where not all of it goes out. */
function usePrice(details: CampaignDetails): string | null {
  const { priceFinal, priceShown, cancelRequestedAt, parts } = details;
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  if (priceFinal !== null) return format.sum(priceFinal);
  // What was never sent costs nothing, whatever was shown before.
  if (priceShown === null || isOverUnsent(details)) return null;
  const isLess = cancelRequestedAt !== null || parts.some(({ state }) => isNotSent.has(state));
  return isLess ? t("summary.confirmed", { price: format.sum(priceShown) }) : format.sum(priceShown);
}

const isNotSent: ReadonlySet<PartStateName> = new Set(["refused", "cancelled", "cancelled-by-absence"]);

/** It ended without a single text. */
function isOverUnsent({ counts }: CampaignDetails): boolean {
  return counts.total > 0 && counts.notSent === counts.total;
}

/** Nothing of it has left, and nothing does by itself. */
function stands({ row, counts }: CampaignDetails): boolean {
  const unsent = counts.total > 0 && counts.waiting + counts.notSent === counts.total;
  return unsent && row.state !== "sending" && row.state !== "moderation";
}

/** Whatever its time is, it does not begin then by itself. */
function isHalted({ row: { state } }: CampaignDetails): boolean {
  return ["attention", "paused", "cancelling", "cancelled", "refused", "spam", "finished"].includes(state);
}

function useStart(details: CampaignDetails): string | null {
  const { startAt, startZone, row } = details;
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  const planned = startAt === null ? null : Date.parse(startAt);
  const now = useNow(startAt !== null);
  const isAhead = planned !== null && planned > now.getTime();
  if (startAt !== null && isAhead && !isHalted(details)) {
    const zone = startZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
    return t("summary.starts", {
      when: format.full(startAt, zone),
      zone: format.zone(zone, new Date(startAt)),
      ago: format.ago(startAt, now),
    });
  }
  if (stands(details) || isAhead)
    return startAt === null ? null : t("summary.planned", { when: format.moment(startAt) });
  const started = startAt ?? (row.state === "undo" ? null : row.at);
  return started === null ? null : t("summary.started", { when: format.moment(started) });
}
