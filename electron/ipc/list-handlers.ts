import type { AppError } from "../../shared/errors.ts";
import type { listCommands } from "../../shared/ipc/list-commands.ts";
import type { Result } from "../../shared/result.ts";
import { ok } from "../../shared/result.ts";
import type { Database } from "../database/database.ts";
import type { Ports } from "./ports.ts";
import type { Handlers } from "./serve.ts";

type ListHandlers = Pick<Handlers, keyof typeof listCommands>;

/** Commands on saved lists and their people. */
export function listHandlers({ program, now, newId, stateChanged }: Ports): ListHandlers {
  const on = async <T>(act: (database: Database) => Promise<Result<T, AppError>>) => {
    const side = await program.side();
    return side.ok ? act(side.value.database) : side;
  };
  const quiet = <E>(done: Result<unknown, E>): Result<Record<string, never>, E> => (done.ok ? ok({}) : done);
  /** Tells the window that a count in its side bar may have changed. */
  const afterwards = <T>(value: T): T => {
    stateChanged();
    return value;
  };
  return {
    listLists: () => on(async ({ lists }) => ok(await lists.all())),
    saveList: ({ name, draftId }) =>
      on(async ({ lists }) => afterwards(await lists.saveDraft(newId(), name, draftId, now()))),
    renameList: ({ id, name }) => on(async ({ lists }) => quiet(await lists.rename(id, name, now()))),
    tagList: ({ id, tags }) => on(async ({ lists }) => quiet(await lists.tag(id, tags))),
    deleteList: ({ id }) =>
      on(async ({ lists }) => {
        await lists.delete(id);
        return afterwards(ok({}));
      }),
    readList: ({ id }) => on(({ lists }) => lists.asCsv(id)),

    openList: ({ id }) => on(({ listPeople }) => listPeople.open(id)),
    listListPeople: (query) => on(({ listPeople }) => listPeople.page(query)),
    changeListPerson: ({ id, position, change }) =>
      on(({ listPeople }) => listPeople.change(id, position, change, now())),
    addListPerson: ({ id, ...person }) => on(({ listPeople }) => listPeople.add(id, person, now())),
    removeListPeople: ({ id, who }) => on(({ listPeople }) => listPeople.remove(id, who, now())),
    undoListStep: ({ id }) => on(({ listPeople }) => listPeople.undo(id, now())),

    previewMerge: ({ ids }) => on(({ listSets }) => listSets.previewMerge(ids)),
    mergeLists: ({ name, ids, keep }) =>
      on(async ({ listSets }) => afterwards(await listSets.merge({ id: newId(), name }, ids, keep, now()))),
    previewSubtract: ({ ids }) => on(({ listSets }) => listSets.previewSubtract(ids)),
    subtractLists: ({ name, ids }) =>
      on(async ({ listSets }) => afterwards(await listSets.subtract({ id: newId(), name }, ids, now()))),
    watchNewList: () => on(async ({ listSets }) => ok(await listSets.progress())),
    stopNewList: () =>
      on(async ({ listSets }) => {
        await listSets.stop();
        return ok({});
      }),

    writeListUpdate: (chunk) =>
      on(async ({ listUpdates }) => {
        const written = await listUpdates.write(chunk, now());
        return written.ok ? ok({ people: written.value }) : written;
      }),
    writeListUpdateFromDraft: ({ id, draftId }) =>
      on(async ({ listUpdates }) => quiet(await listUpdates.writeFromDraft(id, draftId, now()))),
    compareListUpdate: ({ id }) => on(({ listUpdates }) => listUpdates.compare(id)),
    listListUpdate: (query) => on(({ listUpdates }) => listUpdates.page(query)),
    takeListUpdate: ({ id, take }) => on(({ listUpdates }) => listUpdates.take(id, take, now())),
    dropListUpdate: ({ id }) =>
      on(async ({ listUpdates }) => {
        await listUpdates.drop(id);
        return ok({});
      }),
  };
}
