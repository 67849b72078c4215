import { useTranslation } from "react-i18next";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import { useApp } from "../../ui/app-store.ts";
import { Button } from "../../ui/button.tsx";
import { KeyCap } from "../../ui/key-cap.tsx";
import { useScreenKeys } from "../../ui/screen-keys.ts";
import { isTextField } from "../../ui/text-history.ts";
import styles from "./list-step.module.css";

/** Takes the last edit back and, while there is one that was taken back, makes it once more. */
export function EditButtons() {
  const { t } = useTranslation("recipients");
  const { t: tRepair } = useTranslation("repair");
  const { recipients } = useDraftStore();
  const mac = useApp().platform === "darwin";
  const edits = useDraft((state) => state.draft?.edits.length ?? 0);
  const undone = useDraft((state) => state.list?.state.undone ?? 0);
  useEditKeys();
  return (
    <>
      <Button
        disabled={edits === 0}
        onClick={() => void recipients.undo()}
        aria-keyshortcuts={mac ? "Meta+Z" : "Control+Z"}
      >
        {t("undo")} <KeyCap char="Z" command className={styles.key ?? ""} />
      </Button>
      {undone > 0 && (
        <Button onClick={() => void recipients.redo()} aria-keyshortcuts={mac ? "Meta+Shift+Z" : "Control+Y"}>
          {tRepair("redo")} <KeyCap char={mac ? "⇧Z" : "Y"} command className={styles.key ?? ""} />
        </Button>
      )}
    </>
  );
}

/** Undo and redo by key, as each system has them; a field of text that has the focus keeps its own. */
function useEditKeys(): void {
  const { recipients } = useDraftStore();
  useScreenKeys((event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isTextField(event.target)) return;
    const again = (event.code === "KeyZ" && event.shiftKey) || (event.code === "KeyY" && event.ctrlKey);
    if (event.code !== "KeyZ" && !again) return;
    event.preventDefault();
    void (again ? recipients.redo() : recipients.undo());
  });
}
