import { type ComponentType, useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AppError } from "../../shared/errors.ts";
import { createTurns } from "../../shared/in-turn.ts";
import { err, type Result } from "../../shared/result.ts";
import { NewCampaign } from "../draft/new-campaign.tsx";
import type { StepProps } from "../draft/step-props.ts";
import { draftAddress, menuAddress, setDraftAddress } from "../draft/window-address.ts";
import { useApp } from "../ui/app-store.ts";
import { Button } from "../ui/button.tsx";
import { desk } from "../ui/desk.ts";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { afterDialogs, isDialogOpen } from "../ui/open-dialogs.ts";
import { useMenuCommand } from "../ui/screen-keys.ts";
import { stepInText } from "../ui/text-history.ts";
import { useAct, useDeskEvent } from "../ui/use-answer.ts";
import {
  beginEmpty,
  beginFromFile,
  beginFromList,
  beginFromOpenedFile,
  beginFromTemplate,
  type FileDraft,
} from "./begin-draft.ts";
import styles from "./desktop.module.css";
import { useDroppedFile } from "./dropped-file.ts";
import type { Place } from "./place.ts";
import type { ScreenProps } from "./screen-props.ts";
import { PracticeBanner } from "./practice-banner.tsx";
import { Side } from "./side.tsx";

/** The desk once there is an account or practice mode: the side, what stands above every screen, and the screen. */
export function Desktop({
  Screen,
  Step,
}: {
  Screen: ComponentType<ScreenProps>;
  /** A step of New campaign. */
  Step: ComponentType<StepProps>;
}) {
  const { t } = useTranslation();
  const app = useApp();
  const [place, setPlace] = useState<Place>(firstPlace);
  const [fileForDraft, setFileForDraft] = useState<File | null>(null);
  /** Counts the drafts that were begun: one that was left empty is begun again as a new one, and opened anew. */
  const [begun, setBegun] = useState(0);
  const { error, run, clear } = useAct();
  const { error: notOpened, run: runOpen, clear: clearOpened } = useAct();
  const { error: notTaken, run: runTake, clear: clearTaken } = useAct();
  const refusal = error ?? notOpened ?? notTaken;
  const dismiss = useCallback(() => {
    clear();
    clearOpened();
    clearTaken();
  }, [clear, clearOpened, clearTaken]);

  const begin = useCallback(
    (start: () => Promise<Result<string, AppError>>) =>
      void run(start, (id) => {
        setFileForDraft(null);
        setBegun((before) => before + 1);
        setPlace({ at: "draft", id });
      }),
    [run],
  );
  const go = useCallback(
    (next: Place) => {
      dismiss();
      setFileForDraft(null);
      setPlace(next);
    },
    [dismiss],
  );

  // One that was opened with the program waits in main until there is a desk to put it on, and its turn.
  const [inTurn] = useState(createTurns);
  const draftNow = useRef<string | null>(null);
  useEffect(() => {
    draftNow.current = place.at === "draft" ? place.id : null;
  }, [place]);
  const beginWith = useCallback(
    (take: () => Promise<Result<FileDraft | null, AppError>>) =>
      inTurn(async () => {
        if (isDialogOpen()) await afterDialogs();
        return runOpen(take, (taken) => {
          if (taken === null) return;
          setFileForDraft(taken.file);
          if (taken.present !== true) setBegun((before) => before + 1);
          setPlace({ at: "draft", id: taken.id });
        });
      }),
    [inTurn, runOpen],
  );
  const takeOpenedFile = useCallback(() => beginWith(() => beginFromOpenedFile(draftNow.current)), [beginWith]);
  useDeskEvent("fileOpened", () => void takeOpenedFile());
  useEffect(() => void takeOpenedFile(), [takeOpenedFile]);
  // A notification that was clicked may have opened this window: then the campaign waits in main.
  const takeWantedCampaign = useCallback(async () => {
    await afterDialogs();
    return runTake(
      () => desk().takeWantedCampaign({}),
      ({ id }) => {
        if (id !== null) go({ at: "campaign", id });
      },
    );
  }, [go, runTake]);
  useDeskEvent("campaignWanted", () => void takeWantedCampaign());
  useEffect(() => void takeWantedCampaign(), [takeWantedCampaign]);
  useMenuCommand((command) => {
    if (command === "new-campaign") begin(beginEmpty);
    if (command === "campaigns" || command === "settings") go({ at: command });
  });
  // Of a field in a dialog too.
  useDeskEvent("menu", ({ command }) => {
    if (command === "undo" || command === "redo") stepInText(command);
  });
  const [chosenBefore] = useState(menuAddress);
  const beginChosen = useEffectEvent(async () => {
    if (chosenBefore === "new-campaign") begin(beginEmpty);
  });
  useEffect(() => void beginChosen(), []);
  // While a campaign is prepared its own screen takes what is dropped.
  useDroppedFile(
    place.at !== "draft",
    (file) => void beginWith(() => beginFromFile(file)),
    (reason) => void run(() => Promise.resolve(err(reason))),
  );
  useEffect(() => {
    if (place.at !== "draft") setDraftAddress(null);
  }, [place]);
  useEffect(() => {
    document.title = t("product");
  }, [t]);

  return (
    <div className={styles.desktop}>
      {app.account.mode === "practice" && <PracticeBanner onConnect={() => go({ at: "settings" })} />}
      <div className={styles.columns}>
        <Side place={place} onGo={(entry) => go({ at: entry })} onNew={() => begin(beginEmpty)} />
        <div className={styles.screen}>
          {(app.journalProblem !== null || refusal !== null) && (
            <section className={styles.above} aria-label={t("notices")}>
              {app.journalProblem !== null && <ErrorNotice error={app.journalProblem} />}
              {refusal !== null && (
                <ErrorNotice
                  error={refusal}
                  actions={
                    <Button small onClick={dismiss}>
                      {t("dismiss")}
                    </Button>
                  }
                />
              )}
            </section>
          )}
          {place.at === "draft" ? (
            <NewCampaign
              key={`${place.id} ${begun}`}
              draftId={place.id}
              openedFile={fileForDraft}
              Step={Step}
              onOpenCampaign={(id) => go({ at: "campaign", id })}
              onCompareList={(id, beside) => go({ at: "list", id, beside })}
            />
          ) : (
            <Screen
              place={place}
              onGo={go}
              onNew={() => begin(beginEmpty)}
              onUseList={(list) => begin(() => beginFromList(list))}
              onUseTemplate={(text) => begin(() => beginFromTemplate(text))}
            />
          )}
        </div>
      </div>
    </div>
  );
}

/** The list of campaigns, unless this window took the place of one that died over a draft, or was opened by the menu. */
function firstPlace(): Place {
  if (menuAddress() === "settings") return { at: "settings" };
  const before = draftAddress();
  return before === null ? { at: "campaigns" } : { at: "draft", id: before.draftId };
}
