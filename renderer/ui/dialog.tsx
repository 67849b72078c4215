import { Modal } from "@mantine/core";
import { useEffect, useState, type ReactNode } from "react";
import { useOpenDialog } from "./open-dialogs.ts";

/**
 * Something that floats above the screen until it is answered: Esc is the way back, and so is a click beside it until
 * something was typed. The focus returns to where it came from, or to the screen's heading where that has gone.
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
  useOpenDialog();
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const back = opener?.isConnected === true && opener !== document.body ? opener : document.querySelector("h1");
      if (back instanceof HTMLElement) back.focus({ preventScroll: true });
    },
    [opener],
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      centered
      withCloseButton={false}
      closeOnClickOutside={!typed}
    >
      <div onInput={() => setTyped(true)}>{children}</div>
    </Modal>
  );
}
