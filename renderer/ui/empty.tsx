import type { ReactNode } from "react";
import styles from "./empty.module.css";

/** What belongs on an empty screen, and the act that brings it there. */
export function Empty({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{children}</p>
      {action}
    </div>
  );
}
