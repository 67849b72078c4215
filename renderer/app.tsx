import { MantineProvider } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Welcome } from "./features/welcome/welcome.tsx";
import type { StepProps } from "./draft/step-props.ts";
import { Desktop } from "./shell/desktop.tsx";
import { refreshApp, useAppStore } from "./ui/app-store.ts";
import { ErrorNotice } from "./ui/error-notice.tsx";
import { useKeptFocus } from "./ui/kept-focus.ts";
import { cssVariables, theme } from "./ui/theme.ts";
import { useLate } from "./ui/skeleton.tsx";
import { assertNever } from "../shared/result.ts";
import styles from "./app.module.css";
import { Campaign } from "./features/campaigns/campaign.tsx";
import { Campaigns } from "./features/campaigns/campaigns.tsx";
import { Lists } from "./features/lists/lists.tsx";
import { SavedList } from "./features/lists/saved-list.tsx";
import { MessageStep } from "./features/message/message-step.tsx";
import { NeverText } from "./features/never-text/never-text.tsx";
import { RecipientsStep } from "./features/recipients/recipients-step.tsx";
import { ReviewStep } from "./features/review/review-step.tsx";
import { Settings } from "./features/settings/settings.tsx";
import { Templates } from "./features/templates/templates.tsx";
import type { ScreenProps } from "./shell/screen-props.ts";

/** The window: its colours and language, and then either the two ways in or the desk itself. */
export function App({ nonce }: { nonce: string }) {
  const app = useAppStore((store) => store.app);
  const scheme = app?.settings.theme ?? "system";
  useKeptFocus();

  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      getStyleNonce={() => nonce}
      defaultColorScheme="auto"
      {...(scheme === "system" ? {} : { forceColorScheme: scheme })}
    >
      {app === null ? (
        <Starting />
      ) : app.account.mode === "none" ? (
        <Welcome />
      ) : (
        // Practice and each account have data of their own: nothing of one may stay on the screen of another.
        <Desktop Screen={Screen} Step={Step} key={app.account.mode === "account" ? app.account.keyHint : "practice"} />
      )}
    </MantineProvider>
  );
}

/** Until main has answered for the first time. */
function Starting() {
  const { t } = useTranslation();
  const problem = useAppStore((store) => store.problem);
  const late = useLate(1000);
  if (problem !== null) {
    return (
      <main className={styles.starting}>
        <ErrorNotice error={problem} onAgain={() => void refreshApp()} />
      </main>
    );
  }
  if (!late) return <main aria-busy="true" />;
  return (
    <main className={styles.starting} role="status">
      <h1>{t("starting")}</h1>
      <p>{t("starting.check")}</p>
    </main>
  );
}

/** The screen of a place, all but the preparing of a campaign. */
function Screen({ place, onGo, onNew, onUseList, onUseTemplate }: ScreenProps) {
  switch (place.at) {
    case "campaigns":
      return (
        <Campaigns
          onOpenCampaign={(id) => onGo({ at: "campaign", id })}
          onOpenDraft={(id) => onGo({ at: "draft", id })}
          onNew={onNew}
        />
      );
    case "campaign":
      return <Campaign key={place.id} id={place.id} onOpenDraft={(id) => onGo({ at: "draft", id })} />;
    case "lists":
      return <Lists onOpen={(id) => onGo({ at: "list", id })} onUse={onUseList} onNew={onNew} />;
    case "list":
      return (
        <SavedList
          key={place.id}
          id={place.id}
          beside={place.beside ?? null}
          onBack={() => onGo({ at: "lists" })}
          onUse={onUseList}
        />
      );
    case "templates":
      return <Templates onUse={onUseTemplate} />;
    case "never-text":
      return <NeverText />;
    case "settings":
      return <Settings />;
  }
  return assertNever(place);
}

/** A step of the campaign being prepared. */
function Step({ step, onOpenCampaign }: StepProps) {
  switch (step) {
    case "recipients":
      return <RecipientsStep />;
    case "message":
      return <MessageStep onOpenCampaign={onOpenCampaign} />;
    case "review":
      return <ReviewStep onOpenCampaign={onOpenCampaign} />;
  }
  return assertNever(step);
}
