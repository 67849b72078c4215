import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isAtMost } from "../../draft/draft-state.ts";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import type { ReviewSettings } from "../../../shared/library/draft.ts";
import { useWhenWords } from "../../draft/when-words.ts";
import { momentOf } from "../../draft/zoned-time.ts";
import { Button } from "../../ui/button.tsx";
import { desk } from "../../ui/desk.ts";
import { useAnswer } from "../../ui/use-answer.ts";
import { useFormat } from "../../ui/use-format.ts";
import { useNow } from "../../ui/use-now.ts";
import styles from "./review-step.module.css";
import { SenderForm } from "./sender-form.tsx";
import { TariffForm, ValidityForm } from "./small-forms.tsx";
import { WhenForm } from "./when-form.tsx";

type Part = "sender" | "when" | "validity" | "tariff";

/** The campaign in plain sentences, each with the way to change it. */
export function ReviewSheet() {
  const { goTo, review } = useDraftStore();
  const settings = useDraft(({ draft }) => draft?.review ?? null);
  const [open, setOpen] = useState<Part | null>(null);
  const { t } = useTranslation("review");
  if (settings === null) return null;
  const close = () => setOpen(null);
  const change = (patch: Partial<ReviewSettings>) => {
    close();
    review.changeReview(patch);
  };
  const toggle = (part: Part) => () => setOpen(open === part ? null : part);
  return (
    <dl className={styles.sheet}>
      <Line name={t("who")} onChange={() => void goTo("recipients")}>
        <Who />
      </Line>
      <Line name={t("parts")} onChange={() => void goTo("message")}>
        <Parts />
      </Line>
      <Line
        name={t("from")}
        onChange={toggle("sender")}
        form={open === "sender" && <SenderForm settings={settings} onChange={change} onClose={close} />}
      >
        <From name={settings.sender} />
      </Line>
      <Line
        name={t("when")}
        onChange={toggle("when")}
        form={open === "when" && <WhenForm settings={settings} onChange={change} onClose={close} />}
      >
        <WhenSentence settings={settings} />
      </Line>
      <Line
        name={t("validity")}
        onChange={toggle("validity")}
        form={open === "validity" && <ValidityForm settings={settings} onChange={change} onClose={close} />}
      >
        <b>{t("validity.hours", { count: settings.validityHours })}</b> {t("validity.means")}
      </Line>
      <Line
        name={t("tariff")}
        onChange={toggle("tariff")}
        form={open === "tariff" && <TariffForm settings={settings} onChange={change} onClose={close} />}
      >
        <TariffName code={settings.tariffCode} />
      </Line>
    </dl>
  );
}

function Line({
  name,
  children,
  form,
  onChange,
}: {
  name: string;
  children: ReactNode;
  form?: ReactNode;
  onChange: () => void;
}) {
  const { t } = useTranslation("review");
  return (
    <div className={styles.line}>
      <dt>{name}</dt>
      <dd>
        {children}
        {form}
      </dd>
      <dd>
        <Button
          kind="link"
          small
          className={styles.change ?? ""}
          aria-label={`${t("change")}: ${name}`}
          onClick={onChange}
        >
          {t("change")}
        </Button>
      </dd>
    </div>
  );
}

function Who() {
  const { t } = useTranslation("review");
  const format = useFormat();
  const preflight = useDraft((state) => state.preflight);
  const source = useDraft(({ draft }) => draft?.source ?? null);
  const atMost = useDraft(isAtMost);
  const sum = useDraft((state) => state.list?.state.sum.rows ?? null);
  const people = useDraft((state) => state.preflight?.people ?? state.list?.state.people ?? null);
  if (source === null) return t("who.nobody");
  const from = source.kind === "groups" ? format.list(source.groups.map(({ name }) => name)) : source.name;
  // A list that is read again, as after Undo, has people of whom nothing is known yet.
  if (people === null) return from;
  const leftOut = sum === null ? 0 : sum - people;
  return (
    <>
      <b>{t(atMost ? "peopleAtMost" : "people", { count: people })}</b> {t("who.from", { from })}
      {leftOut > 0 && `, ${t("who.leftOut", { count: leftOut })}`}
      {preflight !== null && preflight.campaignParts > 1 && (
        <span className={styles.second}>{t("who.campaigns", { count: preflight.campaignParts })}</span>
      )}
    </>
  );
}

