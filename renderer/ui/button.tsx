import type { ComponentProps } from "react";
import styles from "./button.module.css";

/** `go` is the one green button of a screen, `danger` what cannot be undone, `bad` the quiet way to a danger. */
export type ButtonKind = "go" | "quiet" | "danger" | "bad" | "link";

type Props = ComponentProps<"button"> & {
  kind?: ButtonKind;
  small?: boolean;
  /** The act is under way: the button is kept, but does nothing. */
  busy?: boolean;
};

/** A button that says its act and its size. */
export function Button({ kind = "quiet", small = false, busy = false, className, onClick, ...rest }: Props) {
  const classes = [styles.button, styles[kind], small ? styles.small : "", className ?? ""];
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      className={classes.filter(Boolean).join(" ")}
      onClick={busy ? undefined : onClick}
    />
  );
}
