import { useLayoutEffect, useState } from "react";

/** The present moment, renewed every second; stands still while `running` is false, and is the present one when it runs again. */
export function useNow(running = true): Date {
  const [now, setNow] = useState(() => new Date());
  // Before anything is drawn: what has just happened would be ahead of the moment at which it stood still.
  useLayoutEffect(() => {
    if (!running) return undefined;
    const renew = () => setNow(new Date());
    renew();
    const timer = setInterval(renew, 1000);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}
