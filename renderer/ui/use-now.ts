import { useEffect, useState } from "react";

/** The present moment, renewed every second; stands still while `running` is false. */
export function useNow(running = true): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => setNow(new Date()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}
