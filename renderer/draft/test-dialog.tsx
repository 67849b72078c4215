import { Checkbox, TextInput } from "@mantine/core";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TestMessage } from "../../shared/campaign/test-message.ts";
import { appErrorOf } from "../../shared/errors.ts";
import type { Money } from "../../shared/money.ts";
import { err, ok } from "../../shared/result.ts";
import { useApp } from "../ui/app-store.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { desk } from "../ui/desk.ts";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { Notice } from "../ui/notice.tsx";
import { useAct, useAnswer } from "../ui/use-answer.ts";
import { useFormat } from "../ui/use-format.ts";
import { useDefaultCountry, usePhoneReader } from "../ui/use-phone-reader.ts";
import styles from "./test-dialog.module.css";
import { useDraft } from "./use-draft.ts";

/** One text to one's own number before everybody gets it: the very text, its price, and one button. */
export function TestDialog({
  text,
  onOpen,
  onClose,
}: {
  /** A person's text, as the preview shows it. */
  text: string;
  onOpen: (campaignId: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation("draft");
  const format = useFormat();
  const { settings } = useApp();
  const review = useDraft(({ draft }) => draft?.review ?? null);
  const [typed, setTyped] = useState(settings.testNumber);
  const read = usePhoneReader(useDefaultCountry());
  const number = useMemo(() => (read === null ? null : read(typed, "text").digits), [typed, read]);
  const asked = useDeferredValue(number);
  const { sender = "", tariffCode = null } = review ?? {};
  const quote = useAnswer<{ price: Money | null }>(`${asked} ${sender} ${tariffCode}`, () =>
    asked === null
      ? Promise.resolve(ok({ price: null }))
      : desk().quoteTest({ number: asked, text, sender, tariffCode }),
  );
  // A price belongs to the number that it was asked for.
  const price = asked === number && !quote.loading ? (quote.value?.price ?? null) : null;
  const { busy, error, run } = useAct();
  const [sent, setSent] = useState<string | null>(null);
  /** Enter in the number still reaches the form when its button has gone, and a held one before that is on the screen. */
  const isSent = useRef(false);
  const [later, setLater] = useState(false);

  const send = async () => {
    if (number === null || price === null) return err(appErrorOf("review.no-price"));
    const message: TestMessage = { number, text, sender, tariffCode };
    const answer = await desk().sendTest({ message, title: t("test.name"), price, later });
    isSent.current = answer.ok;
    if (answer.ok) await desk().changeSettings({ testNumber: typed });
    // What was refused may have another price by now.
    else quote.reload();
    return answer;
  };

  return (
    // What is under way may cost money: until its answer is there, nobody can say that it was not sent.
    <Dialog title={t("test.title")} onClose={busy ? () => undefined : onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSent.current) void run(send, ({ campaignId }) => setSent(campaignId));
        }}
      >
        <TextInput
          data-autofocus
          label={t("test.number")}
          description={t("test.from", { sender })}
          inputMode="tel"
          value={typed}
          maxLength={40}
          readOnly={sent !== null}
          error={typed.trim() !== "" && read !== null && number === null ? t("test.wrong") : null}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p className={styles.bubble} dir="auto">
          {text}
        </p>
        <Checkbox
          label={t("test.later")}
          description={t("test.laterWhy")}
          checked={later}
          disabled={sent !== null}
          onChange={(event) => setLater(event.currentTarget.checked)}
        />
        {quote.error !== null && number !== null && <ErrorNotice error={quote.error} />}
        {error !== null && <ErrorNotice error={error} />}
        {sent !== null && <Notice>{t(later ? "test.planned" : "test.sent", { number: `+${number}` })}</Notice>}
        <div className={styles.buttons}>
          <Button busy={busy} onClick={onClose}>
            {t(sent === null ? "test.keep" : "test.back")}
          </Button>
          {sent === null ? (
            <Button type="submit" kind="go" busy={busy} disabled={price === null}>
              {price === null ? t("test.actUnpriced") : t("test.act", { price: format.money(price) })}
            </Button>
          ) : (
            <Button kind="go" onClick={() => onOpen(sent)}>
              {t("test.open")}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
