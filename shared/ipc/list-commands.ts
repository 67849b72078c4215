import { z } from "zod";
import {
  comparedPerson,
  differences,
  listComparison,
  listPerson,
  listSummary,
  listsTogether,
  listTag,
  mergePreview,
  openedList,
  personChange,
  tagLimit,
  takenDifferences,
  updateChunk,
  whichStays,
  whoOfList,
} from "../library/list.ts";
import { readingSettings } from "../recipients/reading.ts";
import { bytes, command, id, nothing, number, page, search } from "./command.ts";

const name = z.string().min(1).max(200);
const count = z.number().int().min(0);

/** Everything the window asks about saved lists. */
export const listCommands = {
  listLists: command(nothing, z.array(listSummary)),
  saveList: command(z.strictObject({ name, draftId: id }), listSummary),
  renameList: command(z.strictObject({ id, name }), nothing),
  tagList: command(z.strictObject({ id, tags: z.array(listTag).max(tagLimit) }), nothing),
  deleteList: command(z.strictObject({ id }), nothing),
  /** The bytes of a saved list as a CSV (UTF-8), for a draft to read like any source, and how they are to be read. */
  readList: command(z.strictObject({ id }), z.strictObject({ name: z.string(), bytes, reading: readingSettings })),

  // The people of one list. What changes them answers the list as it is then, with what Undo would take back.
  openList: command(z.strictObject({ id }), openedList),
  listListPeople: command(
    z.strictObject({ id, search, ...page }),
    z.strictObject({ total: count, rows: z.array(listPerson) }),
  ),
  changeListPerson: command(z.strictObject({ id, position: count, change: personChange }), openedList),
  addListPerson: command(
    z.strictObject({ id, number, cells: z.array(z.string().max(32_767)).max(16_384) }),
    openedList,
  ),
  removeListPeople: command(z.strictObject({ id, who: whoOfList }), openedList),
  undoListStep: command(z.strictObject({ id }), openedList),

  // New lists from others
  previewMerge: command(z.strictObject({ ids: listsTogether }), mergePreview),
  /** Null when it was stopped. */
  mergeLists: command(z.strictObject({ name, ids: listsTogether, keep: whichStays }), listSummary.nullable()),
  /** The first list without the people of the others. */
  previewSubtract: command(z.strictObject({ ids: listsTogether }), z.strictObject({ people: count, removed: count })),
  /** Null when it was stopped. */
  subtractLists: command(z.strictObject({ name, ids: listsTogether }), listSummary.nullable()),
  /** How far the new list is that is being put together, in people gone over; null while none is. */
  watchNewList: command(nothing, z.strictObject({ done: count, total: count }).nullable()),
  /** Ends putting a new list together; it leaves no trace. */
  stopNewList: command(nothing, nothing),

  // A list beside a spreadsheet
  writeListUpdate: command(updateChunk, z.strictObject({ people: count })),
  /** The accepted people of a draft in place of a spreadsheet. */
  writeListUpdateFromDraft: command(z.strictObject({ id, draftId: id }), nothing),
  compareListUpdate: command(z.strictObject({ id }), listComparison),
  listListUpdate: command(
    z.strictObject({ id, kind: z.enum(differences), ...page }),
    z.strictObject({ total: count, rows: z.array(comparedPerson) }),
  ),
  takeListUpdate: command(z.strictObject({ id, take: takenDifferences }), openedList),
  dropListUpdate: command(z.strictObject({ id }), nothing),
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
