import type { Handlers } from "./serve.ts";
import { ok } from "../../shared/result.ts";
import type { Database } from "../database/database.ts";

type DraftHandlers = Pick<
  Handlers,
  | "createDraft"
  | "openDraft"
  | "saveDraft"
  | "deleteDraft"
  | "appendDraftEdit"
  | "undoDraftEdit"
  | "writeDraftSource"
  | "readDraftSource"
  | "clearDraftSource"
  | "writeDraftPeople"
>;

export type DraftPorts = {
  /** The databases of the side that the window shows: the account's or the practice ones. */
  database: () => Database;
  /** ISO 8601 UTC. */
  now: () => string;
  newId: () => string;
  changed: () => void;
};

/** Commands on drafts. Each is saved before it answers. */
export function draftHandlers({ database, now, newId, changed }: DraftPorts): DraftHandlers {
  const drafts = (): Database["drafts"] => database().drafts;
  /** Answers when it was saved, or why it was not. */
  const saved = async <E>(act: (at: string) => Promise<{ ok: true } | { ok: false; error: E }>) => {
    const at = now();
    const done = await act(at);
    return done.ok ? ok({ savedAt: at }) : done;
  };
  return {
    createDraft: async ({ title }) => {
      const draft = await drafts().create({ id: newId(), campaignId: newId() }, title, now());
      changed();
      return ok(draft);
    },
    openDraft: ({ id }) => drafts().open(id),
    saveDraft: ({ id, patch }) => saved((at) => drafts().save(id, patch, at)),
    deleteDraft: async ({ id }) => {
      await drafts().delete(id);
      changed();
      return ok({});
    },
    appendDraftEdit: ({ id, edit }) => saved((at) => drafts().appendEdit(id, edit, at)),
    undoDraftEdit: async ({ id }) => {
      const left = await drafts().undoEdit(id, now());
      return left.ok ? ok({ edits: left.value }) : left;
    },
    writeDraftSource: ({ id, ...piece }) => saved((at) => drafts().writeSource(id, piece, at)),
    readDraftSource: ({ id, offset }) => drafts().readSource(id, offset),
    clearDraftSource: ({ id }) => saved((at) => drafts().clearSource(id, at)),
    writeDraftPeople: async (chunk) => {
      const people = await drafts().writePeople(chunk, now());
      return people.ok ? ok({ people: people.value }) : people;
    },
  };
}
