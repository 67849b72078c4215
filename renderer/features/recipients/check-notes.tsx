import { useTranslation } from "react-i18next";
import { useDraftStore } from "../../draft/use-draft.ts";
import type { Understood } from "../../list-worker/protocol.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { encodings } from "./check-switches.tsx";
import { numbersBeside, tableBeside } from "./side-by-side.ts";

/**
 * What is to be known about how a file was read: that an earlier one taught it, lines in another encoding, a second table
 * beside the first, several numbers in a row that may be of several people, and formulas that show nothing.
 */
export function CheckNotes({ understood }: { understood: Understood }) {
  return (
    <>
      <MatchedBefore understood={understood} />
      <MixedLetters understood={understood} />
      <SecondTable understood={understood} />
      <SeveralNumbers understood={understood} />
      <UnworkedFormulas count={understood.unworked} />
    </>
  );
}

function MatchedBefore({ understood: { matching } }: { understood: Understood }) {
  const { t } = useTranslation("repair");
  const { recipients } = useDraftStore();
  const { fingerprint, recalled } = matching;
  if (!recalled || fingerprint === null) return null;
  return (
    <Notice
      title={t("matching.title")}
      actions={
        <Button small onClick={() => void recipients.forgetMatching(fingerprint)}>
          {t("matching.forget")}
        </Button>
      }
    >
      {t("matching.text")}
    </Notice>
  );
}

function MixedLetters({ understood: { mixedWith, reading } }: { understood: Understood }) {
  const { t } = useTranslation("repair");
  const { t: tRecipients } = useTranslation("recipients");
  if (mixedWith === null) return null;
  const nameOf = (encoding: string | null) => {
    const known = encodings.find((id) => id === encoding);
    return known === undefined ? (encoding ?? "") : tRecipients(`encoding.${known}`);
  };
  return (
    <Notice kind="warn" title={t("letters.title")}>
      {t("letters.text", { most: nameOf(reading.encoding), some: nameOf(mixedWith) })}
    </Notice>
  );
}

function SecondTable({ understood: { columns } }: { understood: Understood }) {
  const { t } = useTranslation("repair");
  const format = useFormat();
  const second = tableBeside(columns);
  if (second.length === 0) return null;
  return (
    <Notice kind="warn" title={t("beside.title")}>
      {t("beside.text", { columns: format.list(second.map(({ letter }) => letter)) })}
    </Notice>
  );
}

function SeveralNumbers({ understood: { columns } }: { understood: Understood }) {
  const { t } = useTranslation("repair");
  const format = useFormat();
  const others = numbersBeside(columns);
  if (others.length === 0) return null;
  return (
    <Notice kind="warn" title={t("numbers.title")}>
      {t("numbers.text", { count: others.length, columns: format.list(others.map(({ letter }) => letter)) })}
    </Notice>
  );
}

function UnworkedFormulas({ count }: { count: number }) {
  const { t } = useTranslation("repair");
  if (count === 0) return null;
  return (
    <Notice kind="warn" title={t("formulas.title", { count })}>
      {t("formulas.text")}
    </Notice>
  );
}
