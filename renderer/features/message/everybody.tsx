import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { priceOfBucket } from "../../draft/price-estimate.ts";
import { useDraft } from "../../draft/use-draft.ts";
import type { MessageTally } from "../../list-worker/protocol.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useCauseWords } from "./cause-words.ts";
import styles from "./everybody.module.css";

/** What everybody gets: people by what their message costs and why, each line with a way to see one of them. */
export function Everybody({ tally, onShow }: { tally: MessageTally; onShow: (position: number) => void }) {
  const { t } = useTranslation("message");
  const format = useFormat();
  const causeOf = useCauseWords();
  const price = useDraft((state) => state.price);
  if (tally.problems.length > 0) return null;
  const { overLimit, emptyText } = tally;
  const whole = [
    t("people", { count: tally.people }),
    t("parts", { count: tally.parts }),
    ...(price === null || price.total === null ? [] : [format.money(price.total)]),
  ];
  return (
    <>
      {overLimit !== null && (
        <Blocking title={t("over.title", { count: overLimit.people })} onShow={() => onShow(overLimit.first)}>
          {t("over.text")}
        </Blocking>
      )}
      {emptyText !== null && tally.buckets.length > 0 && (
        <Blocking title={t("blank.title", { count: emptyText.people })} onShow={() => onShow(emptyText.first)}>
          {t("blank.text")}
        </Blocking>
      )}
      {tally.buckets.length > 0 && (
        <section>
          <div className={styles.head}>
            <h2>{t("everybody")}</h2>
            <span>{whole.join(", ")}</span>
          </div>
          <ul className={styles.lines}>
            {tally.buckets.map((bucket) => {
              const money = priceOfBucket(price, bucket);
              return (
                <Line
                  key={`${bucket.encoding} ${bucket.parts} ${bucket.first}`}
                  people={bucket.people}
                  parts={t("parts", { count: bucket.parts })}
                  why={causeOf(bucket)}
                  field={"field" in bucket.cause ? bucket.cause.field : null}
                  price={money === null ? "" : format.sum(money)}
                  onShow={() => onShow(bucket.first)}
                />
              );
            })}
            {tally.emptyFields.map(({ field, people, fallback, first }) => (
              <Line
                key={field}
                people={people}
                parts=""
                field={null}
                quiet
                why={
                  fallback === null || fallback === "" ? t("gap.open", { field }) : t("gap.filled", { field, fallback })
                }
                price=""
                onShow={() => onShow(first)}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Line({
  people,
  parts,
  why,
  field,
  quiet = false,
  price,
  onShow,
}: {
  people: number;
  parts: string;
  why: string;
  /** The field that the sentence names. */
  field: string | null;
  quiet?: boolean;
  price: string;
  onShow: () => void;
}) {
  const { t } = useTranslation("message");
  const format = useFormat();
  return (
    <li className={styles.line}>
      <span>
        <strong>{format.number(people)}</strong> {t("peopleWord", { count: people })}
      </span>
      <span>{parts}</span>
      <span className={[styles.why, quiet ? styles.quiet : ""].join(" ")}>
        <WithField words={why} field={field} />
      </span>
      <span className={styles.price}>{price}</span>
      <Button kind="link" small onClick={onShow} aria-label={`${t("show")}: ${why}`}>
        {t("show")}
      </Button>
    </li>
  );
}

/** A sentence with its field drawn as the chip that it is in the text. */
function WithField({ words, field }: { words: string; field: string | null }) {
  const at = field === null || field === "" ? -1 : words.indexOf(field);
  if (field === null || at < 0) return words;
  return (
    <>
      {words.slice(0, at)}
      <span className={styles.field} dir="auto">
        {field}
      </span>
      {words.slice(at + field.length)}
    </>
  );
}

function Blocking({ title, onShow, children }: { title: string; onShow: () => void; children: ReactNode }) {
  const { t } = useTranslation("message");
  return (
    <Notice
      kind="bad"
      title={title}
      actions={
        <Button small onClick={onShow}>
          {t("show")}
        </Button>
      }
    >
      {children}
    </Notice>
  );
}
