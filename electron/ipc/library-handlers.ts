import type { AppError } from "../../shared/errors.ts";
import type { Result } from "../../shared/result.ts";
import { ok } from "../../shared/result.ts";
import type { Database } from "../database/database.ts";
import type { Ports } from "./ports.ts";
import type { Handlers } from "./serve.ts";

type LibraryHandlers = Pick<
  Handlers,
  | "listTemplates"
  | "saveTemplate"
  | "deleteTemplate"
  | "listNeverText"
  | "readNeverText"
  | "addNeverText"
  | "removeNeverText"
  | "listMatchings"
  | "rememberMatching"
  | "forgetMatching"
>;

/** Commands on templates, the never-text list and how files were matched. */
export function libraryHandlers({ program, now, newId, stateChanged }: Ports): LibraryHandlers {
  const on = async <T>(act: (database: Database) => Promise<Result<T, AppError>>) => {
    const side = await program.side();
    return side.ok ? act(side.value.database) : side;
  };
  /** Tells the window that a count in its side bar may have changed. */
  const afterwards = <T>(value: T): T => {
    stateChanged();
    return value;
  };
  return {
    listTemplates: () => on(async ({ templates }) => ok(await templates.all())),
    saveTemplate: ({ id, name, text }) =>
      on(async ({ templates }) =>
        afterwards(
          id === null
            ? ok(await templates.add({ id: newId(), name, text }, now()))
            : await templates.change({ id, name, text }, now()),
        ),
      ),
    deleteTemplate: ({ id }) =>
      on(async ({ templates }) => {
        await templates.delete(id);
        return afterwards(ok({}));
      }),

    listNeverText: (query) => on(async ({ neverText }) => ok(await neverText.page(query))),
    readNeverText: () => on(async ({ neverText }) => ok(await neverText.everything())),
    addNeverText: async ({ numbers }) => {
      const side = await program.side();
      if (!side.ok) return side;
      await side.value.sending.pastTheGate();
      return afterwards(ok({ added: await side.value.database.neverText.add(numbers, now()) }));
    },
    removeNeverText: ({ numbers }) =>
      on(async ({ neverText }) => {
        await neverText.remove(numbers);
        return afterwards(ok({}));
      }),

    listMatchings: () => on(async ({ matchings }) => ok(await matchings.all())),
    rememberMatching: (matching) =>
      on(async ({ matchings }) => {
        await matchings.remember(matching);
        return ok({});
      }),
    forgetMatching: ({ fingerprint }) =>
      on(async ({ matchings }) => {
        await matchings.forget(fingerprint);
        return ok({});
      }),
  };
}
