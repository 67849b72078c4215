import { Autocomplete } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDraft } from "../../draft/use-draft.ts";
import { isSender } from "../../../shared/account.ts";
import { FormButtons, type FormProps } from "./form-buttons.tsx";
import styles from "./review-step.module.css";

/** Chooses a sender of the account, or takes one as typed: it is checked before anything is sent. */
export function SenderForm({ settings, onChange, onClose }: FormProps) {
  const { t } = useTranslation("review");
  const senders = useDraft((state) => state.senders);
  const [name, setName] = useState(settings.sender);
  const usable = (senders ?? [])
    .filter((sender) => sender.status === "active" && isSender(sender.name))
    .map((sender) => sender.name);
  const valid = isSender(name);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) onChange({ sender: name });
      }}
    >
      <Autocomplete
        label={t("from.label")}
        description={t("from.rule")}
        data={[...new Set(usable)]}
        value={name}
        maxLength={20}
        data-autofocus
        error={name !== "" && !valid ? t("from.wrong") : undefined}
        onChange={setName}
      />
      <FormButtons act={t("from.act")} disabled={!valid} onClose={onClose} />
    </form>
  );
}
