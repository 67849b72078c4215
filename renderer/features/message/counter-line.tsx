import { Trans, useTranslation } from "react-i18next";
import { countParts, maxParts } from "../../../shared/message/parts.ts";
import type { Preview } from "../../list-worker/protocol.ts";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./message-step.module.css";

/**
 * Characters, encoding, parts and room left: of this person's message, or of the text where nobody is there yet.
 * @param text as typed; for Contact Book lists without its fields, which the service fills.
 */
export function CounterLine({ text, preview, inGroups }: { text: string; preview: Preview | null; inGroups: boolean }) {
  const { t } = useTranslation("message");
  const format = useFormat();
  const count = preview ?? countParts(text);
  const kind = inGroups ? "counter.before" : preview === null ? "counter.text" : "counter.person";
  const bold = { b: <b /> };
  return (
    <p id="counter" className={styles.counter}>
      <span>
        <Trans
          t={t}
          i18nKey={kind}
          count={count.units}
          values={{ units: format.number(count.units) }}
          components={bold}
        />
      </span>
      <span aria-hidden="true">·</span>
      <span>{t(`encoding.${count.encoding}`)}</span>
      <span aria-hidden="true">·</span>
      <span>
        <Trans t={t} i18nKey="counter.parts" count={count.parts} components={bold} />,{" "}
        {count.parts > maxParts ? t("counter.over") : t("counter.room", { count: count.roomLeft })}
      </span>
    </p>
  );
}
