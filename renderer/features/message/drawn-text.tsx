import { memo, useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { TemplateProblem } from "../../../shared/message/template.ts";
import styles from "./editor.module.css";
import { textSpans, type TextSpan } from "./text-spans.ts";

/** A stretch of the text, by UTF-16 positions. */
export type Range = { start: number; end: number };

/**
 * The message as the eye sees it, under the field: every letter stands exactly where the field has it. A chip covers
 * the letters of its field with words ("Name, or “friend”"); the one with the caret in it shows its letters.
 */
export function DrawnText({
  text,
  fields,
  problems,
  caret,
  layer,
}: {
  text: string;
  fields: readonly string[];
  problems: readonly TemplateProblem[];
  /** Where the caret or the selection is; null without focus. */
  caret: Range | null;
  layer: RefObject<HTMLDivElement | null>;
}) {
  const spans = useMemo(() => textSpans(text, fields, problems), [text, fields, problems]);
  useFittedChips(layer);
  return (
    <div ref={layer} className={styles.drawn} aria-hidden="true">
      {spans.map((span) =>
        span.kind === "field" ? (
          <Chip key={span.start} span={span} open={isWithin(span, caret)} />
        ) : (
          <span key={span.start} className={looks[span.kind]} data-from={span.start}>
            {span.text}
          </span>
        ),
      )}
      {/* A last line that is still empty needs something to stand on. */}
      {"\u200b"}
    </div>
  );
}

const looks = { text: "", mark: styles.mark, problem: styles.problem };

type FieldSpan = Extract<TextSpan, { kind: "field" }>;

function isWithin({ start, text }: FieldSpan, caret: Range | null): boolean {
  if (caret === null) return false;
  const isInside = (place: number) => start < place && place < start + text.length;
  return isInside(caret.start) || isInside(caret.end);
}

const Chip = memo(function Chip({ span, open }: { span: FieldSpan; open: boolean }) {
  const words = useChipWords(span);
  const { start, text } = span;
  return (
    <span className={styles.chip} data-start={start} data-end={start + text.length} data-open={open || undefined}>
      <span className={styles.letters} data-from={start}>
        {text}
      </span>
      <span className={styles.words} data-words={words} />
    </span>
  );
});

function useChipWords({ name, fallback }: FieldSpan): string {
  const { t } = useTranslation("message");
  if (fallback === null) return name;
  return fallback === "" ? t("chip.orNothing", { field: name }) : t("chip.or", { field: name, fallback });
}

/** The size of a chip's words at most, the smallest that can be read, and what is left free beside them, in pixels. */
const [largest, smallest, margin] = [15, 10.5, 3];

/** Sets each chip's words into the room that its letters have; a chip that goes over two lines keeps its letters. */
function useFittedChips(layer: RefObject<HTMLDivElement | null>): void {
  const fit = useRef(() => {
    for (const chip of layer.current?.querySelectorAll<HTMLElement>("[data-start]") ?? []) fitChip(chip);
  });
  useLayoutEffect(() => fit.current());
  useEffect(() => {
    const { current } = layer;
    if (current === null) return undefined;
    const watching = new ResizeObserver(() => fit.current());
    watching.observe(current);
    return () => watching.disconnect();
  }, [layer]);
}

function fitChip(chip: HTMLElement): void {
  const [letters, words] = [chip.firstElementChild, chip.lastElementChild];
  if (!(letters instanceof HTMLElement) || !(words instanceof HTMLElement)) return;
  chip.toggleAttribute("data-broken", letters.getClientRects().length > 1);
  words.style.fontSize = `${largest}px`;
  if (words.scrollWidth <= words.clientWidth) return;
  const size = (largest * (words.clientWidth - 2 * margin)) / words.scrollWidth;
  words.style.fontSize = `${Math.max(smallest, size)}px`;
}

/** The chip at a point of the screen. */
export function chipAt(layer: HTMLElement | null, x: number, y: number): Range | null {
  for (const chip of layer?.querySelectorAll<HTMLElement>("[data-start]") ?? []) {
    const hit = [...chip.getClientRects()].some(
      ({ left, right, top, bottom }) => left <= x && x < right && top <= y && y < bottom,
    );
    if (hit) return { start: Number(chip.dataset["start"]), end: Number(chip.dataset["end"]) };
  }
  return null;
}
