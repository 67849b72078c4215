/** Keys are flat and name their place; the sentences of the reasons step. */
export const reasons = {} as const;
