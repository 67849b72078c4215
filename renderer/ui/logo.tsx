import styles from "./logo.module.css";

/** The mark of the program beside its name, which says everything to a screen reader. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg className={styles.logo} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <path className={styles.ground} d="M0 20V6a6 6 0 0 1 6-6h8a6 6 0 0 1 6 6v8a6 6 0 0 1-6 6z" />
      <rect className={styles.line} x="5" y="6" width="10" height="2.6" rx="1.3" />
      <rect className={styles.line} x="5" y="11" width="10" height="2.6" rx="1.3" />
    </svg>
  );
}
