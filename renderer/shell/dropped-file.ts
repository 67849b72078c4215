import { useEffect, useEffectEvent } from "react";

/**
 * Takes a file that is dropped anywhere in the window. Without it a dropped file would be a navigation, so the default
 * is always prevented, also while not `listening`. Words that are dragged into a field are the field's.
 */
export function useDroppedFile(listening: boolean, onFile: (file: { name: string; bytes: Uint8Array }) => void): void {
  const take = useEffectEvent(async (file: File) =>
    onFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }),
  );
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!isForField(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (isForField(event)) return;
      const taken = event.defaultPrevented;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (!taken && listening && file !== undefined) void take(file);
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
