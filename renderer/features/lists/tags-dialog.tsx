import { TagsInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ListSummary, tagLimit } from "../../../shared/library/list.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useAct } from "../../ui/use-answer.ts";
import { sameTag } from "./find-lists.ts";
import styles from "./lists.module.css";

/** Gives a list its tags; those that other lists have are offered. */
export function TagsDialog({
  list,
  known,
  onDone,
  onKeep,
}: {
  list: ListSummary;
  known: string[];
  onDone: () => void;
  onKeep: () => void;
}) {
  const { t } = useTranslation("lists");
  const [tags, setTags] = useState(list.tags);
  const [typed, setTyped] = useState("");
  const { busy, error, run } = useAct();
  const clean = (given: string[]) => given.map((tag) => tag.trim().slice(0, 40).trim()).filter((tag) => tag !== "");
  const save = () => {
    // A word that was typed and not closed with Enter counts too.
    const all = clean([...tags, typed]);
    const once = all.filter((tag, at) => all.findIndex((other) => sameTag(other, tag)) === at);
    void run(() => desk().tagList({ id: list.id, tags: once.slice(0, tagLimit) }), onDone);
  };
  return (
    <Dialog title={t("tags.title", { name: list.name })} onClose={busy ? () => undefined : onKeep}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TagsInput
          data-autofocus
          label={t("tags.label")}
          description={t("tags.hint", { count: tagLimit })}
          data={known.filter((tag) => !tags.some((own) => sameTag(own, tag)))}
          maxTags={tagLimit}
          splitChars={[",", ";"]}
          value={tags}
          onChange={(given) => setTags(clean(given))}
          searchValue={typed}
          onSearchChange={setTyped}
          isDuplicate={(tag, own) => own.some((other) => sameTag(other, tag))}
        />
        {error !== null && <ErrorNotice error={error} />}
        <div className={styles.buttons}>
          <Button busy={busy} onClick={onKeep}>
            {t("tags.keep")}
          </Button>
          <Button type="submit" kind="go" busy={busy}>
            {t("tags.act")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
