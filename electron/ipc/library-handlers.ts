import { ok } from "../../shared/result.ts";
import type { DraftPorts } from "./draft-handlers.ts";
import type { Handlers } from "./serve.ts";

type LibraryHandlers = Pick<
  Handlers,
  | "listLists"
  | "saveList"
  | "renameList"
  | "deleteList"
  | "readList"
  | "listTemplates"
  | "saveTemplate"
  | "deleteTemplate"
  | "listNeverText"
  | "readNeverText"
  | "addNeverText"
  | "removeNeverText"
>;

/** Commands on saved lists, templates and the never-text list. */
export function libraryHandlers({ database, now, newId, changed }: DraftPorts): LibraryHandlers {
  /** Tells the window that a count in its side bar may have changed. */
  const afterwards = <T>(value: T): T => {
    changed();
    return value;
  };
  return {
    listLists: async () => ok(await database().lists.all()),
    saveList: async ({ name, draftId }) => afterwards(await database().lists.saveDraft(newId(), name, draftId, now())),
    renameList: async ({ id, name }) => {
      const renamed = await database().lists.rename(id, name, now());
      return renamed.ok ? ok({}) : renamed;
    },
    deleteList: async ({ id }) => {
      await database().lists.delete(id);
      return afterwards(ok({}));
    },
    readList: ({ id }) => database().lists.asCsv(id),

    listTemplates: async () => ok(await database().templates.all()),
    saveTemplate: async ({ id, name, text }) =>
      afterwards(
        id === null
          ? ok(await database().templates.add({ id: newId(), name, text }, now()))
          : await database().templates.change({ id, name, text }, now()),
      ),
    deleteTemplate: async ({ id }) => {
      await database().templates.delete(id);
      return afterwards(ok({}));
    },

    listNeverText: async (query) => ok(await database().neverText.page(query)),
    readNeverText: async () => ok(await database().neverText.everything()),
    addNeverText: async ({ numbers }) => afterwards(ok({ added: await database().neverText.add(numbers, now()) })),
    removeNeverText: async ({ numbers }) => {
      await database().neverText.remove(numbers);
      return afterwards(ok({}));
    },
  };
}
