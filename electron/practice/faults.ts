import type { Fault } from "./switches.ts";

/** The faults for one request, at most one of every kind. */
export type FaultsOfRequest = { readonly [Act in Fault["act"]]?: Extract<Fault, { act: Act }> };

/** The faults still to be played. */
export type FaultBook = {
  replace(faults: readonly Fault[]): void;
  /** Takes the first fault of every kind that is for this request; one whose times are used up is gone. */
  take(method: string, path: string): FaultsOfRequest;
};

export function faultBook(): FaultBook {
  let left: { fault: Fault; times: number; path: RegExp }[] = [];
  return {
    replace(faults) {
      left = faults.map((fault) => ({
        fault,
        times: fault.times ?? Number.POSITIVE_INFINITY,
        path: pattern(fault.path),
      }));
    },
    take(method, path) {
      const taken = new Map<string, Fault>();
      for (const each of left) {
        const { fault } = each;
        if ((fault.method ?? method) !== method || !each.path.test(path) || taken.has(fault.act)) continue;
        taken.set(fault.act, fault);
        each.times -= 1;
      }
      left = left.filter((each) => each.times > 0);
      return Object.fromEntries(taken);
    },
  };
}

/** `*` stands for anything; everything else for itself. */
function pattern(path: string): RegExp {
  const literal = path.split("*").map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${literal.join(".*")}$`);
}
