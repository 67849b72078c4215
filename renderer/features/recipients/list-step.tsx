import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { DraftPage } from "../../draft/draft-page.tsx";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import type { ListView } from "../../draft/draft-state.ts";
import type { Verdict } from "../../../shared/recipients/reading.ts";
import { verdicts } from "../../../shared/recipients/reading.ts";
import { useApp } from "../../ui/app-store.ts";
import { Button } from "../../ui/button.tsx";
import { KeyCap } from "../../ui/key-cap.tsx";
import { FootGap } from "../../ui/page.tsx";
import { Numbers, type NumberFilter } from "../../ui/numbers.tsx";
import { FileProblem } from "./empty-step.tsx";
import { ExportLeftOut } from "./export-left-out.tsx";
import { FileLine } from "./file-line.tsx";
import styles from "./list-step.module.css";
import { ListTable } from "./list-table.tsx";
import { ColumnQuestions, Duplicates } from "./questions.tsx";
import type { RowFilter } from "./use-rows.ts";

const tones: Record<Verdict, NumberFilter<Verdict>["tone"]> = {
  ready: "go",
  repaired: "go",
  "to-decide": "warn",
  duplicate: "warn",
  invalid: "bad",
  empty: "bad",
  "never-text": "ink",
};

/** Who gets it: the sum of all rows as filters over one table, questions above it, corrections in it. */
export function ListStep() {
  const list = useDraft((state) => state.list);
  const problem = useDraft((state) => state.sourceProblem);
  const [filter, setFilter] = useState<RowFilter>("all");
  const [search, setSearch] = useState("");
  useUndoKey();
  if (list === null) return null;
  return (
    <DraftPage fill foot={<Foot list={list} />}>
      {problem !== null && <FileProblem name={problem.name} error={problem.error} />}
      <FileLine understood={list.understood} search={search} onSearch={setSearch} />
      <ColumnQuestions questions={list.state.questions} onShow={() => setFilter("to-decide")} />
      <Duplicates state={list.state} filtered={filter === "duplicate"} />
      <Sum list={list} filter={filter} onFilter={setFilter} />
      <ListTable list={list} filter={filter} search={search} />
    </DraftPage>
  );
}

function Sum({ list, filter, onFilter }: { list: ListView; filter: RowFilter; onFilter: (id: RowFilter) => void }) {
  const { t } = useTranslation("recipients");
  const { sum } = list.state;
  const items: NumberFilter<RowFilter>[] = [
    { id: "all", value: sum.rows, label: t("sum.rows", { count: sum.rows }) },
    ...verdicts.map((id) => ({ id, value: sum[id], label: t(`sum.${id}`), tone: tones[id] ?? "ink" })),
  ];
  return <Numbers label={t("sum.label")} items={items} chosen={filter} onChoose={onFilter} />;
}

function Foot({ list }: { list: ListView }) {
  const { t } = useTranslation("recipients");
  const { recipients, goTo } = useDraftStore();
  const mac = useApp().platform === "darwin";
  const edits = useDraft((state) => state.draft?.edits.length ?? 0);
  const leftOut = list.state.sum.rows - list.state.people;
  const blocked = list.state.people === 0;
  return (
    <>
      {leftOut > 0 && <ExportLeftOut count={leftOut} />}
      {leftOut > 0 && <span className={styles.ease}>{t("list.goOn")}</span>}
      <FootGap />
      {blocked && <span id="list-reason">{t("list.nobody")}</span>}
      <Button
        disabled={edits === 0}
        onClick={() => void recipients.undo()}
        aria-keyshortcuts={mac ? "Meta+Z" : "Control+Z"}
      >
        {t("undo")} <KeyCap char="Z" command />
      </Button>
      <Button
        kind="go"
        disabled={blocked}
        aria-describedby={blocked ? "list-reason" : undefined}
        onClick={() => void goTo("message")}
      >
        {t("write")}
      </Button>
    </>
  );
}

/** Ctrl+Z takes the last correction back, except in a field that has an undo of its own. */
function useUndoKey(): void {
  const { recipients } = useDraftStore();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const field = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      const pressed = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.code === "KeyZ";
      if (field || !pressed) return;
      event.preventDefault();
      void recipients.undo();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [recipients]);
}
