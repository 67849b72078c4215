import "./zod-without-eval.ts";
import { setNonce } from "get-nonce";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "@mantine/core/styles.layer.css";
import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";
import "./ui/mantine.css";
import { App } from "./app.tsx";
import { languageOf, speak, startI18n } from "./i18n/i18n.ts";
import { startAppStore } from "./ui/app-store.ts";
import { startLeaving } from "./ui/leaving.ts";

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
setNonce(nonce);

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
await startI18n();
// Until main can be asked which language was chosen.
await speak(languageOf("system", navigator.language), navigator.language);
startAppStore();
startLeaving();
createRoot(root).render(
  <StrictMode>
    <App nonce={nonce} />
  </StrictMode>,
);
