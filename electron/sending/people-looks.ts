import type { CampaignCourse, PeopleCounts, PersonView } from "../../shared/campaign/view.ts";
import type { Remote } from "../database/remote.ts";
import type { PeopleQuery } from "./journal-people.ts";
import type { Journal } from "./journal.ts";
import type { Remembering } from "./people-of-journal.ts";

/** What the window is told of a campaign's people. */
export type PeopleLooks = {
  people(id: string, query: PeopleQuery): Promise<{ total: number; rows: PersonView[] }>;
  /** Everybody of a campaign whom the search finds, by what became of them. */
  peopleCounts(id: string, search: string): Promise<PeopleCounts>;
  /** What became of its people over time and by country. */
  course(id: string): Promise<CampaignCourse>;
};

/** Looks that go over everybody read one part after the other: what sends is on the same thread, and goes in between. */
export function lookAtPeople(journal: Remote<Journal>): PeopleLooks {
  const remembered = async (id: string, what: Remembering): Promise<void> => {
    for (const part of await journal.partsToRemember(id, what)) await journal.remember(id, part, what);
  };
  return {
    async people(id, query) {
      if ((query.search ?? "").trim() !== "") await remembered(id, "search");
      return journal.people(id, query);
    },
    async peopleCounts(id, search) {
      if (search.trim() !== "") await remembered(id, "search");
      return journal.peopleCounts(id, search);
    },
    async course(id) {
      await remembered(id, "course");
      return journal.course(id);
    },
  };
}
