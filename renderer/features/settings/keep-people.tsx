import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Settings } from "../../../shared/library/settings.ts";
import { keepMonths } from "../../../shared/privacy.ts";
import { useApp } from "../../ui/app-store.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useAct } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";

type Length = Settings["keepMonths"];

const ever = "ever";

/** For how long people and texts are kept. A shorter time erases at once, so it asks. */
export function KeepPeople() {
  const { t } = useTranslation("privacy");
  const { settings } = useApp();
  const format = useFormat();
  const { busy, error, run, clear } = useAct();
  const [wanted, setWanted] = useState<Length>(null);
  const months = new Intl.NumberFormat(format.locale, { style: "unit", unit: "month", unitDisplay: "long" });
  const change = (length: Length) =>
    run(
      () => desk().changeSettings({ keepMonths: length }),
      () => setWanted(null),
    );
  const choose = (length: Length) => {
    const shorter = length !== null && (settings.keepMonths === null || length < settings.keepMonths);
    if (shorter) setWanted(length);
    else void change(length);
  };

  return (
    <>
      <Select
        label={t("keep.label")}
        description={t("keep.hint")}
        allowDeselect={false}
        data={[
          ...keepMonths.map((length) => ({ value: String(length), label: months.format(length) })),
          { value: ever, label: t("keep.ever") },
        ]}
        value={settings.keepMonths === null ? ever : String(settings.keepMonths)}
        onChange={(chosen) => choose(keepMonths.find((length) => String(length) === chosen) ?? null)}
      />
      {error !== null && wanted === null && <ErrorNotice error={error} />}
      {wanted !== null && (
        <ConfirmDialog
          title={t("keep.title", { length: months.format(wanted) })}
          act={t("keep.act", { length: months.format(wanted) })}
          keep={t("keep.keep")}
          busy={busy}
          error={error}
          onKeep={() => {
            clear();
            setWanted(null);
          }}
          onAct={() => void change(wanted)}
        >
          {t("keep.text")}
        </ConfirmDialog>
      )}
    </>
  );
}
