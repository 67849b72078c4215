import { useRef, type ReactNode } from "react";
import { Button, type ButtonKind } from "../ui/button.tsx";
import { offerFile, readableFiles } from "./offer-source.ts";
import { useDraftStore } from "./use-draft.ts";

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
  const draft = useDraftStore();
  return (
    <>
      <Button kind={kind} small={small} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={readableFiles}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file !== undefined) void offerFile(draft, file);
        }}
      />
    </>
  );
}
