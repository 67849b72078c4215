import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AppError } from "../../../shared/errors.ts";
import type { CommandOutput } from "../../../shared/ipc/contract.ts";
import type { ListPerson, ListSummary, OpenedList } from "../../../shared/library/list.ts";
import { createTurns } from "../../../shared/in-turn.ts";
import type { Result } from "../../../shared/result.ts";
import type { DraftBeside } from "../../draft/compare-list.ts";
import { Ago } from "../../ui/ago.tsx";
import { useApp } from "../../ui/app-store.ts";
import { Button } from "../../ui/button.tsx";
import { deliberate } from "../../ui/deliberate.ts";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { KeyCap } from "../../ui/key-cap.tsx";
import { Notice } from "../../ui/notice.tsx";
import { FootGap, Page } from "../../ui/page.tsx";
import { useMenuCommand, useScreenKeys } from "../../ui/screen-keys.ts";
import { SearchField } from "../../ui/search-field.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { isTextField } from "../../ui/text-history.ts";
import { useAct, useAnswer } from "../../ui/use-answer.ts";
import { usePages } from "../../ui/use-pages.ts";
import { AddPerson } from "./add-person.tsx";
import { useListCountry } from "./list-country.ts";
import { ListMenu } from "./list-menu.tsx";
import { ListTag } from "./list-tag.tsx";
import { ListUpdate, type UpdateSource } from "./list-update.tsx";
import { countryBeside, useNumberCheck } from "./number-check.ts";
import { PeopleGrid } from "./people-grid.tsx";
import styles from "./saved-list.module.css";

/** One list on its own page, or beside the spreadsheet it is being updated from. */
export function SavedList({
  id,
  beside = null,
  onBack,
  onUse,
}: {
  id: string;
  /** The people of a draft whom main holds beside the list already: they are compared at once. */
  beside?: DraftBeside | null;
  onBack: () => void;
  onUse: (list: ListSummary) => void;
}) {
  const { t } = useTranslation("lists");
  const answer = useAnswer(id, () => desk().openList({ id }));
  const country = useListCountry(id);
  const [source, setSource] = useState<UpdateSource | null>(beside === null ? null : { kind: "beside", ...beside });
  const [changed, setChanged] = useState<OpenedList | null>(null);
  const opened = changed ?? answer.value;

  if (opened === null || answer.error !== null) {
    return (
      <Page title={t("title")}>
        {answer.error === null ? (
          <Skeleton />
        ) : (
          <ErrorNotice
            error={answer.error}
            actions={
              <Button small onClick={onBack}>
                {t("back")}
              </Button>
            }
          />
        )}
      </Page>
    );
  }
  if (source !== null) {
    return (
      <ListUpdate
        opened={opened}
        listCountry={country}
        source={source}
        onUpdated={(list) => {
          setChanged(list);
          setSource(null);
        }}
        onKeep={() => setSource(null)}
      />
    );
  }
  return (
    <ListPage
      opened={opened}
      country={country}
      onChanged={setChanged}
      onReload={() => {
        setChanged(null);
        answer.reload();
      }}
      onUpdate={(file) => setSource({ kind: "file", file })}
      onBack={onBack}
      onUse={onUse}
    />
  );
}

