import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { estimatePrice } from "../../draft/price-estimate.ts";
import type { DraftList } from "../../draft/draft-state.ts";
import { useDraft } from "../../draft/use-draft.ts";
import type { LatinStandard } from "../../../shared/message/latin.ts";
import type { Money } from "../../../shared/money.ts";
import { desk } from "../../ui/desk.ts";
import { useFormat, type Format } from "../../ui/use-format.ts";
import styles from "./latin-dialog.module.css";

type Total = { parts: number; money: Money | null };

/** What Latin letters save, in parts and, where prices are known, in money. */
export function LatinSaving({ list, text, standard }: { list: DraftList; text: string; standard: LatinStandard }) {
  const { t } = useTranslation("message");
  const format = useFormat();
  const before = useDraft((state) => state.tally?.parts ?? null);
  const price = useDraft((state) => state.price?.total ?? null);
  const after = useTotal(list, text, standard);
  if (before === null || after === null) return <p className={styles.saving}>{t("latin.counting")}</p>;
  if (after.parts >= before) return <p className={styles.saving}>{t("latin.nothing")}</p>;
  const money = moneySaved(price, after.money, format);
  return (
    <p className={styles.saving}>
      {money !== null && <strong>{t("save.money", { amount: format.money(money) })} </strong>}
      {t("latin.parts", { before: t("parts", { count: before }), after: t("parts", { count: after.parts }) })}
    </p>
  );
}

function moneySaved(before: Money | null, after: Money | null, format: Format): Money | null {
  if (before === null || after === null || before.currency !== after.currency) return null;
  const saved = format.rest(before, after);
  return saved.millionths > 0 ? saved : null;
}

/** Parts and price of everybody's text in Latin letters; null until they are counted. */
function useTotal(list: DraftList, text: string, standard: LatinStandard): Total | null {
  const sender = useDraft(({ draft }) => draft?.review.sender ?? "");
  const tariffCode = useDraft(({ draft }) => draft?.review.tariffCode ?? null);
  const [counted, setCounted] = useState<{ key: string; total: Total } | null>(null);
  const key = JSON.stringify([text, standard, sender, tariffCode]);
  useEffect(() => {
    const closed = new AbortController();
    const { signal } = closed;
    const count = async () => {
      const { parts, costs } = await list.tally(text, standard, { signal });
      if (!signal.aborted) setCounted({ key, total: { parts, money: null } });
      if (sender === "") return;
      const { total } = await estimatePrice(desk(), { sender, tariffCode }, { costs, saving: null });
      if (!signal.aborted) setCounted({ key, total: { parts, money: total } });
    };
    void count().catch((problem: unknown) => {
      if (!signal.aborted) throw problem;
    });
    return () => closed.abort();
  }, [list, key, text, standard, sender, tariffCode]);
  return counted?.key === key ? counted.total : null;
}
