/** Runs an act when all that were given before it are over, however they ended. @returns what the act answers */
export type InTurn = <T>(act: () => Promise<T>) => Promise<T>;

/** Makes a queue for acts that change the same thing in more than one step. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const mine = last.then(act);
    last = mine.catch(() => undefined);
    return mine;
  };
}
