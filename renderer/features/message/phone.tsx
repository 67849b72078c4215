import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import type { MessageTally, Preview } from "../../list-worker/protocol.ts";
import { Button } from "../../ui/button.tsx";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./phone.module.css";

/** One person's message as the phone shows it; any person can be looked at, the odd ones with one click. */
export function Phone({
  preview,
  position,
  tally,
  onShow,
}: {
  preview: Preview | null;
  position: number;
  tally: MessageTally | null;
  onShow: (position: number) => void;
}) {
  const { t } = useTranslation("message");
  const format = useFormat();
  const sender = useDraft(({ draft }) => draft?.review.sender ?? "");
  const people = tally?.people ?? 0;
  return (
    <section className={styles.side}>
      <div className={styles.head}>
        <h2>{t("preview")}</h2>
        {people > 0 && (
          <>
            <Button
              small
              disabled={position === 0}
              aria-label={t("preview.previous")}
              onClick={() => onShow(position - 1)}
            >
              ‹
            </Button>
            <span className={styles.place} aria-live="polite">
              {t("preview.of", { place: format.number(position + 1), people: format.number(people) })}
            </span>
            <Button
              small
              disabled={position >= people - 1}
              aria-label={t("preview.next")}
              onClick={() => onShow(position + 1)}
            >
              ›
            </Button>
          </>
        )}
      </div>
      <div className={styles.phone}>
        {preview === null ? (
          <p className={styles.meta}>{t(people === 0 ? "preview.nobody" : "preview.problem")}</p>
        ) : (
          <Screen preview={preview} sender={sender} />
        )}
      </div>
      {tally !== null && people > 0 && <OddOnes tally={tally} onShow={onShow} />}
      {people > 1 && <FindPerson position={position} onShow={onShow} />}
    </section>
  );
}

function Screen({ preview, sender }: { preview: Preview; sender: string }) {
  const { t } = useTranslation("message");
  const facts = [
    t(`encoding.${preview.encoding}`),
    t("characters", { count: preview.units }),
    t("parts", { count: preview.parts }),
  ];
  return (
    <>
      <div className={styles.from}>
        <strong>{sender === "" ? t("preview.noSender") : sender}</strong>
        <span>{t("preview.to", { number: `+${preview.number}` })}</span>
      </div>
      <p className={styles.bubble} dir="auto">
        {preview.text}
      </p>
      <p className={styles.meta}>
        {facts.join(", ")}. {preview.added ? t("preview.added") : t("preview.row", { row: preview.row })}
      </p>
    </>
  );
}

function OddOnes({ tally: { odd, emptyFields }, onShow }: { tally: MessageTally; onShow: (position: number) => void }) {
  const { t } = useTranslation("message");
  const gap = emptyFields[0]?.field ?? "";
  const ones = [
    { label: t("odd.longest"), at: odd.longest },
    { label: t("odd.shortest"), at: odd.shortest },
    { label: t("odd.empty", { field: gap }), at: odd.emptyField },
    { label: t("odd.script"), at: odd.otherScript },
  ];
  return (
    <div className={styles.odd}>
      {ones.map(({ label, at }) =>
        at === null ? null : (
          <Button key={label} small onClick={() => onShow(at)}>
            {label}
          </Button>
        ),
      )}
    </div>
  );
}

/** More people than anybody steps through. */
const mostFound = 10_000;

/** Looks for people by any words of their row; the same words again go on to the next one, and round. */
function FindPerson({ position, onShow }: { position: number; onShow: (position: number) => void }) {
  const { t } = useTranslation("message");
  const { list } = useDraftStore();
  const [words, setWords] = useState("");
  const [missing, setMissing] = useState(false);
  const [shown, setShown] = useState("");
  const find = async () => {
    const wanted = words.trim();
    if (wanted === "") return;
    const found = await list.find(wanted, mostFound);
    const next = shown === wanted ? found.find((place) => place > position) : undefined;
    const place = next ?? found[0];
    setMissing(place === undefined);
    setShown(wanted);
    if (place !== undefined) onShow(place);
  };
  return (
    <form
      className={styles.find}
      onSubmit={(event) => {
        event.preventDefault();
        void find();
      }}
    >
      <input
        type="search"
        placeholder={t("find")}
        aria-label={t("find")}
        maxLength={200}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setMissing(false);
        }}
      />
      {missing && <span role="status">{t("find.nobody")}</span>}
    </form>
  );
}
