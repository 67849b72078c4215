import { Menu } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import type { Understood } from "../../list-worker/protocol.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { CountrySelect } from "../../ui/country-select.tsx";
import { desk } from "../../ui/desk.ts";
import { useFormat } from "../../ui/use-format.ts";
import { useCallingCode } from "./calling-code.ts";
import styles from "./check-step.module.css";
import dialog from "./dialog.module.css";

/** Encodings that can be chosen. */
const offered = [
  "utf-8",
  "windows-1251",
  "windows-1252",
  "windows-1250",
  "koi8-u",
  "koi8-r",
  "utf-16le",
  "utf-16be",
  "windows-1254",
  "windows-1253",
  "windows-1257",
  "windows-1255",
  "windows-1256",
] as const;
/** Encodings that a file may be found to be in: the rarer ones are offered where it is. */
export const encodings = [...offered, "cp866", "mac-cyrillic", "iso-8859-5", "iso-8859-2"] as const;
const delimiters = [";", ",", "\t", "|"] as const;
/** A heading further down is not a heading. */
const headingRows = 12;

/** Every guess about a source, each with the one switch that changes it. */
export function CheckSwitches({ understood }: { understood: Understood }) {
  const { t } = useTranslation("recipients");
  const { recipients } = useDraftStore();
  const busy = useDraft((state) => state.reading !== null);
  const { reading, sheets } = understood;
  const encoding = encodings.find((known) => known === reading.encoding);
  const heading = (row: number) => (row === 0 ? t("check.noHeading") : t("check.row", { row }));
  return (
    <dl className={[styles.switches, busy ? styles.busy : ""].join(" ")} aria-busy={busy || undefined}>
      {encoding !== undefined && (
        <Switch
          label={t("check.letters")}
          value={t(`encoding.${encoding}`)}
          act={t("check.wrong")}
          choices={encodings
            .filter((id) => id === encoding || offered.some((usual) => usual === id))
            .map((id) => ({ id, label: t(`encoding.${id}`) }))}
          onChoose={(id) => void recipients.changeReading({ encoding: id })}
        />
      )}
      {reading.delimiter !== null && (
        <Switch
          label={t("check.delimiter")}
          value={t(`delimiter.${reading.delimiter}`)}
          act={t("change")}
          choices={delimiters.map((id) => ({ id, label: t(`delimiter.${id}`) }))}
          onChoose={(id) => void recipients.changeReading({ delimiter: id })}
        />
      )}
      {reading.sheet !== null && sheets.length > 0 && (
        <Switch
          label={t("check.sheet")}
          value={sheets.find(({ index }) => index === reading.sheet)?.name ?? ""}
          act={t("change")}
          choices={sheets.map(({ index, name, hidden }) => ({
            id: String(index),
            label: hidden ? t("check.hiddenSheet", { name }) : name,
          }))}
          onChoose={(id) => void recipients.changeReading({ sheet: Number(id), headerRow: null })}
        />
      )}
      <Switch
        label={t("check.heading")}
        value={heading(reading.headerRow)}
        act={t("change")}
        choices={Array.from({ length: headingRows + 1 }, (_, row) => ({ id: String(row), label: heading(row) }))}
        onChoose={(id) => void recipients.changeReading({ headerRow: Number(id) })}
      />
      <Country code={reading.defaultCountry} byRow={understood.countries !== null} />
    </dl>
  );
}

function Row({ label, value, children }: { label: string; value: string; children: ReactNode }) {
  return (
    <div className={styles.switch}>
      <dt>{label}</dt>
      <dd>{value}</dd>
      <dd>{children}</dd>
    </div>
  );
}

function Switch<Id extends string>({
  label,
  value,
  act,
  choices,
  onChoose,
}: {
  label: string;
  value: string;
  act: string;
  choices: { id: Id; label: string }[];
  onChoose: (id: Id) => void;
}) {
  return (
    <Row label={label} value={value}>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button small aria-label={`${act}: ${label}`}>
            {act}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={styles.choices}>
          {choices.map((choice) => (
            <Menu.Item key={choice.id} onClick={() => onChoose(choice.id)}>
              {choice.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Row>
  );
}

/** The country of numbers without one, `byRow` where their row names none: asked once, for this list and from then on. */
function Country({ code, byRow }: { code: string; byRow: boolean }) {
  const { t } = useTranslation("recipients");
  const format = useFormat();
  const { recipients } = useDraftStore();
  const [open, setOpen] = useState(false);
  const label = t(byRow ? "check.countryElse" : "check.country");
  const choose = (country: string | null) => {
    if (country === null) return;
    setOpen(false);
    void recipients.changeReading({ defaultCountry: country });
    void desk().changeSettings({ defaultCountry: country });
  };
  return (
    <Row label={label} value={[format.country(code), useCallingCode(code)].filter(Boolean).join(", ")}>
      <Button small aria-label={`${t("change")}: ${label}`} onClick={() => setOpen(true)}>
        {t("change")}
      </Button>
      {open && (
        <Dialog title={label} size={440} onClose={() => setOpen(false)}>
          <CountrySelect
            label={t("check.countryLabel")}
            nothingFound={t("check.countryNone")}
            value={code}
            onChange={choose}
          />
          <div className={dialog.buttons}>
            <Button onClick={() => setOpen(false)}>{t("dialog.back")}</Button>
          </div>
        </Dialog>
      )}
    </Row>
  );
}
