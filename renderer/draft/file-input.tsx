import type { Ref } from "react";
import { offerFile, readableFiles } from "./offer-source.ts";
import { useDraftStore } from "./use-draft.ts";

/** The system's file dialog for a spreadsheet, opened by `click()`; what is chosen becomes the draft's source. */
export function FileInput({ ref }: { ref: Ref<HTMLInputElement> }) {
  const draft = useDraftStore();
  return (
    <input
      ref={ref}
      type="file"
      hidden
      accept={readableFiles}
      onChange={(event) => {
        const file = event.target.files?.[0];
        event.target.value = "";
        if (file !== undefined) void offerFile(draft, file);
      }}
    />
  );
}
