import { useRef } from "react";
import { useApp } from "./app-store.ts";
import { KeyCap } from "./key-cap.tsx";
import { useScreenKeys } from "./screen-keys.ts";
import styles from "./search-field.module.css";

/** The search of a screen, reached with Ctrl F (⌘F on a Mac) from anywhere on it. */
export function SearchField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (search: string) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const mac = useApp().platform === "darwin";
  useScreenKeys((event) => {
    if (event.code !== "KeyF" || !(mac ? event.metaKey : event.ctrlKey)) return;
    event.preventDefault();
    field.current?.focus();
  });
  return (
    <div className={styles.box}>
      <input
        ref={field}
        type="search"
        // What is searched is often a number: no engine is to keep it for a form that comes back.
        autoComplete="off"
        className={styles.field}
        aria-label={label}
        aria-keyshortcuts={mac ? "Meta+F" : "Control+F"}
        placeholder={label}
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {value === "" && <KeyCap char="F" command className={styles.key ?? ""} />}
    </div>
  );
}
