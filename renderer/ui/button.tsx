import { type ComponentProps, type MouseEvent, useState } from "react";
import styles from "./button.module.css";

/** `go` is the one green button of a screen, `danger` what cannot be undone, `bad` the quiet way to a danger. */
export type ButtonKind = "go" | "quiet" | "danger" | "bad" | "link";

type Props = ComponentProps<"button"> & {
  kind?: ButtonKind;
  small?: boolean;
  /** The act is under way: the button is kept, but does nothing. */
  busy?: boolean;
};

/**
 * A button that says its act and its size. One that is disabled while it has the focus keeps it, or whoever works by
 * keyboard would be somewhere else: it only says so, and does nothing.
 */
export function Button({
  kind = "quiet",
  small = false,
  busy = false,
  disabled = false,
  className,
  onClick,
  onFocus,
  onBlur,
  ...rest
}: Props) {
  const [focused, setFocused] = useState(false);
  const kept = disabled && focused;
  const classes = [styles.button, styles[kind], small ? styles.small : "", className ?? ""];
  const doNothing = (event: MouseEvent) => event.preventDefault();
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled && !kept}
      aria-disabled={kept || undefined}
      aria-busy={busy || undefined}
      className={classes.filter(Boolean).join(" ")}
      onClick={kept ? doNothing : busy ? undefined : onClick}
      onFocus={(event) => {
        setFocused(true);
        onFocus?.(event);
      }}
      onBlur={(event) => {
        // It stays the one with the focus when its window is left, for whoever comes back.
        setFocused(document.activeElement === event.currentTarget);
        onBlur?.(event);
      }}
    />
  );
}
