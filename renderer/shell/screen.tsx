import { Campaign } from "../features/campaigns/campaign.tsx";
import { Campaigns } from "../features/campaigns/campaigns.tsx";
import { Lists } from "../features/lists/lists.tsx";
import { NeverText } from "../features/never-text/never-text.tsx";
import { Settings } from "../features/settings/settings.tsx";
import { Templates } from "../features/templates/templates.tsx";
import type { Place } from "./place.ts";

/** The screen of a place, all but the preparing of a campaign. */
export function Screen({
  place,
  onGo,
  onNew,
  onUseList,
  onUseTemplate,
}: {
  place: Exclude<Place, { at: "draft" }>;
  onGo: (place: Place) => void;
  onNew: () => void;
  onUseList: (list: { id: string; name: string }) => void;
  onUseTemplate: (text: string) => void;
}) {
  switch (place.at) {
    case "campaigns":
      return (
        <Campaigns
          onOpenCampaign={(id) => onGo({ at: "campaign", id })}
          onOpenDraft={(id) => onGo({ at: "draft", id })}
          onNew={onNew}
        />
      );
    case "campaign":
      return <Campaign key={place.id} id={place.id} onOpenDraft={(id) => onGo({ at: "draft", id })} />;
    case "lists":
      return <Lists onUse={onUseList} onNew={onNew} />;
    case "templates":
      return <Templates onUse={onUseTemplate} />;
    case "never-text":
      return <NeverText />;
    case "settings":
      return <Settings />;
  }
}
