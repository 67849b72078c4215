import { type ComponentType, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { appNow, useApp } from "../ui/app-store.ts";
import { keepTyping } from "../ui/cell-editor.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { desk } from "../ui/desk.ts";
import { beforeLeaving } from "../ui/leaving.ts";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { Page } from "../ui/page.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { useMenuCommand } from "../ui/screen-keys.ts";
import { isTextField } from "../ui/text-history.ts";
import { defaultCountryOf } from "../ui/use-phone-reader.ts";
import { type CompareList, CompareListProvider } from "./compare-list.ts";
import type { DraftPlace } from "./draft-context.ts";
import { createDraftStore, type DraftStore } from "./draft-store.ts";
import { createListClient } from "./list-client.ts";
import styles from "./new-campaign.module.css";
import { offerFile, offerFiles } from "./offer-source.ts";
import type { StepProps } from "./step-props.ts";
import { DraftContext, useDraft, useDraftStore } from "./use-draft.ts";
import { useFileDrop } from "./use-file-drop.ts";
import { draftAddress, setDraftAddress } from "./window-address.ts";

/** The New campaign screen: recipients, message and review of one draft. */
export function NewCampaign({
  draftId,
  openedFile,
  Step,
  onOpenCampaign,
  onCompareList,
}: {
  draftId: string;
  /** A file that was opened with the program or from its menu, to become this draft's source. */
  openedFile: File | null;
  Step: ComponentType<StepProps>;
  onOpenCampaign: (id: string) => void;
  onCompareList: CompareList;
}) {
  const draft = useOpenDraft(draftId, openedFile);
  if (draft === null) return null;
  return (
    <DraftContext value={draft}>
      <CompareListProvider value={onCompareList}>
        <PresentStep Step={Step} onOpenCampaign={onOpenCampaign} />
      </CompareListProvider>
    </DraftContext>
  );
}

/** Where the window runs as a source is read: the country may have been set since the draft was opened. */
function placeNow(): DraftPlace {
  const app = appNow();
  return { locale: app.locale, systemCountry: defaultCountryOf(app) ?? "US" };
}

/** The draft that was left last is saved to the end before one is opened: it may be the same. */
let closed: Promise<void> = Promise.resolve();

/** One store for as long as the draft is on the screen; what is typed is saved before it goes. */
function useOpenDraft(draftId: string, openedFile: File | null): DraftStore | null {
  const [draft, setDraft] = useState<DraftStore | null>(null);
  const shown = useRef<Promise<unknown>>(Promise.resolve());

  useEffect(() => {
    const list = createListClient();
    list.getReady();
    const opened = createDraftStore(draftId, desk(), list, placeNow);
    // oxlint-disable-next-line react/set-state-in-effect -- the store is made and closed by the effect: nobody else can know it
    setDraft(opened);
    const before = draftAddress();
    const fatal = before?.draftId === draftId ? before.reading : null;
    setDraftAddress({ draftId, reading: null });
    const stop = opened.store.subscribe((now, then) => {
      if (now.reading?.name !== then.reading?.name) setDraftAddress({ draftId, reading: now.reading?.name ?? null });
    });
    const start = async () => {
      await closed;
      await opened.open(fatal);
      void opened.loadAccount();
    };
    shown.current = start();
    const staySaved = beforeLeaving(opened.flush);
    return () => {
      stop();
      // A file that is left while it is read is none that the window has died over.
      setDraftAddress({ draftId, reading: null });
      staySaved();
      closed = opened.close();
    };
  }, [draftId]);
  useEffect(() => {
    if (draft === null || openedFile === null) return;
    void shown.current.then(() => afterTyping(draft)).then(() => offerFile(draft, openedFile));
  }, [draft, openedFile]);
  return draft;
}

/** A correction that is being typed is one that goes with the list: whoever brings another one is asked first. */
async function afterTyping({ recipients }: DraftStore): Promise<void> {
  if (keepTyping()) await recipients.settled();
}

function PresentStep({
  Step,
  onOpenCampaign,
}: {
  Step: ComponentType<StepProps>;
  onOpenCampaign: StepProps["onOpenCampaign"];
}) {
  const { t } = useTranslation("draft");
  const draft = useDraftStore();
  const step = useDraft((state) => state.draft?.step ?? null);
  const problem = useDraft((state) => state.problem);
  const dragging = useFileDrop((files) => void afterTyping(draft).then(() => offerFiles(draft, files)));
  useFreshNumbers(draft);
  useMenuSteps(draft);

  if (step === null || problem !== null) {
    return <Page title={t("untitled")}>{problem === null ? <Skeleton /> : <ErrorNotice error={problem} />}</Page>;
  }
  return (
    <>
      <Step step={step} onOpenCampaign={onOpenCampaign} />
      {dragging && (
        <div className={styles.drop} aria-hidden="true">
          {t("drop.here")}
        </div>
      )}
      <ReplaceDialog />
    </>
  );
}

/** Rows are judged again when the never-text list changes, senders asked again when the account does. */
function useFreshNumbers(draft: DraftStore): void {
  const { counts, account } = useApp();
  const known = useRef(counts.neverText);
  useEffect(() => {
    if (known.current === counts.neverText) return;
    known.current = counts.neverText;
    const judgeAgain = async () => {
      await draft.recipients.refreshNeverText();
      const { draft: shown, preflight, reviewing } = draft.store.getState();
      if (shown?.step === "review" && preflight === null && !reviewing) await draft.review.review();
    };
    void judgeAgain();
  }, [draft, counts.neverText]);

  const works = account.mode !== "none" && account.problem === null;
  const worked = useRef(works);
  useEffect(() => {
    if (works && !worked.current) void draft.loadAccount();
    worked.current = works;
  }, [draft, works]);
}

/** Undo and redo of the program's menu are of the list while it is on the screen. */
function useMenuSteps(draft: DraftStore): void {
  useMenuCommand((command) => {
    const inList = draft.store.getState().draft?.step === "recipients" && !isTextField(document.activeElement);
    if (command === "undo" && inList) void draft.recipients.undo();
    if (command === "redo" && inList) void draft.recipients.redo();
  });
}

function ReplaceDialog() {
  const { t } = useTranslation("draft");
  const { store, recipients } = useDraftStore();
  const offered = useDraft((state) => state.offered);
  const edits = useDraft((state) => state.draft?.edits.length ?? 0);
  const isSameFile = useDraft((state) => state.offered?.source === state.draft?.source);
  if (offered === null) return null;
  const { name } = offered.source;
  const corrections = { count: edits };
  return (
    <ConfirmDialog
      title={isSameFile ? t("readAnew.title", { name }) : t("replace.title", { name })}
      detail={t("replace.detail")}
      act={isSameFile ? t("readAnew.act") : t("replace.act", { name })}
      keep={isSameFile ? t("readAnew.keep") : t("replace.keep")}
      onAct={() => void recipients.takeSource(offered)}
      onKeep={() => store.setState({ offered: null })}
    >
      {isSameFile ? t("readAnew.text", corrections) : edits === 0 ? t("replace.typed") : t("replace.text", corrections)}
    </ConfirmDialog>
  );
}
