import type { KeyboardEvent, MouseEvent } from "react";

/**
 * The handlers of a button whose act only a press of its own may do: neither the second half of a double click, nor a
 * key that is held. What stood there when those began may have been something else: another question, another row, or
 * nothing.
 */
export function deliberate(act: () => void) {
  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.repeat && (event.key === "Enter" || event.key === " ")) event.preventDefault();
    },
    onClick: (event: MouseEvent) => {
      if (event.detail <= 1) act();
    },
  };
}
