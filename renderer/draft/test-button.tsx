import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { compileTemplate, parseTemplate } from "../../shared/message/template.ts";
import { Button } from "../ui/button.tsx";
import { TestDialog } from "./test-dialog.tsx";
import { useDraft, useDraftStore } from "./use-draft.ts";

const noFields: string[] = [];

/** Whether the text can go out as it is: what stands in its way would be in the test, and in nobody's text later. */
function useCanGo(text: string): boolean {
  const fields = useDraft((state) => state.list?.fields ?? noFields);
  const mended = useMemo(() => compileTemplate(parseTemplate(text, fields), fields).ok, [text, fields]);
  const fits = useDraft(({ tally }) => tally === null || (tally.overLimit === null && tally.emptyText === null));
  return mended && fits;
}

/**
 * "Send a test to me", once there is a text to be sent. Contact Book lists have none: the service fills their fields.
 * @param position the person whose text it is.
 */
export function TestButton({ position = 0, onOpen }: { position?: number; onOpen: (campaignId: string) => void }) {
  const { t } = useTranslation("draft");
  const { list } = useDraftStore();
  const text = useDraft(({ draft }) => draft?.text ?? "");
  const latin = useDraft(({ draft }) => draft?.review.latinLetters ?? null);
  const people = useDraft((state) => state.list?.state.people ?? 0);
  const canGo = useCanGo(text);
  const [shown, setShown] = useState<string | null>(null);
  if (people === 0 || text.trim() === "" || !canGo) return null;
  const open = async () => {
    const preview = await list.preview(text, Math.min(position, people - 1), latin);
    if (preview !== null && preview.text.trim() !== "") setShown(preview.text);
  };
  return (
    <>
      <Button onClick={() => void open()}>{t("test.title")}</Button>
      {shown !== null && <TestDialog text={shown} onOpen={onOpen} onClose={() => setShown(null)} />}
    </>
  );
}
