import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListSummary } from "../../../shared/library/list.ts";
import { useApp } from "../../ui/app-store.ts";
import { Button } from "../../ui/button.tsx";
import { Chips } from "../../ui/chips.tsx";
import { desk } from "../../ui/desk.ts";
import { Empty } from "../../ui/empty.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { FootGap, Page } from "../../ui/page.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useAnswer } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import { findLists, type ListOrder, sameTag, tagsOf } from "./find-lists.ts";
import { type ListAct, ListTable } from "./list-table.tsx";
import styles from "./lists.module.css";
import { MergeDialog } from "./merge-dialog.tsx";
import { OneListDialog } from "./one-list-dialogs.tsx";
import { SubtractDialog } from "./subtract-dialog.tsx";

type Asked = { act: ListAct; list: ListSummary } | { act: "merge" | "subtract" };

/** The saved lists: found again by name and tag, opened, used, and put together into new ones. */
export function Lists({
  onOpen,
  onUse,
  onNew,
}: {
  onOpen: (id: string) => void;
  onUse: (list: ListSummary) => void;
  onNew: () => void;
}) {
  const { t } = useTranslation("lists");
  const { counts } = useApp();
  const format = useFormat();
  const { value, error, reload } = useAnswer(`lists ${counts.lists}`, () => desk().listLists({}));
  const [search, setSearch] = useState("");
  const [tag, setTag] = useState<string | null>(null);
  const [order, setOrder] = useState<ListOrder>({ by: "name", down: false });
  const [ticked, setTicked] = useState<string[]>([]);
  const [asked, setAsked] = useState<Asked | null>(null);

  const lists = value ?? [];
  const tags = tagsOf(lists, format.locale);
  const shownTag = tags.find((known) => tag !== null && sameTag(known.tag, tag))?.tag ?? null;
  const found = findLists(lists, { search, tag: shownTag, order }, format.locale);
  // In the order of ticking: whose comes first matters when lists are put together.
  const chosen = ticked.flatMap((id) => lists.find((list) => list.id === id) ?? []);
  const close = () => setAsked(null);
  const done = () => {
    close();
    setTicked([]);
    reload();
  };
  const tick = ({ id }: ListSummary) =>
    setTicked((before) => (before.includes(id) ? before.filter((other) => other !== id) : [...before, id]));

  return (
    <Page
      title={t("title")}
      note={value === null ? undefined : t("note", { count: lists.length })}
      foot={
        lists.length > 1 && (
          <Foot
            chosen={chosen}
            onClear={() => setTicked([])}
            onSubtract={() => setAsked({ act: "subtract" })}
            onMerge={() => setAsked({ act: "merge" })}
          />
        )
      }
    >
      {error !== null && <ErrorNotice error={error} onAgain={reload} />}
      {value === null && error === null && <Skeleton />}
      {value?.length === 0 && (
        <Empty
          title={t("empty.title")}
          action={
            <Button kind="go" onClick={onNew}>
              {t("empty.act")}
            </Button>
          }
        >
          {t("empty.text")}
        </Empty>
      )}
      {lists.length > 0 && (
        <div className={styles.tools}>
          <SearchField label={t("search")} value={search} onChange={setSearch} />
          {tags.length > 0 && (
            <Chips
              label={t("tags.filter")}
              items={[
                { id: "", label: t("tags.all", { number: format.number(lists.length) }) },
                ...tags.map((known) => ({ id: known.tag, label: `${known.tag} ${format.number(known.lists)}` })),
              ]}
              chosen={shownTag ?? ""}
              onChoose={(id) => setTag(id === "" ? null : id)}
            />
          )}
        </div>
      )}
      {lists.length > 0 && found.length === 0 && (
        <Empty
          title={t("nothing.title")}
          action={
            <Button
              onClick={() => {
                setSearch("");
                setTag(null);
              }}
            >
              {t("nothing.act")}
            </Button>
          }
        >
          {t("nothing.text")}
        </Empty>
      )}
      {found.length > 0 && (
        <ListTable
          lists={found}
          order={order}
          chosen={ticked}
          onOrder={setOrder}
          onChoose={tick}
          onOpen={(list) => onOpen(list.id)}
          onUse={onUse}
          onAct={(act, list) => setAsked({ act, list })}
        />
      )}
      {asked !== null && "list" in asked && (
        <OneListDialog {...asked} knownTags={tags.map((known) => known.tag)} onDone={done} onKeep={close} />
      )}
      {asked?.act === "merge" && <MergeDialog lists={chosen} onDone={done} onKeep={close} />}
      {asked?.act === "subtract" && <SubtractDialog lists={chosen} onDone={done} onKeep={close} />}
    </Page>
  );
}

/** What can be done with several lists, and how to choose them. */
function Foot({
  chosen,
  onClear,
  onSubtract,
  onMerge,
}: {
  chosen: ListSummary[];
  onClear: () => void;
  onSubtract: () => void;
  onMerge: () => void;
}) {
  const { t } = useTranslation("lists");
  const few = chosen.length < 2;
  return (
    <>
      {few ? (
        <span>{t("foot.hint")}</span>
      ) : (
        <div className={styles.ticked} role="status">
          {t("foot.chosen", { count: chosen.length })}
          <Button small kind="link" onClick={onClear}>
            {t("foot.clear")}
          </Button>
        </div>
      )}
      <FootGap />
      <Button disabled={few} onClick={onSubtract}>
        {t("foot.subtract")}
      </Button>
      <Button kind="go" disabled={few} onClick={onMerge}>
        {few ? t("foot.mergeNone") : t("foot.merge", { count: chosen.length })}
      </Button>
    </>
  );
}