function Parts() {
  const { t } = useTranslation("review");
  const format = useFormat();
  const preflight = useDraft((state) => state.preflight);
  const inGroups = useDraft(({ draft }) => draft?.source?.kind === "groups");
  if (preflight === null) return "–";
  if (inGroups) return <PartsOfGroups people={preflight.people} parts={preflight.parts} />;
  const [only, ...others] = preflight.buckets;
  const buckets =
    only !== undefined && others.length === 0
      ? [t("parts.everybody", { count: preflight.people, parts: only.parts })]
      : preflight.buckets.map(({ people, parts }) =>
          t("parts.bucket", { count: people, people: format.number(people), parts }),
        );
  return (
    <>
      <b>{format.number(preflight.parts)}</b>: {buckets.join(", ")}
    </>
  );
}

/** What fields are filled with is known to the service alone; without fields everybody gets the same. */
function PartsOfGroups({ people, parts }: { people: number; parts: number }) {
  const { t } = useTranslation("review");
  const format = useFormat();
  const atMost = useDraft(isAtMost);
  if (parts === 0 || people === 0) return t("parts.unknown");
  const all = format.number(parts);
  return (
    <>
      <b>{atMost ? t("atMost", { what: all }) : all}</b>:{" "}
      {t("parts.everybody", { count: people, parts: parts / people })}
    </>
  );
}

function From({ name }: { name: string }) {
  const { t } = useTranslation("review");
  const senders = useDraft((state) => state.senders);
  if (name === "") return <span className={styles.missing}>{t("from.none")}</span>;
  const known = senders?.find((sender) => sender.name === name);
  const state = senders === null ? t("from.unchecked") : t(`from.${known?.status ?? "unknown"}`);
  return (
    <>
      <b>{name}</b> {state}
    </>
  );
}

function WhenSentence({ settings: { when } }: { settings: ReviewSettings }) {
  const { t } = useTranslation("review");
  const format = useFormat();
  const words = useWhenWords();
  const now = useNow(when.kind === "at");
  if (when.kind === "now") {
    return (
      <>
        <b>{t("when.now")}</b> {t("when.nowMeans")}
      </>
    );
  }
  const at = momentOf(when.local, when.zone);
  if (at === null) return when.local;
  return (
    <>
      <b>{format.capital(words.full(at, when.zone, now))}</b> {format.zone(when.zone, at)}, {words.distance(at, now)}
      <MeasuredZone />
    </>
  );
}

/** By which clock the service is told a planned time, where that is sure. Where it is not, a notice says so. */
function MeasuredZone() {
  const { t } = useTranslation("review");
  const format = useFormat();
  const preflight = useDraft((state) => state.preflight);
  if (preflight === null || preflight.zoneTrust !== "measured" || preflight.serviceStart === null) return null;
  const { serviceStart, serviceZone: zone, zoneMeasuredAt } = preflight;
  const time = format.wallTime(serviceStart);
  const day = zoneMeasuredAt === null ? "" : format.day(zoneMeasuredAt);
  return <span className={styles.second}>{t("zone.measured", { time, zone, day })}</span>;
}

function TariffName({ code }: { code: number | null }) {
  const { t } = useTranslation("review");
  const tariffs = useAnswer("tariffs", () => desk().listTariffs({}));
  const chosen = tariffs.value?.find((tariff) => (code === null ? tariff.isDefault : tariff.code === code));
  if (chosen === undefined) return <b>{code === null ? t("tariff.own") : code}</b>;
  return (
    <>
      <b>{t("tariff.named", { code: chosen.code, name: chosen.name })}</b> {code === null && t("tariff.default")}
    </>
  );
}
