import styles from "./list-tag.module.css";
import { toneOf } from "./find-lists.ts";

/** A tag of a list, in its own quiet colour. */
export function ListTag({ tag }: { tag: string }) {
  return (
    <span className={[styles.tag, styles[`tone${toneOf(tag)}`] ?? ""].join(" ")} title={tag} dir="auto">
      {tag}
    </span>
  );
}
