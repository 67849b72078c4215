import { appErrorOf, type AppError } from "../../shared/errors.ts";
import { isOwn, titleOfSource, type DraftSource } from "../../shared/library/draft.ts";
import { rememberMatching, type RememberedMatching } from "../../shared/recipients/fingerprint.ts";
import { guessedReading, type Edit, type ReadingSettings } from "../../shared/recipients/reading.ts";
import { err, type Result } from "../../shared/result.ts";
import type { Understood } from "../list-worker/protocol.ts";
import { askAnew } from "./ask-anew.ts";
import { setDraft, type DraftContext } from "./draft-context.ts";
import { createEditActs } from "./draft-edits.ts";
import { type ByteSource, isReadingAccepted, type NewSource } from "./draft-state.ts";
import { type NeverText, readBeside, sameNumbers } from "./judged-by.ts";
import { createListTurns } from "./lost-list.ts";
import { readSource, writeSource } from "./source-bytes.ts";

type GroupSource = Extract<DraftSource, { kind: "groups" }>;

/** Everything the Recipients step does to the draft. */
export type RecipientActs = ReturnType<typeof createRecipientActs>;

/** The acts on the source, its reading and its edits. */
export function createRecipientActs(context: DraftContext) {
  const { store, desk, list, id, saver } = context;
  // Two sources at once would mix their pieces in main, and one name would stand over the rows of the other.
  const turns = createListTurns(context, () => replay(store.getState().list === null ? undefined : { again: true }));
  const { inTurn, untilDeath, steadily, bringBack, settled } = turns;
  /** Counts the lists that the draft has had. */
  let present = 0;
  /** What is asked of the list that is shown now belongs to nobody of one that has taken its place by then. */
  const ofThisList = (act: () => Promise<void>): Promise<void> => {
    const asked = present;
    return inTurn(async () => (asked === present ? act() : undefined));
  };
  const { showState, ...edits } = createEditActs(context, ofThisList, steadily);
  let cancelled = false;
  /** The never-text list by which the rows are judged. */
  let judgedBy: NeverText = { numbers: [], since: [] };

  const open = async (
    source: ByteSource,
    content: Blob,
    reading: ReadingSettings,
    replay: Edit[],
    again?: { again: true },
  ) => {
    const { name } = source;
    cancelled = false;
    store.setState({ reading: { name, progress: null, ...again }, sourceProblem: null });
    const beside = await readBeside(context);
    if (!beside.ok) return beside;
    if (cancelled) return err(appErrorOf("file.gave-up"));
    try {
      const checked = isOwn(source);
      const place = context.place();
      const opened = await list.open({ name, content, reading, edits: replay, checked, ...place, ...beside.value });
      if (opened.ok) judgedBy = beside.value.neverText;
      return opened;
    } catch {
      return err(appErrorOf("file.gave-up"));
    }
  };

  const showUnderstood = async (understood: Understood) => {
    const [state, fields] = [await list.state(), await list.fields()];
    store.setState((now) => ({
      alike: null,
      lost: false,
      list: { understood, state, fields, revision: (now.list?.revision ?? 0) + 1 },
      reading: null,
      preflight: null,
    }));
  };

  const refuse = (name: string, error: AppError) => store.setState({ reading: null, sourceProblem: { name, error } });

  /** A campaign without a name gets that of its people. */
  const nameAfter = (source: DraftSource) => {
    if (store.getState().draft?.title !== "") return;
    const title = titleOfSource(source);
    setDraft(context, { title });
    saver.change({ title });
  };

  const saveReading = async (reading: ReadingSettings) => {
    setDraft(context, { reading });
    saver.change({ reading });
    await saver.flush();
  };

  /** The next file with these headings is matched as this one is. A table without headings is like no other. */
  const remember = async ({ columns, reading }: Understood): Promise<void> => {
    const matching = rememberMatching(columns, reading.columns);
    const source = store.getState().draft?.source ?? null;
    const isOthers = source !== null && !isOwn(source) && (source.kind === "file" || source.kind === "pasted");
    if (matching === null || !isOthers) return;
    const answer = await desk.rememberMatching(matching);
    if (!answer.ok) store.setState({ saveProblem: answer.error });
  };

  /** Saves the reading as it was understood, so that no later guess can change it. */
  const acceptReading = async (): Promise<void> => {
    const understood = store.getState().list?.understood;
    if (understood === undefined) return;
    await saveReading(understood.reading);
    store.setState({ checking: false });
    await remember(understood);
  };

  /** Other switches for the same bytes, understood by what is remembered where that is given. */
  const reread = async (reading: ReadingSettings, remembered?: RememberedMatching[]): Promise<void> => {
    const { draft } = store.getState();
    if (draft === null || draft.source === null || draft.source.kind === "groups") return;
    store.setState({ reading: { name: draft.source.name, progress: null, again: true }, sourceProblem: null });
    const understood = await list.reread(reading, remembered);
    if (!understood.ok) return refuseSource(draft.source.name, understood.error);
    askAnew(context, "people");
    await saveReading(reading);
    await showUnderstood(understood.value);
  };

  /** Brings the rows of the saved draft back by replay; `again` where what is on the screen stays there meanwhile. */
  const replay = async (again?: { again: true }): Promise<void> => {
    const { draft } = store.getState();
    if (draft === null || draft.source === null || draft.source.kind === "groups") return;
    const stored = await readSource(desk, id);
    const { name } = draft.source;
    const understood = stored.ok ? await open(draft.source, stored.value, draft.reading, draft.edits, again) : stored;
    if (!understood.ok) return refuse(name, understood.error);
    // A saved list was right once already, and numbers typed by hand have nothing to guess.
    const known = isOwn(draft.source) || draft.source.kind === "typed";
    if (again === undefined) store.setState({ checking: !known && !isReadingAccepted(draft.reading) });
    await showUnderstood(understood.value);
    if (known && !isReadingAccepted(draft.reading)) await acceptReading();
  };

  /** Whether rows and columns would be others than those that were corrected. */
  const isAnotherTable = ({ sheet, delimiter }: Partial<ReadingSettings>): boolean => {
    const now = store.getState().list?.understood.reading;
    const isOther = <T>(wanted: T | undefined, used: T | undefined) => wanted !== undefined && wanted !== used;
    return isOther(sheet, now?.sheet) || isOther(delimiter, now?.delimiter);
  };

  /** The same bytes as a new source: whoever has corrected rows of the table that was read is asked first. */
  const offerAnew = async (reading: ReadingSettings): Promise<void> => {
    const { draft } = store.getState();
    if (draft === null || draft.source === null || draft.source.kind === "groups") return;
    const stored = await readSource(desk, id);
    if (!stored.ok) return refuse(draft.source.name, stored.error);
    store.setState({ offered: { source: draft.source, content: stored.value, reading, check: true } });
  };

  /** A worker that was given up took the list that was there with it: a fresh one reads it again. */
  const refuseSource = async (name: string, error: AppError): Promise<void> => {
    if (error.code === "file.gave-up") await replay();
    refuse(name, error);
  };

  /** Back to the empty step. */
  const dropSource = async (): Promise<void> => {
    await saver.flush();
    const cleared = await desk.clearDraftSource({ id });
    if (!cleared.ok) return store.setState({ saveProblem: cleared.error });
    saver.editsAre([]);
    present += 1;
    setDraft(context, { source: null, reading: guessedReading, edits: [], acceptedPeople: null });
    askAnew(context, "people");
    const nothing = { tally: null, tallyOf: null, price: null, preflight: null, sourceProblem: null };
    store.setState({ list: null, checking: false, savedAt: cleared.value.savedAt, ...nothing });
  };

  const takeSource = async ({ source, content, check, reading = guessedReading }: NewSource): Promise<void> => {
    setDraft(context, { step: "recipients" });
    saver.change({ step: "recipients" });
    await saver.flush();
    const understood = await open(source, content, reading, []);
    if (!understood.ok && !cancelled) return refuseSource(source.name, understood.error);
    const written = understood.ok ? await writeSource(desk, id, source, content, () => cancelled) : understood;
    if (!written.ok) {
      // Main has what was there as it was; the worker has it no more.
      const stopped = cancelled;
      await replay();
      return stopped ? store.setState({ reading: null }) : refuse(source.name, written.error);
    }
    saver.editsAre([]);
    present += 1;
    setDraft(context, { source, reading, edits: [], acceptedPeople: null });
    if (reading !== guessedReading) saver.change({ reading });
    askAnew(context, "people");
    nameAfter(source);
    store.setState({ savedAt: written.value.savedAt, checking: true, handedOver: null, tally: null, tallyOf: null });
    // It was stopped too late: main has all of it, and the worker nothing any more.
    if (cancelled || !understood.ok) return replay();
    await showUnderstood(understood.value);
    if (!check) await acceptReading();
  };

  return {
    ...edits,
    replay: () => inTurn(() => untilDeath(replay)),
    bringBack: (asked = true) => bringBack(asked),
    settled,
    acceptReading: () => ofThisList(acceptReading),
    dropSource: () => ofThisList(dropSource),

    /** Takes a new source in place of the old one, once it can be read. */
    takeSource: (next: NewSource): Promise<void> => {
      store.setState({ offered: null });
      return inTurn(() => untilDeath(() => takeSource(next)));
    },

    /** Contact Book lists: their people stay at the service, so there are no rows to show. */
    takeGroups: (source: GroupSource): Promise<Result<unknown, AppError>> =>
      inTurn(async () => {
        await saver.flush();
        const written = await writeSource(desk, id, source, new Blob([]));
        if (!written.ok) return written;
        saver.editsAre([]);
        present += 1;
        setDraft(context, { source, reading: guessedReading, edits: [], acceptedPeople: null });
        askAnew(context, "people");
        nameAfter(source);
        store.setState({ list: null, checking: false, tally: null, tallyOf: null, price: null, preflight: null });
        return written;
      }),

    /** Ends the reading that is under way. */
    cancelReading: (): void => {
      cancelled = true;
      list.cancel();
    },

    /**
     * Other switches for the same bytes. A new encoding, delimiter, sheet or heading has its columns guessed anew; a new
     * delimiter or sheet is another table, to which no correction belongs. `wanted` may depend on what the changes before
     * it have made of them.
     */
    changeReading: (
      wanted: Partial<ReadingSettings> | ((now: Understood) => Partial<ReadingSettings>),
    ): Promise<void> =>
      ofThisList(async () => {
        const { draft, list: shown } = store.getState();
        if (draft === null || shown === null) return;
        const change = typeof wanted === "function" ? wanted(shown.understood) : wanted;
        const { columns } = { ...draft.reading, ...change };
        const keepsColumns =
          Object.keys(change).every((key) => key === "columns" || key === "defaultCountry") &&
          // Numbers that no column was found by may be those of the country that is chosen now.
          (change.columns !== undefined || columns === null || columns.some(({ kind }) => kind === "phone"));
        // What is chosen for the columns of a sheet belongs to no other one, whichever is guessed next time.
        const { sheet } = shown.understood.reading;
        const reading = { ...draft.reading, sheet, ...(keepsColumns ? {} : { columns: null }), ...change };
        await (draft.edits.length > 0 && isAnotherTable(change) ? offerAnew(reading) : reread(reading));
      }),

    /** Forgets how files with these headings were matched, and guesses this one's columns anew. */
    forgetMatching: (fingerprint: string): Promise<void> =>
      ofThisList(async () => {
        const { draft } = store.getState();
        if (draft === null) return;
        const forgotten = await desk.forgetMatching({ fingerprint });
        if (!forgotten.ok) return store.setState({ saveProblem: forgotten.error });
        await reread({ ...draft.reading, columns: null }, []);
      }),

    /** Shows "Do these look right?" again. */
    checkAgain: () => store.setState({ checking: true }),

    /** Judges the rows again after the never-text list changed; what was judged by the same list stays as it is. */
    refreshNeverText: (): Promise<void> =>
      inTurn(async () => {
        if (store.getState().list === null) return;
        const neverText = await desk.readNeverText({});
        if (!neverText.ok || sameNumbers(judgedBy, neverText.value)) return;
        judgedBy = neverText.value;
        showState(await list.setNeverText(neverText.value));
      }),
  };
}
