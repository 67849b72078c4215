import { appErrorOf } from "../../shared/errors.ts";
import type { Edit } from "../../shared/recipients/reading.ts";
import type { ListState } from "../list-worker/protocol.ts";
import { askAnew } from "./ask-anew.ts";
import { setDraft, type DraftContext } from "./draft-context.ts";
import type { ListTurns } from "./lost-list.ts";
import { createTurns } from "../../shared/in-turn.ts";

/** How long the rows of before stand unmarked, in milliseconds: most edits are made sooner. */
const patience = 300;

/** A cell as it is corrected: `before` and `value` as they are written, the phone with all its digits. */
export type Correction = { row: number; column: number; before: string; value: string };

/** After one cell was mended: the one edit that does the same to all the others like it. */
export type AlikeOffer = { edit: Edit; cells: number; before: string; value: string };

/**
 * The edits on top of the source: one after another, each saved at once, the last one taken back and made again. One over
 * which the worker dies is made on the list that comes back (`steadily`).
 */
export function createEditActs(
  context: DraftContext,
  inTurn: (act: () => Promise<void>) => Promise<void> = createTurns(),
  steadily: ListTurns["steadily"] = (ask) => ask(),
) {
  const { store, list, saver } = context;

  let underWay = 0;
  let alarm: ReturnType<typeof setTimeout> | undefined;

  /** Says so when the rows on the screen stay those of before. */
  const enqueue = async (act: () => Promise<void>): Promise<void> => {
    underWay += 1;
    if (underWay === 1) alarm = setTimeout(() => store.setState({ changing: true }), patience);
    try {
      await inTurn(act);
    } catch {
      store.setState({ saveProblem: appErrorOf("internal") });
    } finally {
      underWay -= 1;
      if (underWay === 0) {
        clearTimeout(alarm);
        if (store.getState().changing) store.setState({ changing: false });
      }
    }
  };

  const showState = (state: ListState) =>
    store.setState(({ list }) =>
      list === null ? {} : { list: { ...list, state, revision: list.revision + 1 }, preflight: null },
    );

  /** The saver says what it could not save, and saves it later. */
  const keep = async (now: Edit[]): Promise<void> => {
    setDraft({ store }, { edits: now });
    await saver.changeEdits(now);
  };

  /** Keeps one more edit that the worker has made. */
  const append = async (edit: Edit): Promise<void> => {
    // Whoever is left out changes nothing for those who stay.
    if (edit.kind !== "leave-out" || !edit.out) askAnew(context, "people");
    await keep([...(store.getState().draft?.edits ?? []), edit]);
  };

  const make = async (edit: Edit): Promise<void> => {
    store.setState({ alike: null });
    showState(await steadily(() => list.applyEdit(edit)));
    await append(edit);
  };

  return {
    showState,

    /** One more edit on top of the source. */
    edit: (edit: Edit): Promise<void> => enqueue(() => make(edit)),

    /** Corrects one cell; where others of its column read the same, the same is offered for them. */
    correct: ({ row, column, before, value }: Correction): Promise<void> =>
      enqueue(async () => {
        await make({ kind: "cell", row, column, value });
        if (before === "") return;
        const edit = { kind: "replace", column, find: before, by: value, whole: true } as const;
        const { cells } = await steadily(() => list.foreseeReplace(edit));
        if (cells > 0) store.setState({ alike: { edit, cells, before, value } });
      }),

    /** Takes the number that a row's cell offers; where others were refused for the same reason, theirs are offered. */
    takeOffered: ({ row, before, value }: Omit<Correction, "column">): Promise<void> =>
      enqueue(async () => {
        const { rows, offered } = await steadily(() => list.rowsAlike(row));
        await make({ kind: "take-offered", rows: [row], offered: [value.replace("+", "")] });
        const isOther = (_: unknown, at: number): boolean => rows[at] !== row;
        const others = { rows: rows.filter(isOther), offered: offered.filter(isOther) };
        if (others.rows.length === 0) return;
        const edit = { kind: "take-offered", ...others } as const;
        store.setState({ alike: { edit, cells: others.rows.length, before, value } });
      }),

    /** Leaves out everybody of the list who was texted lately. */
    leaveOutTextedLately: (): Promise<void> =>
      enqueue(async () => {
        const rows = await steadily(() => list.rowsTextedLately());
        // A double click has left them out already: an edit of nobody would be a step back that shows nothing.
        if (rows.length > 0) await make({ kind: "leave-out", rows, out: true });
      }),

    /** Takes back everybody whom the file crosses out. */
    textCrossedOut: (): Promise<void> =>
      enqueue(async () => {
        const rows = await steadily(() => list.rowsCrossedOut());
        if (rows.length > 0) await make({ kind: "leave-out", rows, out: false });
      }),

    /** Puts the offer for all cells like the last one away. */
    keepOthers: () => store.setState({ alike: null }),

    /** Takes the last edit back; without edits nothing happens. */
    undo: (): Promise<void> =>
      enqueue(async () => {
        const before = store.getState().draft?.edits ?? [];
        if (before.length === 0) return;
        store.setState({ alike: null });
        showState(await steadily(() => list.undoEdit()));
        askAnew(context, "people");
        await keep(before.slice(0, -1));
      }),

    /** Makes the edit that was taken back last once more; after a new edit there is none. */
    redo: (): Promise<void> =>
      enqueue(async () => {
        const { state, edit } = await list.redoEdit();
        if (edit === null) return;
        store.setState({ alike: null });
        showState(state);
        await append(edit);
      }),
  };
}
