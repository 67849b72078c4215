import { useEffect, useEffectEvent } from "react";
import { type AppError, appErrorOf } from "../../shared/errors.ts";
import { isDialogOpen } from "../ui/open-dialogs.ts";

/**
 * Takes a file that is dropped anywhere in the window; of several it takes none and says so. Without it a dropped file would be a navigation, so the default
 * is always prevented, also while not `listening` and while a dialog is open. Words that are dragged into a field are the field's.
 */
export function useDroppedFile(
  listening: boolean,
  onFile: (file: File) => void,
  onRefused: (reason: AppError) => void,
): void {
  const take = useEffectEvent(([file, another, ...more]: File[]) => {
    if (another !== undefined) return onRefused(appErrorOf("file.several", { count: 2 + more.length }));
    if (file !== undefined) onFile(file);
  });
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!isForField(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (isForField(event)) return;
      const taken = event.defaultPrevented;
      event.preventDefault();
      if (!taken && listening && !isDialogOpen()) take([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, [listening]);
}

function isForField(event: DragEvent): boolean {
  const isField = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
  return isField && event.dataTransfer?.types.includes("Files") !== true;
}
