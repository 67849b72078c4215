import { useEffect, useEffectEvent, useState } from "react";
import { isDialogOpen } from "../ui/open-dialogs.ts";

/**
 * Takes files that are dropped anywhere in the window, before anybody else does; none while a dialog is open, from which
 * they would take what was typed there.
 * @returns whether a file is being dragged over the window.
 */
export function useFileDrop(onFiles: (files: File[]) => void): boolean {
  const [dragging, setDragging] = useState(false);
  const take = useEffectEvent(onFiles);

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (isDialogOpen() && event.dataTransfer !== null) event.dataTransfer.dropEffect = "none";
      setDragging(!isDialogOpen());
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setDragging(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0 && !isDialogOpen()) take(files);
    };
    // Capturing, so that this screen has the file before the window's own listener.
    window.addEventListener("dragover", over, true);
    window.addEventListener("dragleave", leave, true);
    window.addEventListener("drop", drop, true);
    return () => {
      window.removeEventListener("dragover", over, true);
      window.removeEventListener("dragleave", leave, true);
      window.removeEventListener("drop", drop, true);
    };
  }, []);
  return dragging;
}

/** Words that are dragged within a text are the text's own affair. */
function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") === true;
}
