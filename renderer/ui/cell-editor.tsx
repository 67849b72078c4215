import { useEffect, useEffectEvent, useRef, useState } from "react";
import styles from "./cell-editor.module.css";
import { beforeLeaving } from "./leaving.ts";

/** Keeps what is being typed in a cell, before something takes its table away. @returns whether anything was */
export function keepTyping(): boolean {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || !activeElement.matches("[data-cell-editor]")) return false;
  activeElement.blur();
  return true;
}

/**
 * Corrects one cell in place: Enter keeps, Esc gives up, Tab keeps and goes on. Leaving the cell keeps. What is typed is
 * kept where it was begun: somebody else may have come into the row by then.
 */
export function CellEditor({
  label,
  value,
  phone,
  onCorrect,
  onEnd,
}: {
  /** What is corrected, for screen readers. */
  label: string;
  value: string;
  phone: boolean;
  onCorrect: (value: string) => void;
  onEnd: (step: 1 | -1 | 0) => void;
}) {
  const [typed, setTyped] = useState(value);
  const [keep] = useState(() => onCorrect);
  const done = useRef(false);
  // A row that leaves the table takes its editor with it: what was typed until then is kept too.
  const keepAtEnd = useEffectEvent(() => {
    if (!done.current && typed !== value) keep(typed);
  });
  useEffect(() => () => keepAtEnd(), []);
  const end = (keeps: boolean, step: 1 | -1 | 0) => {
    if (done.current) return;
    done.current = true;
    if (keeps) keep(typed);
    onEnd(step);
  };
  const endBeforeLeaving = useEffectEvent(() => end(true, 0));
  useEffect(
    () =>
      beforeLeaving(() => {
        endBeforeLeaving();
        // What waits its turn has begun when this is over.
        return new Promise((resolve) => setTimeout(resolve, 0));
      }),
    [],
  );
  return (
    <input
      // The cell was asked to be corrected: the caret belongs in it.
      ref={(input) => input?.focus()}
      className={[styles.editor, phone ? styles.phone : ""].join(" ")}
      aria-label={label}
      data-cell-editor
      maxLength={32_767}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => end(true, 0)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") end(true, 0);
        else if (event.key === "Escape") end(false, 0);
        else if (event.key === "Tab") end(true, event.shiftKey ? -1 : 1);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
