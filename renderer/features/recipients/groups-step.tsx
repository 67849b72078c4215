import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DraftPage } from "../../draft/draft-page.tsx";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import type { ChosenGroup } from "../../../shared/library/draft.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { FootGap } from "../../ui/page.tsx";
import table from "../../ui/table.module.css";
import { useFormat } from "../../ui/use-format.ts";
import { FileProblem } from "./empty-step.tsx";
import { GroupsDialog } from "./groups-dialog.tsx";

/** The chosen Contact Book lists. There is no table: their people are not on this computer. */
export function GroupsStep({ groups }: { groups: ChosenGroup[] }) {
  const { t } = useTranslation("recipients");
  const format = useFormat();
  const { recipients, goTo } = useDraftStore();
  const problem = useDraft((state) => state.sourceProblem);
  const [choosing, setChoosing] = useState(false);
  const foot = (
    <>
      <Button onClick={() => void recipients.dropSource()}>{t("groups.drop")}</Button>
      <FootGap />
      <Button onClick={() => setChoosing(true)}>{t("groups.change")}</Button>
      <Button kind="go" onClick={() => void goTo("message")}>
        {t("write")}
      </Button>
    </>
  );
  return (
    <DraftPage foot={foot}>
      {problem !== null && <FileProblem name={problem.name} error={problem.error} />}
      <div className={table.card}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t("groups.list")}</th>
              <th scope="col" className={table.right}>
                {t("groups.people")}
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.id}>
                <td>{group.name}</td>
                <td className={table.right}>{format.number(group.people)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Notice>
        {t("groups.stay")} {groups.length > 1 && t("groups.twice")}
      </Notice>
      {choosing && <GroupsDialog chosen={groups} onClose={() => setChoosing(false)} />}
    </DraftPage>
  );
}
