import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DraftPage } from "../../draft/draft-page.tsx";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import type { ListView } from "../../draft/draft-state.ts";
import type { RowFilter } from "../../list-worker/protocol.ts";
import type { Verdict } from "../../../shared/recipients/reading.ts";
import { verdicts } from "../../../shared/recipients/reading.ts";
import { Button } from "../../ui/button.tsx";
import { FootGap } from "../../ui/page.tsx";
import { Numbers, type NumberFilter } from "../../ui/numbers.tsx";
import { AlikeOffer } from "./alike-offer.tsx";
import { CrossedOut } from "./crossed-out.tsx";
import { Duplicates } from "./duplicates.tsx";
import { EditButtons } from "./edit-buttons.tsx";
import { FileProblem } from "./empty-step.tsx";
import { ExportLeftOut } from "./export-left-out.tsx";
import { FileLine } from "./file-line.tsx";
import styles from "./list-step.module.css";
import { ListTable } from "./list-table.tsx";
import { ColumnQuestions } from "./questions.tsx";
import { TextedLately } from "./texted-lately.tsx";

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
  const [chosen, setFilter] = useState<RowFilter>("all");
  const [search, setSearch] = useState("");
  /** How many people were added while this is shown: whoever was added last is to be seen, whatever was searched for. */
  const [additions, setAdditions] = useState(0);
  if (list === null) return null;
  const { textedLately, toBeTexted, added, crossedOut } = list.state;
  // Whoever was left out, or taken back, leaves a filter behind that is there no more.
  const left: Partial<Record<RowFilter, number>> = { "texted-lately": textedLately, "crossed-out": crossedOut, added };
  const filter = left[chosen] === 0 ? "all" : chosen;
  // Who repeats whom, and who was texted, is known once the questions about numbers are answered.
  const decided = list.state.questions.length === 0;
  return (
    <DraftPage fill foot={<Foot list={list} />}>
      {problem !== null && <FileProblem name={problem.name} error={problem.error} />}
      <FileLine
        understood={list.understood}
        search={search}
        additions={additions}
        onSearch={setSearch}
        onAdded={() => {
          setFilter("all");
          setSearch("");
          setAdditions(additions + 1);
        }}
      />
      <ColumnQuestions
        questions={list.state.questions}
        toDecide={list.state.sum["to-decide"]}
        onShow={() => setFilter("to-decide")}
      />
      <CrossedOut
        rows={crossedOut}
        shown={filter === "crossed-out"}
        onShow={(only) => setFilter(only ? "crossed-out" : "all")}
      />
      {decided && (
        <>
          <Duplicates state={list.state} filtered={filter === "duplicate"} />
          <TextedLately
            people={textedLately}
            planned={toBeTexted}
            shown={filter === "texted-lately"}
            onShow={(only) => setFilter(only ? "texted-lately" : "all")}
          />
        </>
      )}
      <Sum list={list} filter={filter} onFilter={setFilter} />
      <ListTable list={list} filter={filter} search={search} additions={additions} />
      <AlikeOffer />
    </DraftPage>
  );
}

function Sum({ list, filter, onFilter }: { list: ListView; filter: RowFilter; onFilter: (id: RowFilter) => void }) {
  const { t } = useTranslation("recipients");
  const { t: tRepair } = useTranslation("repair");
  const { sum, added } = list.state;
  const rows = added === 0 ? t("sum.rows", { count: sum.rows }) : tRepair("added.rows", { count: sum.rows, added });
  const items: NumberFilter<RowFilter>[] = [
    { id: "all", value: sum.rows, label: rows },
    ...verdicts.map((id) => ({ id, value: sum[id], label: t(`sum.${id}`), tone: tones[id] ?? "ink" })),
  ];
  return <Numbers label={t("sum.label")} items={items} chosen={filter} onChoose={onFilter} />;
}

function Foot({ list }: { list: ListView }) {
  const { t } = useTranslation("recipients");
  const { goTo } = useDraftStore();
  const leftOut = list.state.sum.rows - list.state.people;
  const blocked = list.state.people === 0;
  return (
    <>
      {leftOut > 0 && <ExportLeftOut count={leftOut} />}
      {leftOut > 0 && <span className={styles.ease}>{t("list.goOn")}</span>}
      <FootGap />
      {blocked && <span id="list-reason">{t("list.nobody")}</span>}
      <EditButtons />
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
