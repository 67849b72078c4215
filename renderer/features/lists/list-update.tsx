import { useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AppError } from "../../../shared/errors.ts";
import type { ListComparison, OpenedList } from "../../../shared/library/list.ts";
import type { DraftBeside } from "../../draft/compare-list.ts";
import { createListClient } from "../../draft/list-client.ts";
import { useApp } from "../../ui/app-store.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { FootGap, Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { ListBeside } from "./list-beside.tsx";
import { type ReadBeside, readBeside } from "./read-beside.ts";

/** Where the newer people come from: a file to be read, or people that main holds beside the list already. */
export type UpdateSource = { kind: "file"; file: File } | ({ kind: "beside" } & DraftBeside);

type State =
  | { at: "working"; share: string | null }
  | { at: "refused"; error: AppError }
  | { at: "compared"; comparison: ListComparison; read: ReadBeside | null };

type Props = {
  opened: OpenedList;
  source: UpdateSource;
  onUpdated: (list: OpenedList) => void;
  onKeep: () => void;
};

/** A list beside a newer spreadsheet of its people: reads it, shows the differences, takes over what is wanted. */
export function ListUpdate({ listCountry, ...props }: Props & { listCountry: string | null }) {
  const [chosen, setChosen] = useState<string | null>(null);
  // Where numbers without a country are from, until the user says otherwise; another country reads the file anew.
  // People that main holds have whole numbers: no country changes anything about them.
  const country = props.source.kind === "file" ? (chosen ?? listCountry ?? "US") : null;
  const keep = () => {
    void desk().dropListUpdate({ id: props.opened.list.id });
    props.onKeep();
  };
  return (
    <ReadAndCompare key={country} {...props} onKeep={keep} country={country} chosen={chosen} onCountry={setChosen} />
  );
}

function ReadAndCompare({
  opened,
  source,
  country,
  chosen,
  onCountry,
  onUpdated,
  onKeep,
}: Props & { country: string | null; chosen: string | null; onCountry: (country: string | null) => void }) {
  const { t } = useTranslation("lists");
  const state = useComparison(opened.list.id, source, country, chosen);
  const fileName = source.kind === "file" ? source.file.name : source.name;
  const title = t("update.title", { name: opened.list.name });
  if (state.at === "compared") {
    return (
      <ListBeside
        title={title}
        fileName={fileName}
        opened={opened}
        comparison={state.comparison}
        read={state.read}
        beside={source.kind === "beside" ? source : null}
        onCountry={onCountry}
        onUpdated={onUpdated}
        onKeep={onKeep}
      />
    );
  }
  return (
    <Page
      title={title}
      note={fileName}
      foot={
        <>
          <FootGap />
          <Button onClick={onKeep}>{t("update.keep")}</Button>
        </>
      }
    >
      {state.at === "refused" ? (
        <ErrorNotice error={state.error} />
      ) : (
        <>
          <p role="status">
            {state.share === null ? t("update.comparing") : t("update.reading", { share: state.share })}
          </p>
          <Skeleton />
        </>
      )}
    </Page>
  );
}

/** Reads the source, has main compare it, and lets both go when the page is left. */
function useComparison(id: string, source: UpdateSource, country: string | null, chosen: string | null): State {
  const { locale } = useApp();
  const format = useFormat();
  const [state, setState] = useState<State>({ at: "working", share: null });
  const shareOf = useEffectEvent((done: number, total: number) => format.share(done, total));

  useEffect(() => {
    let here = true;
    const client = createListClient();
    const stop = client.onProgress(({ done, total }) => {
      if (here && total !== null && total > 0) setState({ at: "working", share: shareOf(done, total) });
    });
    const work = async () => {
      const file = source.kind === "file" ? source.file : null;
      const from = { id, country: country ?? "US", chosen, locale };
      const read = file === null ? null : await readBeside(client, { ...from, file });
      if (!here) return;
      if (read !== null && !read.ok) return setState({ at: "refused", error: read.error });
      setState({ at: "working", share: null });
      const compared = await desk().compareListUpdate({ id });
      if (!here) return;
      if (!compared.ok) return setState({ at: "refused", error: compared.error });
      setState({ at: "compared", comparison: compared.value, read: read === null ? null : read.value });
    };
    void work();
    return () => {
      here = false;
      stop();
      client.end();
      // What a draft put there is not read again by this page: it goes when the list is left as it is.
      if (source.kind === "file") void desk().dropListUpdate({ id });
    };
  }, [id, source, country, chosen, locale]);
  return state;
}
