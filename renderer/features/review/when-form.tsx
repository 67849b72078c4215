import { Radio, Select } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { DateTimeFields } from "../../draft/date-time-fields.tsx";
import { useWhenWords } from "../../draft/when-words.ts";
import { momentOf, timeProblem, tomorrowMorning } from "../../draft/zoned-time.ts";
import { useFormat } from "../../ui/use-format.ts";
import { useNow } from "../../ui/use-now.ts";
import { FormButtons, type FormProps } from "./form-buttons.tsx";
import styles from "./review-step.module.css";

/** Now, or a day and a time on the clocks of a place; the words below say what that means. */
export function WhenForm({ settings: { when }, onChange, onClose }: FormProps) {
  const { t } = useTranslation("review");
  const now = useNow();
  const words = useWhenWords();
  const format = useFormat();
  const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [kind, setKind] = useState(when.kind);
  const [zone, setZone] = useState(when.kind === "at" ? when.zone : ownZone);
  const [local, setLocal] = useState(() => (when.kind === "at" ? when.local : tomorrowMorning(new Date(), ownZone)));

  const at = momentOf(local, zone);
  const problem = kind === "now" ? null : timeProblem(at, local, zone, now);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (problem === null) onChange({ when: kind === "now" ? { kind: "now" } : { kind: "at", local, zone } });
      }}
    >
      <Radio.Group value={kind} onChange={(chosen) => setKind(chosen === "at" ? "at" : "now")} aria-label={t("when")}>
        <div className={styles.radios}>
          <Radio value="now" label={t("when.now")} />
          <Radio value="at" label={t("when.later")} />
        </div>
      </Radio.Group>
      {kind === "at" && (
        <DateTimeFields
          local={local}
          zone={zone}
          labels={{ date: t("when.date"), time: t("when.time") }}
          onChange={setLocal}
        >
          <ZoneSelect zone={zone} onChange={setZone} />
        </DateTimeFields>
      )}
      {kind === "at" && (
        <p className={problem === null ? styles.second : styles.missing} role="status">
          {problem === null && at !== null
            ? `${format.capital(words.full(at, zone, now))}, ${words.distance(at, now)}`
            : t(`when.${problem ?? "invalid"}`)}
        </p>
      )}
      <FormButtons act={t("when.act")} disabled={problem !== null} onClose={onClose} />
    </form>
  );
}

function ZoneSelect({ zone, onChange }: { zone: string; onChange: (zone: string) => void }) {
  const { t } = useTranslation("review");
  const format = useFormat();
  const zones = useMemo(() => {
    const known = Intl.supportedValuesOf("timeZone");
    const named = known.includes(zone) ? known : [zone, ...known];
    return named.map((value) => ({ value, label: `${value.replaceAll("_", " ")}, ${format.zone(value)}` }));
  }, [zone, format]);
  return (
    <Select
      className={styles.zone ?? ""}
      label={t("when.zone")}
      searchable
      allowDeselect={false}
      limit={60}
      data={zones}
      value={zone}
      onChange={(chosen) => chosen !== null && onChange(chosen)}
    />
  );
}
