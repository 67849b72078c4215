import type { ReactNode } from "react";
import { useNow } from "../ui/use-now.ts";
import styles from "./date-time-fields.module.css";
import { furthest, wallClock } from "./zoned-time.ts";

/**
 * A day and a time on the clocks of a zone. `local` is "yyyy-mm-ddThh:mm", each half empty while it is not whole; days
 * that the service does not take are not offered. What stands beside the two comes as children.
 */
export function DateTimeFields({
  local,
  zone,
  labels,
  onChange,
  children,
}: {
  local: string;
  zone: string;
  labels: { date: string; time: string };
  onChange: (local: string) => void;
  children?: ReactNode;
}) {
  const now = useNow();
  const [date = "", time = ""] = local.split("T");
  return (
    <div className={styles.fields}>
      <label>
        {labels.date}
        <input
          type="date"
          data-autofocus
          className={styles.input}
          value={date}
          min={wallClock(now, zone).slice(0, 10)}
          max={wallClock(new Date(now.getTime() + furthest), zone).slice(0, 10)}
          onChange={(event) => onChange(`${event.target.value}T${time}`)}
        />
      </label>
      <label>
        {labels.time}
        <input
          type="time"
          className={styles.input}
          value={time}
          onChange={(event) => onChange(`${date}T${event.target.value}`)}
        />
      </label>
      {children}
    </div>
  );
}
