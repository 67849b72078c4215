import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import { titleOfSource } from "../../../shared/library/draft.ts";
import type { Understood } from "../../list-worker/protocol.ts";
import { useApp } from "../../ui/app-store.ts";
import { Button } from "../../ui/button.tsx";
import { NameDialog } from "../../ui/name-dialog.tsx";
import { useScreenKeys } from "../../ui/screen-keys.ts";
import { useAct } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import { AddPerson } from "./add-person.tsx";
import { columnWords, orderOf } from "./column-roles.ts";
import styles from "./file-line.module.css";
import { ReplaceDialog } from "./replace-dialog.tsx";
import { UpdateListDialog } from "./update-list-dialog.tsx";

/** Which file it is and how it was read, in one sentence, with the acts on the list as a whole. */
export function FileLine({
  understood,
  search,
  additions,
  onSearch,
  onAdded,
}: {
  understood: Understood;
  search: string;
  /** Grows with every row typed by hand: whatever was searched for is so no more. */
  additions: number;
  onSearch: (search: string) => void;
  onAdded: () => void;
}) {
  const { t } = useTranslation("recipients");
  const { t: tRepair } = useTranslation("repair");
  const { recipients } = useDraftStore();
  const source = useDraft(({ draft }) => draft?.source ?? null);
  const [open, setOpen] = useState<"save" | "update" | "replace" | "add" | null>(null);
  const revision = useDraft(({ list }) => list?.revision ?? 0);
  /** The list as it was saved last: of one that has changed since, nothing is said. */
  const [saved, setSaved] = useState({ name: "", revision: 0 });
  const close = () => setOpen(null);
  useReplaceKeys(() => setOpen("replace"));
  return (
    <div className={styles.line}>
      <p className={styles.text}>
        <strong>{understood.fileName}</strong> <span>{useReadingSentence(understood)}</span>{" "}
        <span role="status" className={styles.saved}>
          {saved.revision === revision && t("list.saved", { name: saved.name })}
        </span>
      </p>
      <Search key={additions} value={search} onSearch={onSearch} />
      <Button small aria-keyshortcuts="Control+H" onClick={() => setOpen("replace")}>
        {tRepair("replace.open")}
      </Button>
      <Button small onClick={() => setOpen("add")}>
        {tRepair("add.open")}
      </Button>
      <Button small onClick={() => setOpen("save")}>
        {t("list.save")}
      </Button>
      <Button small onClick={recipients.checkAgain}>
        {t("change")}
      </Button>
      {open === "save" && (
        <SaveList
          name={source === null ? "" : titleOfSource(source)}
          onUpdate={() => setOpen("update")}
          onSaved={(chosen) => {
            setSaved({ name: chosen, revision });
            close();
          }}
          onClose={close}
        />
      )}
      {open === "update" && <UpdateListDialog name={understood.fileName} onClose={close} />}
      {open === "replace" && <ReplaceDialog find={search} columns={understood.columns} onClose={close} />}
      {open === "add" && <AddPerson understood={understood} onAdded={onAdded} onClose={close} />}
    </div>
  );
}

function useReadingSentence({ reading, sheets, columns, countries }: Understood): string {
  const { t } = useTranslation("recipients");
  const format = useFormat();
  const sheet = sheets.length > 1 ? sheets.find(({ index }) => index === reading.sheet) : undefined;
  const phones = columns
    .filter(({ role }) => role.kind === "phone")
    .sort((one, other) => orderOf(one.role) - orderOf(other.role))
    .map((column) => columnWords(t, column));
  const country = format.country(reading.defaultCountry);
  const byRow = countries === null ? undefined : columns[countries.column];
  return [
    sheet === undefined ? "" : t("line.sheet", { name: sheet.name }),
    reading.headerRow === 0 ? "" : t("line.heading", { row: reading.headerRow }),
    t("line.phones", { columns: format.list(phones) }),
    byRow === undefined ? t("line.country", { country }) : t("line.byRow", { column: columnWords(t, byRow), country }),
  ]
    .filter(Boolean)
    .join(", ");
}

/** Ctrl H opens find and replace, and ⌥⌘F on a Mac, where ⌘H hides the program. */
function useReplaceKeys(open: () => void): void {
  useScreenKeys((event) => {
    const pressed = event.code === "KeyH" ? event.ctrlKey : event.code === "KeyF" && event.metaKey && event.altKey;
    if (!pressed) return;
    event.preventDefault();
    open();
  });
}

/** The words are searched for a moment after the last key. */
function Search({ value, onSearch }: { value: string; onSearch: (search: string) => void }) {
  const { t } = useTranslation("recipients");
  const [typed, setTyped] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => onSearch(typed.trim()), 120);
    return () => clearTimeout(timer);
  }, [typed, onSearch]);
  useScreenKeys((event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.code !== "KeyF") return;
    event.preventDefault();
    input.current?.focus();
  });
  return (
    <input
      ref={input}
      type="search"
      className={styles.search}
      placeholder={t("list.search")}
      aria-label={t("list.search")}
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}

/** Main holds the list before it can keep it under a name. */
function SaveList({
  name,
  onUpdate,
  onSaved,
  onClose,
}: {
  name: string;
  onUpdate: () => void;
  onSaved: (name: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation("recipients");
  const { saveList } = useDraftStore();
  const { lists } = useApp().counts;
  const { busy, error, run } = useAct();
  return (
    <NameDialog
      title={t("list.saveTitle")}
      label={t("list.saveLabel")}
      act={t("list.saveAct")}
      keep={t("dialog.back")}
      name={name}
      busy={busy}
      error={error}
      onName={(chosen) =>
        void run(
          () => saveList(chosen),
          () => onSaved(chosen),
        )
      }
      onKeep={onClose}
    >
      {lists > 0 && (
        <p>
          <Button kind="link" onClick={onUpdate}>
            {t("list.update")}
          </Button>
        </p>
      )}
    </NameDialog>
  );
}
