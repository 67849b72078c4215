import { useTranslation } from "react-i18next";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useNow } from "../../ui/use-now.ts";

/** Who fills the fields of a text to Contact Book lists, and how old their names are while the service does not answer. */
export function ContactFieldsNotice() {
  const { t } = useTranslation("message");
  const format = useFormat();
  const { loadAccount } = useDraftStore();
  const since = useDraft((state) => state.contactFieldsSince);
  const problem = useDraft((state) => state.contactFieldsProblem);
  const now = useNow(since !== null);
  if (problem !== null) return <ErrorNotice kind="warn" error={problem} onAgain={() => void loadAccount()} />;
  return (
    <>
      <Notice>{t("groups.fields")}</Notice>
      {since !== null && (
        <Notice
          kind="warn"
          actions={
            <Button small onClick={() => void loadAccount()}>
              {t("groups.again")}
            </Button>
          }
        >
          {t("groups.kept", { ago: format.ago(since, now) })}
        </Notice>
      )}
    </>
  );
}
