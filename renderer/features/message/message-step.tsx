import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { TestButton } from "../../draft/test-button.tsx";
import { DraftPage } from "../../draft/draft-page.tsx";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import { AnswerNotice } from "./answer-notice.tsx";
import { ContactFieldsNotice } from "./contact-fields-notice.tsx";
import { CountingLine } from "./counting-line.tsx";
import { CounterLine } from "./counter-line.tsx";
import { Editor, type EditorHandle } from "./editor.tsx";
import { Everybody } from "./everybody.tsx";
import { InsertField } from "./insert-field.tsx";
import { LatinNotice } from "./latin-notice.tsx";
import { MessageFoot } from "./message-foot.tsx";
import styles from "./message-step.module.css";
import { Phone } from "./phone.tsx";
import { Problems } from "./problems.tsx";
import { SaveNotice } from "./save-notice.tsx";
import { TemplatesMenu } from "./templates-menu.tsx";
import { fieldsOfText, ownWords } from "./text-fields.ts";
import { useAskedPrice } from "./use-asked-price.ts";
import { usePreview } from "./use-preview.ts";

/** Step two: one text, and what everybody gets of it. */
export function MessageStep({ onOpenCampaign }: { onOpenCampaign: (campaignId: string) => void }) {
  const { t } = useTranslation("message");
  const { list, write, flush } = useDraftStore();
  const text = useDraft(({ draft }) => draft?.text ?? "");
  const inGroups = useDraft(({ draft }) => draft?.source?.kind === "groups");
  const revision = useDraft((state) => state.list?.revision ?? null);
  const tally = useDraft((state) => state.tally);
  const counting = useDraft((state) => state.counting !== null);
  const latin = useDraft(({ draft }) => draft?.review.latinLetters ?? null);
  const [position, setPosition] = useState(0);
  const editor = useRef<EditorHandle>(null);
  const { fields, problems } = useFields(text);
  const last = Math.max(0, (tally?.people ?? 1) - 1);
  const question = { text, latin, position: Math.min(position, last) };
  const preview = usePreview(list, question, problems.length, revision);

  useAskedPrice();

  return (
    <DraftPage
      foot={
        <MessageFoot problems={problems.length} test={<TestButton position={position} onOpen={onOpenCampaign} />} />
      }
    >
      <div className={styles.columns}>
        <section className={styles.writing}>
          <div className={styles.head}>
            <h2 className={styles.heading}>{t("text")}</h2>
            <InsertField fields={fields} onInsert={(name) => editor.current?.insertField(name)} />
            <TemplatesMenu text={text} fields={fields} onPick={(picked) => editor.current?.replaceAll(picked)} />
          </div>
          <Editor
            text={text}
            fields={fields}
            problems={problems}
            describedBy="counter"
            onChange={write}
            onBlur={() => void flush()}
            handle={editor}
          />
          <CounterLine text={inGroups ? ownWords(text, fields) : text} preview={preview} inGroups={inGroups} />
          <Problems problems={problems} onReplace={(start, end, words) => editor.current?.replace(start, end, words)} />
          <AnswerNotice text={text} onSelect={(start, end) => editor.current?.select(start, end)} />
          {!inGroups && <LatinNotice />}
          {inGroups && <ContactFieldsNotice />}
          <CountingLine />
          {tally !== null && !inGroups && (
            <div className={styles.figures} inert={counting}>
              <SaveNotice
                tally={tally}
                text={text}
                fields={fields}
                onReplace={(words) => editor.current?.replaceAll(words)}
              />
              <Everybody tally={tally} onShow={setPosition} />
            </div>
          )}
        </section>
        {!inGroups && (
          <Phone preview={preview} position={Math.min(position, last)} tally={tally} onShow={setPosition} />
        )}
      </div>
    </DraftPage>
  );
}

/** The fields a text can use, and what is wrong with the text. */
function useFields(text: string): ReturnType<typeof fieldsOfText> {
  const inGroups = useDraft(({ draft }) => draft?.source?.kind === "groups");
  const contactFields = useDraft((state) => state.contactFields);
  const listFields = useDraft((state) => state.list?.fields ?? null);
  return useMemo(
    () => fieldsOfText(text, inGroups ? { contactFields } : { listFields }),
    [text, inGroups, contactFields, listFields],
  );
}
