import type { RenderResult } from "@testing-library/react";
import type { ReactNode } from "react";
import { createDraftStore, type DraftStore } from "../../../../../renderer/draft/draft-store.ts";
import type { DraftList } from "../../../../../renderer/draft/draft-state.ts";
import { DraftContext, useDraft } from "../../../../../renderer/draft/use-draft.ts";
import { ListEngine } from "../../../../../renderer/list-worker/list-engine.ts";
import { openContent } from "../../../../../renderer/list-worker/serve.ts";
import type { ListView } from "../../../../../renderer/draft/draft-state.ts";
import type { Desk } from "../../../../../shared/ipc/bridge.ts";
import { type Draft, reviewSettings } from "../../../../../shared/library/draft.ts";
import type { RememberedMatching } from "../../../../../shared/recipients/fingerprint.ts";
import { type Edit, guessedReading } from "../../../../../shared/recipients/reading.ts";
import { ok } from "../../../../../shared/result.ts";
import { giveDesk } from "../../fake-desk.ts";
import { onTheDesk } from "../../on-the-desk.tsx";

const savedAt = "2026-11-16T08:00:00.000Z";

const plannedFor = "2999-01-01T09:00:00.000Z";
type Beside = { textedLately?: string[]; toBeTexted?: string[]; matchings?: RememberedMatching[]; bytes?: Uint8Array };

/** A draft whose source is this text, read by the real engine; main's side keeps what it is told. */
export async function openedDraft(text: string, beside: Beside = {}): Promise<DraftStore> {
  const bytes = beside.bytes ?? new TextEncoder().encode(text);
  const draft: Draft = {
    id: "d1",
    campaignId: "c1",
    title: "Roses",
    createdAt: savedAt,
    updatedAt: savedAt,
    step: "recipients",
    source: { kind: "file", name: "Roses.csv", size: bytes.length },
    reading: guessedReading,
    edits: [],
    text: "",
    review: reviewSettings.parse({}),
    acceptedPeople: null,
  };
  const { textedLately = [], toBeTexted = [] } = beside;
  let matchings = beside.matchings ?? [];
  const desk: Partial<Desk> = {
    openDraft: async () => ok(draft),
    saveDraft: async () => ok({ savedAt }),
    readDraftSource: async () => ok({ bytes: bytes.slice(), total: bytes.length }),
    writeDraftEdit: async () => ok({ savedAt }),
    readNeverText: async () => ok({ numbers: [], since: [] }),
    listTextedLately: async () =>
      ok({
        days: 7,
        now: savedAt,
        numbers: [...textedLately, ...toBeTexted],
        at: [...textedLately.map(() => savedAt), ...toBeTexted.map(() => plannedFor)],
      }),
    listMatchings: async () => ok(matchings),
    forgetMatching: async () => {
      matchings = [];
      return ok({});
    },
  };
  await giveDesk(desk);
  const engine = new ListEngine(() => undefined);
  let ended = false;
  const list: DraftList = Object.assign(Object.create(engine), {
    open: (source: Parameters<DraftList["open"]>[0]) => openContent(engine, source, () => undefined),
    onProgress: () => () => undefined,
    cancel: () => undefined,
    end: () => (ended = true),
    // As a worker answers: not at once, and never once it has ended.
    applyEdit: async (edit: Edit) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      if (ended) throw new Error("The worker has ended");
      return engine.applyEdit(edit);
    },
    isLost: () => false,
    onLost: () => () => undefined,
  });
  const opened = createDraftStore("d1", window.desk, list, () => ({ locale: "en-GB", systemCountry: "UA" }));
  await opened.open();
  return opened;
}

/** Shows a piece of the Recipients step, made anew with every change of the list. */
export function onTheDraft(draft: DraftStore, piece: (list: ListView) => ReactNode): RenderResult {
  return onTheDesk(
    <DraftContext value={draft}>
      <Piece piece={piece} />
    </DraftContext>,
  );
}

function Piece({ piece }: { piece: (list: ListView) => ReactNode }) {
  const list = useDraft((state) => state.list);
  return list === null ? null : piece(list);
}
