import type { TFunction } from "i18next";
import type { PersonTrace } from "../../shared/privacy.ts";
import type { Cell } from "../ui/spreadsheet-file.ts";
import type { Format } from "../ui/use-format.ts";

/** Whether the program knows anything of a person. */
export function isKnown({ campaigns, lists, drafts, neverTextSince, ownTestNumber }: PersonTrace): boolean {
  return campaigns.length + lists.length + drafts.length > 0 || neverTextSince !== null || ownTestNumber;
}

/** The rows of the file that a person is given: what it is, its name, when, what is kept, what became of it. */
export function rowsOfPerson(
  trace: PersonTrace,
  number: string,
  t: TFunction<["privacy", "campaigns"]>,
  format: Pick<Format, "moment">,
): Cell[][] {
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
    ...trace.drafts.map(({ title, how }) => [
      t("file.draft"),
      title,
      null,
      t(how === "unsearched" ? "file.draftUnsearched" : "file.draftHolds"),
      null,
    ]),
    ...(trace.neverTextSince === null
      ? []
      : [[t("file.neverText"), null, format.moment(trace.neverTextSince), number, null]]),
    ...(trace.ownTestNumber ? [[t("file.testNumber"), null, null, number, null]] : []),
  ];
}
