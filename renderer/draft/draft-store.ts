import { createStore } from "zustand/vanilla";
import { isSender } from "../../shared/account.ts";
import { appErrorOf, type AppError } from "../../shared/errors.ts";
import type { Desk } from "../../shared/ipc/bridge.ts";
import type { Draft } from "../../shared/library/draft.ts";
import type { LatinStandard } from "../../shared/message/latin.ts";
import type { Result } from "../../shared/result.ts";
import { askAnew } from "./ask-anew.ts";
import { setDraft, type DraftContext, type DraftPlace } from "./draft-context.ts";
import { createMeasuring, sameTerms } from "./draft-measuring.ts";
import { createHandOver } from "./draft-people.ts";
import { createRecipientActs, type RecipientActs } from "./draft-recipients.ts";
import { createReviewActs, type ReviewActs } from "./draft-review.ts";
import { createDraftSaver } from "./draft-saver.ts";
import { unopened, type DraftList, type DraftState } from "./draft-state.ts";

/** One draft on the screen: what is known of it, and everything that can be done to it. */
export type DraftStore = {
  store: DraftContext["store"];
  list: DraftList;
  recipients: RecipientActs;
  review: ReviewActs;
  /** `fatal` names the file over which the last window with this draft died; it is not read again unasked. */
  open: (fatal?: string | null) => Promise<void>;
  rename: (title: string) => void;
  write: (text: string) => void;
  /** Whose rules write every text in Latin letters from now on; null for none. */
  writeInLatin: (standard: LatinStandard | null) => void;
  goTo: (step: Draft["step"]) => Promise<void>;
  /** Asks for the price of the present tally, if there is an account and a sender to ask for. */
  askPrice: () => void;
  loadAccount: () => Promise<void>;
  /** Keeps the list under a name. */
  saveList: (name: string) => Promise<Result<unknown, AppError>>;
  /** Puts the people beside a saved list, for it to be compared with them. */
  putBeside: (listId: string) => Promise<Result<unknown, AppError>>;
  flush: () => Promise<boolean>;
  close: () => Promise<void>;
};

/** Makes the store of one draft. `desk` and `list` are its ports: the main process and the list worker. */
export function createDraftStore(id: string, desk: Desk, list: DraftList, place: () => DraftPlace): DraftStore {
  const store = createStore<DraftState>(() => unopened);
  const saver = createDraftSaver(desk, id, (outcome) =>
    store.setState("error" in outcome ? { saveProblem: outcome.error } : { ...outcome, saveProblem: null }),
  );
  const context: DraftContext = { id, desk, list, place, store, saver };
  const recipients = createRecipientActs(context);
  const handOver = createHandOver(context);
  const review = createReviewActs(context, handOver, recipients.refreshNeverText);
  const { askTally, askPrice } = createMeasuring(context);

  const stopProgress = list.onProgress((progress) =>
    store.setState(({ reading }) => (reading === null ? {} : { reading: { ...reading, progress } })),
  );
  const stopReturning = list.onLost(() => {
    const bringBack = async () => {
      await recipients.bringBack(false);
      const { draft, lost } = store.getState();
      if (draft?.step === "review" && !lost) await review.review();
    };
    void bringBack();
  });
  const stopMeasuring = store.subscribe((now, before) => {
    const same =
      now.draft?.text === before.draft?.text &&
      now.draft?.review.latinLetters === before.draft?.review.latinLetters &&
      now.list?.revision === before.list?.revision;
    if (!same) askTally();
    if (now.price !== null && !sameTerms(now.draft, before.draft)) store.setState({ price: null });
  });

  const loadAccount = async () => {
    const senders = await desk.listSenders({});
    if (senders.ok) store.setState({ senders: senders.value });
    const usable = senders.ok ? senders.value.filter(({ name, status }) => status === "active" && isSender(name)) : [];
    const chosen = usable.find(({ isDefault }) => isDefault) ?? usable[0];
    const { draft } = store.getState();
    if (draft?.review.sender === "" && chosen !== undefined) {
      review.changeReview({ sender: chosen.name }, draft.step !== "review");
    }
    if (draft?.source?.kind === "groups") await loadContactFields(context);
  };

  const flush = async (): Promise<boolean> => {
    const { reading } = store.getState();
    // What was typed in a cell is given up only as its editor goes, right after this. A new source is not waited for.
    if (reading === null || reading.again === true) await recipients.settled();
    return saver.flush();
  };

  return {
    store,
    list,
    recipients: {
      ...recipients,
      takeGroups: async (source) => {
        const taken = await recipients.takeGroups(source);
        if (taken.ok) await loadContactFields(context);
        return taken;
      },
    },
    review,
    askPrice,
    loadAccount,
    async saveList(name) {
      const handed = await handOver();
      return handed.ok ? desk.saveList({ name, draftId: id }) : handed;
    },
    async putBeside(listId) {
      const handed = await handOver();
      return handed.ok ? desk.writeListUpdateFromDraft({ id: listId, draftId: id }) : handed;
    },
    flush,

    async open(fatal = null) {
      const opened = await desk.openDraft({ id });
      if (!opened.ok) return store.setState({ problem: opened.error });
      store.setState({ draft: opened.value, savedAt: null });
      saver.editsAre(opened.value.edits);
      if (fatal !== null) return reopenAfter(context, fatal, recipients);
      await recipients.replay();
      if (opened.value.step === "review") await review.review();
    },

    rename(title) {
      setDraft(context, { title });
      saver.change({ title });
    },

    write(text) {
      if (store.getState().draft?.text !== text) askAnew(context, "text");
      setDraft(context, { text });
      store.setState({ preflight: null });
      saver.change({ text });
    },

    writeInLatin(standard) {
      if (store.getState().draft?.review.latinLetters !== standard) askAnew(context, "text");
      store.setState({ preflight: null });
      review.changeReview({ latinLetters: standard }, true);
    },

    async goTo(step) {
      setDraft(context, { step });
      saver.change({ step });
      // Whoever goes on has read why a file was not taken.
      if (step !== "recipients") store.setState({ sourceProblem: null });
      if (step === "review") return review.review();
      await saver.flush();
      const { list: shown, checking } = store.getState();
      if (step === "message" && shown !== null && !checking) await handOver();
    },

    async close() {
      stopProgress();
      stopMeasuring();
      stopReturning();
      await flush();
      list.end();
    },
  };
}

/** Says what the file did. What was there before it is shown as it was, unless it is this very file. */
async function reopenAfter(context: DraftContext, fatal: string, { replay }: RecipientActs): Promise<void> {
  const { store } = context;
  setDraft(context, { step: "recipients" });
  const source = store.getState().draft?.source ?? null;
  if (source === null || source.kind === "groups" || source.name !== fatal) await replay();
  store.setState({ sourceProblem: { name: fatal, error: appErrorOf("file.gave-up") } });
}

async function loadContactFields({ desk, store }: DraftContext): Promise<void> {
  const fields = await desk.listContactFields({});
  if (!fields.ok) return store.setState({ contactFieldsProblem: fields.error });
  const { fields: contactFields, keptSince } = fields.value;
  store.setState({ contactFields, contactFieldsSince: keptSince, contactFieldsProblem: null });
}
