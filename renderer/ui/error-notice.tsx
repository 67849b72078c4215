import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AppError } from "../../shared/errors.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

/**
 * A refusal in three sentences: what happened, what it means for the campaign, what to do. With `onAgain` it offers to
 * try again; further buttons are `actions`.
 */
export function ErrorNotice({
  error,
  kind = "bad",
  actions,
  onAgain,
}: {
  error: AppError;
  kind?: "warn" | "bad";
  actions?: ReactNode;
  onAgain?: () => void;
}) {
  const { t } = useTranslation();
  const { what, means, todo } = useErrorSentences(error);
  const again = onAgain !== undefined && (
    <Button small onClick={onAgain}>
      {t("tryAgain")}
    </Button>
  );
  const buttons =
    actions === undefined && onAgain === undefined
      ? {}
      : {
          actions: (
            <>
              {again}
              {actions}
            </>
          ),
        };
  return (
    <Notice kind={kind} title={what} {...buttons}>
      {means} {todo}
    </Notice>
  );
}

/** The three sentences of a refusal, for places that show them in their own way. */
export function useErrorSentences(error: AppError): { what: string; means: string; todo: string } {
  const { t } = useTranslation("errors");
  return {
    what: t(`error.${error.code}.what`, error.params),
    means: t(`error.${error.code}.means`, error.params),
    todo: t(`error.${error.code}.do`, error.params),
  };
}
