import { useEffect, useRef, type ReactNode } from "react";
import styles from "./page.module.css";

/**
 * One screen: a title with a quiet note at the right, a body that scrolls, and a bar at the foot whose right end holds
 * the one green button. `title` may be an element (an editable one); the heading takes the focus when the screen opens.
 */
export function Page({
  title,
  note,
  foot,
  children,
  fill = false,
}: {
  title: ReactNode;
  note?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
  /** The body keeps to the window's height and its parts scroll by themselves. */
  fill?: boolean;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <main className={styles.page}>
      <div className={fill ? styles.fill : styles.scroll} data-scroll={!fill || undefined}>
        <header className={styles.head}>
          <h1 className={styles.title} ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {note !== undefined && <div className={styles.note}>{note}</div>}
        </header>
        {children}
      </div>
      {foot !== undefined && <footer className={styles.foot}>{foot}</footer>}
    </main>
  );
}

/** Pushes what follows it in the foot bar to the right. */
export function FootGap({ children }: { children?: ReactNode }) {
  return <div className={styles.gap}>{children}</div>;
}
