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
                  price={money === null ? "" : format.money(money)}
                  onShow={() => onShow(bucket.first)}
                />
              );
            })}
            {tally.emptyFields.map(({ field, people, fallback, first }) => (
              <Line
                key={field}
                people={people}
                parts=""
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
  price,
  onShow,
}: {
  people: number;
  parts: string;
  why: string;
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
      <span className={styles.why}>{why}</span>
      <span className={styles.price}>{price}</span>
      <Button kind="link" small onClick={onShow} aria-label={`${t("show")}: ${why}`}>
        {t("show")}
      </Button>
    </li>
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
