import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDraftStore } from "../../draft/use-draft.ts";
import type { ChosenGroup } from "../../../shared/library/draft.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useAct, useAnswer } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./dialog.module.css";

const noGroups: ChosenGroup[] = [];

/** Chooses Contact Book lists; their people stay at the service. */
export function GroupsDialog({ chosen = noGroups, onClose }: { chosen?: ChosenGroup[]; onClose: () => void }) {
  const { t } = useTranslation("recipients");
  const format = useFormat();
  const { recipients } = useDraftStore();
  const groups = useAnswer("groups", () => desk().listContactGroups({}));
  const act = useAct();
  const [ids, setIds] = useState(() => new Set(chosen.map(({ id }) => id)));

  const picked = (groups.value ?? []).filter(({ id }) => ids.has(id));
  const people = picked.reduce((sum, group) => sum + group.people, 0);
  const toggle = (id: string, on: boolean) =>
    setIds((before) => {
      const next = new Set(before);
      if (on) next.add(id);
      else next.delete(id);
      return next;
    });
  const error = act.error ?? groups.error;
  return (
    <Dialog title={t("groups.title")} onClose={onClose}>
      <p className={styles.text}>{t("groups.text")}</p>
      {error !== null && <ErrorNotice error={error} />}
      {groups.value === null && groups.loading && <Skeleton rows={3} />}
      {groups.value?.length === 0 && <p className={styles.text}>{t("groups.none")}</p>}
      <ul className={styles.choices}>
        {(groups.value ?? []).map((group) => (
          <li key={group.id}>
            <Checkbox
              checked={ids.has(group.id)}
              label={`${group.name}, ${t("people", { count: group.people })}`}
              onChange={(event) => toggle(group.id, event.target.checked)}
            />
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t("dialog.back")}</Button>
        <Button
          kind="go"
          busy={act.busy}
          disabled={picked.length === 0}
          onClick={() => void act.run(() => recipients.takeGroups({ kind: "groups", groups: picked }), onClose)}
        >
          {t(picked.length > 1 ? "groups.actAtMost" : "groups.act", { count: people, people: format.number(people) })}
        </Button>
      </div>
    </Dialog>
  );
}
