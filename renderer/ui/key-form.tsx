import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { desk } from "./desk.ts";
import { ErrorNotice } from "./error-notice.tsx";
import styles from "./key-form.module.css";
import { useAct } from "./use-answer.ts";

/** Takes a key, has it checked at the service, and forgets it at once: what stays is the keychain's. */
export function KeyForm({ onConnected }: { onConnected?: () => void }) {
  const { t } = useTranslation("welcome");
  const [key, setKey] = useState("");
  const { busy, error, run, clear } = useAct();
  const field = useId();
  const input = useRef<HTMLInputElement>(null);

  const connect = () =>
    void run(
      () => desk().connectAccount({ key: key.trim() }),
      () => {
        setKey("");
        onConnected?.();
      },
    );

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (key.trim() === "") input.current?.focus();
        else connect();
      }}
    >
      <label className="unseen" htmlFor={field}>
        {t("connect.label")}
      </label>
      <input
        ref={input}
        id={field}
        className={styles.key}
        type="password"
        autoComplete="off"
        spellCheck={false}
        placeholder="live_…"
        maxLength={400}
        value={key}
        onChange={(event) => {
          setKey(event.target.value);
          clear();
        }}
      />
      <Button type="submit" busy={busy}>
        {t("connect.act")}
      </Button>
      <div className={styles.answer} aria-live="polite">
        {busy && <p className={styles.checking}>{t("connect.checking")}</p>}
        {error !== null && <ErrorNotice error={error} />}
      </div>
    </form>
  );
}
