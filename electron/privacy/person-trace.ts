import type { DatabaseSync } from "node:sqlite";
import { type LatinStandard, written } from "../../shared/message/latin.ts";
import { compileTemplate, parseTemplate, renderMessage } from "../../shared/message/template.ts";
import type { PersonTrace } from "../../shared/privacy.ts";
import type { DraftStore } from "../library/drafts.ts";
import { campaignsOfPerson, type PersonInCampaign } from "../sending/journal-erasing.ts";
import { personAt } from "../sending/journal-people.ts";

/** What the campaigns of a side know of a number: when, the very text, and what became of it. */
export function campaignsOf(
  journal: DatabaseSync,
  drafts: DraftStore,
  number: string,
  now: number,
): PersonTrace["campaigns"] {
  return campaignsOfPerson(journal, number, now).map((campaign) => {
    const person = personAt(journal, campaign.campaignId, campaign.position);
    return {
      title: campaign.title,
      sender: campaign.sender,
      confirmedAt: campaign.confirmedAt,
      name: campaign.name,
      text: textOf(campaign, drafts, number),
      state: person?.state ?? "waiting",
      at: person?.at ?? null,
      over: campaign.over,
    };
  });
}

type Body = { text?: string; messages?: { phone: number; text: string }[] };

/** The text as it went out: from the part's body while that is kept, later rendered again from what the list held. */
function textOf({ body, text, draftId, position }: PersonInCampaign, drafts: DraftStore, number: string): string {
  if (body !== null) {
    const { text: common, messages = [] } = JSON.parse(body) as Body;
    const own = messages.find(({ phone }) => String(phone) === number);
    if (own !== undefined || common !== undefined) return own?.text ?? common ?? text;
  }
  const draft = drafts.open(draftId);
  const [cells] = drafts.cellsAt(draftId, { offset: position, limit: 1 });
  if (!draft.ok || cells === undefined) return text;
  const columns = drafts.columns(draftId);
  const template = compileTemplate(parseTemplate(text, columns), columns);
  if (!template.ok) return text;
  const latin: LatinStandard | null = draft.value.review.latinLetters;
  return written(
    renderMessage(template.value, (column) => cells[column] ?? ""),
    latin,
  );
}
