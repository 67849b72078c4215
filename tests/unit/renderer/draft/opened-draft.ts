import { createStore } from "zustand/vanilla";
import type { DraftContext } from "../../../../renderer/draft/draft-context.ts";
import { createRecipientActs, type RecipientActs } from "../../../../renderer/draft/draft-recipients.ts";
import { createDraftSaver } from "../../../../renderer/draft/draft-saver.ts";
import { type DraftList, type DraftState, unopened } from "../../../../renderer/draft/draft-state.ts";
import { ListEngine } from "../../../../renderer/list-worker/list-engine.ts";
import { openContent } from "../../../../renderer/list-worker/serve.ts";
import { appErrorOf } from "../../../../shared/errors.ts";
import type { Desk } from "../../../../shared/ipc/bridge.ts";
import {
  type Draft,
  type DraftPatch,
  type DraftSource,
  reviewSettings,
  titleOfSource,
} from "../../../../shared/library/draft.ts";
import type { RememberedMatching } from "../../../../shared/recipients/fingerprint.ts";
import { guessedReading } from "../../../../shared/recipients/reading.ts";
import { err, ok } from "../../../../shared/result.ts";

export const bytes = new TextEncoder().encode("Name;Phone\nOlena;380671234567\nTaras;380501234568");
export const content = new Blob([bytes]);
export const draft: Draft = {
  id: "d1",
  campaignId: "c1",
  title: "Roses",
  createdAt: "2026-11-16T08:00:00.000Z",
  updatedAt: "2026-11-16T08:00:00.000Z",
  step: "recipients",
  source: { kind: "file", name: "Customers.csv", size: bytes.length },
  reading: guessedReading,
  edits: [],
  text: "",
  review: reviewSettings.parse({}),
  acceptedPeople: null,
};

/** The engine behind a worker that is given up over one file, and forgets its list with it. */
function listThatGivesUpOver(name: string): DraftList {
  let engine = new ListEngine(() => undefined);
  const list: Pick<
    DraftList,
    "open" | "reread" | "state" | "fields" | "setNeverText" | "applyEdit" | "undoEdit" | "cancel" | "isLost"
  > = {
    async open(source) {
      if (source.name !== name) return openContent(engine, source, () => undefined);
      engine = new ListEngine(() => undefined);
      return err(appErrorOf("file.gave-up"));
    },
    async reread(reading, remembered) {
      if (reading.delimiter !== "\t") return engine.reread(reading, remembered);
      engine = new ListEngine(() => undefined);
      return err(appErrorOf("file.gave-up"));
    },
    state: () => engine.state(),
    fields: () => engine.fields(),
    setNeverText: (numbers) => engine.setNeverText(numbers),
    applyEdit: (edit) => engine.applyEdit(edit),
    undoEdit: () => engine.undoEdit(),
    cancel: () => undefined,
    // Its reader says so at once, and the draft reads what was there again.
    isLost: () => false,
  };
  return list as DraftList;
}

/** As long as anything that is under way could take. */
export async function manyTurns(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** @param onFurtherPiece asked while main takes the second and every later piece of a source */
export async function openedDraft(onFurtherPiece: (acts: RecipientActs) => void | Promise<void> = () => undefined) {
  const savedAt = "2026-11-16T08:00:01.000Z";
  const neverText = { numbers: [] as string[], since: [] as string[] };
  const saved: DraftPatch[] = [];
  const matchings: RememberedMatching[] = [];
  /** Where the pieces begin that main has been given, and of which source each was. */
  const pieces: number[] = [];
  const sources: string[] = [];
  const desk = {
    listTextedLately: async () =>
      ok({
        days: 7,
        now: "2026-11-17T08:00:00.000Z",
        numbers: ["380501234568"],
        at: ["2026-11-15T08:00:00.000Z"],
      }),
    listMatchings: async () => ok([...matchings]),
    rememberMatching: async (matching: RememberedMatching) => {
      matchings.push(matching);
      return ok({});
    },
    forgetMatching: async () => {
      matchings.length = 0;
      return ok({});
    },
    readNeverText: async () => ok({ numbers: [...neverText.numbers], since: [...neverText.since] }),
    readDraftSource: async ({ offset }: { offset: number }) => ok({ bytes: bytes.slice(offset), total: bytes.length }),
    writeDraftSource: async ({ offset, source }: { offset: number; source: DraftSource }) => {
      const name = titleOfSource(source);
      pieces.push(offset);
      sources.push(name);
      if (offset > 0) await onFurtherPiece(acts);
      return ok({ savedAt });
    },
    clearDraftSource: async () => {
      pieces.length = 0;
      return ok({ savedAt });
    },
    saveDraft: async ({ patch }: { patch: DraftPatch }) => {
      saved.push(patch);
      return ok({ savedAt });
    },
    writeDraftEdit: async () => ok({ savedAt }),
  } as Pick<
    Desk,
    | "readNeverText"
    | "listTextedLately"
    | "listMatchings"
    | "rememberMatching"
    | "forgetMatching"
    | "readDraftSource"
    | "writeDraftSource"
    | "clearDraftSource"
    | "saveDraft"
    | "writeDraftEdit"
  > as Desk;
  const list = listThatGivesUpOver("Endless.csv");
  const store = createStore<DraftState>(() => ({ ...unopened, draft }));
  const saver = createDraftSaver(desk, draft.id, () => undefined);
  const place = () => ({ locale: "en-US", systemCountry: "UA" });
  const context: DraftContext = { id: draft.id, desk, list, place, store, saver };
  const acts = createRecipientActs(context);
  await acts.replay();
  return { acts, store, list, saved, neverText, matchings, pieces, sources };
}
