import { Modal } from "@mantine/core";
import { type KeyboardEvent as KeyPressed, type ReactNode, useEffect, useRef, useState } from "react";
import { useOpenDialog } from "./open-dialogs.ts";

/** The second press of somebody who presses Enter twice comes within so many milliseconds. */
const echo = 300;

/**
 * Something that floats above the screen until it is answered: Esc is the way back, and so is a click beside it until
 * something was typed. The focus returns to where it came from, or to the screen's heading where that has gone. Enter
 * answers it once, however long it is held and however often it is pressed.
 */
export function Dialog({
  title,
  size = 520,
  onClose,
  children,
}: {
  title: string;
  /** Width in pixels. */
  size?: number;
  onClose: () => void;
  children: ReactNode;
}) {
  const [typed, setTyped] = useState(false);
  const entered = useRef(false);
  useOpenDialog();
  const [openers] = useState(openersNow);
  useEffect(
    () => () => {
      const opener = openers.find((element) => element.isConnected && element !== document.body);
      const back = opener ?? document.querySelector("h1");
      if (!(back instanceof HTMLElement)) return;
      back.focus({ preventScroll: true });
      if (entered.current) passOverEcho(back);
    },
    [openers],
  );
  const press = (event: KeyPressed) => {
    entered.current = event.key === "Enter";
    const isText = event.target instanceof HTMLTextAreaElement;
    if (event.repeat && entered.current && !isText) event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      centered
      withCloseButton={false}
      closeOnClickOutside={!typed}
      onKeyDownCapture={press}
    >
      <div onInput={() => setTyped(true)}>{children}</div>
    </Modal>
  );
}

/** What opened the dialog that is on the screen, for one that comes in its place. */
let lastOpener: Element | null = null;

/** What has the focus as a dialog opens; where that is in another dialog, which may go, then what opened that one. */
function openersNow(): Element[] {
  const focused = document.activeElement;
  if (focused?.closest("[role=dialog]") === null) lastOpener = focused;
  return [focused, lastOpener].filter((element) => element !== null);
}

/** What opened the dialog has the focus again: the rest of the Enter that has answered it is not meant for that. */
function passOverEcho(element: HTMLElement): void {
  const closed = performance.now();
  const hear = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    if (event.repeat || event.timeStamp - closed < echo) event.preventDefault();
    else element.removeEventListener("keydown", hear);
  };
  element.addEventListener("keydown", hear);
}
