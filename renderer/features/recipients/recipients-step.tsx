import { type ReactElement, useDeferredValue } from "react";
import { useDraft } from "../../draft/use-draft.ts";
import { CheckStep } from "./check-step.tsx";
import { EmptyStep } from "./empty-step.tsx";
import { GroupsStep } from "./groups-step.tsx";
import { ListStep } from "./list-step.tsx";
import { ReadingStep } from "./reading-step.tsx";

const check = <CheckStep />;
const list = <ListStep />;

/**
 * Step one: where the people come from, whether they were understood, and what is wrong with whom. What was shown stays
 * until a step with a table is drawn, which is done in turns that are short enough for the window to answer between them.
 */
export function RecipientsStep() {
  const step = useStep();
  const drawn = useDeferredValue(step);
  return step === check || step === list ? drawn : step;
}

function useStep(): ReactElement {
  const source = useDraft((state) => state.draft?.source ?? null);
  const reading = useDraft((state) => state.reading);
  const checking = useDraft((state) => state.checking);
  const fileName = useDraft((state) => state.list?.understood.fileName ?? null);

  if (reading !== null && reading.again !== true) return <ReadingStep reading={reading} />;
  if (source?.kind === "groups") return <GroupsStep groups={source.groups} />;
  if (source === null || fileName === null) return <EmptyStep />;
  return checking ? check : list;
}
