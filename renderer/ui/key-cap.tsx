import { useApp } from "./app-store.ts";
import styles from "./key-cap.module.css";

/** The key that does the same, drawn small beside its act; screen readers hear it by `aria-keyshortcuts`. */
export function KeyCap({ char, command = false, className }: { char: string; command?: boolean; className?: string }) {
  const mac = useApp().platform === "darwin";
  return (
    <kbd className={[styles.key, className ?? ""].join(" ")} aria-hidden="true">
      {command ? (mac ? `⌘${char}` : `Ctrl ${char}`) : char}
    </kbd>
  );
}
