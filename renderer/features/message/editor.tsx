import { useCallback, useId, useImperativeHandle, useRef, useState, type Ref } from "react";
import { useTranslation } from "react-i18next";
import type { TemplateProblem } from "../../../shared/message/template.ts";
import { moveWords, placeAt } from "./drag-words.ts";
import { chipAt, DrawnText, type Range } from "./drawn-text.tsx";
import styles from "./editor.module.css";
import { matchingFields, openField, placeForField, type OpenField } from "./field-completion.ts";
import { insertText } from "./insert-text.ts";
import { chipAround, chipBeside } from "./text-chips.ts";

/** What others may do to the editor. Everything goes the way of the keyboard, so that undo takes it back. */
export type EditorHandle = {
  /** Puts a field where the caret is, in place of one that was begun there. */
  insertField: (name: string) => void;
  replace: (start: number, end: number, words: string) => void;
  replaceAll: (text: string) => void;
  /** Selects words, so that typing replaces them. */
  select: (start: number, end: number) => void;
};

/**
 * The message. A transparent field lies over a drawn copy of its text, glyph for glyph: caret, undo, input methods and
 * screen readers have a plain text field, the eye has chips and marks. `{` offers the fields.
 */
export function Editor({
  text,
  fields,
  problems,
  describedBy,
  onChange,
  onBlur,
  handle,
}: {
  text: string;
  fields: readonly string[];
  problems: readonly TemplateProblem[];
  describedBy: string;
  onChange: (text: string) => void;
  onBlur: () => void;
  handle: Ref<EditorHandle>;
}) {
  const { t } = useTranslation("message");
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [open, setOpen] = useState<OpenField | null>(null);
  const [chosen, setChosen] = useState(0);
  const layer = useRef<HTMLDivElement>(null);
  const [caret, setCaret] = useState<Range | null>(null);
  const dragged = useRef<Range | null>(null);
  const offers = open === null ? [] : matchingFields(fields, open.typed).slice(0, 8);

  const put = (start: number, end: number, words: string) => {
    if (field.current !== null) insertText(field.current, start, end, words);
  };
  useImperativeHandle(handle, () => ({
    insertField: (name) => {
      const { selectionStart = text.length, selectionEnd = text.length } = field.current ?? {};
      const place = placeForField(text, fields, { start: selectionStart, end: selectionEnd });
      put(place.start, place.end, `{${name}}`);
    },
    replace: put,
    replaceAll: (words) => put(0, text.length, words),
    select: (start, end) => {
      field.current?.focus();
      field.current?.setSelectionRange(start, end);
    },
  }));
  const look = () => {
    const { current } = field;
    if (current !== null) setCaret({ start: current.selectionStart, end: current.selectionEnd });
    if (current === null || current.selectionStart !== current.selectionEnd) return setOpen(null);
    const next = openField(current.value, current.selectionStart);
    setOpen(next);
    if (next?.typed !== open?.typed) setChosen(0);
  };
  const complete = (name: string) => {
    if (open === null) return;
    const place = placeForField(text, fields, { start: open.caret, end: open.caret });
    put(place.start, place.end, `{${name}}`);
    setOpen(null);
  };
  /** A chip goes as one: nobody wants to delete a field letter by letter, or to leave half of it. */
  const eraseChip = (event: React.KeyboardEvent): boolean => {
    const { current } = field;
    const forwards = event.key === "Delete";
    if (current === null || (!forwards && event.key !== "Backspace")) return false;
    if (current.selectionStart !== current.selectionEnd) return false;
    const chip = chipBeside(text, fields, current.selectionStart, forwards);
    if (chip === null) return false;
    put(chip.start, chip.end, "");
    event.preventDefault();
    return true;
  };
  /** A chip that is pressed is selected as one, so that the mouse can drag it; a mere click goes into it. */
  const pressChip = ({ button, detail, shiftKey, clientX, clientY }: React.MouseEvent) => {
    if (button !== 0 || detail !== 1 || shiftKey) return;
    const chip = chipAt(layer.current, clientX, clientY);
    if (chip === null) return;
    // Only the selection of the field in use can be dragged.
    field.current?.focus();
    field.current?.setSelectionRange(chip.start, chip.end);
  };
  const drop = (event: React.DragEvent) => {
    const { current } = field;
    const from = dragged.current;
    // Words from elsewhere are put in by the field itself.
    if (current === null || from === null) return;
    event.preventDefault();
    const place = placeAt(current, event.clientX, event.clientY);
    const move = place === null ? null : moveWords(text, fields, from, place);
    if (move === null) return;
    put(move.start, move.end, move.words);
    current.setSelectionRange(move.moved.start, move.moved.end);
  };
  const press = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing || eraseChip(event)) return;
    const offer = offers[chosen];
    if (offer === undefined) return;
    if (event.key === "ArrowDown") setChosen((chosen + 1) % offers.length);
    else if (event.key === "ArrowUp") setChosen((chosen + offers.length - 1) % offers.length);
    else if (event.key === "Enter" || event.key === "Tab") complete(offer);
    else if (event.key === "Escape") setOpen(null);
    else return;
    event.preventDefault();
  };

  const offering = offers.length > 0;
  return (
    <div className={styles.editor}>
      <DrawnText text={text} fields={fields} problems={problems} caret={caret} layer={layer} />
      <textarea
        ref={field}
        className={styles.field}
        aria-label={t("text")}
        aria-describedby={describedBy}
        aria-invalid={problems.length > 0}
        aria-autocomplete="list"
        aria-controls={offering ? `${id}-offers` : undefined}
        aria-activedescendant={offering ? `${id}-${chosen}` : undefined}
        maxLength={10_000}
        value={text}
        onChange={(event) => {
          onChange(event.target.value);
          look();
        }}
        onSelect={look}
        onMouseDown={pressChip}
        onDragStart={({ currentTarget: { selectionStart, selectionEnd } }) => {
          dragged.current = { start: selectionStart, end: selectionEnd };
        }}
        onDragEnd={() => {
          dragged.current = null;
        }}
        onDrop={drop}
        onKeyDown={press}
        onDoubleClick={() => {
          // The chip is selected as one, so that it can be dragged elsewhere.
          const { current } = field;
          const chip = current === null ? null : chipAround(text, fields, current.selectionStart);
          if (chip !== null) current?.setSelectionRange(chip.start, chip.end);
        }}
        onBlur={() => {
          setOpen(null);
          setCaret(null);
          onBlur();
        }}
      />
      {open !== null && offering && (
        <Offers id={id} open={open} text={text} offers={offers} chosen={chosen} onChoose={complete} />
      )}
    </div>
  );
}

