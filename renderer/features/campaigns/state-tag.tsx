import { useTranslation } from "react-i18next";
import type { CampaignRow } from "../../../shared/campaign/view.ts";
import { Tag } from "../../ui/tag.tsx";
import { stateTones } from "./campaign-state.ts";

/** The state of a campaign in a word; where the program has none, the service's own. */
export function StateTag({ row }: { row: Pick<CampaignRow, "state" | "serviceWord"> }) {
  const { t } = useTranslation("campaigns");
  const word = row.state === "other" ? row.serviceWord : null;
  if (word === null) return <Tag tone={stateTones[row.state]}>{t(`state.${row.state}`)}</Tag>;
  // The service's word can be of any length.
  return (
    <Tag tone={stateTones[row.state]} title={word}>
      {word}
    </Tag>
  );
}
