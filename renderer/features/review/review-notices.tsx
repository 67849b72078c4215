import { useTranslation } from "react-i18next";
import { useDraft, useDraftStore } from "../../draft/use-draft.ts";
import type { Preflight } from "../../../shared/campaign/preflight.ts";
import { Button } from "../../ui/button.tsx";
import { deliberate } from "../../ui/deliberate.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useFormat } from "../../ui/use-format.ts";

/** What main found beside the figures: what stands in the way, what to decide, what is good to know. */
export function ReviewNotices({ preflight }: { preflight: Preflight }) {
  const blockers = preflight.blockers.filter(({ code }) => code !== "review.consent" && code !== "review.no-price");
  return (
    <>
      {blockers.map((blocker) => (
        <ErrorNotice key={blocker.code} error={blocker} />
      ))}
      <Stopped preflight={preflight} />
      <SameAgain preflight={preflight} />
      <TextedLately preflight={preflight} />
      <Hours preflight={preflight} />
      <Zone preflight={preflight} />
    </>
  );
}

/** Who told BSG that they want no more texts: they are left out already, and that is said. */
function Stopped({ preflight: { stopped } }: { preflight: Preflight }) {
  const { t } = useTranslation("review");
  return stopped === 0 ? null : <Notice>{t("stopped", { count: stopped })}</Notice>;
}

function SameAgain({ preflight: { sameAgain } }: { preflight: Preflight }) {
  const { t } = useTranslation("review");
  const format = useFormat();
  if (sameAgain === null) return null;
  return (
    <Notice kind="warn" title={t("same.title")}>
      {t("same.text", { title: sameAgain.title, day: format.day(sameAgain.at) })}
    </Notice>
  );
}

function TextedLately({ preflight: { textedLately } }: { preflight: Preflight }) {
  const { t } = useTranslation("review");
  const format = useFormat();
  const { recipients, review } = useDraftStore();
  const kept = useDraft(({ draft }) => draft?.review.keepTextedLately ?? false);
  if (textedLately === null) return null;
  const { people, planned, days, title, at, rows } = textedLately;
  const canLeaveOut = rows !== undefined && rows.length > 0;
  const leaveOut = async () => {
    await recipients.edit({ kind: "leave-out", rows: rows ?? [], out: true });
    await review.review();
  };
  return (
    <Notice
      kind={kept ? "plain" : "warn"}
      title={
        people === 0
          ? t("lately.planned", { count: planned })
          : t("lately.title", { count: people, days: t("lately.days", { count: days }) })
      }
      actions={
        <>
          {canLeaveOut && (
            <Button small {...deliberate(() => void leaveOut())}>
              {t("lately.leaveOut")}
            </Button>
          )}
          {!kept && (
            <Button small onClick={() => review.changeReview({ keepTextedLately: true })}>
              {t("lately.keep")}
            </Button>
          )}
        </>
      }
    >
      {t("lately.which", { title, day: format.day(at) })}{" "}
      {people > 0 && planned > 0 && t("lately.more", { count: planned })} {kept && t("lately.kept")}
    </Notice>
  );
}

/** Where the planned time is night or a weekend. */
function Hours({ preflight: { hours } }: { preflight: Preflight }) {
  const { t } = useTranslation("review");
  const format = useFormat();
  if (hours.length === 0) return null;
  const sentences = hours.slice(0, 5).map(({ country, people, localTime, night, weekend }) => {
    const kind = night && weekend ? "both" : night ? "night" : weekend ? "weekend" : "plain";
    const place = country.length === 2 ? format.country(country) : t("hours.elsewhere");
    // A wall-clock time of that country: read as if it were UTC, it is shown as it stands.
    const clock = `${localTime}Z`;
    const time = weekend ? format.full(clock, "UTC") : format.time(clock, "UTC");
    return t(`hours.${kind}`, { count: people, country: place, time });
  });
  const rest = hours.slice(5).reduce((sum, { people }) => sum + people, 0);
  return (
    <Notice kind={hours.some(({ night }) => night) ? "warn" : "plain"}>
      {sentences.join(" ")} {rest > 0 && t("hours.rest", { count: rest })}
    </Notice>
  );
}

/** The service keeps its own clock: until its zone was measured, a planned time rests on what is likely or assumed. */
function Zone({ preflight }: { preflight: Preflight }) {
  const { t } = useTranslation("review");
  const format = useFormat();
  const { serviceStart, serviceZone: zone, zoneTrust, zoneMeasuredAt } = preflight;
  if (serviceStart === null) return null;
  const time = format.wallTime(serviceStart);
  switch (zoneTrust) {
    case "likely":
      return <Notice>{t("zone.likely", { zone, time })}</Notice>;
    case "assumed":
      return (
        <Notice kind="warn">
          {zoneMeasuredAt === null
            ? t("zone.assumed", { zone, time })
            : t("zone.moved", { zone, time, day: format.day(zoneMeasuredAt) })}
        </Notice>
      );
    case "late":
      return (
        <Notice kind="warn" title={t("zone.lateTitle")}>
          {t("zone.late", { zone, time, candidate: preflight.zoneCandidate ?? zone })}
        </Notice>
      );
    case "ahead":
      return (
        <Notice kind="warn" title={t("zone.aheadTitle")}>
          {t("zone.ahead", { zone, time, than: preflight.zoneAheadOf ?? "UTC" })}
        </Notice>
      );
    case "measured":
    case "at-once":
      // The sheet says the one, a blocker the other.
      return null;
    default:
      return zoneTrust satisfies never;
  }
}
