import styles from "./numbers.module.css";
import { useFormat } from "./use-format.ts";

/** One summand of a sum bar. */
export type NumberFilter<Id extends string> = {
  id: Id;
  value: number;
  label: string;
  tone?: "ink" | "go" | "warn" | "bad";
};

/** A sum whose summands are the filter of the table below: the first is the whole, the others add up to it. */
export function Numbers<Id extends string>({
  label,
  items,
  chosen,
  onChoose,
}: {
  /** What the sum is of, for screen readers. */
  label: string;
  items: NumberFilter<Id>[];
  chosen: Id;
  onChoose: (id: Id) => void;
}) {
  const format = useFormat();
  return (
    <div className={styles.numbers} role="group" aria-label={label}>
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          className={styles.number}
          aria-pressed={item.id === chosen}
          onClick={() => onChoose(item.id)}
        >
          <span className={[styles.value, styles[item.value === 0 ? "none" : (item.tone ?? "ink")]].join(" ")}>
            {format.number(item.value)}
          </span>
          <span className={styles.label}>{item.label}</span>
        </button>
      ))}
    </div>
  );
}
