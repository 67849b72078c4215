import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OpenedList } from "../../../shared/library/list.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useAct } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import { usePhoneReaders } from "../../ui/use-phone-reader.ts";
import styles from "./add-person.module.css";
import { countryBeside, useNumberCheck } from "./number-check.ts";

/** Puts one person on a list: the number is read as those of a spreadsheet are, and shown as it will be kept. */
export function AddPerson({
  opened,
  country,
  onAdded,
  onClose,
}: {
  opened: OpenedList;
  /** Where numbers without a country are from. */
  country: string | null;
  onAdded: (list: OpenedList) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation("lists");
  const format = useFormat();
  const check = useNumberCheck(country);
  const [phone, setPhone] = useState("");
  const [cells, setCells] = useState<string[]>(() => opened.columns.map(() => ""));
  const { busy, error, run, clear } = useAct();
  const named = countryBeside(opened.columns, cells);
  const { number, why } = phone.trim() === "" ? { number: null, why: null } : check(phone, named);
  const home = usePhoneReaders(country)?.(named).country ?? country;

  return (
    <Dialog title={t("add.title", { name: opened.list.name })} onClose={busy ? () => undefined : onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (number !== null && !busy) {
            void run(() => desk().addListPerson({ id: opened.list.id, number, cells }), onAdded);
          }
        }}
      >
        <div className={styles.fields}>
          <TextInput
            data-autofocus
            label={t("grid.phone")}
            description={home === null ? undefined : t("add.country", { country: format.country(home) })}
            error={why === null ? undefined : `${why}.`}
            maxLength={200}
            value={phone}
            onChange={(event) => {
              clear();
              setPhone(event.target.value);
            }}
          />
          <p className={styles.kept} aria-live="polite">
            {number !== null && number !== phone.trim() && t("add.kept", { number })}
          </p>
          {opened.columns.map((column, at) => (
            <TextInput
              key={at}
              label={column}
              maxLength={32_767}
              value={cells[at] ?? ""}
              onChange={(event) => setCells(cells.with(at, event.target.value))}
            />
          ))}
        </div>
        {error !== null && <ErrorNotice error={error} />}
        <div className={styles.buttons}>
          <Button busy={busy} onClick={onClose}>
            {t("add.keep")}
          </Button>
          <Button type="submit" kind="go" busy={busy} disabled={number === null}>
            {t("add.act")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
