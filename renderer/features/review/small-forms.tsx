import { NumberInput, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useAnswer } from "../../ui/use-answer.ts";
import { FormButtons, type FormProps } from "./form-buttons.tsx";
import styles from "./review-step.module.css";

const longestValidity = 72;

/** How long the service tries to reach a phone: 1 to 72 hours. */
export function ValidityForm({ settings, onChange, onClose }: FormProps) {
  const { t } = useTranslation("review");
  const [hours, setHours] = useState<number | string>(settings.validityHours);
  const valid = typeof hours === "number" && Number.isInteger(hours) && hours >= 1 && hours <= longestValidity;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) onChange({ validityHours: hours });
      }}
    >
      <NumberInput
        label={t("validity.label")}
        value={hours}
        min={1}
        max={longestValidity}
        allowDecimal={false}
        onChange={setHours}
      />
      <FormButtons act={t("validity.act")} disabled={!valid} onClose={onClose} />
    </form>
  );
}

/** Which tariff of the account is used; its own one is left to the service. */
export function TariffForm({ settings, onChange, onClose }: FormProps) {
  const { t } = useTranslation("review");
  const tariffs = useAnswer("tariffs", () => desk().listTariffs({}));
  const [code, setCode] = useState(settings.tariffCode === null ? "" : String(settings.tariffCode));
  const choices = (tariffs.value ?? []).map((tariff) => ({
    value: String(tariff.code),
    label: t("tariff.named", { code: tariff.code, name: tariff.name }),
  }));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ tariffCode: code === "" ? null : Number(code) });
      }}
    >
      {tariffs.error !== null && <ErrorNotice error={tariffs.error} />}
      <Select
        label={t("tariff.label")}
        allowDeselect={false}
        data={[{ value: "", label: t("tariff.own") }, ...choices]}
        value={code}
        onChange={(chosen) => setCode(chosen ?? "")}
      />
      <FormButtons act={t("tariff.act")} onClose={onClose} />
    </form>
  );
}
