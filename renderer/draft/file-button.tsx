import { useRef, type ReactNode } from "react";
import { Button, type ButtonKind } from "../ui/button.tsx";
import { FileInput } from "./file-input.tsx";

/** A button that asks for a spreadsheet and takes it as the draft's source. */
export function FileButton({
  children,
  kind = "quiet",
  small = false,
}: {
  children: ReactNode;
  kind?: ButtonKind;
  small?: boolean;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button kind={kind} small={small} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <FileInput ref={input} />
    </>
  );
}
