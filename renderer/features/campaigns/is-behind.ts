import { type CampaignDetails, type PeopleCounts, peopleFilters } from "../../../shared/campaign/view.ts";

/** The sums come with one answer of the service, the people with many: until they are final one may lag behind. */
export function isBehind({ counts, countsFinal }: CampaignDetails, people: PeopleCounts): boolean {
  return !countsFinal && peopleFilters.some((filter) => filter !== "all" && counts[filter] !== people[filter]);
}
