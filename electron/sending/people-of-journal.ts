import type { DatabaseSync } from "node:sqlite";
import type { CampaignCourse, PeopleCounts, PersonView } from "../../shared/campaign/view.ts";
import { campaignCourse, knowsCourse, rememberCourse } from "./journal-course.ts";
import { knowsPlaces, rememberPlaces, type Stretch, stretchesOf } from "./journal-kinds.ts";
import { knowsNames, rememberNames } from "./journal-names.ts";
import { countsOfPeople, peoplePage, type PeopleQuery } from "./journal-people.ts";
import { placesUnreached } from "./journal-unreached.ts";
import { PartMemory } from "./part-memory.ts";

/** What of a campaign is read part by part before it is asked for as a whole. */
export type Remembering = "search" | "course";

/** What the journal says of the people of a campaign, be they a million. */
export class PeopleOfJournal {
  protected readonly database: DatabaseSync;
  private readonly memory: PartMemory;

  constructor(database: DatabaseSync) {
    this.database = database;
    this.memory = new PartMemory(database);
  }

  people(id: string, query: PeopleQuery): { total: number; rows: PersonView[] } {
    return peoplePage(this.database, this.memory, id, query);
  }

  peopleCounts(id: string, search: string): PeopleCounts {
    return countsOfPeople(this.database, this.memory, id, search);
  }

  course(id: string): CampaignCourse {
    return campaignCourse(this.database, this.memory, id);
  }

  /** The places of those whom a campaign did not reach and who can be texted anew; nobody while anything may arrive. */
  unreached(id: string): number[] {
    const row = this.database.prepare("SELECT counts_final FROM campaign WHERE id = ?").get(id);
    return row?.["counts_final"] === 1 ? placesUnreached(this.database, id) : [];
  }

  /** The parts of a campaign of which it was not read yet, or has changed since. */
  partsToRemember(id: string, what: Remembering): number[] {
    const isKnown = (stretch: Stretch) =>
      what === "course"
        ? knowsCourse(this.memory, stretch)
        : knowsNames(this.memory, stretch) && knowsPlaces(this.memory, stretch);
    const missing = stretchesOf(this.database, id).filter((stretch) => !isKnown(stretch));
    return missing.map(({ part }) => part);
  }

  /** Reads it of one part; of a part that there is not, nothing. */
  remember(id: string, part: number, what: Remembering): void {
    const stretch = stretchesOf(this.database, id).find((one) => one.part === part);
    if (stretch === undefined) return;
    if (what === "course") {
      rememberCourse(this.database, this.memory, stretch);
      return;
    }
    rememberNames(this.database, this.memory, stretch);
    rememberPlaces(this.database, this.memory, stretch);
  }
}
