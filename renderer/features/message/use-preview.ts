import { useEffect, useRef, useState } from "react";
import { latestOnly } from "../../draft/latest-only.ts";
import type { DraftList } from "../../draft/draft-state.ts";
import type { Preview } from "../../list-worker/protocol.ts";

/** One person's message, asked with every key; null while there is nobody, or the text has problems. */
export function usePreview(list: DraftList, text: string, position: number, revision: number | null): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  const ask = useRef(
    latestOnly(
      (question: { text: string; position: number }) => list.preview(question.text, question.position),
      (answer) => setPreview(answer),
      () => setPreview(null),
    ),
  );
  useEffect(() => {
    if (revision !== null) ask.current({ text, position });
  }, [text, position, revision]);
  return revision === null ? null : preview;
}
