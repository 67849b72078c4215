import styles from "./progress-bar.module.css";

/** One stretch of a drawn sum. `doubt` is hatched: not certain. */
export type Segment = { id: string; tone: "go" | "half" | "bad" | "doubt" | "rest"; value: number };

/** A drawn sum: each stretch as long as its share of `total`. Its words stand beside it; `label` says it all at once. */
export function ProgressBar({
  segments,
  total,
  label,
  thin = false,
}: {
  segments: Segment[];
  total: number;
  label: string;
  thin?: boolean;
}) {
  return (
    <div className={[styles.bar, thin ? styles.thin : ""].join(" ")} role="img" aria-label={label}>
      {segments
        .filter((segment) => segment.value > 0)
        .map((segment) => (
          <div
            key={segment.id}
            className={[styles.segment, styles[segment.tone]].join(" ")}
            style={{ width: `${(100 * segment.value) / Math.max(total, 1)}%` }}
          />
        ))}
    </div>
  );
}

/** The small square that ties a word to its stretch of the bar. */
export function Swatch({ tone }: { tone: Segment["tone"] }) {
  return <span className={[styles.swatch, styles[tone]].join(" ")} aria-hidden="true" />;
}
