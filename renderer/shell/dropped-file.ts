import { useEffect, useEffectEvent } from "react";

/**
 * Takes a file that is dropped anywhere in the window. Without it a dropped file would be a navigation, so the default
 * is always prevented, also while not `listening`.
 */
export function useDroppedFile(listening: boolean, onFile: (file: { name: string; bytes: Uint8Array }) => void): void {
  const take = useEffectEvent(async (file: File) =>
    onFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }),
  );
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
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
