import { type AppError, appErrorOf } from "../../shared/errors.ts";
import type { Result } from "../../shared/result.ts";
import { err, ok } from "../../shared/result.ts";
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
  /**
   * For what changes its list: that of a draft which has become a campaign stays as it was confirmed, since the report
   * counts on its rows. A window that says more of it does so late.
   */
  const onList = async <T>(id: string, act: (drafts: Database["drafts"]) => Promise<Result<T, AppError>>) => {
    const side = await program.side();
    if (!side.ok) return side;
    const { drafts, journal, journalProblem } = side.value.database;
    const isConfirmed = journalProblem === null && (await journal.confirmationOf(id)) !== null;
    return isConfirmed ? err(appErrorOf("draft.missing")) : act(drafts);
  };
  type Save = (drafts: Database["drafts"], at: string) => Promise<Result<unknown, AppError>>;
  /** Answers when it was saved, or why it was not. */
  const keeping = (act: Save) => async (drafts: Database["drafts"]) => {
    const at = now();
    const done = await act(drafts, at);
    return done.ok ? ok({ savedAt: at }) : done;
  };
  const saved = (act: Save) => on(keeping(act));
  const savedList = (id: string, act: Save) => onList(id, keeping(act));
  /** Lists of campaigns show drafts too. */
  const shownElsewhere = <T>(answer: T): T => {
    campaignsChanged([]);
    stateChanged();
    return answer;
  };
  return {
    createDraft: ({ title }) =>
      on(async (drafts) => {
        const ids = { id: newId(), campaignId: newId() };
        // Whoever has begun and left it empty goes on with that one.
        return shownElsewhere(ok(await (title === "" ? drafts.begin(ids, now()) : drafts.create(ids, title, now()))));
      }),
    openDraft: ({ id }) => on((drafts) => drafts.openInWindow(id)),
    saveDraft: ({ id, patch }) => saved((drafts, at) => drafts.save(id, patch, at)),
    deleteDraft: ({ id }) =>
      onList(id, async (drafts) => {
        await drafts.delete(id);
        return shownElsewhere(ok({}));
      }),
    writeDraftEdit: ({ id, ...edit }) => savedList(id, (drafts, at) => drafts.writeEdit(id, edit, at)),
    writeDraftSource: ({ id, ...piece }) => savedList(id, (drafts, at) => drafts.writeSource(id, piece, at)),
    readDraftSource: ({ id, offset }) => on((drafts) => drafts.readSource(id, offset)),
    clearDraftSource: ({ id }) => savedList(id, (drafts, at) => drafts.clearSource(id, at)),
    writeDraftPeople: (chunk) =>
      onList(chunk.draftId, async (drafts) => {
        const people = await drafts.writePeople(chunk, now());
        return people.ok ? ok({ people: people.value }) : people;
      }),
    listTextedLately: async () => {
      const side = await program.side();
      if (!side.ok) return side;
      const { journal, journalProblem } = side.value.database;
      // Without its journal the program cannot know; that is said where it matters, at Review.
      const nobody = { numbers: [], at: [] };
      const asked = sinceLately(Date.parse(now()));
      const texted = journalProblem === null ? await journal.everybodyTextedSince(asked) : nobody;
      return ok({ days: lately, now: asked.now, ...texted });
    },
  };
}
