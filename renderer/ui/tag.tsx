import type { ReactNode } from "react";
import styles from "./tag.module.css";

/** The colour of a state: its word carries the meaning, the colour only repeats it. */
export type TagTone = "plain" | "go" | "warn" | "bad";

/** A short word of state, such as Ready, Repaired or Not certain. */
export function Tag({ tone = "plain", title, children }: { tone?: TagTone; title?: string; children: ReactNode }) {
  return (
    <span className={[styles.tag, styles[tone]].join(" ")} title={title}>
      {children}
    </span>
  );
}
