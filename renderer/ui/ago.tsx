import { useFormat } from "./use-format.ts";
import { useNow } from "./use-now.ts";

/** How long ago something was, kept true every second. `children` puts it into its sentence. */
export function Ago({ at, children }: { at: string; children: (ago: string) => string }) {
  const format = useFormat();
  const now = useNow();
  return <time dateTime={at}>{children(format.ago(at, now))}</time>;
}
