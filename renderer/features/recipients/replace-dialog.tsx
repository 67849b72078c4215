import { Checkbox, Select, TextInput } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReplaceEdit } from "../../../shared/recipients/reading.ts";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import type { ReplaceView, Understood } from "../../list-worker/protocol.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useFormat } from "../../ui/use-format.ts";
import dialog from "./dialog.module.css";
import styles from "./repair.module.css";

/** The longest text that is looked for or put in a cell. */
const longest = 1000;

/** Finds a text in a column or in all that are used and replaces it, after it has said in how many cells of which. */
export function ReplaceDialog({
  find: first,
  columns,
  onClose,
}: {
  /** What was searched for. */
  find: string;
  columns: Understood["columns"];
  onClose: () => void;
}) {
  const { t } = useTranslation("repair");
  const { t: tRecipients } = useTranslation("recipients");
  const { recipients } = useDraftStore();
  const [find, setFind] = useState(first);
  const [by, setBy] = useState("");
  const [column, setColumn] = useState("");
  const [whole, setWhole] = useState(false);
  const edit = useMemo(
    (): ReplaceEdit => ({ kind: "replace", column: column === "" ? null : Number(column), find, by, whole }),
    [column, find, by, whole],
  );
  const { seen, counting } = useForeseen(edit);
  const cells = seen?.cells ?? 0;
  const format = useFormat();
  const named = (at: number) => columns[at]?.heading || (columns[at]?.letter ?? "");
  const choices = columns.flatMap(({ role, heading, letter }, at) =>
    role.kind === "unused" ? [] : [{ value: String(at), label: heading || letter }],
  );
  return (
    <Dialog title={t("replace.title")} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (cells === 0) return;
          void recipients.edit(edit);
          onClose();
        }}
      >
        <TextInput
          data-autofocus
          label={t("replace.find")}
          maxLength={longest}
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
        <TextInput
          label={t("replace.by")}
          maxLength={longest}
          value={by}
          onChange={(event) => setBy(event.target.value)}
        />
        <Select
          label={t("replace.column")}
          allowDeselect={false}
          data={[{ value: "", label: t("replace.allColumns") }, ...choices]}
          value={column}
          onChange={(value) => setColumn(value ?? "")}
        />
        <Checkbox label={t("replace.whole")} checked={whole} onChange={(event) => setWhole(event.target.checked)} />
        <div className={styles.foreseen} role="status">
          {counting && <p>{t("replace.counting")}</p>}
          {seen !== null && find !== "" && (
            <p>
              {cells === 0
                ? t("replace.none")
                : t("replace.would", { count: cells, columns: format.list(seen.columns.map(named)) })}
            </p>
          )}
          {seen?.samples.map(({ row, before, after }) => (
            <p key={`${row} ${before}`} className={styles.sample}>
              {t(row === null ? "replace.sampleAdded" : "replace.sample", {
                row: row ?? "",
                before,
                after: after === "" ? tRecipients("nothing") : after,
              })}
            </p>
          ))}
        </div>
        <div className={dialog.buttons}>
          <Button onClick={onClose}>{tRecipients("dialog.back")}</Button>
          <Button type="submit" kind="go" disabled={cells === 0}>
            {cells === 0 ? t("replace.actNone") : t("replace.act", { count: cells })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** So long nothing is said of a counting, in milliseconds: most are over before. */
const patience = 300;

type Counted = { seen: ReplaceView | null; counting: boolean };
const unknown: Counted = { seen: null, counting: false };

/**
 * What the edit would change, asked of the worker with every change of it and of the list. One that is not waited for any
 * more is ended there, so that the newest never stands behind it.
 */
function useForeseen(edit: ReplaceEdit): Counted {
  const { list } = useDraftStore();
  const revision = useDraft((state) => state.list?.revision);
  const question = useMemo(() => ({ edit, revision }), [edit, revision]);
  const [answer, setAnswer] = useState({ question, counted: unknown });
  useEffect(() => {
    if (question.edit.find === "") return undefined;
    const asked = new AbortController();
    const say = (counted: Counted) => {
      clearTimeout(alarm);
      if (!asked.signal.aborted) setAnswer({ question, counted });
    };
    const alarm = setTimeout(() => say({ seen: null, counting: true }), patience);
    list.foreseeReplace(question.edit, { signal: asked.signal }).then(
      (seen) => say({ seen, counting: false }),
      // Ended for a newer one, or the worker is gone: it is asked again of the list that comes back.
      () => say(unknown),
    );
    return () => {
      clearTimeout(alarm);
      asked.abort();
    };
  }, [list, question]);
  return answer.question === question ? answer.counted : unknown;
}
