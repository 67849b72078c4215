import { useEffect } from "react";

/**
 * Whoever works by keyboard or with a screen reader is never put back to the beginning of the page: where what had the
 * focus has gone or can no longer have it, the dialog that it stood in has it, or the heading of the screen. Whatever
 * puts the focus somewhere by itself comes first.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    let dialog: HTMLElement | null = null;
    const remember = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : null;
      dialog = last?.closest<HTMLElement>("[role=dialog]") ?? null;
    };
    const isLost = () =>
      last !== null && (!last.isConnected || last.matches(":disabled")) && document.activeElement === document.body;
    const look = () => {
      if (!isLost()) return;
      const next = dialog?.isConnected === true ? dialog : document.querySelector<HTMLElement>("h1");
      next?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      if (last !== null && (!last.isConnected || last.matches(":disabled"))) setTimeout(look, afterOthers);
    });
    document.addEventListener("focusin", remember);
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
    return () => {
      document.removeEventListener("focusin", remember);
      observer.disconnect();
    };
  }, []);
}

/** A dialog that closes gives the focus back a moment later (ms). */
const afterOthers = 50;