/** The fields offered, below the brace that asked for them. */
function Offers({
  id,
  open,
  text,
  offers,
  chosen,
  onChoose,
}: {
  id: string;
  open: OpenField;
  text: string;
  offers: string[];
  chosen: number;
  onChoose: (name: string) => void;
}) {
  const { t } = useTranslation("message");
  const [place, setPlace] = useState({ left: 0, top: 0 });
  const measure = useCallback((brace: HTMLSpanElement | null) => {
    if (brace !== null) setPlace({ left: brace.offsetLeft, top: brace.offsetTop + brace.offsetHeight + 4 });
  }, []);
  return (
    <>
      <div className={[styles.drawn, styles.measure].join(" ")} aria-hidden="true">
        {text.slice(0, open.start)}
        {/* Another brace is another element, so that it is measured anew. */}
        <span key={open.start} ref={measure}>
          {"{"}
        </span>
      </div>
      <ul id={`${id}-offers`} className={styles.offers} role="listbox" aria-label={t("fields")} style={place}>
        {offers.map((offer, index) => (
          <li
            key={offer}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            className={styles.offer}
            // The caret stays in the text.
            onMouseDown={(event) => {
              event.preventDefault();
              onChoose(offer);
            }}
          >
            {offer}
          </li>
        ))}
      </ul>
    </>
  );
}
