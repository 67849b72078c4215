import type { ReactNode } from "react";
import styles from "./notice.module.css";

/** A box that says something beside the work: `warn` "look here", `bad` wrong, `plain` good to know. */
export function Notice({
  kind = "plain",
  title,
  children,
  actions,
}: {
  kind?: "plain" | "warn" | "bad";
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={[styles.notice, styles[kind]].join(" ")} role={kind === "bad" ? "alert" : "status"}>
      <div className={styles.text}>
        {title !== undefined && <strong>{title}</strong>} {children}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
