import type { DraftBeside } from "../draft/compare-list.ts";

/** Where the user is. */
export type Place =
  | { at: "campaigns" }
  | { at: "campaign"; id: string }
  | { at: "draft"; id: string }
  | { at: "lists" }
  /** `beside`: the people of a draft, who wait in main to be compared with the list. */
  | { at: "list"; id: string; beside?: DraftBeside }
  | { at: "templates" }
  | { at: "never-text" }
  | { at: "settings" };

/** The entries of the side, in order; a campaign belongs to "campaigns", a list to "lists". */
export const entries = ["campaigns", "lists", "templates", "never-text", "settings"] as const;
export type Entry = (typeof entries)[number];

/** The entry that is marked while the user is at a place; none while a campaign is prepared. */
export function entryOf(place: Place): Entry | null {
  if (place.at === "draft") return null;
  if (place.at === "list") return "lists";
  return place.at === "campaign" ? "campaigns" : place.at;
}
