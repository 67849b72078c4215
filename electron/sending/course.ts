import type { CampaignCourse, PeopleCounts } from "../../shared/campaign/view.ts";

/** So many people whose text was delivered or failed at one moment (ms). */
export type Dated = { at: number; bucket: "delivered" | "failed"; people: number };

const second = 1000;
/** The lengths that a step of the course may have. */
const lengths = [1, 5, 15, 60, 300, 900, 3600, 6 * 3600, 86_400].map((seconds) => seconds * second);
const mostSteps = 40;

/**
 * The course of a campaign in at most 41 equal steps, each with how many were delivered and had failed by its end. The
 * last step has everybody of `counts`: whoever the service gives no time for is counted there.
 */
export function courseOf(outcomes: Dated[], counts: PeopleCounts): Pick<CampaignCourse, "from" | "steps"> {
  const times = outcomes.map(({ at }) => at);
  const first = times.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY);
  const last = times.reduce((most, at) => Math.max(most, at), Number.NEGATIVE_INFINITY);
  if (times.length === 0) return { from: null, steps: [] };
  const longest = 30 * 86_400 * second;
  const length = lengths.find((one) => (last - first) / one < mostSteps - 1) ?? longest;
  const start = Math.floor(first / length) * length;
  const count = Math.floor((last - start) / length) + 1;
  const ended = Array.from({ length: count }, () => ({ delivered: 0, failed: 0 }));
  for (const { at, bucket, people } of outcomes) {
    const step = ended[Math.floor((at - start) / length)];
    if (step !== undefined) step[bucket] += people;
  }
  const sum = { delivered: 0, failed: 0 };
  const steps = ended.map((own, index) => {
    sum.delivered += own.delivered;
    sum.failed += own.failed;
    const isLast = index === count - 1;
    return {
      at: new Date(start + (index + 1) * length).toISOString(),
      delivered: isLast ? counts.delivered : sum.delivered,
      failed: isLast ? counts.failed : sum.failed,
    };
  });
  return { from: new Date(start).toISOString(), steps };
}
