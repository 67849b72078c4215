import { refuseField } from "./answer.ts";

export type Page = { offset: number; limit: number };

/** `page[offset]` and `page[limit]`; a limit outside `least`…500 is refused with 422. */
export function pageOf(query: URLSearchParams, bounds: { least: number; usual: number }): Page {
  return {
    offset: wholeNumber(query, "page[offset]", 0, 0, Number.MAX_SAFE_INTEGER),
    limit: wholeNumber(query, "page[limit]", bounds.usual, bounds.least, 500),
  };
}

function wholeNumber(query: URLSearchParams, name: string, usual: number, least: number, most: number): number {
  const given = query.get(name);
  if (given === null) return usual;
  const value = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (value >= least && value <= most) return value;
  return refuseField(name, `This value should be between ${least} and ${most}.`);
}

/** `way=asc|desc` as SQL; ascending unless given. */
export function directionOf(query: URLSearchParams): "ASC" | "DESC" {
  const way = (query.get("way") ?? "asc").toLowerCase();
  if (way !== "asc" && way !== "desc") return refuseField("way", "The value you selected is not a valid choice.");
  return way === "desc" ? "DESC" : "ASC";
}

/** `sort=…` as one of `choices`; `usual` unless given, refused with 422 when it is none of them. */
export function chosenSort<T>(query: URLSearchParams, choices: Readonly<Record<string, T>>, usual: string): T {
  return choices[query.get("sort") ?? usual] ?? refuseField("sort", "The value you selected is not a valid choice.");
}
