import styles from "./chips.module.css";

/** A row of filters of which one is chosen. */
export function Chips<Id extends string>({
  label,
  items,
  chosen,
  onChoose,
}: {
  label: string;
  items: { id: Id; label: string }[];
  chosen: Id;
  onChoose: (id: Id) => void;
}) {
  return (
    <div className={styles.chips} role="group" aria-label={label}>
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          className={styles.chip}
          aria-pressed={item.id === chosen}
          onClick={() => onChoose(item.id)}
        >
          {item.label}
        </button>
      ))}
    </div>
  );
}
