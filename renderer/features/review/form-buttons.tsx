import { useTranslation } from "react-i18next";
import type { ReviewSettings } from "../../../shared/library/draft.ts";
import { Button } from "../../ui/button.tsx";
import styles from "./review-step.module.css";

/** What every form of the sheet gets. */
export type FormProps = {
  settings: ReviewSettings;
  onChange: (change: Partial<ReviewSettings>) => void;
  onClose: () => void;
};

/** The end of a form in the sheet: keep it, or leave things as they were. The green button stays the one at the foot. */
export function FormButtons({
  act,
  disabled = false,
  onClose,
}: {
  act: string;
  disabled?: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation("review");
  return (
    <div className={styles.buttons}>
      <Button small onClick={onClose}>
        {t("leave")}
      </Button>
      <Button small type="submit" disabled={disabled}>
        {act}
      </Button>
    </div>
  );
}
