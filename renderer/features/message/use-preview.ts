import { useEffect, useRef, useState } from "react";
import { latestOnly } from "../../draft/latest-only.ts";
import type { DraftList } from "../../draft/draft-state.ts";
import type { LatinStandard } from "../../../shared/message/latin.ts";
import type { Preview } from "../../list-worker/protocol.ts";

type Question = { text: string; latin: LatinStandard | null; position: number };

/**
 * One person's message, asked with every key; null while there is nobody, or the text has problems: then nobody's message
 * is known, and its braces would be taken for words.
 */
export function usePreview(
  list: DraftList,
  { text, latin, position }: Question,
  problems: number,
  revision: number | null,
): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  const ask = useRef(
    latestOnly(
      (question: Question) => list.preview(question.text, question.position, question.latin),
      (answer) => setPreview(answer),
      () => setPreview(null),
    ),
  );
  useEffect(() => {
    if (revision !== null && problems === 0) ask.current({ text, latin, position });
  }, [text, latin, position, problems, revision]);
  return revision === null || problems > 0 ? null : preview;
}
