import { MantineProvider } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Welcome } from "./features/welcome/welcome.tsx";
import { Desktop } from "./shell/desktop.tsx";
import { refreshApp, useAppStore } from "./ui/app-store.ts";
import { ErrorNotice } from "./ui/error-notice.tsx";
import { cssVariables, theme } from "./ui/theme.ts";
import { useLate } from "./ui/skeleton.tsx";

/** The window: its colours and language, and then either the two ways in or the desk itself. */
export function App({ nonce }: { nonce: string }) {
  const app = useAppStore((store) => store.app);
  const scheme = app?.settings.theme ?? "system";

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
        <Desktop key={app.account.mode === "account" ? app.account.keyHint : "practice"} />
      )}
    </MantineProvider>
  );
}

/** Until main has answered for the first time. */
function Starting() {
  const { t } = useTranslation();
  const problem = useAppStore((store) => store.problem);
  const late = useLate(1000);
  if (problem === null) return late ? <main role="status">{t("starting")}</main> : <main aria-busy="true" />;
  return (
    <main>
      <ErrorNotice error={problem} onAgain={() => void refreshApp()} />
    </main>
  );
}
