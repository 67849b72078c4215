import { useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { priceOfBucket } from "../../draft/price-estimate.ts";
import { useDraft } from "../../draft/use-draft.ts";
import { groupKeys } from "../../../shared/message/group.ts";
import { scriptOf } from "../../../shared/message/script.ts";
import type { Bucket, MessageTally } from "../../list-worker/protocol.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useCauseWords } from "./cause-words.ts";
import styles from "./everybody.module.css";
import { LatinDialog } from "./latin-dialog.tsx";
import { LeaveOut } from "./leave-out.tsx";
import { PeopleDialog, type ShownGroup } from "./people-dialog.tsx";
import { ownWords } from "./text-fields.ts";

/** What everybody gets: people by what their message costs and why, each line with a way to see who they are. */
export function Everybody({ tally, onShow }: { tally: MessageTally; onShow: (position: number) => void }) {
  const { t } = useTranslation("message");
  const format = useFormat();
  const causeOf = useCauseWords();
  const price = useDraft((state) => state.price);
  const [shown, setShown] = useState<ShownGroup | null>(null);
  const [latinFor, setLatinFor] = useState<number | null>(null);
  const hasLatin = useDraft(({ draft }) => (draft?.review.latinLetters ?? null) !== null);
  const text = useDraft(({ draft }) => draft?.text ?? "");
  const ownScript = useMemo(() => scriptOf(ownWords(text, [])), [text]);
  if (tally.problems.length > 0) return null;
  const { overLimit, emptyText } = tally;
  const prices = tally.buckets.map((bucket) => priceOfBucket(price, bucket));
  const lines = price === null || price.total === null ? [] : format.lines(price.total, prices);
  const whole = [
    t("people", { count: tally.people }),
    t("parts", { count: tally.parts }),
    ...(price === null || price.total === null ? [] : [format.money(price.total)]),
  ];
  return (
    <>
      {overLimit !== null && (
        <Blocking
          title={t("over.title", { count: overLimit.people })}
          group={{ key: groupKeys.overLimit, people: overLimit.people, why: t("over.why") }}
          onShow={setShown}
        >
          {t("over.text")}
        </Blocking>
      )}
      {emptyText !== null && tally.buckets.length > 0 && (
        <Blocking
          title={t("blank.title", { count: emptyText.people })}
          group={{ key: groupKeys.emptyText, people: emptyText.people, why: t("blank.why") }}
          onShow={setShown}
        >
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
            {tally.buckets.map((bucket, index) => {
              const [parts, why] = [t("parts", { count: bucket.parts }), causeOf(bucket)];
              return (
                <Line
                  key={bucket.key}
                  people={bucket.people}
                  parts={parts}
                  why={why}
                  onLatin={!hasLatin && canBeLatin(bucket, ownScript) ? () => setLatinFor(bucket.first) : null}
                  field={"field" in bucket.cause ? bucket.cause.field : null}
                  price={lines[index] ?? ""}
                  onShow={() => setShown({ key: bucket.key, people: bucket.people, why: `${parts}, ${why}` })}
                />
              );
            })}
            {tally.emptyFields.map(({ key, field, people, fallback }) => {
              const filled = fallback !== null && fallback !== "";
              const why = filled ? t("gap.filled", { field, fallback }) : t("gap.open", { field });
              return (
                <Line
                  key={key}
                  people={people}
                  parts=""
                  field={null}
                  quiet
                  why={why}
                  price=""
                  onLatin={null}
                  onShow={() => setShown({ key, people, why })}
                />
              );
            })}
          </ul>
        </section>
      )}
      {shown !== null && <PeopleDialog group={shown} onPerson={onShow} onClose={() => setShown(null)} />}
      {latinFor !== null && <LatinDialog position={latinFor} onClose={() => setLatinFor(null)} />}
    </>
  );
}

/**
 * Whether Latin letters could mend what makes these messages so long: emoji and scripts without a rule they cannot.
 * Where a long value is named, the letters of the text are what leaves so little room.
 */
function canBeLatin({ cause, encoding }: Bucket, ownScript: ReturnType<typeof scriptOf>): boolean {
  if (cause.kind === "length") return encoding === "ucs2" && hasRule.test(ownScript);
  return (cause.kind === "script" || cause.kind === "field-script") && hasRule.test(cause.script);
}

const hasRule = /^(?:cyrillic|other)$/;

function Line({
  people,
  parts,
  why,
  field,
  quiet = false,
  price,
  onLatin,
  onShow,
}: {
  people: number;
  parts: string;
  why: string;
  /** The field that the sentence names. */
  field: string | null;
  quiet?: boolean;
  price: string;
  /** Offers Latin letters; null where they would not help. */
  onLatin: (() => void) | null;
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
        {onLatin !== null && (
          <>
            {" "}
            <Button kind="link" small className={styles.fix} onClick={onLatin}>
              {t("latin.act")}
            </Button>
          </>
        )}
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

function Blocking({
  title,
  group,
  onShow,
  children,
}: {
  title: string;
  group: ShownGroup;
  onShow: (group: ShownGroup) => void;
  children: ReactNode;
}) {
  const { t } = useTranslation("message");
  return (
    <Notice
      kind="bad"
      title={title}
      actions={
        <>
          <Button small onClick={() => onShow(group)}>
            {t("show")}
          </Button>
          <LeaveOut group={group} />
        </>
      }
    >
      {children}
    </Notice>
  );
}
