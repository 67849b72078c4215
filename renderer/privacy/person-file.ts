import type { TFunction } from "i18next";
import type { PersonTrace } from "../../shared/privacy.ts";
import type { Cell } from "../ui/spreadsheet-file.ts";
import type { Format } from "../ui/use-format.ts";

/** Whether the program knows anything of a person; what cannot be looked into is another matter ({@link unsearchedOf}). */
export function isKnown(trace: PersonTrace): boolean {
  const { campaigns, lists, neverTextSince, ownTestNumber } = trace;
  return campaigns.length + lists.length + heldBy(trace).length > 0 || neverTextSince !== null || ownTestNumber;
}

/** Campaigns in preparation with a spreadsheet that nobody but its own program can look into: the number may be there. */
export function unsearchedOf({ drafts }: PersonTrace): PersonTrace["drafts"] {
  return drafts.filter(({ how }) => how === "unsearched");
}

function heldBy({ drafts }: PersonTrace): PersonTrace["drafts"] {
  return drafts.filter(({ how }) => how !== "unsearched");
}

/** The rows of the file that a person is given: what it is, its name, when, what is kept, what became of it. */
export function rowsOfPerson(
  trace: PersonTrace,
  number: string,
  t: TFunction<["privacy", "campaigns"]>,
  format: Pick<Format, "moment">,
): Cell[][] {
  const titles = new Map(heldBy(trace).map(({ id, title }) => [id, title]));
  const head = ["kind", "title", "when", "content", "outcome"] as const;
  return [
    head.map((name) => t(`file.${name}`)),
    ...trace.campaigns.map(({ title, sender, name, text, confirmedAt, state, at }) => [
      t("file.campaign"),
      title,
      format.moment(confirmedAt),
      t("file.from", { sender, name: name.trim() === "" ? number : name, text }),
      [t(`campaigns:person.${state}`), ...(at === null ? [] : [format.moment(at)])].join(", "),
    ]),
    ...trace.lists.map(({ name, fields }) => [
      t("file.list"),
      name,
      null,
      fields.map((field) => `${field.name}: ${field.value}`).join("\n"),
      null,
    ]),
    ...Array.from(titles.values(), (title) => [t("file.draft"), title, null, t("file.draftHolds"), null]),
    ...(trace.neverTextSince === null
      ? []
      : [[t("file.neverText"), null, format.moment(trace.neverTextSince), number, null]]),
    ...(trace.ownTestNumber ? [[t("file.testNumber"), null, null, number, null]] : []),
  ];
}
