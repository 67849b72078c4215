import type { AppError } from "../../shared/errors.ts";
import type { Result } from "../../shared/result.ts";
import { ok } from "../../shared/result.ts";
import type { Database } from "../database/database.ts";
import { lately, sinceLately } from "../review/review.ts";
import type { Handlers } from "./serve.ts";
import type { Ports } from "./ports.ts";

type DraftHandlers = Pick<
  Handlers,
  | "createDraft"
  | "openDraft"
  | "saveDraft"
  | "deleteDraft"
  | "writeDraftEdit"
  | "writeDraftSource"
  | "readDraftSource"
  | "clearDraftSource"
  | "writeDraftPeople"
  | "listTextedLately"
>;

/** Commands on drafts. Each is saved before it answers. */
export function draftHandlers({ program, now, newId, stateChanged, campaignsChanged }: Ports): DraftHandlers {
  const on = async <T>(act: (drafts: Database["drafts"]) => Promise<Result<T, AppError>>) => {
    const side = await program.side();
    return side.ok ? act(side.value.database.drafts) : side;
  };
  /** Answers when it was saved, or why it was not. */
  const saved = (act: (drafts: Database["drafts"], at: string) => Promise<Result<unknown, AppError>>) =>
    on(async (drafts) => {
      const at = now();
      const done = await act(drafts, at);
      return done.ok ? ok({ savedAt: at }) : done;
    });
  /** Lists of campaigns show drafts too. */
  const shownElsewhere = <T>(answer: T): T => {
    campaignsChanged([]);
    stateChanged();
    return answer;
  };
  return {
    createDraft: ({ title }) =>
      on(async (drafts) => shownElsewhere(ok(await drafts.create({ id: newId(), campaignId: newId() }, title, now())))),
    openDraft: ({ id }) => on((drafts) => drafts.openInWindow(id)),
    saveDraft: ({ id, patch }) => saved((drafts, at) => drafts.save(id, patch, at)),
    deleteDraft: ({ id }) =>
      on(async (drafts) => {
        await drafts.delete(id);
        return shownElsewhere(ok({}));
      }),
    writeDraftEdit: ({ id, ...edit }) => saved((drafts, at) => drafts.writeEdit(id, edit, at)),
    writeDraftSource: ({ id, ...piece }) => saved((drafts, at) => drafts.writeSource(id, piece, at)),
    readDraftSource: ({ id, offset }) => on((drafts) => drafts.readSource(id, offset)),
    clearDraftSource: ({ id }) => saved((drafts, at) => drafts.clearSource(id, at)),
    writeDraftPeople: (chunk) =>
      on(async (drafts) => {
        const people = await drafts.writePeople(chunk, now());
        return people.ok ? ok({ people: people.value }) : people;
      }),
    listTextedLately: async () => {
      const side = await program.side();
      if (!side.ok) return side;
      const { journal, journalProblem } = side.value.database;
      // Without its journal the program cannot know; that is said where it matters, at Review.
      const nobody = { numbers: [], at: [] };
      const texted =
        journalProblem === null ? await journal.everybodyTextedSince(sinceLately(Date.parse(now()))) : nobody;
      return ok({ days: lately, ...texted });
    },
  };
}
