import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import type { Understood } from "../../list-worker/protocol.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { usePhoneReaders } from "../../ui/use-phone-reader.ts";
import { useReasonSentence } from "../../ui/use-reason-sentence.ts";
import dialog from "./dialog.module.css";
import styles from "./repair.module.css";

/** The longest cell that is typed by hand. */
const longest = 1000;
/** What is said of a field stands below it, so that nothing moves away from under the typing. */
const hintBelow = ["label" as const, "input" as const, "description" as const, "error" as const];

/** One more row, typed by hand: the number and the fields. The file itself stays as it is. */
export function AddPerson({
  understood,
  onAdded,
  onClose,
}: {
  understood: Understood;
  /** Once the row is there, the last one of all. */
  onAdded: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation("repair");
  const { t: tRecipients } = useTranslation("recipients");
  const { t: tLists } = useTranslation("lists");
  const sentence = useReasonSentence();
  const format = useFormat();
  const { recipients } = useDraftStore();
  const { columns, reading } = understood;
  const phone = columns.findIndex(({ role }) => role.kind === "phone" && role.order === 0);
  const named = columns.findIndex(({ role }) => role.kind === "country");
  const fields = columns.flatMap(({ role }, at) => ("name" in role ? [{ at, name: role.name }] : []));
  const [values, setValues] = useState(() => columns.map(() => ""));
  const busy = useDraft((state) => state.reading !== null);
  const change = (at: number, value: string) => setValues((before) => before.with(at, value));

  const beside = usePhoneReaders(reading.defaultCountry)?.(values[named] ?? "");
  const typed = values[phone]?.trim() ?? "";
  const read = typed === "" ? null : (beside?.read(typed, "text") ?? null);
  const digits = read?.digits ?? null;
  const wrong = read === null || digits !== null ? null : `${read.reasons.map(sentence).join(". ")}.`;
  const home = tLists("add.country", { country: format.country(beside?.country ?? reading.defaultCountry) });
  const unknown =
    beside?.unknown === true ? t("add.unknownCountry", { country: format.country(beside.country) }) : null;
  return (
    <Dialog title={t("add.title")} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (digits === null) return;
          // With a plus: what was shown here is what is taken, whatever the column was asked about.
          void recipients.edit({ kind: "add-row", values: values.with(phone, `+${digits}`) }).then(onAdded);
          onClose();
        }}
      >
        <TextInput
          data-autofocus
          label={t("add.phone")}
          inputMode="tel"
          maxLength={60}
          inputWrapperOrder={hintBelow}
          value={values[phone] ?? ""}
          description={wrong === null && (digits === null ? home : t("add.becomes", { number: digits }))}
          error={wrong}
          onChange={(event) => change(phone, event.target.value)}
        />
        <div className={styles.fields}>
          {fields.map(({ at, name }) => (
            <TextInput
              key={at}
              label={name}
              maxLength={longest}
              inputWrapperOrder={hintBelow}
              description={at === named ? unknown : null}
              value={values[at] ?? ""}
              onChange={(event) => change(at, event.target.value)}
            />
          ))}
        </div>
        <div className={dialog.buttons}>
          <Button onClick={onClose}>{tRecipients("dialog.back")}</Button>
          <Button type="submit" kind="go" busy={busy} disabled={digits === null}>
            {t("add.act")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
