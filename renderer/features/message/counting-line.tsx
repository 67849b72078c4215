import { useTranslation } from "react-i18next";
import { useDraft } from "../../draft/use-draft.ts";
import { useFormat } from "../../ui/use-format.ts";
import styles from "./message-step.module.css";

/** How far the counting of everybody's text is, once it takes its time, and that the figures below are older. */
export function CountingLine() {
  const { t } = useTranslation("message");
  const format = useFormat();
  const counting = useDraft((state) => state.counting);
  const old = useDraft((state) => state.tally !== null);
  if (counting === null) return null;
  const { share } = counting;
  return (
    <p className={styles.counting} role="status">
      <strong>{share === null ? t("counting") : t("counting.share", { share: format.share(share, 1) })}</strong>{" "}
      {old && t("counting.old")}
    </p>
  );
}
