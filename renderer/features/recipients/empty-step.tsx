import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { DraftPage } from "../../draft/draft-page.tsx";
import { FileButton } from "../../draft/file-button.tsx";
import { offerCells, offerFile, offerSource, offerText } from "../../draft/offer-source.ts";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { useErrorSentences } from "../../ui/error-notice.tsx";
import { useAnswer } from "../../ui/use-answer.ts";
import type { AppError } from "../../../shared/errors.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Notice } from "../../ui/notice.tsx";
import styles from "./empty-step.module.css";
import { GroupsDialog } from "./groups-dialog.tsx";
import { ListsDialog } from "./lists-dialog.tsx";
import { PasteDialog } from "./paste-dialog.tsx";
import { sampleSource } from "./sample.ts";

type Way = "paste" | "lists" | "groups";

/** No recipients yet: one obvious act, and the other ways in. */
export function EmptyStep() {
  const { t } = useTranslation("recipients");
  const draft = useDraftStore();
  const problem = useDraft((state) => state.sourceProblem);
  const [way, setWay] = useState<Way | null>(null);
  usePastedCells(way === null);

  const trySample = () => {
    const { name, content } = sampleSource();
    offerSource(draft, { source: { kind: "sample", name, size: content.size }, content, check: true });
  };
  return (
    <DraftPage>
      {problem !== null && <FileProblem name={problem.name} error={problem.error} />}
      <section className={styles.drop}>
        <h2 className={styles.title}>{t("empty.title")}</h2>
        <p className={styles.text}>{t("empty.text")}</p>
        <div className={styles.acts}>
          <FileButton kind="go">{t("empty.choose")}</FileButton>
          <Button onClick={trySample}>{t("empty.sample")}</Button>
        </div>
      </section>
      <Ways onChoose={setWay} />
      {way === "paste" && <PasteDialog onClose={() => setWay(null)} />}
      {way === "lists" && <ListsDialog onClose={() => setWay(null)} />}
      {way === "groups" && <GroupsDialog onClose={() => setWay(null)} />}
    </DraftPage>
  );
}

/** Why a file was not taken, in one place for every screen of the step. */
export function FileProblem({ name, error }: { name: string; error: AppError }) {
  const { what, means, todo } = useErrorSentences(error);
  if (!error.code.startsWith("file.")) return <ErrorNotice error={error} />;
  return (
    <Notice kind="bad" title={`${name}: ${what}`}>
      {means} {todo}
    </Notice>
  );
}

function Ways({ onChoose }: { onChoose: (way: Way) => void }) {
  const { t } = useTranslation("recipients");
  const lists = useAnswer("lists", () => desk().listLists({}));
  const names = (lists.value ?? []).map(({ name }) => name);
  const shown = names.slice(0, 2).join(", ");
  const more = names.length - 2;
  const listsLine =
    names.length === 0 ? t("empty.noLists") : more > 0 ? t("empty.listsMore", { names: shown, count: more }) : shown;
  return (
    <div className={styles.ways}>
      <button type="button" className={styles.way} onClick={() => onChoose("paste")}>
        <strong>{t("empty.paste")}</strong>
        <span>{t("empty.pasteText", { key: pasteKey() })}</span>
      </button>
      <button type="button" className={styles.way} onClick={() => onChoose("lists")}>
        <strong>{t("empty.lists")}</strong>
        <span>{listsLine}</span>
      </button>
      <button type="button" className={styles.way} onClick={() => onChoose("groups")}>
        <strong>{t("empty.groups")}</strong>
        <span>{t("empty.groupsText")}</span>
      </button>
    </div>
  );
}

function pasteKey(): string {
  return navigator.userAgent.includes("Mac") ? "⌘V" : "Ctrl V";
}

/** Cells or a file pasted anywhere on this screen become the source. */
function usePastedCells(listening: boolean): void {
  const { t } = useTranslation("recipients");
  const draft = useDraftStore();
  useEffect(() => {
    if (!listening) return undefined;
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      const file = event.clipboardData?.files[0];
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (file === undefined && text.trim() === "") return;
      event.preventDefault();
      const html = event.clipboardData?.getData("text/html") ?? "";
      if (file !== undefined) void offerFile(draft, file);
      else if (offerCells(draft, html, t("pasted.name"))) return;
      else offerText(draft, text, { pasted: t("pasted.name"), typed: t("typed.name") });
    };
    window.addEventListener("paste", paste);
    return () => window.removeEventListener("paste", paste);
  }, [draft, listening, t]);
}
