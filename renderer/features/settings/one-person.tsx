import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonTrace } from "../../../shared/privacy.ts";
import { ErasePersonDialog, Unsearched } from "../../privacy/erase-person-dialog.tsx";
import { useErasedWords } from "../../privacy/erased-words.ts";
import { isKnown, rowsOfPerson, unsearchedOf } from "../../privacy/person-file.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { fileNameOf, workbookOf } from "../../ui/spreadsheet-file.ts";
import { useAct } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import { useDefaultCountry, usePhoneReader } from "../../ui/use-phone-reader.ts";
import styles from "./settings.module.css";

/** What is kept of one person: given to them as a file, or erased. */
export function OnePerson({ onErased }: { onErased: () => void }) {
  const { t } = useTranslation(["privacy", "campaigns"]);
  const format = useFormat();
  const erasedWords = useErasedWords();
  const [typed, setTyped] = useState("");
  const [erasing, setErasing] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const [unsearched, setUnsearched] = useState<PersonTrace["drafts"]>([]);
  const [unread, setUnread] = useState(false);
  const { busy, error, run } = useAct();
  const read = usePhoneReader(useDefaultCountry());

  const withNumber = (act: (number: string) => void) => {
    const digits = read?.(typed, "text").digits ?? null;
    setSaid("");
    setUnsearched([]);
    setUnread(digits === null);
    if (digits !== null) act(digits);
  };
  const save = async (number: string) => {
    const trace = await desk().tracePerson({ number });
    if (!trace.ok) return trace;
    setUnsearched(unsearchedOf(trace.value));
    if (!isKnown(trace.value)) return { ok: true as const, value: t("person.nothing", { number }) };
    const bytes = await workbookOf(t("file.sheet"), rowsOfPerson(trace.value, number, t, format));
    const saved = await desk().saveFile({ name: fileNameOf(t("file.name", { number }), "xlsx"), bytes });
    if (!saved.ok) return saved;
    return { ok: true as const, value: saved.value.saved ? t("person.saved", { name: saved.value.name }) : "" };
  };

  return (
    <form
      className={styles.block}
      onSubmit={(event) => {
        event.preventDefault();
        withNumber((number) => void run(() => save(number), setSaid));
      }}
    >
      <div>
        <h3 className={styles.label}>{t("person.title")}</h3>
        <p className={styles.text}>{t("person.text")}</p>
      </div>
      <div className={styles.acts}>
        <TextInput
          aria-label={t("person.label")}
          placeholder={t("person.label")}
          type="tel"
          autoComplete="off"
          maxLength={40}
          error={unread}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setUnread(false);
          }}
        />
        <Button type="submit" busy={busy} disabled={read === null}>
          {t("person.export")}
        </Button>
        <Button kind="bad" disabled={read === null} onClick={() => withNumber(setErasing)}>
          {t("person.erase")}
        </Button>
      </div>
      <p role="status" className={unread ? styles.wrong : styles.text}>
        {unread ? t("person.unread") : said}
      </p>
      {unsearched.length > 0 && <Unsearched drafts={unsearched} />}
      {error !== null && <ErrorNotice error={error} />}
      {erasing !== null && (
        <ErasePersonDialog
          number={erasing}
          onClose={() => setErasing(null)}
          onErased={(waiting) => {
            const number = erasing;
            setErasing(null);
            setTyped("");
            setSaid(erasedWords(number, waiting));
            onErased();
          }}
        />
      )}
    </form>
  );
}