function ListPage({
  opened,
  country,
  onChanged,
  onReload,
  onUpdate,
  onBack,
  onUse,
}: {
  opened: OpenedList;
  country: string | null;
  onChanged: (list: OpenedList) => void;
  onReload: () => void;
  onUpdate: (file: File) => void;
  onBack: () => void;
  onUse: (list: ListSummary) => void;
}) {
  const { t } = useTranslation("lists");
  const { list, columns, undo } = opened;
  const [search, setSearch] = useState("");
  const wanted = useDeferredValue(search.trim());
  const [adding, setAdding] = useState(false);
  const [exported, setExported] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [problem, setProblem] = useState<AppError | null>(null);
  const { busy, run } = useAct();
  const numberOf = useNumberCheck(country);
  const pages = usePages<ListPerson, CommandOutput<"listListPeople">>(`${list.id} ${wanted}`, (page) =>
    desk().listListPeople({ id: list.id, search: wanted, ...page }),
  );

  // Whoever types fast has corrected the next cell before the last one is saved: each is done in its turn.
  const [inTurn] = useState(createTurns);
  const act = (change: () => Promise<Result<OpenedList, AppError>>) => {
    setRefused(null);
    setProblem(null);
    setExported(null);
    // A refusal stays on the screen when what was done after it succeeds.
    const told = async () => {
      const after = await change();
      if (!after.ok) setProblem(after.error);
      return after;
    };
    const done = (after: OpenedList) => {
      onChanged(after);
      pages.reload();
    };
    void inTurn(() => run(told, done));
  };
  const correct = (person: ListPerson, column: number, value: string) => {
    const where = { id: list.id, position: person.position };
    if (column >= 0) {
      return act(() => desk().changeListPerson({ ...where, change: { kind: "cell", column, value } }));
    }
    const read = numberOf(value, countryBeside(columns, person.cells));
    if (read.number === null) {
      setProblem(null);
      return setRefused(t("grid.refused", { typed: value, why: read.why, number: person.number }));
    }
    const { number } = read;
    return act(() => desk().changeListPerson({ ...where, change: { kind: "number", number } }));
  };
  const remove = (person: ListPerson) =>
    !busy && act(() => desk().removeListPeople({ id: list.id, who: { positions: [person.position] } }));
  const takeBack = () => undo !== null && !busy && act(() => desk().undoListStep({ id: list.id }));
  useUndoKey(takeBack);
  // Of another search it would be another number, and another act.
  const found = wanted === "" || !pages.answered ? null : pages.total;

  return (
    <Page
      fill
      title={<span dir="auto">{list.name}</span>}
      note={
        <>
          {t("size", { count: list.people })} · <Ago at={list.updatedAt}>{(when) => t("changedAt", { when })}</Ago>
        </>
      }
      foot={
        <>
          {found !== null && found > 0 ? (
            <Button
              kind="bad"
              busy={busy}
              {...deliberate(() => act(() => desk().removeListPeople({ id: list.id, who: { search: wanted } })))}
            >
              {t("removeFound", { count: found })}
            </Button>
          ) : (
            <Button onClick={onBack}>{t("back")}</Button>
          )}
          <span role="status">{exported ?? (undo !== null && t(`done.${undo.kind}`, { count: undo.people }))}</span>
          <FootGap />
          <UndoButton disabled={undo === null} onUndo={takeBack} />
          <Button kind="go" disabled={list.people === 0} onClick={() => onUse(list)}>
            {t("use")}
          </Button>
        </>
      }
    >
      <div className={styles.tools}>
        <SearchField label={t("grid.search")} value={search} onChange={setSearch} />
        {list.tags.map((tag) => (
          <ListTag key={tag} tag={tag} />
        ))}
        <div className={styles.acts}>
          <Button small onClick={() => setAdding(true)}>
            {t("add")}
          </Button>
          <ListMenu
            opened={opened}
            onUpdate={onUpdate}
            onChanged={onReload}
            onDeleted={onBack}
            onExported={setExported}
          />
        </div>
      </div>
      {problem !== null && <ErrorNotice error={problem} kind="warn" />}
      {refused !== null && <Notice kind="bad">{refused}</Notice>}
      {pages.error !== null && <ErrorNotice error={pages.error} onAgain={pages.reload} />}
      <PeopleGrid columns={columns} pages={pages} searching={wanted !== ""} onCorrect={correct} onRemove={remove} />
      {adding && (
        <AddPerson
          opened={opened}
          country={country}
          onClose={() => setAdding(false)}
          onAdded={(after) => {
            setAdding(false);
            onChanged(after);
            pages.reload();
          }}
        />
      )}
    </Page>
  );
}

function UndoButton({ disabled, onUndo }: { disabled: boolean; onUndo: () => void }) {
  const { t } = useTranslation("lists");
  const mac = useApp().platform === "darwin";
  return (
    <Button disabled={disabled} onClick={onUndo} aria-keyshortcuts={mac ? "Meta+Z" : "Control+Z"}>
      {t("undo")} <KeyCap char="Z" command />
    </Button>
  );
}

/** Ctrl+Z and the menu's Undo take the last change back, except in a field that has an undo of its own. */
function useUndoKey(undo: () => void): void {
  useMenuCommand((command) => {
    if (command === "undo" && !isTextField(document.activeElement)) undo();
  });
  useScreenKeys((event) => {
    const field = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    const pressed = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.code === "KeyZ";
    if (field || !pressed) return;
    event.preventDefault();
    undo();
  });
}
